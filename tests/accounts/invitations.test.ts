import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { accountTokens, memberships, users } from "../../db/schema.ts";
import { acceptInvitation, invite } from "../../src/accounts/invitations.ts";
import { limitsOf } from "../../src/accounts/limit-numbers.ts";
import { openLimits } from "../../src/accounts/limits.ts";
import { askReset, setPassword } from "../../src/accounts/reset.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { readSession, startSession } from "../../src/accounts/session.ts";
import { viewerOf } from "../../src/accounts/access.ts";
import { signIn } from "../../src/accounts/sign-in.ts";
import { readToken } from "../../src/accounts/tokens.ts";
import type { Letter, MailBox } from "../../src/mail/outbox.ts";
import { hashToken } from "../../src/shared/ids.ts";
import {
  addOrganisation,
  addPerson,
  DAY,
  HOUR,
  newBox,
  NOW,
  openTown,
  PASSWORD,
  refusalOf,
  waitingLetters,
} from "../world.ts";
import { storeOf } from "../harness/store.ts";

let db: OpenDb;
let box: MailBox;
let editor: Viewer;
beforeEach(() => {
  db = openTown();
  box = newBox();
  addOrganisation(db, "Viby Bibliotek");
  editor = addPerson(db, "Rie", "editor");
});

const bo = { email: "bo@bro.example", name: "Bo", role: "contact" as const, scope: "viby-bibliotek" };
const lastLetter = () => waitingLetters(db, box).at(-1);

test("Somebody who is invited chooses a name and a password by the link and can sign in", async () => {
  invite(db, box, editor, bo, NOW);
  const letter = lastLetter();
  expect(letter).toMatchObject({ to: "bo@bro.example", subject: "Velkommen til Fællesbro" });
  expect(letter?.text).toContain("Rie har inviteret dig");
  expect(letter?.text).toMatch(/kontaktperson for Viby\sBibliotek\./);
  expect(letter?.text).toContain("https://bro.example/invitation/");
  const id = await acceptInvitation(
    storeOf(db),
    tokenIn(letter),
    { name: "Bo Jensen", password: PASSWORD },
    NOW + 13 * DAY,
  );
  expect(viewerOf(db, id)).toMatchObject({
    name: "Bo Jensen",
    memberships: [{ role: "contact", scope: "viby-bibliotek" }],
  });
  expect(
    await signIn(
      db,
      openLimits(() => limitsOf(db)),
      { email: bo.email, password: PASSWORD },
      "10.0.0.1",
    ),
  ).toBe(id);
});

test("A mail scanner that opens the link changes nothing", () => {
  invite(db, box, editor, bo, NOW);
  const token = tokenIn(lastLetter());
  for (let n = 0; n < 3; n++) expect(readToken(db, "invitation", token, NOW)).toMatchObject({ email: bo.email });
});

test("The link holds 14 days and once; it stands in the database as a hash only", async () => {
  invite(db, box, editor, bo, NOW);
  const token = tokenIn(lastLetter());
  expect(db.select().from(accountTokens).get()?.hash).toBe(hashToken(token));
  expect(readToken(db, "invitation", token, NOW + 14 * DAY)).toBeNull();
  expect(readToken(db, "reset", token, NOW)).toBeNull();
  await acceptInvitation(storeOf(db), token, { name: "Bo", password: PASSWORD }, NOW);
  expect(await refusalOf(() => acceptInvitation(storeOf(db), token, { name: "Tyv", password: PASSWORD }, NOW))).toBe(
    "accountLinkGone",
  );
});

test("Of two who use one link at the same moment one is refused", async () => {
  invite(db, box, editor, bo, NOW);
  const token = tokenIn(lastLetter());
  const both = ["Bo", "Tyv"].map((name) =>
    refusalOf(() => acceptInvitation(storeOf(db), token, { name, password: PASSWORD }, NOW)),
  );
  expect((await Promise.all(both)).sort()).toEqual(["accountLinkGone", null]);
});

test("A password that is too short keeps the invitation open", async () => {
  invite(db, box, editor, bo, NOW);
  const token = tokenIn(lastLetter());
  expect(await refusalOf(() => acceptInvitation(storeOf(db), token, { name: "Bo", password: "kort" }, NOW))).toBe(
    "password: passwordShort",
  );
  expect(readToken(db, "invitation", token, NOW)).not.toBeNull();
});

test("Whoever has not accepted yet can be invited again, and both links hold until one is used", async () => {
  invite(db, box, editor, bo, NOW);
  invite(db, box, editor, bo, NOW + DAY);
  const [first, second] = waitingLetters(db, box).map(tokenIn);
  expect(db.select().from(users).where(eq(users.email, bo.email)).all()).toHaveLength(1);
  await acceptInvitation(storeOf(db), first as string, { name: "Bo", password: PASSWORD }, NOW + 2 * DAY);
  expect(readToken(db, "invitation", second as string, NOW + 2 * DAY)).toBeNull();
});

