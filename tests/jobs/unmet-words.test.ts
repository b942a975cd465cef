import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { searchCounts } from "../../db/schema.ts";
import { openMeaningTable } from "../../search/meaning/table.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { addNeed } from "../../src/editing/needs.ts";
import { sendUnmetWords } from "../../src/jobs/unmet-words.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { instantOf } from "../../src/shared/time.ts";
import { addActivity, DAY, HOUR, openSettledTown, waitingLetters } from "../world.ts";

const MONDAY = instantOf("2026-11-23", "08:00");
const WEEK = 7 * DAY;
const table = openMeaningTable();

let db: OpenDb;
let box: MailBox;
let ellen: Viewer;
let opened: number;
beforeEach(() => {
  ({ db, box, ellen } = openSettledTown());
  addActivity(db, { id: "a", title: "Ukulele for begyndere" });
  addActivity(db, { id: "b", title: "Havevandring" });
  opened = 0;
});

const missed = (key: string, count: number, at: number) =>
  db.insert(searchCounts).values({ hour: at, kind: "miss", key, count }).run();
const run = (now: number) =>
  sendUnmetWords(
    db,
    box,
    () => {
      opened += 1;
      return table;
    },
    now,
  );
const letters = () => waitingLetters(db, box).filter(({ kind }) => kind === "unmet-words");

describe("On Monday an editor hears which words found nothing", () => {
  it("with how often, what they may mean, and where one tap adds them", () => {
    missed("guitar", 7, MONDAY - DAY);
    expect(run(MONDAY)).toBe(1);
    const [letter] = letters();
    expect(letter?.to).toBe("ellen@bro.example");
    expect(letter?.text).toContain("- guitar (7 gange). Måske mener de: Ukulele for begyndere\n");
    expect(letter?.text).toContain("https://bro.example/redaktion/tavle/ord#uden-fund");
    expect(letter?.text).not.toContain("Havevandring");
  });

  it("once a week, however often the site looks, and not before eight o'clock", () => {
    run(MONDAY - HOUR);
    missed("guitar", 7, MONDAY - DAY);
    expect([run(MONDAY - 1), run(MONDAY), run(MONDAY + HOUR), run(MONDAY + 3 * DAY)]).toEqual([0, 1, 0, 0]);
  });

  it("never what fewer than five sought, nor what was sought before that week", () => {
    missed("kraeftramt", 4, MONDAY - DAY);
    missed("guitar", 9, MONDAY - WEEK - HOUR);
    expect(run(MONDAY)).toBe(0);
    expect([letters(), opened]).toEqual([[], 0]);
  });

  it("and nothing when all of it was told the week before; a new word alone when there is one", () => {
    missed("guitar", 7, MONDAY - DAY);
    run(MONDAY);
    missed("guitar", 7, MONDAY + DAY);
    expect(run(MONDAY + WEEK)).toBe(0);
    missed("guitar", 7, MONDAY + WEEK + DAY);
    missed("obo", 5, MONDAY + WEEK + DAY);
    expect(run(MONDAY + 2 * WEEK)).toBe(1);
    expect(letters()[1]?.text).not.toContain("guitar");
  });

  it("nor of a word that has a meaning since", () => {
    missed("obo", 7, MONDAY - DAY);
    addNeed(db, ellen, "obo", ["ukulele"]);
    expect(run(MONDAY)).toBe(0);
  });
});
