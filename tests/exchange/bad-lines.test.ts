import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import { importLines } from "../../src/exchange/import.ts";
import { NOW, openTown, wholeLine } from "../world.ts";

let db: OpenDb;
beforeEach(() => {
  db = openTown();
});

const load = (...lines: (Record<string, unknown> | string)[]) =>
  importLines(
    db,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))),
    NOW,
  );
const badOf = (line: Record<string, unknown> | string) => load(line).bad[0];

describe("Bad lines", () => {
  it("are told by number, field and reason, and the good ones go in", () => {
    const report = load("{", wholeLine(), "", wholeLine({ id: "2", price: { ore: 2000 } }), wholeLine({ id: "3" }));
    expect(report).toMatchObject({
      added: 2,
      bad: [
        { line: 1, field: "", why: "linjen er ikke gyldig JSON" },
        { line: 4, field: "price.per" },
      ],
    });
  });

  it.each([
    ["organisation", {}, ["organisation"]],
    ["title", {}, ["title"]],
    ["description", {}, ["description"]],
    ["themes", {}, ["themes"]],
    ["place", {}, ["place"]],
    ["schedule", {}, ["schedule"]],
    ["price", {}, ["price"]],
    ["contact", {}, ["contact"]],
  ])("a line must have %s", (field) => {
    expect(badOf(wholeLine({ [field]: undefined }))).toEqual({ line: 1, field, why: "mangler" });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["an unknown theme", { themes: ["strik"] }, "themes"],
    ["an unknown fact", { facts: ["dropin", "gratis"] }, "facts.1"],
    ["a point outside Denmark", { place: { lat: 10.15, lng: 56.12 } }, "place.lat"],
    ["half a point", { place: { lat: 56.1 } }, "place.lng"],
    ["a postcode of three", { place: { lat: 56.1, lng: 10.1, postcode: "826" } }, "place.postcode"],
    [
      "an unknown weekday",
      { schedule: [{ weekday: "tirsdag", start: "10:00", end: "12:00", from: "2026-09-01" }] },
      "schedule.0.weekday",
    ],
    ["a clock that is none", { schedule: [{ date: "2026-12-03", start: "25:00", end: "12:00" }] }, "schedule.0.start"],
    ["a date that is none", { schedule: [{ date: "2026-02-30", start: "10:00", end: "12:00" }] }, "schedule.0.date"],
    [
      "a misspelt field of a time",
      { schedule: [{ date: "2026-12-03", start: "10:00", end: "12:00", exept: [] }] },
      "schedule.0",
    ],
    ["no times at all", { schedule: [] }, "schedule"],
    [
      "a rule that is none",
      { schedule: [{ rrule: "FREQ=SECONDLY", from: "2026-09-01", start: "10:00", end: "12:00" }] },
      "schedule.0.rrule",
    ],
    ["a price that is none", { price: {} }, "price.free"],
    ["a price of both kinds", { price: { free: true, ore: 100, per: "gang" } }, "price.free"],
    ["a price that nobody stated", { price: null }, "price"],
    ["half an øre", { price: { ore: 20.5, per: "gang" } }, "price.ore"],
    ["an unknown level", { level: "expert" }, "level"],
    ["ages the wrong way round", { ages: [60, 18] }, "ages"],
    ["no contact's name", { contact: { phone: "12345678" } }, "contact.name"],
    ["a mail that is none", { contact: { name: "Lis", email: "lis" } }, "contact.email"],
    ["an address that runs a script", { url: "javascript:alert(1)" }, "url"],
    ["a title that is a number", { title: 7 }, "title"],
    ["a day of confirmation that is none", { confirmed: "i går" }, "confirmed"],
  ])("%s is told", (_, changes, field) => {
    const bad = badOf(wholeLine(changes));
    expect(bad).toMatchObject({ line: 1, field });
    expect(bad?.why).not.toBe("");
    expect(db.select().from(activities).all()).toEqual([]);
  });

  it("the same activity twice in a file is told", () => {
    expect(load(wholeLine(), wholeLine({ title: "Igen" }))).toMatchObject({
      added: 1,
      bad: [{ line: 2, field: "id", why: "er den samme som i linje 1" }],
    });
  });

  it.each(["null", "[]", "7", '"x"', "x".repeat(300_000)])("%.10s is no activity", (line) => {
    expect(load(line)).toMatchObject({ added: 0, bad: [{ line: 1, field: "" }] });
  });
});
