import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { memberships } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { noteYes } from "../../src/casework/consents.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { take } from "../../src/casework/deeds.ts";
import {
  handOver,
  ownersIn,
  placesToGive,
  reassign,
  reassignAll,
  refuseWhileHasCases,
} from "../../src/casework/giving.ts";
import { leadOverview, newCases } from "../../src/casework/lists.ts";
import { findCase } from "../../src/casework/store.ts";
import { today } from "../../src/casework/today.ts";
import { openCase } from "../../src/casework/view.ts";
import { remindOfLateRequests } from "../../src/jobs/late-requests.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addPerson, DAY, NOW, refusalOf, TEAM, waitingLetters } from "../world.ts";
import { addTeam, ask, attempt, openDesk } from "./support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let lead: Viewer;
let stranger: Viewer;
let nina: Viewer;
let id: string;
beforeEach(() => {
  ({ db, box, maria, hassan, lead, stranger } = openDesk());
  addTeam(db, "nord");
  nina = addPerson(db, "Nina", "brobygger", "nord");
  ({ id } = ask(db, box));
  take(db, maria, id, NOW);
});

describe("A case that goes to another team", () => {
  it("is new there, with what was to be done, and leaves the desk that it was on", () => {
    logAttempt(db, box, maria, id, attempt("not-reached"), NOW);
    handOver(db, maria, id, "nord", NOW);
    expect(today(db, box.keys, maria, NOW).due.total).toBe(0);
    expect(openCase(db, box.keys, maria, id, NOW)).toBeNull();
    expect(newCases(db, box.keys, nina, NOW).rows).toMatchObject([{ id, late: false }]);
    take(db, nina, id, NOW);
    const view = openCase(db, box.keys, nina, id, NOW);
    expect(view?.tasks.map(({ kind }) => kind).sort()).toEqual(["call", "taken-over"]);
    expect(view?.events.find(({ kind }) => kind === "moved")).toMatchObject({ actor: "Maria", to: "nord" });
  });

  it("may be sent by a lead, who does not read it", () => {
    reassign(db, lead, id, "nord", NOW);
    expect(findCase(db, id)).toMatchObject({ teamId: "nord", state: "new", brobyggerId: null });
  });

  it("is never a team, or somebody, that could not take it: nobody works there, or was only invited", () => {
    addTeam(db, "tomt");
    db.$client.prepare("UPDATE users SET password_hash = NULL WHERE id = 'hassan'").run();
    const { colleagues, teams } = placesToGive(db, { teamId: TEAM, brobyggerId: "maria" }, NOW);
    expect(colleagues.map((one) => one.id)).not.toContain("hassan");
    expect(teams.map((team) => team.id)).not.toContain("tomt");
    expect(refusalOf(() => reassign(db, lead, id, "tomt", NOW))).toBe("to: unknown");
    expect(refusalOf(() => handOver(db, maria, id, "hassan", NOW))).toBe("to: unknown");
  });

  it("keeps the promise of the first call: it still runs for who was not tried", () => {
    const promised = findCase(db, id)?.dueAt;
    reassign(db, lead, id, "nord", NOW + DAY);
    expect(findCase(db, id)?.dueAt).toBe(promised);
  });

  it("goes to a team that another controller answers for by the citizen's own yes alone, and not by a lead", () => {
    expect(placesToGive(db, { teamId: TEAM, brobyggerId: "maria" }, NOW).teams).toEqual([
      { id: "andre", name: "andre", needsYes: true },
      { id: "nord", name: "nord", needsYes: false },
    ]);
    expect(refusalOf(() => handOver(db, maria, id, "andre", NOW))).toBe("to: passOnFirst");
    noteYes(db, box.keys, maria, id, { kind: "pass-on", how: "oral" }, NOW);
    expect(refusalOf(() => reassign(db, lead, id, "andre", NOW))).toBe("to: passOnFirst");
    expect(refusalOf(() => handOver(db, maria, id, "andre", NOW + 365 * DAY))).toBe("to: passOnFirst");
    handOver(db, maria, id, "andre", NOW + 364 * DAY);
    take(db, stranger, id, NOW + 364 * DAY);
    expect(openCase(db, box.keys, stranger, id, NOW + 364 * DAY)?.person.name).toBe("Kirsten Sørensen");
  });
});

describe("A brobygger who leaves", () => {
  const held = { userId: "maria", role: "brobygger", scope: TEAM };

  it("hands over first: a lead gives all cases to a colleague, and then the access can be taken", () => {
    const other = ask(db, box, { phone: "+4522334455" });
    take(db, maria, other.id, NOW);
    expect(refusalOf(() => refuseWhileHasCases(db, held))).toBe("handsOverFirst");
    expect(ownersIn(db, lead)).toMatchObject([{ id: TEAM, owners: [{ id: "maria", cases: 2 }] }]);
    const all = { teamId: TEAM, from: "maria", to: "hassan" };
    expect(refusalOf(() => reassignAll(db, hassan, all, NOW))).toBe("notYours");
    expect(reassignAll(db, lead, all, NOW)).toBe(2);
    expect(refusalOf(() => refuseWhileHasCases(db, held))).toBeNull();
    expect(today(db, box.keys, hassan, NOW).due.rows.filter(({ kind }) => kind === "taken-over")).toHaveLength(2);
  });

  it("keeps the place in the team when only one of two roles goes", () => {
    db.insert(memberships).values({ userId: "maria", role: "lead", scope: TEAM, createdAt: NOW }).run();
    expect(refusalOf(() => refuseWhileHasCases(db, held))).toBeNull();
  });

  it("who is taken out by the municipality's sign-in forgets nobody: the lead is told, and sees it first", () => {
    const remind = (now: number) => remindOfLateRequests(db, box.keys, { siteUrl: box.siteUrl }, now);
    logAttempt(db, box, maria, id, attempt("reached"), NOW);
    expect(remind(NOW)).toBe(0);
    db.$client.prepare("DELETE FROM memberships WHERE user_id = 'maria'").run();
    expect(remind(NOW)).toBe(1);
    expect(remind(NOW + DAY)).toBe(0);
    expect(waitingLetters(db, box).at(-1)).toMatchObject({ to: "birgitte@bro.example", kind: "late-requests" });
    expect(leadOverview(db, lead, NOW).rows).toMatchObject([{ id, late: true, isLeft: true, brobygger: "Maria" }]);
    reassign(db, lead, id, "hassan", NOW);
    expect(leadOverview(db, lead, NOW).rows).toMatchObject([{ id, late: false, isLeft: false }]);
  });
});

it("An editor is told of who waits too long in a team that has no lead", () => {
  addPerson(db, "Ellen", "editor");
  db.$client.prepare("DELETE FROM memberships WHERE role = 'lead'").run();
  expect(remindOfLateRequests(db, box.keys, { siteUrl: box.siteUrl }, NOW + 7 * DAY)).toBe(1);
  const letter = waitingLetters(db, box).at(-1);
  expect(letter?.to).toBe("ellen@bro.example");
  expect(letter?.text).toContain("https://bro.example/redaktion/mennesker");
});
