import { describe, expect, it } from "vitest";
import { openTally, writeSeen } from "../../src/upkeep/counts.ts";
import { chooseMonthlyMail, monthlyReader } from "../../src/upkeep/monthly.ts";
import { sendMonthlyMails } from "../../src/jobs/monthly-mail.ts";
import { trustMails } from "../../src/texts/activity-mails.ts";
import { addActivity, DAY, NOW, openSettledTown, waitingLetters } from "../world.ts";

describe("The monthly mail", () => {
  it("asks a contact for the prices that nobody stated, with a way to the field", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a", title: "Kor", priceOre: null });
    addActivity(db, { id: "b", title: "Dans" });
    addActivity(db, { id: "c", title: "Skak", priceOre: null, state: "draft" });
    const tally = openTally();
    tally.add("opened", ["b"], NOW);
    writeSeen(db, tally.take());
    await sendMonthlyMails(db, box, NOW + 31 * DAY);
    const [letter] = waitingLetters(db, box);
    expect(letter?.text).toContain(
      `${trustMails.monthly.noPrice}\n\nKor\n${box.siteUrl}/forening/aktivitet/a#f-price\n\n`,
    );
    expect(letter?.text).not.toMatch(/Skak|aktivitet\/b/);
  });
});

describe("A contact who says no to the monthly mail", () => {
  it("gets it no more, and again when the no was a mistake; opening the link changes nothing", async () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    const tally = openTally();
    for (const month of [0, 1, 2, 3]) tally.add("opened", ["a"], NOW + month * 31 * DAY);
    writeSeen(db, tally.take());
    const sentIn = (month: number) => sendMonthlyMails(db, box, NOW + month * 31 * DAY);
    expect(await sentIn(1)).toBe(1);
    const [letter] = waitingLetters(db, box);
    const token = letter?.text.match(/\/maanedsmail\/(\S+)/)?.[1] ?? "";
    expect(letter?.unsubscribe).toBe(`${box.siteUrl}/maanedsmail/${token}`);
    expect(token.length).toBeLessThanOrEqual(100);
    expect(monthlyReader(db, box.keys, token)).toEqual({ id: lis.id, wanted: true });
    expect(monthlyReader(db, box.keys, `${token.slice(0, -4)}AAAA`)).toBeNull();
    expect(monthlyReader(db, box.keys, "")).toBeNull();
    chooseMonthlyMail(db, lis.id, false);
    expect(await sentIn(2)).toBe(0);
    chooseMonthlyMail(db, lis.id, true);
    expect(await sentIn(3)).toBe(1);
  });
});
