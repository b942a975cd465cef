import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { activities, occurrences } from "../../db/schema.ts";
import { FACT_SLUGS } from "../../src/shared/facts.ts";
import { exportLines } from "../../src/exchange/export.ts";
import { importLines } from "../../src/exchange/import.ts";
import { PAUSE_KINDS } from "../../src/schedule/pauses.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { pause, publish } from "../../src/activities/publishing.ts";
import {
  addOrganisation,
  clearBoard,
  contactOf,
  NOW,
  onlyActivity,
  openTown,
  wholeFields,
  wholeLine,
} from "../world.ts";
import { schedules } from "../schedule/schedules.ts";

const exported = (db: OpenDb, contacts = true) => [...exportLines(db, { contacts })];
const text = (max: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: max })
    .map((value) => value.trim())
    .filter((value) => value !== "");
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const lines = fc.uniqueArray(
  fc.record({
    id: maybe(text(12)),
    organisation: fc.constantFrom("Viby Bibliotek", "Gellerup IF", "Åby Kor"),
    title: text(40),
    summary: maybe(text(40)),
    description: text(200),
    themes: fc.subarray(["samvaer", "motion", "haandarbejde"], { minLength: 1 }),
    place: fc.record({
      name: maybe(text(20)),
      address: maybe(text(20)),
      postcode: maybe(fc.constantFrom("8260", "8000", "9999")),
      lat: fc.double({ min: 56, max: 56.3, noNaN: true }),
      lng: fc.double({ min: 9.9, max: 10.4, noNaN: true }),
      private: maybe(fc.boolean()),
    }),
    schedule: schedules,
    pauses: maybe(fc.subarray([...PAUSE_KINDS])),
    price: fc.oneof(
      fc.constant({ free: true }),
      fc.record({
        ore: fc.integer({ min: 1, max: 100_000 }),
        per: fc.constantFrom("gang", "måned", "sæson", "år"),
        firstFree: maybe(fc.boolean()),
      }),
    ),
    level: maybe(fc.constantFrom("beginner", "some", "skilled")),
    demand: maybe(fc.constantFrom("none", "fair", "good")),
    facts: maybe(fc.subarray([...FACT_SLUGS])),
    languages: maybe(fc.subarray(["da", "en", "so"])),
    transport: maybe(fc.record({ bus: maybe(text(8)), parking: maybe(fc.boolean()) })),
    ages: maybe(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 60, max: 130 }))),
    firstTime: maybe(text(60)),
    leadsTo: fc.option(text(20)),
    contact: fc.record({ name: text(20), phone: maybe(text(12)), email: maybe(fc.constant("lis@bro.example")) }),
    url: maybe(fc.constant("https://bib.example/strik")),
    confirmed: maybe(fc.constant("2026-11-03")),
  }),
  { maxLength: 6, selector: ({ id, title }) => id ?? title },
);

describe("Exporting", () => {
  it("what is exported, brought into an empty board and exported again is the same", () => {
    const [first, second] = [openTown(), openTown()];
    fc.assert(
      fc.property(lines, (given) => {
        clearBoard(first);
        clearBoard(second);
        importLines(
          first,
          given.map((line) => JSON.stringify(line)),
          NOW,
        );
        const out = exported(first);
        const report = importLines(second, out, NOW);
        expect(report).toMatchObject({ added: out.length, bad: [] });
        expect(exported(second)).toEqual(out);
        expect(importLines(first, out, NOW)).toMatchObject({ added: 0, updated: 0, bad: [], kept: [] });
      }),
      { numRuns: 15 },
    );
  });

  it("a whole line comes back as it was", () => {
    const db = openTown();
    const line = wholeLine({
      facts: ["dropin"],
      languages: ["da"],
      place: { name: "Biblioteket", address: "Vej 1", postcode: "8260", lat: 56.1262, lng: 10.1528, private: true },
      price: { ore: 2000, per: "gang", firstFree: true },
      leadsTo: null,
    });
    importLines(db, [JSON.stringify(line)], NOW);
    expect(JSON.parse(exported(db)[0] ?? "")).toEqual(line);
  });

  it("a price that nobody stated is told as such, and no other site takes it for free", () => {
    const db = openTown();
    importLines(db, [JSON.stringify(wholeLine())], NOW);
    db.update(activities).set({ priceOre: null }).run();
    const [line = ""] = exported(db);
    expect(JSON.parse(line).price).toBeNull();
    expect(importLines(openTown(), [line], NOW)).toMatchObject({
      added: 0,
      bad: [{ line: 1, field: "price", why: "mangler" }],
    });
  });

  it("phone and mail of contacts stay here unless asked for", () => {
    const db = openTown();
    importLines(
      db,
      [JSON.stringify(wholeLine({ contact: { name: "Lis", phone: "12 34 56 78", email: "lis@bro.example" } }))],
      NOW,
    );
    expect(JSON.parse(exported(db, false)[0] ?? "").contact).toEqual({ name: "Lis" });
    expect(JSON.parse(exported(db)[0] ?? "").contact).toEqual({
      name: "Lis",
      phone: "12 34 56 78",
      email: "lis@bro.example",
    });
  });

  it("only what everybody may see is exported, and an own number makes it known again", () => {
    const db = openTown();
    const library = addOrganisation(db, "Viby Bibliotek");
    const choir = addOrganisation(db, "Nyt Kor", "pending");
    const lis = contactOf(db, library, choir);
    publish(db, lis, createDraft(db, lis, choir, wholeFields(), NOW).id, NOW);
    createDraft(db, lis, library, wholeFields(), NOW);
    const paused = createDraft(db, lis, library, wholeFields(), NOW).id;
    publish(db, lis, paused, NOW);
    pause(db, lis, paused, NOW);
    expect(exported(db)).toEqual([]);
    const { id } = createDraft(db, lis, library, wholeFields({ title: "Ude" }), NOW);
    publish(db, lis, id, NOW);
    expect(exported(db).map((line) => JSON.parse(line).id)).toEqual([id]);
    expect(importLines(db, exported(db), NOW)).toMatchObject({ added: 0, unchanged: 1 });
    db.update(activities).set({ lapsedAt: NOW }).run();
    expect(exported(db)).toEqual([]);
  });

  it("whoever holds free at Christmas does so on the other board too: nobody is sent there on 29 December", () => {
    const [first, second] = [openTown(), openTown()];
    const library = addOrganisation(first, "Viby Bibliotek");
    const lis = contactOf(first, library);
    publish(first, lis, createDraft(first, lis, library, wholeFields({ pauses: ["christmas"] }), NOW).id, NOW);
    importLines(second, exported(first), NOW);
    const dates = second.select().from(occurrences).all();
    expect(dates).not.toContainEqual(expect.objectContaining({ start: Date.UTC(2026, 11, 29, 9) }));
    expect(dates).toContainEqual(expect.objectContaining({ start: Date.UTC(2027, 0, 5, 9) }));
    expect(exported(second)).toEqual(exported(first));
    const [line] = exported(first).map((one) => JSON.parse(one) as object);
    expect(importLines(second, [JSON.stringify({ ...line, pauses: ["jul"] })], NOW).bad).toMatchObject([
      { field: "pauses.0" },
    ]);
  });

  it("an activity with neither bus nor age says nothing of them", () => {
    const db = openTown();
    importLines(db, [JSON.stringify(wholeLine({ ages: [0, 120], transport: { parking: false } }))], NOW);
    expect(onlyActivity(db)).toMatchObject({ ageMin: null, ageMax: null, bus: null });
    expect(JSON.parse(exported(db)[0] ?? "")).not.toHaveProperty("ages");
  });
});
