import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { knownDevices, memberships, sessions, users } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import type { SiteCookie } from "../../src/accounts/cookies.ts";
import { deviceOf, forgetDevices, knowsDevice } from "../../src/accounts/devices.ts";
import { endAllSessions } from "../../src/accounts/own-sessions.ts";
import { endSession, readSession, startSession } from "../../src/accounts/session.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { MINUTE } from "../../src/shared/time.ts";
import { addPerson, DAY, HOUR, NOW, openTown } from "../world.ts";
import { storeOf } from "../harness/store.ts";

let db: OpenDb;
beforeEach(() => {
  db = openTown();
  addPerson(db, "Lis", "contact", "viby");
  addPerson(db, "Maria", "brobygger", "folkesundhed");
});

/** A browser: keeps the cookies of the site. */
function browser(secure = false) {
  const kept = new Map([["other", "%F0%28"]]);
  const header = () => [...kept].map(([name, value]) => `${name}=${value}`).join("; ");
  const keep = ({ name, value }: SiteCookie) => (value ? kept.set(name, value) : kept.delete(name));
  return {
    header,
    async signIn(userId: string, now = NOW, secondStep = false) {
      const started = await startSession(
        storeOf(db),
        userId,
        { cookieHeader: header(), userAgent: "Firefox/130 Windows", secondStep },
        secure,
        now,
      );
      started.cookies.forEach(keep);
      return started;
    },
    async signOut(now = NOW) {
      keep(await endSession(storeOf(db), header(), secure, now));
    },
    async person(now = NOW): Promise<string> {
      const session = await readSession(storeOf(db), header(), secure, now);
      if (!session) return "nobody";
      return "viewer" in session ? session.viewer.id : `${session.lapsed} before`;
    },
  };
}

test("Somebody who signed in is known by the cookie, with what they may act for", async () => {
  db.insert(memberships).values({ userId: "lis", role: "editor", scope: "", createdAt: NOW }).run();
  const phone = browser();
  await phone.signIn("lis");
  const session = await readSession(storeOf(db), phone.header(), false, NOW + 1000);
  expect(session && "viewer" in session && session.viewer).toEqual({
    id: "lis",
    name: "Lis",
    email: "lis@bro.example",
    memberships: [
      { role: "contact", scope: "viby" },
      { role: "editor", scope: "" },
    ],
    standsInFor: [],
  });
});

test("Whoever steals the database cannot use the sessions in it: only hashes of the cookies are kept", async () => {
  const { cookies } = await browser().signIn("lis");
  const stored = db.select().from(sessions).get();
  expect([stored?.id, stored?.deviceHash]).toEqual(cookies.map(({ value }) => hashToken(value)));
  expect(await readSession(storeOf(db), `${cookies[0]?.name}=${stored?.id}`, false, NOW)).toBeNull();
});

test("The cookies are out of reach of scripts, and on https no other host and no plain http can set or see them", async () => {
  const { cookies } = await browser(true).signIn("lis");
  expect(cookies.map(({ name }) => name)).toEqual(["__Host-faellesbro", "__Host-faellesbro-enhed"]);
  for (const { attributes } of cookies)
    expect(attributes).toMatchObject({ httpOnly: true, sameSite: "lax", secure: true, path: "/" });
  const onHttp = await browser().signIn("lis");
  expect(onHttp.cookies.map(({ name, attributes }) => [name, attributes.secure])).toEqual([
    ["faellesbro", false],
    ["faellesbro-enhed", false],
  ]);
});

test("A cookie from before the site was on https opens nothing on it", async () => {
  const phone = browser();
  await phone.signIn("lis");
  expect(await readSession(storeOf(db), phone.header(), true, NOW)).toBeNull();
});

test("A contact stays signed in 30 days by the site's own clock, whatever the machine's clock says", async () => {
  const phone = browser();
  await phone.signIn("lis");
  expect(await phone.person(NOW + 30 * DAY - 1)).toBe("lis");
  expect(await phone.person(NOW + 30 * DAY)).toBe("lis before");
  expect(await phone.person(NOW + 31 * DAY + 2000)).toBe("nobody");
});

test("A brobygger who leaves the desk is signed out after half an hour, and known as the one who was there", async () => {
  const desk = browser();
  await desk.signIn("maria");
  expect(await desk.person(NOW + 29 * MINUTE)).toBe("maria");
  expect(await desk.person(NOW + 58 * MINUTE)).toBe("maria");
  expect(await desk.person(NOW + 88 * MINUTE)).toBe("maria before");
  expect(await desk.person(NOW + 89 * MINUTE)).toBe("maria before");
});

test("A brobygger who works all day signs in again after twelve hours", async () => {
  const desk = browser();
  await desk.signIn("maria");
  for (let at = 0; at < 12 * HOUR; at += 20 * MINUTE) expect(await desk.person(NOW + at)).toBe("maria");
  expect(await desk.person(NOW + 12 * HOUR)).toBe("maria before");
});

