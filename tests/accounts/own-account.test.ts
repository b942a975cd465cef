import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { sessions } from "../../db/schema.ts";
import { changePassword } from "../../src/accounts/change-password.ts";
import { type Limits, openLimits } from "../../src/accounts/limits.ts";
import { limitsOf } from "../../src/accounts/limit-numbers.ts";
import { endElsewhere, endOwnSession, listSessions } from "../../src/accounts/own-sessions.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { readSession, startSession } from "../../src/accounts/session.ts";
import { signIn } from "../../src/accounts/sign-in.ts";
import { makeToken, readToken } from "../../src/accounts/tokens.ts";
import { MINUTE } from "../../src/shared/time.ts";
import { addPerson, HOUR, newBox, NOW, openTown, PASSWORD, refusalOf, waitingLetters } from "../world.ts";
import { storeOf } from "../harness/store.ts";

const NEW = "stille vand dyb grund";
const box = newBox();
let db: OpenDb;
let limits: Limits;
let maria: Viewer;
beforeEach(() => {
  db = openTown();
  limits = openLimits(() => limitsOf(db));
  maria = addPerson(db, "Maria", "brobygger", "folkesundhed");
});

/** Signs in with a browser of its own; answers the id of the session. */
async function place(userAgent: string, now = NOW, userId = maria.id): Promise<string> {
  const { cookies } = await startSession(
    storeOf(db),
    userId,
    { cookieHeader: null, userAgent, secondStep: false },
    false,
    now,
  );
  const session = await readSession(
    storeOf(db),
    cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    false,
    now,
  );
  return session && "sessionId" in session ? session.sessionId : "";
}

test("Somebody sees where they are signed in, here first, and not where it is over by itself", async () => {
  await place("Firefox/130 Windows");
  const phone = await place("Chrome/140 Android", NOW + 20 * MINUTE);
  const here = await place("Edg/140 Windows", NOW + 21 * MINUTE);
  const listed = listSessions(db, maria, here, NOW + 40 * MINUTE);
  expect(listed.map(({ id, device, isHere }) => [id, device, isHere])).toEqual([
    [here, "Edge på Windows", true],
    [phone, "Chrome på Android", false],
  ]);
});

test("One logs out one place, or all others, and never somebody else", async () => {
  const lis = addPerson(db, "Lis", "contact", "viby");
  const hers = await place("Firefox/130", NOW, lis.id);
  const [here, phone, library] = [await place("Firefox/130"), await place("Chrome/140"), await place("Edg/140")];
  endOwnSession(db, maria, hers, NOW);
  endOwnSession(db, maria, phone, NOW);
  expect(left()).toEqual([hers, here, library].sort());
  endElsewhere(db, maria, here, NOW);
  expect(left()).toEqual([hers, here].sort());
});

const left = () =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .all()
    .map(({ id }) => id)
    .sort();

test("A new password asks for the old one, ends all other sessions and links, and is told by mail", async () => {
  const [here] = [await place("Firefox/130"), await place("Chrome/140")];
  const reset = makeToken(db, "reset", maria.id, NOW);
  const change = (current: string) =>
    changePassword(
      storeOf(db),
      box,
      limits,
      { viewer: maria, sessionId: here, address: "10.0.0.1" },
      { current, password: NEW },
      NOW,
    );
  expect(await refusalOf(() => change("forkert kode"))).toBe("current: wrongPassword");
  expect(left()).toHaveLength(2);
  await change(PASSWORD);
  expect(left()).toEqual([here]);
  expect(readToken(db, "reset", reset, NOW)).toBeNull();
  expect(waitingLetters(db, box).at(-1)).toMatchObject({ to: maria.email, subject: "Nyt om din konto på Fællesbro" });
  expect(await signIn(db, limits, { email: maria.email, password: NEW }, "10.0.0.1")).toBe(maria.id);
  expect(await refusalOf(() => signIn(db, limits, { email: maria.email, password: PASSWORD }, "10.0.0.1"))).toBe(
    "wrongSignIn",
  );
});

test("Whoever sits down at an open desk cannot guess the password there", async () => {
  const here = await place("Firefox/130");
  const guess = () =>
    changePassword(
      storeOf(db),
      box,
      limits,
      { viewer: maria, sessionId: here, address: "10.0.0.1" },
      { current: "gæt", password: NEW },
      NOW + HOUR,
    );
  for (let n = 0; n < 5; n++) expect(await refusalOf(guess)).toBe("current: wrongPassword");
  expect(await refusalOf(guess)).toBe("tooManySignIns");
});
