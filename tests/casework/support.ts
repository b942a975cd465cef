import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { insertDefaults } from "../../db/defaults.ts";
import { type OpenDb, openDb } from "../../db/client.ts";
import { insertDemoTeam } from "../../db/demo/team.ts";
import { type AttemptResult, mails, memberships, type Role, teams, users } from "../../db/schema.ts";
import type { Attempt } from "../../src/casework/contact.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { type Letter, type MailBox, openMail } from "../../src/mail/outbox.ts";
import { type Asked, askForHelp, type HelpRequest } from "../../src/referrals/intake.ts";
import { isRefusal } from "../../src/texts/refusal.ts";
import { instantOf } from "../../src/shared/time.ts";
import { ROOT } from "../harness/root.ts";

/** A Wednesday at 10. */
export const NOW = instantOf("2026-11-25", "10:00");
export const TEAM = "folkesundhed";

/** A new site with a team that answers requests for help, in memory or in a file. */
export function openTown(file = ":memory:"): OpenDb {
  const db = openDb(file, ROOT);
  insertDefaults(db);
  insertDemoTeam(db, NOW);
  letSignIn(db, addPerson(db, "Vibeke"));
  return db;
}

/** Has chosen a password. */
export function letSignIn(db: OpenDb, { id }: Viewer): void {
  db.update(users).set({ passwordHash: "a hash" }).where(eq(users.id, id)).run();
}

export function newBox(): MailBox {
  return { keys: { keys: [{ id: "k1", key: randomBytes(32) }] }, siteUrl: "https://bro.example" };
}

/** Somebody with one role, in the default team unless another scope is given. */
export function addPerson(db: OpenDb, name: string, role: Role = "brobygger", scope = TEAM): Viewer {
  const viewer: Viewer = {
    id: name.toLowerCase(),
    name,
    email: `${name.toLowerCase()}@bro.example`,
    memberships: [{ role, scope }],
  };
  db.insert(users).values({ id: viewer.id, name, email: viewer.email, createdAt: NOW }).run();
  db.insert(memberships).values({ userId: viewer.id, role, scope, createdAt: NOW }).run();
  return viewer;
}

export function addTeam(db: OpenDb, id: string, focus = ""): void {
  db.insert(teams).values({ id, name: id, focus }).run();
}

export const KIRSTEN: HelpRequest = {
  formId: "",
  forWhom: "me",
  name: "Kirsten Sørensen",
  phone: "+4541860900",
  email: null,
  whenToCall: "morning",
  mayLeaveMessage: false,
  wishes: "Jeg savner nogen at gå tur med",
  words: "",
  search: {},
  saidYes: false,
  relativeName: "",
  relativeEmail: null,
};

/** Asks for help and gives the id of the new case with what the citizen got. */
export function ask(
  db: OpenDb,
  box: MailBox,
  own: Partial<HelpRequest> = {},
  now = NOW,
): Asked & { id: string; token: string } {
  const asked = askForHelp(db, box, { ...KIRSTEN, ...own }, now);
  const id = db.query.cases.findFirst({ where: (row, { eq }) => eq(row.reference, asked.reference) }).sync()?.id ?? "";
  return { ...asked, token: asked.token ?? "", id };
}

export function waitingLetters(db: OpenDb, box: MailBox): Letter[] {
  return db
    .select()
    .from(mails)
    .all()
    .flatMap(({ kind, sealed }) => (sealed ? [openMail(box.keys, kind, sealed)] : []));
}

/** The key of the refusal that a deed ends in; throws when it was done. */
export function refusalOf(deed: () => unknown): string {
  try {
    deed();
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown.field ? `${thrown.field}: ${thrown.key}` : thrown.key;
    throw thrown;
  }
  throw new Error("nothing was refused");
}

/** An attempt by phone, after which the site says what comes next. */
export function attempt(result: AttemptResult, happenedAt = NOW, own: Partial<Attempt> = {}): Attempt {
  return { result, way: "phone", note: "", happenedAt, next: null, ...own };
}
