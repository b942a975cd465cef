import { expect, it } from "vitest";
import { meetsTime, timeWishOf } from "../../search/meilisearch/times.ts";
import { timeOfDay } from "../../src/shared/time.ts";
import { TIMES_OF_DAY } from "../../src/shared/week.ts";

const ANY = { dag: [], tid: [], fra: null, til: null, klfra: null, kltil: null };

it("every minute of a day belongs to the part of the day that the site says, for Meilisearch too", () => {
  for (let minute = 0; minute < 24 * 60; minute++) {
    const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    const parts = TIMES_OF_DAY.filter((part) => meetsTime(timeWishOf({ ...ANY, tid: [part] }), minute));
    expect(parts, clock).toEqual([timeOfDay(clock)]);
  }
});
