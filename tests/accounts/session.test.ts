import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { memberships, sessions, users } from "../../db/schema.ts";
import { endAllSessions, endSession, readSession, type SessionCookie, startSession } from "../../src/accounts/session.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { addPerson, DAY, NOW, openTown } from "./people.ts";

let db: OpenDb;
beforeEach(async () => {
  db = openTown();
  await addPerson(db, "Lis", "contact", "viby");
});

const sent = (cookie: SessionCookie) => `other=1; ${cookie.name}=${cookie.value}`;

test("Somebody who signed in is known by the cookie, with what they may act for", async () => {
  db.insert(memberships).values({ userId: "lis", role: "editor", scope: "", createdAt: NOW }).run();
  const cookie = await startSession(db, "lis", false, NOW);
  const session = await readSession(db, sent(cookie), false, NOW + 1000);
  expect(session?.viewer).toEqual({
    id: "lis",
    name: "Lis",
    email: "lis@bro.example",
    memberships: [
      { role: "contact", scope: "viby" },
      { role: "editor", scope: "" },
    ],
  });
  expect(session?.freshCookie).toBeUndefined();
});

test("Whoever steals the database cannot use the sessions in it: only a hash of the cookie is kept", async () => {
  const cookie = await startSession(db, "lis", false, NOW);
  const stored = db.select().from(sessions).get();
  expect(stored?.id).toBe(hashToken(cookie.value));
  expect(await readSession(db, `${cookie.name}=${stored?.id}`, false, NOW)).toBeNull();
});

test("The cookie is out of reach of scripts, and stays on https where the site is", async () => {
  const secure = await startSession(db, "lis", true, NOW);
  expect(secure.attributes).toMatchObject({ httpOnly: true, sameSite: "lax", secure: true, path: "/", maxAge: 30 * 24 * 60 * 60 });
  expect((await startSession(db, "lis", false, NOW)).attributes.secure).toBe(false);
});

test("A session lives 30 days by the site's own clock, whatever the machine's clock says", async () => {
  const cookie = await startSession(db, "lis", false, NOW);
  expect(db.select().from(sessions).get()?.expiresAt).toBeCloseTo(NOW + 30 * DAY, -3);
  expect(await readSession(db, sent(cookie), false, NOW + 30 * DAY + 2000)).toBeNull();
  expect(db.select().from(sessions).all()).toEqual([]);
});

test("A session that is used goes on: in its second half it gets 30 new days and a fresh cookie", async () => {
  const cookie = await startSession(db, "lis", true, NOW);
  const later = NOW + 16 * DAY;
  const session = await readSession(db, sent(cookie), true, later);
  expect(session?.freshCookie).toContain(`${cookie.name}=${cookie.value};`);
  expect(session?.freshCookie).toMatch(/HttpOnly/);
  expect(session?.freshCookie).toMatch(/Secure/);
  expect(db.select().from(sessions).get()?.expiresAt).toBeCloseTo(later + 30 * DAY, -3);
  expect(await readSession(db, sent(cookie), true, NOW + 40 * DAY)).not.toBeNull();
});

test("Signing out ends this session and takes the cookie away, not the one on the other device", async () => {
  const phone = await startSession(db, "lis", false, NOW);
  const desk = await startSession(db, "lis", false, NOW);
  const blank = await endSession(db, sent(phone), false, NOW);
  expect(blank).toMatchObject({ name: phone.name, value: "", attributes: { maxAge: 0 } });
  expect(await readSession(db, sent(phone), false, NOW)).toBeNull();
  expect(await readSession(db, sent(desk), false, NOW)).not.toBeNull();
});

test("A new password signs out everywhere", async () => {
  const cookies = [await startSession(db, "lis", false, NOW), await startSession(db, "lis", false, NOW)];
  endAllSessions(db, "lis");
  for (const cookie of cookies) expect(await readSession(db, sent(cookie), false, NOW)).toBeNull();
});

test("A page without the cookie asks the database nothing; nonsense in it is nobody", async () => {
  const asked: unknown[] = [];
  const watched = new Proxy(db, {
    get(target, name) {
      asked.push(name);
      return Reflect.get(target, name);
    },
  });
  expect(await readSession(watched, null, false, NOW)).toBeNull();
  expect(await readSession(watched, "theme=dark", false, NOW)).toBeNull();
  expect(asked).toEqual([]);
  expect(await readSession(db, "faellesbro=%F0%28; faellesbro", false, NOW)).toBeNull();
  expect(await readSession(db, `faellesbro=${"a".repeat(43)}`, false, NOW)).toBeNull();
  const cookie = await startSession(db, "lis", false, NOW);
  expect(await readSession(db, `broken=%F0%28; ${sent(cookie)}`, false, NOW)).not.toBeNull();
});

test("Somebody whose account is gone is nobody", async () => {
  const cookie = await startSession(db, "lis", false, NOW);
  db.delete(users).where(eq(users.id, "lis")).run();
  expect(await readSession(db, sent(cookie), false, NOW)).toBeNull();
});
