import { describe, expect, it } from "vitest";
import { wayBack } from "../../src/shared/way-back.ts";

const HOST = "board.example";

describe("The way back from an activity", () => {
  it.each([
    ["https://board.example/?q=kor&side=2", "/?q=kor&side=2#a-k3v9"],
    ["https://board.example/", "/#a-k3v9"],
    ["https://board.example/ugen?omraade=viby", "/ugen?omraade=viby#a-k3v9"],
  ])("whoever comes from %s goes back to that card", (referer, back) => {
    expect(wayBack(referer, HOST, "k3v9")).toBe(back);
  });

  it.each([null, "", "no address", "https://board.example/aktiviteter/kor", "https://elsewhere.example/?q=kor"])(
    "whoever comes from %j goes to the board",
    (referer) => {
      expect(wayBack(referer, HOST, "k3v9")).toBe("/");
    },
  );
});
