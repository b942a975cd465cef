import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardsOf } from "../../src/board/cards.ts";
import { edit } from "../../src/activities/writing.ts";
import { type Asked, confirm, dueOn, isDoubted, seasonStep } from "../../src/upkeep/confirming.ts";
import { linkHolder, readLink } from "../../src/upkeep/links.ts";
import { listUnconfirmed } from "../../src/upkeep/unconfirmed.ts";
import { keepSeason } from "../../src/jobs/season.ts";
import { readDocuments } from "../../search/read-documents.ts";
import {
  activityOf,
  addActivity,
  DAY,
  NEXT_TUESDAY,
  NOW,
  openSettledTown,
  refusalOf,
  waitingLetters,
} from "../world.ts";

const OLD = "2026-05-20";
const asked = (given: Partial<Asked>): Asked => ({
  confirmedAt: OLD,
  publishedAt: 0,
  createdAt: 0,
  confirmAskedAt: null,
  confirmAsks: 0,
  lapsedAt: null,
  ...given,
});

describe("A season", () => {
  it("is over on the same day so many months later, or on the last of a shorter month", () => {
    expect(dueOn(asked({ confirmedAt: "2026-05-20" }), 6)).toBe("2026-11-20");
    expect(dueOn(asked({ confirmedAt: "2026-08-31" }), 6)).toBe("2027-02-28");
    expect(dueOn(asked({ confirmedAt: "2027-08-31" }), 6)).toBe("2028-02-29");
    expect(dueOn(asked({ confirmedAt: "2026-12-05" }), 1)).toBe("2027-01-05");
  });

  it("asks, reminds after 14 and 28 days, marks, and takes off the board, in this order and no earlier", () => {
    let activity = asked({});
    const seen: [number, string][] = [];
    for (let day = 0; day <= 80; day += 1) {
      const now = NOW + day * DAY;
      if (isDoubted(activity, 6, now) && !seen.some(([, what]) => what === "marked")) seen.push([day, "marked"]);
      const step = seasonStep(activity, 6, now);
      if (!step) continue;
      seen.push([day, step]);
      activity =
        step === "lapse"
          ? { ...activity, lapsedAt: now }
          : { ...activity, confirmAskedAt: now, confirmAsks: activity.confirmAsks + 1 };
    }
    expect(seen).toEqual([
      [0, "ask"],
      [14, "remind"],
      [28, "remind"],
      [42, "marked"],
      [56, "lapse"],
    ]);
  });

  it("leaves whoever confirmed alone, whatever was asked before", () => {
    const day = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 24 }), (askedBefore, asks, months) => {
        const today = new Date(NOW).toISOString().slice(0, 10);
        const activity = asked({ confirmedAt: today, confirmAskedAt: NOW - askedBefore * DAY, confirmAsks: asks });
        expect(seasonStep(activity, months, NOW)).toBeNull();
        expect(isDoubted(activity, months, NOW)).toBe(false);
      }),
    );
  });

  it("never takes off what was not asked about three times, a fortnight apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3 }), (waited, asks) => {
        const step = seasonStep(asked({ confirmAskedAt: NOW, confirmAsks: asks }), 6, NOW + waited * DAY);
        if (step === "lapse") expect(asks === 3 && waited >= 28).toBe(true);
      }),
    );
  });
});

