import { expect, it } from "vitest";
import { groupsIn } from "../../src/editing/words.ts";

it("An editor's words are read line by line", () => {
  expect(groupsIn("gåtur,  vandretur , gåtur\r\n\r\nkor, sang\n")).toEqual([
    ["gåtur", "vandretur"],
    ["kor", "sang"],
  ]);
});
