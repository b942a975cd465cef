import { randomBytes } from "node:crypto";
import { type OpenDb, openDb } from "../../db/client.ts";
import { insertDemoTeam } from "../../db/demo/team.ts";
import { memberships, mails, type OrganisationState, organisations, type Role, users } from "../../db/schema.ts";
import { hashPassword } from "../../src/accounts/password.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { viewerOf } from "../../src/accounts/session.ts";
import { type Letter, type MailBox, openMail } from "../../src/mail/outbox.ts";
import { slugOf } from "../../src/shared/ids.ts";
import { ROOT } from "../harness/root.ts";

export const NOW = Date.UTC(2026, 10, 25, 9);
export const HOUR = 60 * 60_000;
export const DAY = 24 * HOUR;
export const PASSWORD = "cykel regnbue havn";

/** A new database in memory, with a team of brobyggere. */
export function openTown(): OpenDb {
  const db = openDb(":memory:", ROOT);
  insertDemoTeam(db, NOW);
  return db;
}

export function newBox(): MailBox {
  return { keys: { keys: [{ id: "t", key: randomBytes(32) }] }, siteUrl: "https://bro.example" };
}

/** A person with an account and one role. */
export async function addPerson(db: OpenDb, name: string, role: Role, scope = ""): Promise<Viewer> {
  const id = slugOf(name);
  const email = `${id}@bro.example`;
  db.insert(users)
    .values({ id, email, name, passwordHash: await hashPassword(PASSWORD, email), createdAt: NOW })
    .run();
  db.insert(memberships).values({ userId: id, role, scope, createdAt: NOW }).run();
  return viewerOf(db, id) as Viewer;
}

export function addOrganisation(db: OpenDb, name: string, state: OrganisationState = "approved"): string {
  const id = slugOf(name);
  db.insert(organisations).values({ id, slug: id, name, state, createdAt: NOW }).run();
  return id;
}

/** What waits in the outbox, opened. */
export function waitingLetters(db: OpenDb, box: MailBox): Letter[] {
  const rows = db.select().from(mails).all();
  return rows.flatMap(({ kind, sealed }) => (sealed ? [openMail(box.keys, kind, sealed)] : []));
}

/** The secret part of the first link in a mail. */
export function tokenIn(letter: Letter | undefined): string {
  return letter?.text.match(/\/(?:invitation|ny-kode)\/(\S+)/)?.[1] ?? "no link";
}

/** The key of the refusal that a deed ends with. */
export async function refusalOf(deed: () => unknown): Promise<string> {
  try {
    await deed();
  } catch (thrown) {
    return (thrown as { key?: string }).key ?? String(thrown);
  }
  return "not refused";
}
