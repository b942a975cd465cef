import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { activities, organisations } from "../../db/schema.ts";
import { cancelDate, moveDate } from "../../src/activities/date-deeds.ts";
import { pause, withdraw } from "../../src/activities/publishing.ts";
import { pointedIds } from "../../src/pointing/pointed.ts";
import { contactOf, NOW, openTown } from "../world.ts";
import { beginAnew } from "./support.ts";

const db = openTown();
const today = Date.parse("2026-11-24T09:00:00Z");
let ids: string[];

beforeEach(() => {
  ids = beginAnew(db);
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
