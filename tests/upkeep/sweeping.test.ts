import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { suggestions } from "../../db/schema.ts";
import { forgetSweeps, lastSweeps, noteRestored, noteSwept, rowsOfSweep } from "../../db/sweeps.ts";
import { broomOf } from "../../src/actions/brooms.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { ask } from "../../src/upkeep/questions.ts";
import { openReports, report } from "../../src/upkeep/reports.ts";
import { forgetSuggestions, suggest, suggestionsForEditor } from "../../src/upkeep/suggestions.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { listOrganisations } from "../../src/organisations/queries.ts";
import { register } from "../../src/organisations/sign-up.ts";
import { filterOf } from "../../src/sweeping/broom.ts";
import { addActivity, DAY, NOW, openSettledTown, refusalOf, waitingLetters } from "../world.ts";

let db: OpenDb;
let box: MailBox;
let lis: Viewer;
let ellen: Viewer;
beforeEach(() => {
  ({ db, box, lis, ellen } = openSettledTown());
  addActivity(db, { id: "a" });
  for (const word of ["køb nu", "køb billigt", "Mangler en ramp"]) {
    report(db, box, "a", { reason: "other", text: word }, NOW);
    suggest(db, box.keys, { wish: word, area: null, theme: null, contact: "karen@bro.example" }, NOW);
    ask(db, box, "a", word, NOW);
    register(db, { name: word, cvr: null }, NOW);
  }
});

const kinds = ["reports", "wishes", "questions", "sign-ups"] as const;
const nonsense = filterOf((name) => ({ ord: "køb" })[name] ?? null, NOW + 1);
const everything = filterOf(() => null, NOW + 1);

describe.each(kinds)("An editor sweeps %s", (kind) => {
  const broom = broomOf(kind);

  it("that hold the same words, sees them first, and can take it back", async () => {
    const found = await broom.find(db, box.keys, ellen, nonsense);
    expect(found).toHaveLength(2);
    expect(
      broom
        .show(db, box.keys, ellen, found, NOW)
        .map(({ title, text }) => `${title} ${text}`)
        .every((said) => said.includes("køb")),
    ).toBe(true);
    const letters = waitingLetters(db, box).length;
    expect(broom.sweep(db, box.keys, ellen, found, NOW).sort()).toEqual(found.toSorted());
    expect(await broom.find(db, box.keys, ellen, everything)).toHaveLength(1);
    expect(broom.restore(db, ellen, found, NOW).sort()).toEqual(found.toSorted());
    expect(await broom.find(db, box.keys, ellen, everything)).toHaveLength(3);
    expect(waitingLetters(db, box)).toHaveLength(letters);
  });

  it("and nobody else does", async () => {
    const found = await broom.find(db, box.keys, ellen, everything);
    expect(await broom.find(db, box.keys, lis, everything)).toEqual([]);
    expect(broom.show(db, box.keys, lis, found, NOW)).toEqual([]);
    expect(refusalOf(() => broom.sweep(db, box.keys, lis, found, NOW))).toBe("notYours");
    expect(refusalOf(() => broom.restore(db, lis, found, NOW))).toBe("notYours");
  });
});

it("How to reach somebody is forgotten a week after the wish was swept away", async () => {
  const [first = ""] = await broomOf("wishes").find(db, box.keys, ellen, nonsense);
  broomOf("wishes").sweep(db, box.keys, ellen, [first], NOW);
  const reachable = () =>
    db
      .select()
      .from(suggestions)
      .all()
      .filter(({ sealedContact }) => sealedContact !== null).length;
  forgetSuggestions(db, NOW + 7 * DAY);
  expect(reachable()).toBe(3);
  forgetSuggestions(db, NOW + 7 * DAY + 1);
  expect(reachable()).toBe(2);
});

it("The same wish twice is kept once", () => {
  suggest(db, box.keys, { wish: "køb nu", area: null, theme: null, contact: null }, NOW + 1);
  expect(db.select().from(suggestions).all()).toHaveLength(3);
});

it("A sweep is told of, with who and how many, until it is put back or 30 days old", () => {
  const sweep = { id: "s", kind: "wishes" as const, actorId: ellen.id };
  noteSwept(db, sweep, ["1", "2"], NOW);
  noteSwept(db, sweep, ["3"], NOW);
  expect(lastSweeps(db, "wishes", NOW)).toEqual([{ id: "s", at: NOW, actor: "Ellen", many: 3 }]);
  expect(lastSweeps(db, "reports", NOW)).toEqual([]);
  expect(rowsOfSweep(db, "reports", "s")).toEqual([]);
  noteRestored(db, "s", ["1", "2"]);
  expect(rowsOfSweep(db, "wishes", "s")).toEqual(["3"]);
  noteRestored(db, "s", ["3"]);
  expect(lastSweeps(db, "wishes", NOW)).toEqual([]);
  noteSwept(db, { ...sweep, id: "t" }, ["1"], NOW);
  forgetSweeps(db, NOW + 30 * DAY + 1);
  expect(rowsOfSweep(db, "wishes", "t")).toEqual([]);
});

it("Lists of the editor come in pages", () => {
  for (let n = 0; n < 60; n++) register(db, { name: `Forening ${n}`, cvr: null }, NOW + n);
  expect(listOrganisations(db, ellen, { state: "pending", page: 3 })).toMatchObject({ page: 3, pages: 3, total: 63 });
  expect(listOrganisations(db, ellen, { state: "pending", page: 3 }).rows).toHaveLength(13);
  expect(listOrganisations(db, lis, { state: "pending" })).toMatchObject({ rows: [], total: 0 });
  expect(openReports(db, box.keys, ellen).total).toBe(3);
  expect(suggestionsForEditor(db, box.keys, ellen, NOW, 2)).toMatchObject({ page: 1, pages: 1 });
});
