import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsOf, monthBefore, openTally, writeSeen } from "../../src/upkeep/counts.ts";
import { sendMonthlyMails } from "../../src/jobs/monthly-mail.ts";
import { addActivity, DAY, NOW, openSettledTown, waitingLetters } from "../world.ts";

describe("Counts", () => {
  it("are written in batches and added up, whatever the order", async () => {
    const { db } = openSettledTown();
    for (const id of ["a", "b"]) addActivity(db, { id });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("shown", "opened", "coming" as const),
            fc.constantFrom("a", "b", "gone"),
            fc.boolean(),
          ),
          { maxLength: 40 },
        ),
        (events) => {
          db.$client.exec("DELETE FROM activity_counts");
          const tally = openTally();
          for (const [kind, id, writes] of events) {
            tally.add(kind as "shown", [id], NOW);
            if (writes) writeSeen(db, tally.take());
          }
          writeSeen(db, tally.take());
          for (const id of ["a", "b"]) {
            const counts = countsOf(db, id, ["2026-11"]).get("2026-11")!;
            for (const kind of ["shown", "opened", "coming"] as const)
              expect(counts[kind]).toBe(events.filter(([k, i]) => k === kind && i === id).length);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("come to the contacts once a month, without numbers under five", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a" });
    const tally = openTally();
    for (let n = 0; n < 7; n += 1) tally.add("opened", ["a"], NOW);
    for (let n = 0; n < 3; n += 1) tally.add("coming", ["a"], NOW);
    writeSeen(db, tally.take());
    const december = NOW + 10 * DAY;
    expect(await sendMonthlyMails(db, box, NOW)).toBe(0);
    expect(await sendMonthlyMails(db, box, december)).toBe(1);
    expect(await sendMonthlyMails(db, box, december + DAY)).toBe(0);
    const [letter] = waitingLetters(db, box);
    expect(letter?.to).toBe("lis@bro.example");
    expect(letter?.text).toContain("- 7 åbnet\n- under 5 siger, de kommer");
    expect(monthBefore("2027-01")).toBe("2026-12");
  });
});
