import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { remindOfLateRequests } from "../../src/jobs/late-requests.ts";
import { keepRetention } from "../../src/jobs/retention.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { withdraw } from "../../src/referrals/citizen.ts";
import { findCase } from "../../src/casework/store.ts";
import { DAY, instantOf } from "../../src/shared/time.ts";
import { addTeam, ask, attempt } from "./support.ts";
import { addPerson, newBox, NOW, openTown, waitingLetters } from "../world.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
beforeEach(() => {
  db = openTown();
  box = newBox();
  maria = addPerson(db, "Maria");
});

describe("The lead", () => {
  const remind = (now: number) => remindOfLateRequests(db, box.keys, { siteUrl: box.siteUrl }, now);

  it("is told once of a request that waited longer than the promise, without a word of the person", () => {
    addPerson(db, "Birgitte", "lead");
    ask(db, box);
    expect(remind(NOW + DAY)).toBe(0);
    expect(remind(NOW + 6 * DAY)).toBe(1);
    expect(remind(NOW + 7 * DAY)).toBe(0);
    const [letter] = waitingLetters(db, box);
    expect(letter?.to).toBe("birgitte@bro.example");
    expect(letter?.text).toContain("https://bro.example/brobygger/fordel\n");
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/Kirsten|FB-|Viby/);
  });

  it("is not told over Christmas before the working days have passed", () => {
    addPerson(db, "Birgitte", "lead");
    ask(db, box, {}, instantOf("2026-12-23", "12:00"));
    expect(remind(instantOf("2026-12-30", "11:59"))).toBe(0);
    expect(remind(instantOf("2026-12-30", "12:01"))).toBe(1);
  });

  it("hears of several at once in one mail, and only of the own team", () => {
    addTeam(db, "andre");
    addPerson(db, "Birgitte", "lead");
    addPerson(db, "Olga", "lead", "andre");
    ask(db, box);
    ask(db, box, { name: "Ole" });
    expect(remind(NOW + 6 * DAY)).toBe(1);
    expect(waitingLetters(db, box).map((letter) => letter.to)).toEqual(["birgitte@bro.example"]);
  });

  it("is told as soon as there is one", () => {
    ask(db, box);
    expect(remind(NOW + 6 * DAY)).toBe(0);
    addPerson(db, "Birgitte", "lead");
    expect(remind(NOW + 6 * DAY)).toBe(1);
  });

  it("hears nothing of those whom somebody tried to call", () => {
    addPerson(db, "Birgitte", "lead");
    const { id } = ask(db, box);
    take(db, maria, id, NOW);
    logAttempt(db, box, maria, id, attempt("not-reached"), NOW);
    expect(remind(NOW + 30 * DAY)).toBe(0);
  });
});

describe("Persons are erased", () => {
  const erased = (id: string) => findCase(db, id)?.wrappedKey === null;
  const taken = (own = {}) => {
    const asked = ask(db, box, own);
    take(db, maria, asked.id, NOW);
    return asked;
  };
  const call = (id: string, result: "reached" | "not-reached", at: number) =>
    logAttempt(db, box, maria, id, attempt(result, at), at);

  it("30 days after the last attempt when nobody was ever reached, and the case is closed", async () => {
    const { id } = taken();
    call(id, "not-reached", NOW);
    call(id, "not-reached", NOW + 5 * DAY);
    await keepRetention(db, NOW + 34 * DAY);
    expect(erased(id)).toBe(false);
    await keepRetention(db, NOW + 35 * DAY);
    expect(erased(id)).toBe(true);
    expect(findCase(db, id)).toMatchObject({ state: "closed", closeReason: "not-reached", closedAt: null });
  });

  it("never while a request still waits for its first call, nor while a course goes on", async () => {
    const waiting = ask(db, box).id;
    const { id } = taken();
    call(id, "reached", NOW);
    await keepRetention(db, NOW + 1000 * DAY);
    expect([erased(waiting), erased(id)]).toEqual([false, false]);
  });

  it("12 months after a course was closed; its month and how long things took stay, and no time", async () => {
    const { id } = taken({ search: { omraade: ["viby"], tema: ["musik"] } });
    call(id, "reached", NOW);
    close(db, box.keys, maria, id, { reason: "finished", note: "Synger i kor" }, NOW);
    await keepRetention(db, NOW + 364 * DAY);
    expect(erased(id)).toBe(false);
    await keepRetention(db, NOW + 366 * DAY);
    expect(erased(id)).toBe(true);
    expect(findCase(db, id)).toMatchObject({
      state: "closed",
      closeReason: "finished",
      createdAt: instantOf("2026-11-01", "00:00"),
      waitedDays: 0,
      promiseKept: true,
      contactDays: 0,
      courseDays: 0,
      area: null,
      search: null,
      firstContactAt: null,
      brobyggerId: null,
    });
  });

  it("7 days after they said no, or as the people of the site decide", async () => {
    const first = ask(db, box);
    withdraw(db, box.keys, first.token, NOW);
    await keepRetention(db, NOW + 6 * DAY);
    expect(erased(first.id)).toBe(false);
    writeSetting(db, "retentionWithdrawnDays", 0);
    await keepRetention(db, NOW + 6 * DAY);
    expect(erased(first.id)).toBe(true);
  });

  it("soon as well when a relative wrote and the person did not want it", async () => {
    const { id } = taken({ forWhom: "other", saidYes: true });
    call(id, "reached", NOW);
    close(db, box.keys, maria, id, { reason: "does-not-wish", note: "" }, NOW);
    await keepRetention(db, NOW + 7 * DAY);
    expect(erased(id)).toBe(true);
  });

  it("once: a second run finds nothing to do", async () => {
    const { token } = ask(db, box);
    withdraw(db, box.keys, token, NOW);
    await keepRetention(db, NOW + 8 * DAY);
    const before = db.select().from(cases).all();
    await keepRetention(db, NOW + 9 * DAY);
    expect(db.select().from(cases).all()).toEqual(before);
  });
});