describe("Whoever keeps the board true", () => {
  it("writes one mail a host, with a line for each activity", async () => {
    const { db, box } = openSettledTown();
    for (const id of ["a", "b"]) addActivity(db, { id, confirmedAt: OLD });
    addActivity(db, { id: "c", confirmedAt: OLD, contactEmail: "per@eksempel.dk" });
    addActivity(db, { id: "fresh" });
    expect(await keepSeason(db, box, NOW)).toBe(3);
    const letters = waitingLetters(db, box);
    expect(letters.map(({ to }) => to).sort()).toEqual(["lis@eksempel.dk", "per@eksempel.dk"]);
    expect(letters.find(({ to }) => to === "lis@eksempel.dk")?.text.match(/\/b\//g)).toHaveLength(2);
    expect(await keepSeason(db, box, NOW + DAY)).toBe(0);
  });

  it("writes to the association's contacts where an activity has no mail of its own", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a", confirmedAt: OLD, contactEmail: null });
    await keepSeason(db, box, NOW);
    expect(waitingLetters(db, box).map(({ to }) => to)).toEqual(["lis@bro.example"]);
  });

  it("takes off the board what nobody answers for, and has it back with one tap from the mail", async () => {
    const { db, box, ellen } = openSettledTown();
    addActivity(db, { id: "a", confirmedAt: OLD });
    for (const day of [0, 14, 28, 56]) expect(await keepSeason(db, box, NOW + day * DAY)).toBe(1);
    const later = NOW + 57 * DAY;
    expect(activityOf(db, "a")).toMatchObject({ state: "published", lapsedAt: NOW + 56 * DAY });
    expect(readDocuments(db.$client, ["a"], later)).toEqual([]);
    expect(cardsOf(db, [{ id: "a", next: NEXT_TUESDAY, distance: null, by: "literal" }])).toEqual([]);
    expect(listUnconfirmed(db, ellen, later).rows).toMatchObject([{ id: "a", state: "off", asks: 3 }]);

    const token =
      waitingLetters(db, box)
        .at(-1)
        ?.text.match(/\/b\/(\S+)/)?.[1] ?? "";
    const link = readLink(db, token, later);
    confirm(db, linkHolder(link!), link!.activityId, later);
    expect(activityOf(db, "a")).toMatchObject({ lapsedAt: null, confirmedAt: "2027-01-20" });
    expect(readDocuments(db.$client, ["a"], later)).toHaveLength(1);
    expect(await keepSeason(db, box, later)).toBe(0);
  });

  it("marks what nobody can be asked about, and never takes it off", async () => {
    const { db, box, ellen } = openSettledTown();
    addActivity(db, { id: "a", confirmedAt: OLD, contactEmail: null, organisationId: "folkehuset" });
    db.$client.exec("DELETE FROM memberships WHERE scope = 'folkehuset'");
    for (const day of [0, 14, 28, 56, 90]) await keepSeason(db, box, NOW + day * DAY);
    expect(activityOf(db, "a").lapsedAt).toBeNull();
    expect(waitingLetters(db, box)).toEqual([]);
    expect(listUnconfirmed(db, ellen, NOW + 90 * DAY).rows).toMatchObject([{ state: "marked", reachable: false }]);
  });

  it("asks nobody about what has no dates left, is paused, or belongs to an association that is not approved", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "over", confirmedAt: OLD, schedule: [{ date: "2026-11-01", start: "10:00", end: "12:00" }] });
    addActivity(db, { id: "paused", confirmedAt: OLD, state: "paused" });
    addActivity(db, { id: "pending", confirmedAt: OLD, organisationId: "folkehuset" });
    db.$client.exec("UPDATE organisations SET state = 'pending' WHERE id = 'folkehuset'");
    expect(await keepSeason(db, box, NOW)).toBe(0);
  });

  it("takes an edit by the contact for a yes", async () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a", confirmedAt: OLD });
    await keepSeason(db, box, NOW);
    edit(db, lis, "a", activityOf(db, "a"), NOW + DAY);
    expect(seasonStep(activityOf(db, "a"), 6, NOW + 60 * DAY)).toBeNull();
  });

  it("lets nobody else confirm, and confirms nothing that is not meant to be there", () => {
    const { db, sanne, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    addActivity(db, { id: "gone", state: "withdrawn" });
    expect(refusalOf(() => confirm(db, sanne, "a", NOW))).toBe("notYours");
    expect(refusalOf(() => confirm(db, null, "a", NOW))).toBe("notYours");
    expect(refusalOf(() => confirm(db, lis, "gone", NOW))).toBe("notPossibleNow");
  });
});
