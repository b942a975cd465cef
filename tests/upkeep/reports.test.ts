import { describe, expect, it } from "vitest";
import { reports } from "../../db/schema.ts";
import { forgetReports, handle, openReports, report, reportsOf } from "../../src/upkeep/reports.ts";
import { sendEditorNews } from "../../src/jobs/editor-news.ts";
import { addActivity, DAY, HOUR, NOW, openSettledTown, refusalOf, waitingLetters } from "../world.ts";

const SECRET = "Jeg hedder Karen og faldt på trappen";

describe("Er noget forkert?", () => {
  it("reaches the contact at once and the editors the same day, with nothing of what was written", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a" });
    report(db, box, "a", { reason: "locked", text: SECRET }, NOW);
    expect(waitingLetters(db, box).map(({ to }) => to)).toEqual(["lis@eksempel.dk"]);
    sendEditorNews(db, box, NOW + 2 * HOUR);
    const letters = waitingLetters(db, box);
    expect(letters.map(({ to }) => to)).toEqual(["lis@eksempel.dk", "ellen@bro.example"]);
    expect(letters.some(({ text, subject }) => `${subject}${text}`.includes("Karen"))).toBe(false);
    expect(db.select().from(reports).get()?.sealedText?.includes("Karen")).toBe(false);
  });

  it("is read by editors and the activity's own contacts only, until it was seen to and forgotten", () => {
    const { db, box, lis, sanne, ellen } = openSettledTown();
    addActivity(db, { id: "a" });
    report(db, box, "a", { reason: "other", text: SECRET }, NOW);
    expect(openReports(db, box.keys, ellen).rows).toMatchObject([{ text: SECRET, reason: "other" }]);
    expect(openReports(db, box.keys, lis).rows).toEqual([]);
    expect(reportsOf(db, box.keys, lis, "a")).toHaveLength(1);
    expect(reportsOf(db, box.keys, sanne, "a")).toEqual([]);
    const id = openReports(db, box.keys, ellen).rows[0]!.id;
    expect(refusalOf(() => handle(db, sanne, id, NOW))).toBe("notYours");
    handle(db, lis, id, NOW);
    expect(openReports(db, box.keys, ellen).rows).toEqual([]);
    forgetReports(db, NOW + 31 * DAY);
    expect(db.select().from(reports).all()).toEqual([]);
  });

  it("asks what is wrong when it is something else, and takes no CPR number", () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a" });
    expect(refusalOf(() => report(db, box, "a", { reason: "other", text: "" }, NOW))).toBe("besked: sayWhat");
    expect(refusalOf(() => report(db, box, "a", { reason: "other", text: "Mit er 010190-1234" }, NOW))).toBe(
      "besked: cpr",
    );
  });
});
