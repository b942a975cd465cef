import { describe, expect, it } from "vitest";
import { ownActivities } from "../../src/activities/queries.ts";
import { publish } from "../../src/activities/publishing.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { CLOSED } from "../../src/shared/seal.ts";
import { sayComing } from "../../src/upkeep/coming.ts";
import { answer, ask } from "../../src/upkeep/questions.ts";
import { report } from "../../src/upkeep/reports.ts";
import { countWaiting, waitingAtDesk } from "../../src/upkeep/waiting-at-desk.ts";
import { addActivity, NEXT_TUESDAY, NOW, openSettledTown, wholeFields } from "../world.ts";

describe("What waits first on the desk of an association", () => {
  it("is questions, who comes, what was reported, what to confirm, and drafts with what they lack", () => {
    const { db, box, lis, sanne } = openSettledTown();
    addActivity(db, { id: "a", arrivalsWelcome: true });
    addActivity(db, { id: "gammel", confirmedAt: "2025-01-01" });
    addActivity(db, { id: "væk", lapsedAt: NOW });
    createDraft(db, lis, "viby-bibliotek", { ...wholeFields({ title: "Ny" }), priceOre: null, themes: [] }, NOW);
    ask(db, box, "a", "Er der en elevator?", NOW);
    sayComing(db, box, "a", { name: "Karen", start: NEXT_TUESDAY, alone: true }, NOW);
    report(db, box, "a", { reason: "locked", text: "Døren i gården" }, NOW);

    const own = ownActivities(db, lis, "viby-bibliotek", NOW);
    const waiting = waitingAtDesk(db, box.keys, lis, own, NOW);
    expect(waiting.questions).toMatchObject([{ activity: { id: "a" }, question: { question: "Er der en elevator?" } }]);
    expect(waiting.comers).toMatchObject([{ start: NEXT_TUESDAY, arrivals: [{ name: "Karen", alone: true }] }]);
    expect(waiting.reports).toMatchObject([{ reason: "locked", text: "Døren i gården" }]);
    expect(waiting.unconfirmed.map(({ id }) => id)).toEqual(["væk", "gammel"]);
    expect(waiting.drafts.map(({ missing }) => missing.map(({ field }) => field))).toEqual([["themes", "price"]]);
    expect(countWaiting(waiting)).toBe(6);

    expect(countWaiting(waitingAtDesk(db, box.keys, sanne, own, NOW))).toBe(countWaiting(waiting) - 2);
    const [first] = waiting.questions;
    answer(db, lis, "a", first!.question.id, "Ja, til højre", NOW);
    expect(waitingAtDesk(db, box.keys, lis, own, NOW).questions).toEqual([]);
  });

  it("goes on without names and reports while the keys are closed", () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a", arrivalsWelcome: true });
    sayComing(db, box, "a", { name: "Karen", start: NEXT_TUESDAY, alone: true }, NOW);
    const own = ownActivities(db, lis, "viby-bibliotek", NOW);
    expect(waitingAtDesk(db, CLOSED, lis, own, NOW)).toMatchObject({ comers: [], reports: [] });
  });

  it("is nothing when a new activity is on the board and nobody has said a word", () => {
    const { db, box, lis } = openSettledTown();
    const { id } = createDraft(db, lis, "viby-bibliotek", wholeFields(), NOW);
    publish(db, lis, id, NOW);
    expect(countWaiting(waitingAtDesk(db, box.keys, lis, ownActivities(db, lis, "viby-bibliotek", NOW), NOW))).toBe(0);
  });
});
