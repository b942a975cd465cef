import { expect, it } from "vitest";
import { openKept } from "../../src/shared/kept.ts";

it("What was made for one is given to all who ask for the same, until it is another", async () => {
  let made = 0;
  const kept = openKept<number>(10);
  const ask = (key: string, version: string) => kept(key, version, () => Promise.resolve(++made));
  expect(await Promise.all([ask("a", "1"), ask("a", "1"), ask("b", "1")])).toEqual([1, 1, 2]);
  expect([await ask("a", "2"), await ask("a", "2")]).toEqual([3, 3]);
});

it("Only so much is kept: what nobody asked for longest goes first", async () => {
  let made = 0;
  const kept = openKept<number>(2);
  const ask = (key: string) => kept(key, "1", () => Promise.resolve(++made));
  for (const key of ["a", "b", "a", "c"]) await ask(key);
  expect(made).toBe(3);
  await ask("a");
  expect(made).toBe(3);
  await ask("b");
  expect(made).toBe(4);
});

it("What could not be made is tried again for the next one", async () => {
  const kept = openKept<string>(2);
  await expect(kept("a", "1", () => Promise.reject(new Error("busy")))).rejects.toThrow("busy");
  expect(await kept("a", "1", () => Promise.resolve("now"))).toBe("now");
});
