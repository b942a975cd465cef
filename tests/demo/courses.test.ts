import { beforeAll, describe, expect, it } from "vitest";
import { eq, isNull } from "drizzle-orm";
import { type OpenDb, openDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { loadDemo } from "../../db/demo/load.ts";
import { CENTRE_TEAM, demoHelpRequests } from "../../db/demo/people.ts";
import { personOf, staffOf } from "../../db/demo/staff.ts";
import { demoCourses } from "../../db/demo/tell-course.ts";
import { activities, caseEvents, cases, caseTasks, mails, placements, teams, units } from "../../db/schema.ts";
import { teamsFor } from "../../src/casework/routing.ts";
import { myCases, myClosedCases, newCases } from "../../src/casework/lists.ts";
import type { CaseRow } from "../../src/casework/store.ts";
import { eraseWhatIsDue, tellOfErasure } from "../../src/casework/retention.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { instantOf, weekdayOf } from "../../src/shared/time.ts";
import { ROOT } from "../harness/root.ts";
import { newBox, TEAM } from "../world.ts";

/** A usual morning, the night after New Year, and Easter Monday. */
const MOMENTS = [
  ["2026-11-24", "09:00"],
  ["2027-01-02", "00:30"],
  ["2027-03-29", "12:00"],
] as const;

const share = (part: unknown[], all: unknown[]) => part.length / all.length;

describe.each(MOMENTS)("The demo's casework on %s at %s", (date, clock) => {
  const now = instantOf(date, clock);
  let db: OpenDb;
  let box: MailBox;
  let all: CaseRow[];
  beforeAll(async () => {
    db = openDb(":memory:", ROOT);
    box = newBox();
    insertDefaults(db);
    await loadDemo(db, box, now);
    all = db.select().from(cases).all();
  });

  const inState = (state: CaseRow["state"]) => all.filter((row) => row.state === state);

  it("is sixty cases of fourteen months, in every state", () => {
    expect(all).toHaveLength(60);
    expect(inState("new")).toHaveLength(9);
    expect(inState("taken")).toHaveLength(10);
    expect(inState("withdrawn")).toHaveLength(2);
    const ends = inState("closed").map((row) => row.closeReason);
    expect(new Set(ends)).toEqual(
      new Set([
        "finished",
        "finds-own-way",
        "does-not-wish",
        "not-reached",
        "outside-target-group",
        "needs-other-help",
      ]),
    );
    const months = new Set(all.map((row) => new Date(row.createdAt).toISOString().slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(14);
  });

  it("lies with two teams, three brobyggere, and what comes next is planned", () => {
    expect(new Set(all.map((row) => row.teamId))).toEqual(new Set([TEAM, CENTRE_TEAM]));
    expect(db.select().from(teams).all()).toHaveLength(2);
    expect(new Set(inState("taken").map((row) => row.brobyggerId)).size).toBe(3);
    const ofCentre = inState("taken").filter((row) => row.teamId === CENTRE_TEAM);
    const planned = new Set(
      db
        .select()
        .from(caseTasks)
        .where(isNull(caseTasks.doneAt))
        .all()
        .map((task) => task.caseId),
    );
    expect(ofCentre.length).toBeGreaterThanOrEqual(4);
    expect(ofCentre.filter((row) => !planned.has(row.id) && row.noStep === null)).toEqual([]);
  });

  it("kept the promise of three working days, but for a few", () => {
    const tried = all.filter((row) => row.firstAttemptAt !== null);
    const late = tried.filter((row) => row.promiseKept === false);
    expect(late.length).toBeGreaterThanOrEqual(2);
    expect(share(late, tried)).toBeLessThanOrEqual(0.1);
    expect(late.every((row) => (row.waitedDays ?? 0) >= 3)).toBe(true);
  });

  it("reached seven of ten, of whom most are out and active", () => {
    const reached = all.filter((row) => row.firstContactAt !== null || row.contactDays !== null);
    const over = reached.filter((row) => row.state === "closed");
    const finished = over.filter((row) => row.closeReason === "finished");
    expect(share(reached, all)).toBeGreaterThanOrEqual(0.65);
    expect(share(reached, all)).toBeLessThanOrEqual(0.75);
    expect(share(finished, over)).toBeGreaterThan(0.5);
    const starts = new Map(
      db
        .select()
        .from(placements)
        .leftJoin(activities, eq(activities.id, placements.activityId))
        .all()
        .map((found) => [found.placements.caseId, found]),
    );
    for (const { id, firstContactAt, closedAt } of finished.filter((row) => row.wrappedKey !== null)) {
      const startedOn = starts.get(id)?.placements.startedOn ?? "";
      const [first] = starts.get(id)?.activities?.schedule ?? [];
      expect(first && "weekday" in first && first.weekday, startedOn).toBe(weekdayOf(startedOn));
      expect(instantOf(startedOn, "12:00")).toBeGreaterThan(firstContactAt ?? 0);
      expect(instantOf(startedOn, "12:00")).toBeLessThan(closedAt ?? 0);
    }
  });

  it("came through every door, from each of the five units that names citizens", () => {
    expect(new Set(all.map((row) => row.door))).toEqual(
      new Set(["site", "relative", "phone", "drop-in", "letter", "colleague"]),
    );
    expect(db.select().from(units).all()).toHaveLength(5);
    expect(new Set(all.map((row) => row.unitId).filter(Boolean)).size).toBe(4);
  });

  it("holds nobody longer than was promised, and tells the municipality's brobyggere of nothing", () => {
    const erased = all.filter((row) => row.wrappedKey === null);
    expect(erased.length).toBeGreaterThanOrEqual(8);
    expect(erased.length).toBeLessThanOrEqual(20);
    db.transaction((tx) => {
      expect(eraseWhatIsDue(tx, now)).toBe(0);
      tellOfErasure(tx, now);
      const told = tx.select().from(caseTasks).where(eq(caseTasks.kind, "erased-soon")).all();
      expect(told.filter((task) => task.teamId === TEAM)).toEqual([]);
    });
  });

  it("shows the municipality's brobyggere the stories alone", () => {
    const names = new Set(demoHelpRequests(now).map(({ name }) => name.split(" ")[0]));
    for (const email of ["brobygger@eksempel.dk", "brobygger2@eksempel.dk"]) {
      const person = personOf(staffOf(db), email);
      for (const list of [newCases, myCases, myClosedCases])
        for (const { firstName } of list(db, box.keys, person, now).rows) expect(names).toContain(firstName);
    }
  });

  it("is of the past, and sends no mail to anybody", () => {
    const events = db.select().from(caseEvents).all();
    expect(events.filter((event) => event.happenedAt > now || event.recordedAt > now)).toEqual([]);
    expect(db.select().from(mails).all()).toEqual([]);
  });

  it("is the same each time", () => {
    expect(demoCourses(now)).toEqual(demoCourses(now));
  });

  it("lets who lives where both teams work choose between them", () => {
    const namesIn = (area: string) => teamsFor(db, area, []).map(({ name }) => name);
    expect(namesIn("hasle")).toEqual(["Sociale brobyggere", "Folkesundhed Aarhus"]);
    expect(namesIn("viby")).toEqual(["Folkesundhed Aarhus"]);
  });
});