test("An editor's other limits hold at once, and a role that is given shortens what a contact had", async () => {
  const phone = browser();
  await phone.signIn("lis");
  db.insert(memberships).values({ userId: "lis", role: "lead", scope: "folkesundhed", createdAt: NOW }).run();
  expect(await phone.person(NOW + 40 * MINUTE)).toBe("lis before");
  writeSetting(db, "deskIdleMinutes", 60);
  expect(await phone.person(NOW + 40 * MINUTE)).toBe("lis");
});

test("A page that follows another within a minute writes nothing", async () => {
  const desk = browser();
  await desk.signIn("maria");
  const seenAt = () => db.select().from(sessions).get()?.lastSeenAt;
  await desk.person(NOW + 59_000);
  expect(seenAt()).toBe(NOW);
  await desk.person(NOW + 60_000);
  expect(seenAt()).toBe(NOW + 60_000);
});

test("Signing in again in a browser ends what was signed in there, and a stolen copy of its cookie with it", async () => {
  const desk = browser();
  await desk.signIn("maria");
  const stolen = desk.header();
  await desk.signIn("maria");
  expect(await readSession(storeOf(db), stolen, false, NOW)).toBeNull();
  await desk.signIn("lis");
  expect(await desk.person()).toBe("lis");
  expect(db.select().from(sessions).all()).toHaveLength(1);
});

test("A brobygger is signed in at three places at most: a fourth ends the one not used for longest, and never another person's", async () => {
  const places = [browser(), browser(), browser(), browser()];
  const phone = browser();
  await phone.signIn("lis");
  for (const [n, place] of places.entries()) {
    await place.signIn("maria", NOW + n * MINUTE);
    await places[0]?.person(NOW + n * MINUTE + 1);
  }
  const later = NOW + 5 * MINUTE;
  expect(await Promise.all(places.map((place) => place.person(later)))).toEqual(["maria", "nobody", "maria", "maria"]);
  expect(await phone.person(later)).toBe("lis");
});

test("A contact may stay signed in at home, at work and on every phone of the board", async () => {
  const places = Array.from({ length: 6 }, () => browser());
  for (const place of places) await place.signIn("lis");
  for (const place of places) expect(await place.person()).toBe("lis");
});

test("Signing out ends this session and takes the cookie away, not the one on the other device", async () => {
  const [phone, desk] = [browser(), browser()];
  await phone.signIn("lis");
  await desk.signIn("lis");
  await phone.signOut();
  expect(await phone.person()).toBe("nobody");
  expect(await desk.person()).toBe("lis");
});

test("A browser is known after the first time, also when one signs out, to that person alone, until its cookie is too old", async () => {
  const phone = browser();
  expect((await phone.signIn("lis")).isNewDevice).toBe(true);
  await phone.signOut();
  expect((await phone.signIn("lis", NOW + DAY)).isNewDevice).toBe(false);
  expect((await phone.signIn("maria", NOW + DAY)).isNewDevice).toBe(true);
  expect((await browser().signIn("lis")).isNewDevice).toBe(true);
  const device = deviceOf(phone.header(), false);
  expect(db.select().from(knownDevices).all()).toHaveLength(3);
  forgetDevices(db, NOW + 401 * DAY);
  expect(knowsDevice(db, "lis", device)).toBe(false);
});

test("Once a person uses two steps, a session that has not passed the second opens nothing", async () => {
  const old = browser();
  await old.signIn("maria");
  const passed = browser();
  await passed.signIn("maria", NOW, true);
  db.$client.prepare("INSERT INTO second_factors VALUES ('maria', x'00', 0, 0)").run();
  expect(await old.person()).toBe("nobody");
  expect(await passed.person()).toBe("maria");
});

test("A new password signs out everywhere", async () => {
  const places = [browser(), browser()];
  for (const place of places) await place.signIn("lis");
  endAllSessions(db, "lis");
  for (const place of places) expect(await place.person()).toBe("nobody");
});

test("A page without the cookie asks the database nothing; nonsense in it is nobody", async () => {
  const asked: unknown[] = [];
  const watched = new Proxy(db, {
    get(target, name) {
      asked.push(name);
      return Reflect.get(target, name);
    },
  });
  expect(await readSession({ ...storeOf(db), db: watched }, null, false, NOW)).toBeNull();
  expect(await readSession({ ...storeOf(db), db: watched }, "theme=dark", false, NOW)).toBeNull();
  expect(asked).toEqual([]);
  expect(await readSession(storeOf(db), "faellesbro=%F0%28; faellesbro", false, NOW)).toBeNull();
  expect(await readSession(storeOf(db), `faellesbro=${"a".repeat(43)}`, false, NOW)).toBeNull();
});

test("Somebody whose account is gone is nobody", async () => {
  const phone = browser();
  await phone.signIn("lis");
  db.delete(users).where(eq(users.id, "lis")).run();
  expect(await phone.person()).toBe("nobody");
});
