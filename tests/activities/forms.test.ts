import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity } from "../../src/activities/activity.ts";
import { activityForm } from "../../src/activities/activity-form.ts";
import { fieldsFrom } from "../../src/activities/form-to-fields.ts";
import { importLines } from "../../src/exchange/import.ts";
import { edit } from "../../src/activities/writing.ts";
import { typedSchedule } from "../../src/schedule/typed-schedule.ts";
import { contactOf, NOW, onlyActivity, openTown, wholeFields, wholeLine } from "../world.ts";

const first = (typed: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(typed).map(([name, [value]]) => [name, value ?? ""]));

/** What a browser posts when somebody opens the form of an activity and presses *Gem*. */
function untouched(activity: Activity): Record<string, unknown> {
  const text = (value: unknown) => (value === null ? "" : String(value));
  const tick = (value: boolean) => (value ? "ja" : undefined);
  return {
    ...first(typedSchedule(activity.schedule)),
    id: activity.id,
    organisation: activity.organisationId,
    title: activity.title,
    summary: activity.summary,
    description: activity.description.replaceAll("\n", "\r\n"),
    themes: [...activity.themes].sort(),
    online: tick(activity.facts.includes("online")),
    placeName: text(activity.placeName),
    address: text(activity.address),
    postcode: text(activity.postcode),
    lat: text(activity.lat),
    lng: text(activity.lng),
    privatePlace: tick(activity.privatePlace),
    price: activity.priceOre ? "paid" : activity.priceOre === 0 ? "free" : "unknown",
    kroner: activity.priceOre ? String(activity.priceOre / 100).replace(".", ",") : "",
    per: activity.pricePer ?? "gang",
    firstFree: tick(activity.firstFree),
    level: text(activity.level),
    demand: text(activity.demand),
    facts: [...activity.facts].sort(),
    languages: ["da", "en", "ar", "uk"].filter((language) => activity.languages.includes(language)),
    bus: text(activity.bus),
    parking: tick(activity.parking),
    ageMin: text(activity.ageMin),
    ageMax: text(activity.ageMax),
    firstTime: text(activity.firstTime),
    leadsTo: text(activity.leadsTo),
    contactName: activity.contactName,
    contactPhone: text(activity.contactPhone),
    contactEmail: text(activity.contactEmail),
    url: text(activity.url),
  };
}

const posted = (changes: Record<string, unknown>) =>
  activityForm.safeParse({ title: "Strik", price: "free", ...changes });
const faultsOf = (changes: Record<string, unknown>) =>
  posted(changes).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];
const stated = (changes: Record<string, unknown>, before: Activity | null = null) =>
  fieldsFrom(activityForm.parse({ title: "Strik", price: "free", ...changes }), before, NOW);

