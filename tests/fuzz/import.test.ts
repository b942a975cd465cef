import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { importLines } from "../../src/exchange/import.ts";
import { ROOT } from "../harness/root.ts";
import { NOW } from "../world.ts";
import { tries } from "./size.ts";
import { wildText } from "./wild.ts";

const GOOD = {
  organisation: "Viby Bibliotek",
  title: "Strikkecafé for alle",
  description: "Vi strikker og drikker kaffe.",
  themes: ["haandarbejde"],
  place: {
    name: "Viby Bibliotek",
    address: "Skanderborgvej 170",
    postcode: "8260",
    lat: 56.1262,
    lng: 10.1528,
    private: false,
  },
  schedule: [
    {
      weekday: "tir",
      start: "10:00",
      end: "12:00",
      from: "2026-09-01",
      until: "2027-05-31",
      weeks: "odd",
      except: ["2026-12-22"],
      cancelled: ["2026-12-01"],
    },
  ],
  price: { free: true },
  level: "beginner",
  demand: "none",
  facts: ["dropin", "vaert"],
  languages: ["da", "en"],
  transport: { bus: "4A, 16", parking: true },
  ages: [18, 99],
  contact: { name: "Lis", phone: "12 34 56 78", email: "lis@eksempel.dk" },
  url: "https://eksempel.dk",
  confirmed: "2026-11-03",
};

const wildValue = fc.oneof(
  wildText,
  fc.anything({ withNullPrototype: false, maxDepth: 2 }),
  fc.integer(),
  fc.constant(null),
  fc.constantFrom("FREQ=SECONDLY", "FREQ=DAILY;COUNT=99999999", "2026-02-29", "24:00"),
);

/** A good line with some of its fields, at any depth, replaced or left out. */
const nearlyGood = fc
  .array(fc.tuple(fc.constantFrom(...pathsOf(GOOD)), fc.option(wildValue)), { minLength: 1, maxLength: 4 })
  .map((changes) => {
    const line: unknown = structuredClone(GOOD);
    for (const [path, value] of changes) put(line, path, value);
    return JSON.stringify(line, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)) ?? "null";
  });

const wildLine = fc.oneof(
  { weight: 6, arbitrary: nearlyGood },
  { weight: 2, arbitrary: wildText },
  { weight: 2, arbitrary: fc.json() },
);

describe("A file of activities with anything in it", () => {
  it("is read to its end: what is bad is named, what is good is there, and a second time changes nothing", () => {
    const db = openDb(":memory:", ROOT);
    insertDefaults(db);
    fc.assert(
      fc.property(fc.array(wildLine, { minLength: 1, maxLength: 6 }), fc.uuid(), (wild, id) => {
        const good = JSON.stringify({ ...GOOD, id });
        const lines = [...wild.flatMap((line) => line.split("\n")), good];
        const first = importLines(db, lines, NOW);
        const numbers = first.bad.map(({ line }) => line);
        expect(numbers).not.toContain(lines.length);
        expect(numbers.every((line) => line >= 1 && line < lines.length)).toBe(true);
        for (const { field, why } of first.bad)
          expect(`${field} ${why}`).not.toMatch(/undefined|\[object|TypeError|SQLITE/i);

        const second = importLines(db, lines, NOW);
        expect(second).toMatchObject({ added: 0, updated: 0, bad: first.bad });
      }),
      tries(150),
    );
    db.$client.close();
  });
});

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    ...(path.length ? [path] : []),
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key])),
  ];
}

/** Sets what lies at a path, or takes it away; a path that is gone already stays gone. */
function put(line: unknown, path: string[], value: unknown): void {
  let at = line as Record<string, unknown>;
  for (const key of path.slice(0, -1)) {
    const inner = at[key];
    if (typeof inner !== "object" || inner === null) return;
    at = inner as Record<string, unknown>;
  }
  const last = path.at(-1) ?? "";
  if (value === null) delete at[last];
  else at[last] = value;
}