test("Somebody with an account gets the new role and a mail about it, and keeps the password", () => {
  const lis = addPerson(db, "Lis", "brobygger", "folkesundhed");
  invite(db, box, editor, { ...bo, email: lis.email }, NOW);
  expect(viewerOf(db, lis.id)?.memberships).toHaveLength(2);
  expect(lastLetter()?.text).toContain("Rie har givet dig adgang på Fællesbro som kontaktperson for Viby");
  expect(lastLetter()?.text).not.toContain("/invitation/");
  expect(refusalOf(() => invite(db, box, editor, { ...bo, email: lis.email }, NOW))).toBe("email: alreadyMember");
});

test("An editor invites brobyggere and editors; never a lead alone, or for a team or organisation that is not there", () => {
  for (const [role, scope] of [
    ["brobygger", "folkesundhed"],
    ["editor", ""],
  ] as const) {
    invite(db, box, editor, { email: `${role}@bro.example`, name: role, role, scope }, NOW);
  }
  expect(db.select().from(memberships).all()).toHaveLength(4);
  const lead = { ...bo, role: "lead", scope: "folkesundhed" } as const;
  expect(refusalOf(() => invite(db, box, editor, lead, NOW))).toBe("access: leadNeedsTwo");
  expect(refusalOf(() => invite(db, box, editor, { ...bo, scope: "findes-ikke" }, NOW))).toBe("access: unknown");
  expect(refusalOf(() => invite(db, box, editor, { ...bo, role: "editor" }, NOW))).toBe("access: unknown");
});

test("A contact invites a second contact of her own organisation, and nobody else", () => {
  addOrganisation(db, "Ajax");
  const lis = addPerson(db, "Lis", "contact", "viby-bibliotek");
  invite(db, box, lis, bo, NOW);
  expect(lastLetter()?.to).toBe(bo.email);
  expect(refusalOf(() => invite(db, box, lis, { ...bo, scope: "ajax" }, NOW))).toBe("notYours");
  expect(refusalOf(() => invite(db, box, lis, { ...bo, role: "editor", scope: "" }, NOW))).toBe("notYours");
  expect(refusalOf(() => invite(db, box, lis, { ...bo, role: "brobygger", scope: "folkesundhed" }, NOW))).toBe(
    "notYours",
  );
});

test("No mail goes out in the name of an association that is not approved, and a contact's go in the number that an address gets a day", () => {
  addOrganisation(db, "Ajax", "pending");
  const lis = addPerson(db, "Lis", "contact", "ajax");
  expect(refusalOf(() => invite(db, box, lis, { ...bo, scope: "ajax" }, NOW))).toBe("notApprovedYet");
  invite(db, box, editor, { ...bo, scope: "ajax" }, NOW);
  const kim = addPerson(db, "Kim", "contact", "viby-bibliotek");
  for (let n = 0; n < 3; n++) invite(db, box, kim, bo, NOW);
  expect(refusalOf(() => invite(db, box, kim, bo, NOW))).toBe("email: mailedMuchToday");
  expect(waitingLetters(db, box)).toHaveLength(4);
});

test("Strangers who ask for somebody's new password use up nothing of theirs", () => {
  const lis = addPerson(db, "Lis", "contact", "viby-bibliotek");
  for (let n = 0; n < 10; n++) askReset(db, box, lis.email, NOW);
  expect(waitingLetters(db, box)).toHaveLength(3);
  askReset(db, box, lis.email, NOW, true);
  expect(waitingLetters(db, box)).toHaveLength(4);
});

test("Who forgot the password chooses a new one within the hour, and is signed out everywhere", async () => {
  const lis = addPerson(db, "Lis", "contact", "viby-bibliotek");
  const { cookies } = await startSession(
    storeOf(db),
    lis.id,
    { cookieHeader: null, userAgent: null, secondStep: false },
    false,
    NOW,
  );
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  expect(await readSession(storeOf(db), cookie, false, NOW)).not.toBeNull();
  askReset(db, box, lis.email, NOW);
  const token = tokenIn(lastLetter());
  expect(readToken(db, "reset", token, NOW + HOUR)).toBeNull();
  expect(await setPassword(storeOf(db), box, token, "en helt ny kode", NOW + HOUR / 2)).toBe(lis.id);
  expect(await readSession(storeOf(db), cookie, false, NOW + HOUR / 2)).toBeNull();
  expect(
    await refusalOf(() =>
      signIn(
        db,
        openLimits(() => limitsOf(db)),
        { email: lis.email, password: PASSWORD },
        "10.0.0.1",
      ),
    ),
  ).toBe("wrongSignIn");
  expect(
    await signIn(
      db,
      openLimits(() => limitsOf(db)),
      { email: lis.email, password: "en helt ny kode" },
      "10.0.0.1",
    ),
  ).toBe(lis.id);
  expect(await refusalOf(() => setPassword(storeOf(db), box, token, "en tredje kode", NOW + HOUR / 2))).toBe(
    "accountLinkGone",
  );
});

test("Asking for a new password says nothing about who has an account: an unknown address gets no mail and no error", () => {
  askReset(db, box, "ingen@bro.example", NOW);
  expect(waitingLetters(db, box)).toEqual([]);
});

/** The secret part of the first link in a mail. */
function tokenIn(letter: Letter | undefined): string {
  return letter?.text.match(/\/(?:invitation|ny-kode)\/(\S+)/)?.[1] ?? "no link";
}