describe("The form of an activity", () => {
  it("a title is enough for a draft", () => {
    expect(stated({})).toMatchObject({ title: "Strik", schedule: [], themes: [], priceOre: 0, lat: null });
  });

  it("saving without a change leaves an imported activity as the source wrote it", () => {
    const db = openTown();
    const line = wholeLine({
      themes: ["spil", "haandarbejde"],
      facts: ["vaert", "dropin", "rolig"],
      languages: ["so", "da"],
      description: "Vi strikker.\nAlle kan være med.",
      price: { ore: 2050, per: "måned", firstFree: true },
      schedule: [
        { date: "2026-12-03", start: "17:00", end: "19:30", cancelled: true },
        { rrule: "FREQ=YEARLY", from: "2026-09-01", start: "13:00", end: "15:00" },
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
    });
    importLines(db, [JSON.stringify(line)], NOW);
    const activity = onlyActivity(db);
    const fields = fieldsFrom(activityForm.parse(untouched(activity)), activity, NOW);
    expect(fields).toEqual(
      Object.fromEntries(
        Object.keys(wholeFields({ pauses: [] })).map((name) => [name, activity[name as keyof Activity]]),
      ),
    );
    edit(db, contactOf(db, activity.organisationId), activity.id, fields, NOW);
    expect(importLines(db, [JSON.stringify({ ...line, description: "Nyt." })], NOW)).toMatchObject({
      updated: 1,
      kept: [],
    });
  });

  it("a pin that nobody touched moves along with the postcode", () => {
    const before = { ...wholeFields(), facts: [], themes: [], languages: [] } as unknown as Activity;
    expect(stated({ postcode: "8381", lat: "56.1262", lng: "10.1528" }, before)).toMatchObject({
      lat: null,
      lng: null,
    });
    expect(stated({ postcode: "8381", lat: "56,19", lng: "10.1528" }, before)).toMatchObject({
      lat: 56.19,
      lng: 10.1528,
    });
    expect(stated({ postcode: "8260", lat: "56.1262", lng: "10.1528" }, before)).toMatchObject({ lat: 56.1262 });
  });

  it.each([
    ["20", 2000],
    ["12,50", 1250],
    ["12.5", 1250],
    ["50 kr.", 5000],
  ])("%s kroner are understood", (kroner, ore) => {
    expect(stated({ price: "paid", kroner, per: "gang" })).toMatchObject({ priceOre: ore, pricePer: "gang" });
  });

  it("what is free has no price, whatever stands in the field", () => {
    expect(stated({ price: "free", kroner: "20", per: "gang", firstFree: "ja" })).toMatchObject({
      priceOre: 0,
      pricePer: null,
      firstFree: false,
    });
  });

  it.each([[undefined], ["unknown"]])("nothing is free before somebody says so: %s", (price) => {
    expect(stated({ price, kroner: "", per: "gang" })).toMatchObject({
      priceOre: null,
      pricePer: null,
      firstFree: false,
    });
  });

  it.each<[string, Record<string, unknown>, [string, string][]]>([
    ["an amount, but not that it costs something", { price: undefined, kroner: "20" }, [["price", "priceMissing"]]],
    ["no title", { title: " " }, [["title", "required"]]],
    ["a price without an amount", { price: "paid", kroner: "gratis", per: "gang" }, [["kroner", "kroner"]]],
    ["half a pin", { lat: "56.1" }, [["lng", "pin"]]],
    [
      "a pin at sea in Africa",
      { lat: "0", lng: "0" },
      [
        ["lat", "pin"],
        ["lng", "pin"],
      ],
    ],
    ["ages the wrong way round", { ageMin: "60", ageMax: "18" }, [["ageMax", "agesOrder"]]],
    ["a mail that is none", { contactEmail: "lis" }, [["contactEmail", "email"]]],
    ["a phone number of three", { contactPhone: "123" }, [["contactPhone", "phoneTooShort"]]],
    ["an address that runs a script", { url: "javascript:alert(1)" }, [["url", "webAddress"]]],
    [
      "a day without an hour, beside another fault",
      { ageMin: "x", w0day: "tir", w0end: "12:00" },
      [
        ["ageMin", "age"],
        ["w0start", "clockMissing"],
      ],
    ],
    ["an hour without a day", { w0start: "10:00", w0end: "12:00" }, [["w0day", "dayMissing"]]],
    [
      "a last time before the first",
      { w0day: "tir", w0start: "10", w0end: "12", w0from: "2026-12-01", w0until: "2026-11-01" },
      [["w0until", "untilBeforeFrom"]],
    ],
    [
      "dates that are none",
      { w0day: "tir", w0start: "10", w0end: "12", w0except: "juleaften" },
      [["w0except", "exceptDates"]],
    ],
    [
      "a clock that is none",
      { d0date: "2026-12-03", d0start: "25:00", d0end: "26:00" },
      [
        ["d0start", "clock"],
        ["d0end", "clock"],
      ],
    ],
    ["a date that is none", { d0date: "2026-02-30", d0start: "10", d0end: "12" }, [["d0date", "date"]]],
  ])("%s is told beside the field", (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  it("any fields at all are read or refused, never more", () => {
    const names = fc.constantFrom(
      "title",
      "lat",
      "kroner",
      "per",
      "themes",
      "facts",
      "ageMin",
      "url",
      "w0day",
      "w0start",
      "w0was",
      "m1order",
      "d0date",
      "d0was",
      "k7",
      "w999start",
      "postcode",
      "__proto__",
      "level",
    );
    const values = fc.oneof(
      fc.string(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constantFrom("tir", "10:00", "2026-12-03", "-1", "free", "9999999999"),
    );
    fc.assert(
      fc.property(fc.dictionary(names, values), (typed) => {
        const read = activityForm.safeParse(typed);
        if (read.success) fieldsFrom(read.data, null, NOW);
      }),
    );
  });
});
