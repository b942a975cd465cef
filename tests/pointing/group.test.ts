import { describe, expect, test } from "vitest";
import { countOpening, channelOpenings } from "../../src/pointing/counts.ts";
import { groupForm } from "../../src/pointing/forms.ts";
import { groupChannel, groupOf } from "../../src/pointing/group.ts";
import { openShortlist, pointToSearch } from "../../src/pointing/shortlist.ts";
import { NOW, openTown } from "../world.ts";

describe("A hold that is shown the board together", () => {
  test("has a code of its own, whose openings an editor sees under the hold's name", () => {
    const db = openTown();
    const code = pointToSearch(db, new URLSearchParams("omraade=viby"), groupChannel("Viby Hjerte"), NOW);
    const opened = openShortlist(db, code, NOW);
    expect(opened).toMatchObject({ state: "open", list: { search: "omraade=viby", channel: "hold-viby-hjerte" } });
    for (let n = 0; n < 5; n += 1) countOpening(db, { code, channel: "hold-viby-hjerte" }, NOW);
    expect(channelOpenings(db, 0, 5)).toEqual([{ month: "2026-11", channel: "hold-viby-hjerte", count: 5 }]);
  });

  test("is called so again where the codes are counted, and no other channel is taken for one", () => {
    expect(groupOf(groupChannel("Åby, gåhold 2"))).toBe("aaby gaahold 2");
    expect([groupOf("venterum"), groupOf("")]).toEqual([null, null]);
  });

  test("has a short name: who types more, or nothing, hears it", () => {
    const read = (hold: string) => groupForm.safeParse({ hold }).error?.issues[0]?.message;
    expect([read("Viby hjerte"), read(" "), read("x".repeat(31))]).toEqual([undefined, "required", "tooLong"]);
  });
});
