import fc from "fast-check";
import { expect, it } from "vitest";
import { nameOf } from "../../src/components/kept-markup.ts";

const props = fc.record({
  card: fc.record({ title: fc.string(), facts: fc.array(fc.string()), next: fc.integer() }),
  level: fc.constantFrom(3, 4),
  today: fc.string(),
});

it("Two parts have one name only when all that goes into them is the same", () => {
  fc.assert(
    fc.property(props, props, (one, other) => {
      expect(nameOf(one) === nameOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      expect(nameOf(structuredClone(one))).toBe(nameOf(one));
    }),
  );
});

it("However many are named, no name is given to another one", () => {
  const first = { card: { title: "Sang" } };
  const name = nameOf(first);
  for (let n = 0; n < 12_000; n++) expect(nameOf({ card: { title: `Sang ${n}` } })).not.toBe(name);
  expect(nameOf(first)).toBe(name);
});
