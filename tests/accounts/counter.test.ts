import { expect, it } from "vitest";
import { openCounter } from "../../src/accounts/counter.ts";
import { HOUR } from "../../src/shared/time.ts";

it("A botnet fills no memory: the oldest of too many keys are forgotten", () => {
  const counter = openCounter(HOUR, 3);
  for (const key of ["a", "b", "a", "c", "d"]) counter.add(key, 0);
  expect(["a", "b", "c", "d"].map((key) => counter.count(key, 0))).toEqual([2, 0, 1, 1]);
});
