import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { activities, activityCounts, organisations, shortlists } from "../../db/schema.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { cancelDate, moveDate } from "../../src/activities/date-deeds.ts";
import { pause, publish, withdraw } from "../../src/activities/publishing.ts";
import { channelOpenings, countChannel, countOpening } from "../../src/pointing/counts.ts";
import { mailLink } from "../../src/pointing/letter.ts";
import { pointedIds } from "../../src/pointing/pointed.ts";
import { aloud, spokenName, saidOf } from "../../src/pointing/in-words.ts";
import {
  keptSearch,
  openShortlist,
  pointToActivities,
  pointToSearch,
  readCode,
  spacedCode,
} from "../../src/pointing/shortlist.ts";
import type { ActivityFields } from "../../src/activities/activity.ts";
import { addOrganisation, clearBoard, contactOf, DAY, HOUR, NOW, openTown, wholeFields } from "../world.ts";

const db = openTown();
const today = Date.parse("2026-11-24T09:00:00Z");
let ids: string[];

beforeEach(() => {
  clearBoard(db);
  db.delete(shortlists).run();
  addOrganisation(db, "Viby Bibliotek");
  ids = [put(), put({ title: "Kor", contactName: "Per Hansen" })];
});

describe("A professional points to activities", () => {
  test("gets a code that can be said aloud, and it leads to them in their order for 90 days", () => {
    const code = pointToActivities(db, [ids[1] as string, ids[0] as string], "opslag", NOW);
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(openShortlist(db, code, NOW + 90 * DAY - 1)).toMatchObject({
      state: "open",
      list: { activityIds: [ids[1], ids[0]], channel: "opslag", opened: 0 },
    });
    expect(openShortlist(db, code, NOW + 90 * DAY).state).toBe("expired");
    expect(openShortlist(db, "22222222", NOW).state).toBe("unknown");
  });

  test("keeps no field in which a person could be named", () => {
    pointToActivities(db, ids, null, NOW);
    expect(Object.keys(db.select().from(shortlists).get() ?? {}).sort()).toEqual([
      "activityIds",
      "channel",
      "code",
      "createdAt",
      "expiresAt",
      "opened",
      "search",
    ]);
  });

  test("lets an editor see which channels people come by, month by month, and nothing that fewer than five share", () => {
    const code = pointToActivities(db, ids, "venterum", NOW);
    const december = NOW + 10 * DAY;
    for (let n = 0; n < 6; n += 1) countOpening(db, { code, channel: n < 2 ? "moede" : "venterum" }, NOW + n * HOUR);
    for (let n = 0; n < 5; n += 1) countOpening(db, { code, channel: "moede" }, december + n * DAY);
    for (let n = 0; n < 7; n += 1) countChannel(db, "plakat", december);
    countOpening(db, { code, channel: "venterum" }, NOW);
    expect(channelOpenings(db, 0, 5)).toEqual([
      { month: "2026-12", channel: "plakat", count: 7 },
      { month: "2026-12", channel: "moede", count: 5 },
      { month: "2026-11", channel: "venterum", count: 5 },
    ]);
    expect(channelOpenings(db, december, 6)).toHaveLength(1);
  });

  test("is told when nothing is ticked, when it is not there any more, and when it is too much", () => {
    expect(() => pointToActivities(db, [], null, NOW)).toThrow("nothingPicked");
    expect(() => pointToActivities(db, ["gone"], null, NOW)).toThrow("nothingPicked");
    expect(() =>
      pointToActivities(
        db,
        Array.from({ length: 21 }, (_, n) => `a${n}`),
        null,
        NOW,
      ),
    ).toThrow("tooManyPicked");
  });

  test("is counted per activity and month, and each opening per code", () => {
    const code = pointToActivities(db, ids, null, NOW);
    pointToActivities(db, [ids[0] as string], null, NOW);
    countOpening(db, { code, channel: null }, NOW);
    countOpening(db, { code, channel: null }, NOW);
    expect(
      db
        .select()
        .from(activityCounts)
        .all()
        .filter(({ activityId }) => activityId === ids[0]),
    ).toEqual([{ activityId: ids[0], month: "2026-11", kind: "pointed", count: 2 }]);
    expect(openShortlist(db, code, NOW)).toMatchObject({ list: { opened: 2 } });
  });

  test("may keep a whole search, but never where somebody stands", () => {
    const code = pointToSearch(
      db,
      new URLSearchParams("q=kor&naer=56.1,10.2&radius=5&boks=56,10,57,11&zoom=12&side=3&omraade=viby&navn=Ida"),
      null,
      NOW,
    );
    expect(openShortlist(db, code, NOW)).toMatchObject({ list: { activityIds: null, search: "q=kor&omraade=viby" } });
    fc.assert(
      fc.property(
        fc.webQueryParameters(),
        (query) => !/(^|&)(naer|boks|side|zoom)=/.test(keptSearch(new URLSearchParams(query))),
      ),
    );
  });

  test("may type the code as it is written on paper", () => {
    const code = pointToActivities(db, ids, null, NOW);
    for (const typed of [spacedCode(code), code.toLowerCase(), ` ${code.slice(0, 4)}-${code.slice(4)} `])
      expect(readCode(typed)).toBe(code);
    for (const typed of ["", "ABCDEFG", "ABCDEFGHJ", "ABCDEFG0", "ABCDEFGO", "ABCDEFG1", "ABCDEFGI"])
      expect(readCode(typed)).toBeNull();
  });
});

