import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenOf, daysThatFit, freeBefore, sharesOf, weekAsked } from "../../src/pointing/poster.ts";
import type { Card } from "../../src/board/cards.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { addOrganisation, contactOf, NOW, openTown, wholeFields } from "../world.ts";

const card = (id: string, next: number, online = false): Card => ({ id, next, online }) as Card;

describe("A poster of the week", () => {
  test("uses its lines up, gives no day more than it has, and none much more than another", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 7 }),
        fc.integer({ min: 0, max: 30 }),
        (wanted, lines) => {
          const shares = sharesOf(wanted, lines);
          const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);
          expect(sum(shares)).toBe(Math.min(lines, sum(wanted)));
          const starved = shares.filter((share, i) => share < (wanted[i] ?? 0));
          expect(Math.max(0, ...shares) - Math.min(Number.POSITIVE_INFINITY, ...starved)).toBeLessThanOrEqual(1);
          expect(shares.every((share, i) => share <= (wanted[i] ?? 0))).toBe(true);
        },
      ),
    );
  });

  test("shows what one can go to before what is online, and what it has not shown yet before what it has", () => {
    const day = [card("net", 1, true), card("kaffe", 2), card("kor", 3), card("strik", 4)];
    const chosen = (count: number, shown: string[]) => chosenOf(day, count, new Set(shown)).map(({ id }) => id);
    expect(chosen(2, ["kaffe"])).toEqual(["kor", "strik"]);
    expect(chosen(3, ["kaffe"])).toEqual(["kaffe", "kor", "strik"]);
    expect(chosen(4, [])).toEqual(["net", "kaffe", "kor", "strik"]);
  });

  test("says of the first date after Christmas that there is none before", () => {
    const db = openTown();
    const library = addOrganisation(db, "Viby Bibliotek");
    const lis = contactOf(db, library);
    const [resting, always] = (["christmas", null] as const).map(
      (kind) => createDraft(db, lis, library, wholeFields({ pauses: kind ? [kind, "easter"] : [] }), NOW).id,
    );
    const on = (next: number) => [resting, always].map((id) => ({ id: id ?? "", next }));
    const december = Date.UTC(2026, 11, 28, 8);
    expect([...freeBefore(db, on(Date.UTC(2027, 0, 5, 9)), december)]).toEqual([
      [resting, "Holder fri fra 23. december til 1. januar"],
    ]);
    expect([...freeBefore(db, on(Date.UTC(2026, 11, 22, 9)), Date.UTC(2026, 11, 21, 8))]).toEqual([]);
    expect([...freeBefore(db, on(Date.UTC(2027, 0, 12, 9)), Date.UTC(2027, 0, 6, 8))]).toEqual([]);
  });

  test("shows fewer when many hold free: each such line takes room on the paper", () => {
    const full = [{ date: "2027-01-05", total: 30, cards: Array.from({ length: 30 }, (_, n) => card(String(n), n)) }];
    const shown = (free: Map<string, string>) => daysThatFit(full, free).map(({ cards, more }) => [cards.length, more]);
    expect(shown(new Map())).toEqual([[14, 16]]);
    expect(shown(new Map(full[0]?.cards.map(({ id }) => [id, "Holder fri i påsken"])))).toEqual([[9, 21]]);
  });

  test.each([
    ["nothing", null, false, "this", "2026-11-26", "2026-11-29"],
    ["the next week", null, true, "next", "2026-11-30", "2026-12-06"],
    ["a day of this week", "2026-11-28", false, "this", "2026-11-26", "2026-11-29"],
    ["a day that is over", "2026-11-02", false, "this", "2026-11-26", "2026-11-29"],
    ["a day of the next week", "2026-12-03", false, "next", "2026-11-30", "2026-12-06"],
    ["a day of another", "2026-12-20", true, "another", "2026-12-14", "2026-12-20"],
  ])("asked for with %s it shows that week, from today on", (_, asked, wantsNext, is, from, until) => {
    expect(weekAsked(asked, wantsNext, "2026-11-26")).toEqual({ is, from, until });
  });

  test("spreads over the day", () => {
    const day = Array.from({ length: 10 }, (_, n) => card(String(n), n));
    expect(chosenOf(day, 3, new Set()).map(({ next }) => next)).toEqual([0, 3, 6]);
  });
});
