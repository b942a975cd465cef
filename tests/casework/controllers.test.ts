import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import type { OpenDb } from "../../db/client.ts";
import { cases, teamAreas } from "../../db/schema.ts";
import { readSetting, writeSetting } from "../../db/settings.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { take } from "../../src/casework/deeds.ts";
import { colleaguesCase, find } from "../../src/casework/find.ts";
import { teamFor, teamsFor } from "../../src/casework/routing.ts";
import { openCase } from "../../src/casework/view.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addPerson, NOW, TEAM } from "../world.ts";
import { addTeam, ask, openDesk } from "./support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let stranger: Viewer;
beforeEach(() => {
  ({ db, box, maria, hassan, stranger } = openDesk());
});

const works = (teamId: string, area: string) => db.insert(teamAreas).values({ teamId, area }).run();
const namesFor = (area: string | null, themes: string[] = []) => teamsFor(db, area, themes).map(({ id }) => id);

describe("Who helps in an area", () => {
  it("is the team of the area, before the one that is for all", () => {
    addTeam(db, "viby");
    works("viby", "viby");
    addPerson(db, "Vera", "brobygger", "viby");
    expect(teamFor(db, "viby", [])).toBe("viby");
    expect(teamFor(db, "tilst", [])).toBe(TEAM);
    expect(teamFor(db, null, [])).toBe(TEAM);
  });

  it("is never a team in which nobody works", () => {
    addTeam(db, "viby");
    works("viby", "viby");
    expect(teamFor(db, "viby", [])).toBe(TEAM);
  });

  it("is one of each controller, and the citizen chooses", () => {
    works("andre", "viby");
    expect(namesFor("viby")).toEqual(["andre", TEAM]);
    expect(namesFor("tilst")).toEqual([TEAM]);
    expect(teamFor(db, "viby", [], TEAM)).toBe(TEAM);
    expect(teamFor(db, "tilst", [], "andre")).toBe(TEAM);
    const { id } = ask(db, box, { search: { omraade: ["viby"] }, wantedTeam: TEAM });
    expect(db.select().from(cases).where(eq(cases.id, id)).get()?.teamId).toBe(TEAM);
  });
});

describe("What one controller knows", () => {
  it("another does not find, nor that the same person has asked there", () => {
    const { id, reference } = ask(db, box);
    take(db, maria, id, NOW);
    works("andre", "tilst");
    const other = ask(db, box, { search: { omraade: ["tilst"] } });
    take(db, stranger, other.id, NOW);
    expect(find(db, box.keys, stranger, { reference })).toEqual([]);
    expect(colleaguesCase(db, stranger, id)).toBeNull();
    expect(openCase(db, box.keys, stranger, other.id, NOW)?.sameNumber).toEqual([]);
    expect(openCase(db, box.keys, maria, id, NOW)?.sameNumber).toEqual([]);
  });

  it("a colleague of another team of it does find, and learns who has it", () => {
    addTeam(db, "nord");
    const nina = addPerson(db, "Nina", "brobygger", "nord");
    const { id, reference } = ask(db, box);
    take(db, maria, id, NOW);
    expect(find(db, box.keys, nina, { reference })).toEqual([{ id, readable: false }]);
    expect(colleaguesCase(db, nina, id)).toMatchObject({ brobygger: "Maria" });
    expect(find(db, box.keys, hassan, { reference })).toEqual([{ id, readable: false }]);
  });
});

it("What a controller set for itself holds for its teams, and a team's own before it", () => {
  writeSetting(db, "retentionClosedMonths", 3, "frivilligcenter");
  writeSetting(db, "phone", "11 11 11 11", "andre");
  expect(readSetting(db, "retentionClosedMonths", "andre")).toBe(3);
  expect(readSetting(db, "retentionClosedMonths", TEAM)).toBe(12);
  expect(readSetting(db, "phone", "andre")).toBe("11 11 11 11");
});
