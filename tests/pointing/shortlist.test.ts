import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { activityCounts, shortlists } from "../../db/schema.ts";
import { channelOpenings, countChannel, countOpening } from "../../src/pointing/counts.ts";
import {
  keptSearch,
  openShortlist,
  pointToActivities,
  pointToSearch,
  readCode,
  spacedCode,
} from "../../src/pointing/shortlist.ts";
import { DAY, HOUR, NOW, openTown } from "../world.ts";
import { beginAnew } from "./support.ts";

const db = openTown();
let ids: string[];

beforeEach(() => {
  ids = beginAnew(db);
});

describe("A professional points to activities", () => {
  test("gets a code that can be said aloud, and it leads to them in their order for 90 days", () => {
    const code = pointToActivities(db, [ids[1] as string, ids[0] as string], "opslag", NOW);
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(openShortlist(db, code, NOW + 90 * DAY - 1)).toMatchObject({
      state: "open",
      list: { activityIds: [ids[1], ids[0]], channel: "opslag", opened: 0 },
    });
    expect(openShortlist(db, code, NOW + 90 * DAY).state).toBe("expired");
    expect(openShortlist(db, "22222222", NOW).state).toBe("unknown");
  });

  test("keeps no field in which a person could be named", () => {
    pointToActivities(db, ids, null, NOW);
    expect(Object.keys(db.select().from(shortlists).get() ?? {}).sort()).toEqual([
      "activityIds",
      "channel",
      "code",
      "createdAt",
      "expiresAt",
      "opened",
      "search",
    ]);
  });

  test("lets an editor see which channels people come by, month by month, and nothing that fewer than five share", () => {
    const code = pointToActivities(db, ids, "venterum", NOW);
    const december = NOW + 10 * DAY;
    for (let n = 0; n < 6; n += 1) countOpening(db, { code, channel: n < 2 ? "moede" : "venterum" }, NOW + n * HOUR);
    for (let n = 0; n < 5; n += 1) countOpening(db, { code, channel: "moede" }, december + n * DAY);
    for (let n = 0; n < 7; n += 1) countChannel(db, "plakat", december);
    countOpening(db, { code, channel: "venterum" }, NOW);
    expect(channelOpenings(db, 0, 5)).toEqual([
      { month: "2026-12", channel: "plakat", count: 7 },
      { month: "2026-12", channel: "moede", count: 5 },
      { month: "2026-11", channel: "venterum", count: 5 },
    ]);
    expect(channelOpenings(db, december, 6)).toHaveLength(1);
  });

  test("is told when nothing is ticked, when it is not there any more, and when it is too much", () => {
    expect(() => pointToActivities(db, [], null, NOW)).toThrow("nothingPicked");
    expect(() => pointToActivities(db, ["gone"], null, NOW)).toThrow("nothingPicked");
    expect(() =>
      pointToActivities(
        db,
        Array.from({ length: 21 }, (_, n) => `a${n}`),
        null,
        NOW,
      ),
    ).toThrow("tooManyPicked");
  });

  test("is counted per activity and month, and each opening per code", () => {
    const code = pointToActivities(db, ids, null, NOW);
    pointToActivities(db, [ids[0] as string], null, NOW);
    countOpening(db, { code, channel: null }, NOW);
    countOpening(db, { code, channel: null }, NOW);
    expect(
      db
        .select()
        .from(activityCounts)
        .all()
        .filter(({ activityId }) => activityId === ids[0]),
    ).toEqual([{ activityId: ids[0], month: "2026-11", kind: "pointed", count: 2 }]);
    expect(openShortlist(db, code, NOW)).toMatchObject({ list: { opened: 2 } });
  });

  test("may keep a whole search, but never where somebody stands", () => {
    const code = pointToSearch(
      db,
      new URLSearchParams("q=kor&naer=56.1,10.2&radius=5&boks=56,10,57,11&zoom=12&side=3&omraade=viby&navn=Ida"),
      null,
      NOW,
    );
    expect(openShortlist(db, code, NOW)).toMatchObject({ list: { activityIds: null, search: "q=kor&omraade=viby" } });
    fc.assert(
      fc.property(
        fc.webQueryParameters(),
        (query) => !/(^|&)(naer|boks|side|zoom)=/.test(keptSearch(new URLSearchParams(query))),
      ),
    );
  });

  test("may type the code as it is written on paper", () => {
    const code = pointToActivities(db, ids, null, NOW);
    for (const typed of [spacedCode(code), code.toLowerCase(), ` ${code.slice(0, 4)}-${code.slice(4)} `])
      expect(readCode(typed)).toBe(code);
    for (const typed of ["", "ABCDEFG", "ABCDEFGHJ", "ABCDEFG0", "ABCDEFGO", "ABCDEFG1", "ABCDEFGI"])
      expect(readCode(typed)).toBeNull();
  });
});
