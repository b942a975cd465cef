import { describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import {
  arrivals,
  questions,
  reports,
  shortlists,
  suggestions,
  unfinishedForms,
  waitingFiles,
} from "../../db/schema.ts";
import { keepWaiting, readWaiting, WAITING_KEPT_DAYS } from "../../src/exchange/waiting.ts";
import {
  openShortlist,
  pointToActivities,
  SHORTLIST_DAYS,
  SHORTLIST_REMEMBERED_DAYS,
} from "../../src/pointing/shortlist.ts";
import { sayComing } from "../../src/upkeep/coming.ts";
import { ask, QUESTIONS_KEPT_DAYS } from "../../src/upkeep/questions.ts";
import { handle, report, REPORTS_KEPT_DAYS } from "../../src/upkeep/reports.ts";
import { suggest, SUGGESTIONS_KEPT_DAYS } from "../../src/upkeep/suggestions.ts";
import { keepUnfinished, typedBefore, UNFINISHED_KEPT_DAYS } from "../../src/activities/unfinished-form.ts";
import { forgetWhatIsOver } from "../../src/jobs/forget-arrivals.ts";
import { addActivity, DAY, HOUR, NEXT_TUESDAY, NOW, openSettledTown } from "../world.ts";

const FORM = "ny-viby-bibliotek";

/** A town in which everybody has written something that the page about privacy names. */
function fullTown() {
  const town = openSettledTown();
  const { db, box, lis } = town;
  addActivity(db, { id: "a", arrivalsWelcome: true });
  sayComing(db, box, "a", { name: "Karen", start: NEXT_TUESDAY, alone: true }, NOW);
  ask(db, box, "a", "Må man bare kigge?", NOW);
  report(db, box, "a", { reason: "locked", text: "" }, NOW);
  handle(db, lis, db.select().from(reports).get()?.id ?? "", NOW);
  suggest(db, box.keys, { wish: "Et kor", area: null, theme: null, contact: "karen@bro.example" }, NOW);
  const code = pointToActivities(db, ["a"], null, NOW);
  keepUnfinished(db, lis, JSON.stringify({ form: FORM, typed: { title: ["Strik"] } }), NOW);
  keepWaiting(
    db,
    lis,
    "sheet",
    {
      organisationId: "viby-bibliotek",
      file: Buffer.from("Lis;12345678"),
      url: null,
      etag: null,
      lastModified: null,
      report: null,
    },
    NOW,
  );
  return { ...town, code };
}

describe("What the page about privacy promises to forget", () => {
  const promises = [
    [
      "a file that somebody handed in and left",
      WAITING_KEPT_DAYS * DAY,
      (db: OpenDb) => db.select().from(waitingFiles).get(),
    ],
    [
      "the first name of somebody who comes",
      NEXT_TUESDAY + 2 * HOUR - NOW,
      (db: OpenDb) => db.select().from(arrivals).get(),
    ],
    [
      "what somebody said was wrong, once it was seen to",
      REPORTS_KEPT_DAYS * DAY,
      (db: OpenDb) => db.select().from(reports).get(),
    ],
    ["a form that a contact left", UNFINISHED_KEPT_DAYS * DAY, (db: OpenDb) => db.select().from(unfinishedForms).get()],
    ["a question without an answer", QUESTIONS_KEPT_DAYS * DAY, (db: OpenDb) => db.select().from(questions).get()],
    [
      "a wish and how to reach whoever has it",
      SUGGESTIONS_KEPT_DAYS * DAY,
      (db: OpenDb) => db.select().from(suggestions).get(),
    ],
    [
      "a list that somebody was pointed to",
      (SHORTLIST_DAYS + SHORTLIST_REMEMBERED_DAYS) * DAY,
      (db: OpenDb) => db.select().from(shortlists).get(),
    ],
  ] as const;

  it.each(promises)("is gone in time: %s", (_, after, kept) => {
    const { db } = fullTown();
    forgetWhatIsOver(db, NOW + after - 1);
    expect(kept(db)).toBeDefined();
    forgetWhatIsOver(db, NOW + after + 1);
    expect(kept(db)).toBeUndefined();
  });

  it("cannot be read any more before it is gone", () => {
    const { db, lis, code } = fullTown();
    expect(readWaiting(db, lis, "sheet", NOW + WAITING_KEPT_DAYS * DAY + 1)).toBeNull();
    expect(typedBefore(db, lis, FORM, NOW + UNFINISHED_KEPT_DAYS * DAY + 1)).toBeUndefined();
    expect(openShortlist(db, code, NOW + SHORTLIST_DAYS * DAY).state).not.toBe("open");
  });
});
