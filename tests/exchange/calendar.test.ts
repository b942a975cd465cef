import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { activities, activityVersions } from "../../db/schema.ts";
import { ownStore, type Store } from "../../db/write.ts";
import { isSkipped, type Read } from "../../src/exchange/candidate.ts";
import { goneFrom, previewTaking, takeIn } from "../../src/exchange/take-in.ts";
import { edit } from "../../src/activities/writing.ts";
import { publish, withdraw } from "../../src/activities/publishing.ts";
import { occurrencesOf } from "../../src/schedule/schedule.ts";
import { localClock, localDate } from "../../src/shared/time.ts";
import {
  activityOf,
  addOrganisation,
  clearBoard,
  contactOf,
  DAY,
  noted,
  NOW,
  openTown,
  wholeFields,
} from "../world.ts";
import { calendar, fixture, onlyOne, readsOf, take, weekly } from "./support.ts";

const db = openTown();
let organisation: string;

beforeEach(() => {
  clearBoard(db);
  organisation = addOrganisation(db, "Folkehuset");
});

const daysOf = (...events: string[][]) =>
  occurrencesOf(onlyOne(db, ...events).stated.schedule ?? [], { from: NOW, to: NOW + 60 * DAY }).map(
    ({ start, end, cancelled }) =>
      `${localDate(start)} ${localClock(start)}-${localClock(end)}${cancelled ? " aflyst" : ""}`,
  );
const whyOf = (...lines: string[]) => {
  const [read] = readsOf(db, calendar(lines));
  return read && isSkipped(read) ? read.why.join() : null;
};
const kinds = (outcomes: { kind: string }[]) => outcomes.map(({ kind }) => kind);
const titlesGone = (reads: Read[], now = NOW) =>
  goneFrom(db, { organisationId: organisation, now }, reads).map(({ title }) => title);
const stored = () => db.select().from(activities).all();