describe("A list stays true", () => {
  const contact = () => contactOf(db, "viby-bibliotek");
  const news = () => pointedIds(db, ids, today).pointed.map((pointed) => pointed.news.map(({ text }) => text));

  test("says nothing more while all goes on as planned", () => {
    expect(news()).toEqual([[], []]);
    expect(pointedIds(db, ids, today).pointed[0]?.next?.start).toBe(Date.parse("2026-11-24T09:00:00Z"));
  });

  test("says that an activity holds a pause", () => {
    pause(db, contact(), ids[0] as string, today);
    expect(news()).toEqual([["Holder pause"], []]);
    expect(pointedIds(db, ids, today).pointed[0]?.next).toBeNull();
  });

  test("says that a date is moved to another day", () => {
    moveDate(
      db,
      contact(),
      ids[0] as string,
      Date.parse("2026-12-01T09:00:00Z"),
      { date: "2026-12-02", start: "13:00", end: "15:00" },
      today,
    );
    expect(news()[0]).toEqual(["Flyttet til onsdag den 2. december kl. 13–15"]);
  });

  test("says that a date is cancelled, and tells the one after", () => {
    cancelDate(db, contact(), ids[0] as string, Date.parse("2026-11-24T09:00:00Z"), NOW);
    const [first] = pointedIds(db, ids, NOW).pointed;
    expect(first?.news.map(({ text }) => text)).toEqual(["Aflyst den 24. november"]);
    expect(first?.next?.start).toBe(Date.parse("2026-12-01T09:00:00Z"));
  });

  test("says that an activity is off the board, withdrawn or not confirmed", () => {
    withdraw(db, contact(), ids[0] as string, today);
    db.update(activities)
      .set({ lapsedAt: today })
      .where(eq(activities.id, ids[1] as string))
      .run();
    expect(news()).toEqual([["Ikke på tavlen mere"], ["Ikke på tavlen mere"]]);
  });

  test("says that it is full", () => {
    db.update(activities)
      .set({ full: true })
      .where(eq(activities.id, ids[0] as string))
      .run();
    expect(news()[0]).toEqual(["Fuldt lige nu"]);
  });

  test("tells nothing but that one is gone of an organisation that lost its place", () => {
    db.update(organisations).set({ state: "rejected" }).run();
    expect(pointedIds(db, ids, today)).toEqual({ pointed: [], vanished: 2, total: 0 });
  });
});

describe("What is handed over", () => {
  test("says who meets one by the first name only, and keeps a private home private", () => {
    const home = put({
      title: "Kaffe hos Per",
      privatePlace: true,
      address: "Hemmelig Vej 1",
      placeName: "Hos Per",
      contactName: "Per Ole Hansen",
      contactPhone: "12345678",
      contactEmail: "per@eksempel.dk",
    });
    const { pointed } = pointedIds(db, [home], today);
    const all = JSON.stringify([
      saidOf(pointed[0]!, today),
      aloud(pointed[0]!, today),
      mailLink(pointed, "https://x.dk/l/KX7B92FP"),
    ]);
    expect(all).toContain("Per tager imod dig.");
    for (const secret of ["Hemmelig", "Hansen", "12345678", "per@"]) expect(all).not.toContain(secret);
  });

  test("keeps the name of a group whole", () => {
    expect([
      spokenName("Lis"),
      spokenName("Lis Holm"),
      spokenName("Anne-Marie"),
      spokenName("de frivillige i caféen"),
    ]).toEqual(["Lis", "Lis", "Anne-Marie", "de frivillige i caféen"]);
  });

  test("says on paper and aloud when its host holds free, even if the next date is before", () => {
    const id = put({ title: "Dans", pauses: ["christmas"] });
    const { pointed } = pointedIds(db, [id], today);
    const free = "Holder fri fra 23. december til 1. januar";
    expect(saidOf(pointed[0]!, today)).toMatchObject({
      rhythm: ["hver tirsdag kl. 10–12", free],
      short: `hver tirsdag. ${free}`,
    });
    expect(aloud(pointed[0]!, today)).toContain(`${free}.`);
    expect(JSON.stringify(saidOf(pointedIds(db, ids, today).pointed[0]!, today))).not.toContain("fri");
  });

  test("is read aloud in short sentences, hours in words", () => {
    const { pointed } = pointedIds(
      db,
      [
        put({
          title: "Strik",
          bus: "4A, 16",
          priceOre: 2000,
          pricePer: "gang",
          firstTime: "Lis står ved døren. Du må gå før tid.",
        }),
      ],
      today,
    );
    const said = aloud(pointed[0]!, today);
    expect(said).toEqual([
      "Det hedder Strik.",
      "Næste gang er tirsdag den 24. november.",
      "Det begynder klokken 10 og slutter klokken 12.",
      "Det er hver tirsdag kl. 10 til 12.",
      "Stedet er Viby Bibliotek.",
      "Adressen er Skanderborgvej 170, 8260 Viby J.",
      "Lis tager imod dig.",
      "Det koster 20 kroner hver gang.",
      "Du kan tage bus 4A eller 16.",
      "Lis står ved døren.",
      "Du må gå før tid.",
    ]);
  });

  test("fits into a mail, however long the list is, and always with the link and never with an address", () => {
    const many = Array.from({ length: 20 }, (_, n) => put({ title: `Æblegrød og øvelser på åen ${n}` }));
    const link = mailLink(pointedIds(db, many, today).pointed, "https://faellesbro.example/l/KX7B92FP");
    expect(link.length).toBeLessThanOrEqual(1900);
    const mail = new URL(link);
    expect(mail.pathname).toBe("");
    expect(mail.searchParams.get("body")).toMatch(/mere på listen[\s\S]*\/l\/KX7B92FP$/);
  });
});

function put(changes: Partial<ActivityFields> = {}): string {
  const contact = contactOf(db, "viby-bibliotek");
  const { id } = createDraft(db, contact, "viby-bibliotek", wholeFields(changes), NOW);
  publish(db, contact, id, NOW);
  return id;
}