describe("A calendar that an association keeps elsewhere", () => {
  it("comes with its series, exceptions, cancelled and moved dates", async () => {
    await take(db, fixture("folkehuset.ics"), organisation);
    const strik = stored().find(({ title }) => title === "Strik ved åen");
    expect(strik?.schedule).toEqual([
      {
        weekday: "tir",
        start: "10:00",
        end: "12:00",
        from: "2026-09-01",
        until: "2027-05-25",
        except: ["2026-12-22", "2026-12-29"],
        cancelled: ["2026-12-08"],
        moved: [{ from: "2026-12-01", date: "2026-12-02", start: "17:00", end: "19:00" }],
      },
    ]);
    expect(strik).toMatchObject({
      state: "draft",
      placeName: "Folkehuset ved Åen",
      address: "Carl Blochs Gade 28",
      postcode: "8000",
      contactName: "Lis",
      contactPhone: "12 34 56 78",
      themes: ["haandarbejde", "samvaer"],
    });
    expect(strik?.description).toContain("man kan bare møde op.\nKontakt");
    expect(stored().find(({ title }) => title === "Julemad")).toMatchObject({
      schedule: [{ date: "2026-12-10", start: "17:00", end: "19:30" }],
      priceOre: 4000,
      pricePer: "gang",
    });
    expect(stored().find(({ title }) => title === "Fællessang")?.schedule).toEqual([
      { rrule: "FREQ=MONTHLY;BYDAY=1TH", start: "19:00", end: "20:30", from: "2026-10-01" },
    ]);
  });

  it("tells event by event what will happen, before anything is kept", () => {
    const preview = previewTaking(
      db,
      { organisationId: organisation, actorId: null, defaults: {}, now: NOW },
      readsOf(db, fixture("folkehuset.ics"), organisation),
    );
    expect(preview.map(({ title, kind, why }) => [title, kind, why])).toEqual([
      ["Strik ved åen", "new", []],
      ["Julemad", "new", []],
      ["Fællessang", "new", []],
      ["Åbent hus i julen", "new", []],
      ["Foredrag i foråret", "skipped", ["over"]],
      ["Møde i bestyrelsen", "skipped", ["private"]],
    ]);
    expect(stored()).toEqual([]);
  });

  it("changes nothing when it comes twice", async () => {
    await take(db, fixture("folkehuset.ics"), organisation);
    const before = stored();
    expect(
      kinds(await take(db, fixture("folkehuset.ics"), organisation, NOW + DAY)).filter((kind) => kind !== "skipped"),
    ).toEqual(["same", "same", "same", "same"]);
    expect(stored()).toEqual(before);
    expect(noted(db)).toEqual([]);
  });

  it("is the same calendar in another association only by name", async () => {
    await take(db, calendar(weekly()), organisation);
    const other = addOrganisation(db, "Biblioteket");
    expect(kinds(await take(db, calendar(weekly()), other))).toEqual(["new"]);
    expect(stored()).toHaveLength(2);
  });

  it("follows when all dates from one on get another time, once, and keeps the dates before as they were", async () => {
    const [head, series] = fixture("flytter.ics").toString().split("BEGIN:VEVENT");
    await take(db, Buffer.from(`${head}BEGIN:VEVENT${series}END:VCALENDAR`), organisation);
    const id = accept();
    expect(kinds(await take(db, fixture("flytter.ics"), organisation))).toEqual(["changed"]);
    const before = activityOf(db, id).schedule;
    expect(before).toEqual([
      { weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01", until: "2027-01-04", except: ["2026-12-22"] },
      {
        weekday: "ons",
        start: "16:00",
        end: "18:30",
        from: "2027-01-06",
        except: ["2027-02-17"],
        moved: [{ from: "2027-02-03", date: "2027-02-04", start: "16:00", end: "18:30" }],
      },
    ]);
    expect(kinds(await take(db, fixture("flytter.ics"), organisation))).toEqual(["same"]);
    expect(activityOf(db, id).schedule).toEqual(before);
    expect(titlesGone(readsOf(db, fixture("flytter.ics"), organisation))).toEqual([]);
  });

  it("never publishes what is new, and follows what was accepted", async () => {
    await take(db, calendar(weekly("DESCRIPTION:Vi strikker.")), organisation);
    const id = accept();
    const before = noted(db).length;
    expect(
      kinds(
        await take(
          db,
          calendar(weekly("DESCRIPTION:Vi strikker.", "DTEND;TZID=Europe/Copenhagen:20260901T130000")),
          organisation,
        ),
      ),
    ).toEqual(["changed"]);
    expect(activityOf(db, id)).toMatchObject({ state: "published", schedule: [{ end: "13:00" }] });
    expect(noted(db).slice(before)).toEqual([id]);
    expect(db.select().from(activityVersions).where(eq(activityVersions.activityId, id)).all().at(-1)).toMatchObject({
      actorId: null,
      deed: "edit",
    });
  });

  it("guesses a theme for what is new, and never again", async () => {
    await take(db, calendar(weekly()), organisation);
    const id = accept({ themes: ["motion"] });
    expect((await take(db, calendar(weekly("CATEGORIES:Musik")), organisation))[0]).toMatchObject({
      kind: "same",
      kept: [],
    });
    expect(activityOf(db, id).themes).toEqual(["motion"]);
  });

  it("leaves what a person has edited, and says so", async () => {
    await take(db, calendar(weekly()), organisation);
    const id = accept({ title: "Strik for alle" });
    const [outcome] = await take(db, calendar(weekly("SUMMARY:Strikkeklub")), organisation);
    expect(outcome).toMatchObject({ kind: "same", kept: ["title"] });
    expect(activityOf(db, id).title).toBe("Strik for alle");
  });

  it("does not take away what only a person has written, when the calendar begins to say something", async () => {
    await take(db, calendar(weekly()), organisation);
    const id = accept({ description: "Vores egne ord." });
    expect((await take(db, calendar(weekly("DESCRIPTION:Kalenderens ord.")), organisation))[0]).toMatchObject({
      kept: ["description"],
    });
    expect(activityOf(db, id).description).toBe("Vores egne ord.");
  });

  it("does not bring back what was taken down", async () => {
    await take(db, calendar(weekly()), organisation);
    const id = accept();
    withdraw(db, contactOf(db, organisation), id, NOW);
    expect((await take(db, calendar(weekly("SUMMARY:Nyt navn")), organisation))[0]).toMatchObject({
      kind: "skipped",
      why: ["takenDown"],
    });
  });

  it("pauses a series that it calls off, once", async () => {
    await take(db, calendar(weekly()), organisation);
    const id = accept();
    expect(kinds(await take(db, calendar(weekly("STATUS:CANCELLED")), organisation))).toEqual(["paused"]);
    expect(activityOf(db, id).state).toBe("paused");
    expect(kinds(await take(db, calendar(weekly("STATUS:CANCELLED")), organisation))).toEqual(["same"]);
  });

  it("moves and calls off single dates that it names alone, and leaves the rest of what is known", async () => {
    await take(db, calendar(weekly("DESCRIPTION:Vi strikker.")), organisation);
    const id = accept();
    const change = (date: string, ...lines: string[]) => [
      "UID:a@b",
      `RECURRENCE-ID;TZID=Europe/Copenhagen:${date}T100000`,
      ...lines,
    ];
    const moved = change("20261201", "SUMMARY:Strik i parken", "DTSTART:20261202T130000", "DTEND:20261202T140000");
    const off = change("20261208", "SUMMARY:Strik", "DTSTART:20261208T100000", "STATUS:CANCELLED");
    expect(kinds(await take(db, calendar(moved, off), organisation))).toEqual(["changed"]);
    expect(activityOf(db, id)).toMatchObject({
      title: "Strik",
      schedule: [
        {
          weekday: "tir",
          cancelled: ["2026-12-08"],
          moved: [{ from: "2026-12-01", date: "2026-12-02", start: "13:00", end: "14:00" }],
        },
      ],
    });
  });

  it("calls off what its METHOD says, a series by a pause and a date by itself", async () => {
    await take(db, calendar(weekly()), organisation);
    const id = accept();
    const off = (lines: string[]) =>
      Buffer.from(calendar(lines).toString().replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:CANCEL"));
    const mail = off(["UID:a@b", "SUMMARY:Strik", "DTSTART;TZID=Europe/Copenhagen:20260901T100000"]);
    expect(kinds(await take(db, mail, organisation))).toEqual(["paused"]);
    expect(activityOf(db, id)).toMatchObject({ state: "paused", schedule: [{ weekday: "tir" }] });
    const talk = ["UID:b@b", "SUMMARY:Foredrag", "DTSTART:20261201T100000", "DTEND:20261201T120000"];
    await take(db, calendar(talk), organisation);
    db.update(activities).set({ state: "published" }).where(eq(activities.title, "Foredrag")).run();
    await take(db, off(talk), organisation);
    expect(stored().find(({ title }) => title === "Foredrag")).toMatchObject({
      state: "published",
      schedule: [{ cancelled: true }],
    });
  });

  it("names what it does not hold any more, and leaves it", async () => {
    await take(db, calendar(weekly()), organisation);
    accept();
    expect(titlesGone(readsOf(db, calendar(weekly("UID:andet@b")), organisation))).toEqual(["Strik"]);
  });

  it("says when one may come next: not in the holidays that the host has ticked", async () => {
    const source = calendar(weekly("RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270105T220000Z"));
    await take(db, source, organisation);
    accept({ pauses: ["christmas"] });
    const taking = { organisationId: organisation, actorId: null, defaults: {}, now: Date.UTC(2026, 11, 23) };
    const [shown] = previewTaking(db, taking, readsOf(db, source, organisation));
    expect(shown?.next?.start).toBe(Date.UTC(2027, 0, 5, 9));
    const other = readsOf(db, calendar(weekly("UID:andet@b")), organisation);
    expect(titlesGone(other, taking.now)).toEqual(["Strik"]);
    db.update(activities)
      .set({ pauses: ["christmas", "public"], schedule: [{ date: "2026-12-29", start: "10:00", end: "12:00" }] })
      .run();
    expect(titlesGone(other, taking.now)).toEqual([]);
  });

  it("that was cut off half way is finished by taking it in again", async () => {
    const reads = readsOf(db, calendar(weekly("UID:a"), weekly("UID:b"), weekly("UID:c")), organisation);
    const taking = { organisationId: organisation, actorId: null, defaults: {}, now: NOW };
    let steps = 0;
    const store = ownStore(db);
    const cutOff: Store = {
      db,
      write: (deed) => (++steps > 2 ? Promise.reject(new Error("killed")) : store.write(deed)),
    };
    await expect(takeIn(cutOff, taking, reads)).rejects.toThrow("killed");
    const half = stored();
    expect(half.map(({ importKey }) => importKey?.at(-1))).toEqual(["a", "b"]);
    expect(kinds(await takeIn(store, taking, reads))).toEqual(["same", "same", "new"]);
    expect(stored().slice(0, 2)).toEqual(half);
  });

  it("is taken in a little at a time: whoever writes meanwhile has their turn", async () => {
    const reads = readsOf(
      db,
      calendar(...Array.from({ length: 60 }, (_, n) => weekly(`UID:${n}`, `SUMMARY:Strik ${n}`))),
      organisation,
    );
    const steps: number[] = [];
    const store = ownStore(db);
    const timed: Store = {
      db,
      async write(deed) {
        const began = performance.now();
        const done = await store.write(deed);
        steps.push(performance.now() - began);
        return done;
      },
    };
    await takeIn(timed, { organisationId: organisation, actorId: null, defaults: {}, now: NOW }, reads);
    expect(steps).toHaveLength(60);
    expect(steps.sort((a, b) => a - b)[30]).toBeLessThan(20);
  });
});

describe("Times in a calendar", () => {
  it("are Danish when they float", () => {
    expect(daysOf(["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "DTEND:20261201T110000"])).toEqual([
      "2026-12-01 10:00-11:00",
    ]);
  });

  it("are turned from UTC", () => {
    expect(daysOf(["UID:1", "SUMMARY:A", "DTSTART:20261201T233000Z", "DTEND:20261202T003000Z"])).toEqual([
      "2026-12-02 00:30-01:30",
    ]);
  });

  it.each([
    "Romance Standard Time",
    "/mozilla.org/20070129_1/Europe/Copenhagen",
    "W. Europe Standard Time",
    "Europe/Berlin",
  ])("are read in the zone %s as in Copenhagen", (zone) => {
    expect(
      onlyOne(db, weekly(`DTSTART;TZID=${zone}:20260901T100000`, `DTEND;TZID=${zone}:20260901T120000`)).stated.schedule,
    ).toEqual([{ weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01" }]);
  });

  it("change from one date on, the hours alone or to another day, and end where they are called off", () => {
    const later = (date: string, ...lines: string[]) =>
      weekly("RRULE", `RECURRENCE-ID;TZID=Europe/Copenhagen;RANGE=THISANDFUTURE:${date}T100000`, ...lines).filter(
        (line) => line !== "RRULE",
      );
    const at = (start: string, end: string) => [
      `DTSTART;TZID=Europe/Copenhagen:${start}`,
      `DTEND;TZID=Europe/Copenhagen:${end}`,
    ];
    const first = later("20261208", ...at("20261208T140000", "20261208T153000"), "SEQUENCE:1");
    expect(daysOf(weekly(), first).slice(0, 4)).toEqual([
      "2026-11-24 10:00-12:00",
      "2026-12-01 10:00-12:00",
      "2026-12-08 14:00-15:30",
      "2026-12-15 14:00-15:30",
    ]);
    const second = later("20261222", ...at("20261221T090000", "20261221T100000"), "SEQUENCE:2");
    expect(daysOf(weekly(), first, second).slice(3, 6)).toEqual([
      "2026-12-15 14:00-15:30",
      "2026-12-21 09:00-10:00",
      "2026-12-28 09:00-10:00",
    ]);
    expect(daysOf(weekly(), later("20261208", "STATUS:CANCELLED"))).toEqual([
      "2026-11-24 10:00-12:00",
      "2026-12-01 10:00-12:00",
    ]);
    const fortnights = weekly("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
    expect(daysOf(fortnights, second).slice(1, 4)).toEqual([
      "2026-12-08 10:00-12:00",
      "2026-12-21 09:00-10:00",
      "2027-01-04 09:00-10:00",
    ]);
    const monthly = weekly("RRULE:FREQ=MONTHLY;BYDAY=2TU");
    expect(daysOf(monthly, first).slice(0, 2)).toEqual(["2026-12-08 14:00-15:30", "2027-01-12 14:00-15:30"]);
    const onWednesdays = later("20261208", ...at("20261209T100000", "20261209T120000"));
    expect(onlyOne(db, monthly, onWednesdays).notes).toEqual(["laterChange"]);
    expect(daysOf(monthly, onWednesdays).slice(0, 2)).toEqual(["2026-12-09 10:00-12:00", "2027-01-13 10:00-12:00"]);
  });

  it("of another country are written by Danish clocks, in summer and winter", () => {
    const event = weekly(
      "DTSTART;TZID=America/New_York:20270302T080000",
      "DTEND;TZID=America/New_York:20270302T090000",
      "RRULE:FREQ=WEEKLY;COUNT=5",
    );
    const { stated, notes } = onlyOne(db, event);
    expect(stated.schedule?.map(({ start, ...entry }) => ("from" in entry ? `${entry.from} ${start}` : ""))).toEqual([
      "2027-03-02 14:00",
      "2027-03-16 13:00",
      "2027-03-30 14:00",
    ]);
    expect(notes).toContain("otherZone");
  });

  it("in an unknown zone are read as Danish, and it says so", () => {
    expect(
      onlyOne(db, weekly("DTSTART;TZID=Atlantis:20260901T100000", "DTEND;TZID=Atlantis:20260901T120000")).notes,
    ).toContain("unknownZone");
  });

  it("that last whole days say so", () => {
    const { stated, notes } = onlyOne(db, [
      "UID:1",
      "SUMMARY:A",
      "DTSTART;VALUE=DATE:20261201",
      "DTEND;VALUE=DATE:20261203",
    ]);
    expect(stated.schedule).toEqual([
      { date: "2026-12-01", start: "00:00", end: "23:59" },
      { date: "2026-12-02", start: "00:00", end: "23:59" },
    ]);
    expect(notes).toEqual(["allDay"]);
  });

  it("keep an exception in UTC on its Danish day", () => {
    expect(daysOf(weekly("EXDATE:20261201T090000Z"))[1]).toBe("2026-12-08 10:00-12:00");
  });

  it("tell of themselves what is their own, and it stands in the words for all", () => {
    const own = (date: string, ...lines: string[]) => [
      "UID:a@b",
      `RECURRENCE-ID;TZID=Europe/Copenhagen:${date}T100000`,
      `DTSTART;TZID=Europe/Copenhagen:${date}T100000`,
      `DTEND;TZID=Europe/Copenhagen:${date}T120000`,
      ...lines,
    ];
    const { stated, notes } = onlyOne(
      db,
      weekly("DESCRIPTION:Vi strikker.", "LOCATION:Biblioteket"),
      own("20261208", "SUMMARY:Strik", "LOCATION:Byparken"),
      own("20261215", "SUMMARY:Julestrik", "LOCATION:Biblioteket"),
      own("20261222", "SUMMARY:AFLYST: Strik"),
      own("20261101", "SUMMARY:Noget andet"),
    );
    expect(stated.description).toBe("Vi strikker.\n\nDen 8. december: Byparken\nDen 15. december: Julestrik");
    expect(notes).toEqual([
      ["ownDay", "Den 8. december: Byparken"],
      ["ownDay", "Den 15. december: Julestrik"],
    ]);
  });

  it("of what is over count against no limit", () => {
    const past = (n: number) => [`UID:${n}`, `SUMMARY:Slut ${n}`, "DTSTART:20250301T100000", "DTEND:20250301T110000"];
    const reads = readsOf(db, calendar(weekly(), ...Array.from({ length: 900 }, (_, n) => past(n))));
    expect(reads.filter((read) => !isSkipped(read) && read.next !== null)).toHaveLength(1);
  });

  it("on which the place is closed are called off, and it says so", () => {
    const closed = ["UID:c", "SUMMARY:Juleferie", "DTSTART;VALUE=DATE:20261221", "DTEND;VALUE=DATE:20270104"];
    const reads = readsOf(db, calendar(weekly(), closed));
    expect(reads).toMatchObject([
      {
        stated: { schedule: [{ cancelled: ["2026-12-22", "2026-12-29"] }] },
        notes: [["closedDays", "Juleferie", "tirsdag den 22. december, tirsdag den 29. december"]],
      },
      { label: "Juleferie", why: ["closing"] },
    ]);
  });

  it("may come on other days than the series", () => {
    expect(daysOf(weekly("RDATE;TZID=Europe/Copenhagen:20261126T180000"))[1]).toBe("2026-11-26 18:00-20:00");
  });

  it("that never end are kept as a rule, not as dates", () => {
    expect(
      onlyOne(db, weekly("RRULE:FREQ=DAILY", "DTSTART:19700101T100000", "DTEND:19700101T110000")).stated.schedule,
    ).toHaveLength(1);
  });

  it.each([
    ["a rule by the second", ["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "RRULE:FREQ=SECONDLY"], "badRule"],
    [
      "two rules",
      ["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"],
      "badRule",
    ],
    [
      "a rule that never happens",
      ["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
      "badRule",
    ],
    ["a day that is none", ["UID:1", "SUMMARY:A", "DTSTART:20261301T100000"], "noStart"],
    [
      "an end before the start",
      ["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "DTEND:20261201T090000"],
      "endsBefore",
    ],
    ["more than a day", ["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "DTEND:20261203T090000"], "lastsDays"],
    ["a holiday", ["UID:1", "SUMMARY:A", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20270101"], "closed"],
    ["no name", ["UID:1", "DTSTART:20261201T100000"], "noTitle"],
  ])("are left out with a reason: %s", (_, lines, why) => {
    expect(whyOf(...lines)).toBe(why);
  });
});

/** A contact fills in what is missing and puts it on the board. */
function accept(changes: Parameters<typeof wholeFields>[0] = {}): string {
  const [activity] = stored();
  if (!activity) throw new Error("nothing came");
  const viewer = contactOf(db, organisation);
  const { title, schedule, description } = activity;
  edit(db, viewer, activity.id, wholeFields({ title, schedule, description: description || "Ord.", ...changes }), NOW);
  publish(db, viewer, activity.id, NOW);
  return activity.id;
}
