import { eq, like } from "drizzle-orm";
import type { Db } from "../client.ts";
import type { DemoEvent, DemoHelpRequest } from "./people.ts";
import { cases, mails, memberships, users } from "../schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addNote, logAttempt } from "../../src/casework/contact.ts";
import { lacksOwnYes, noteYes } from "../../src/casework/consents.ts";
import { findCase } from "../../src/casework/store.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { handOver } from "../../src/casework/giving.ts";
import { register } from "../../src/casework/register.ts";
import { askForHelp } from "../../src/referrals/intake.ts";
import { readPhone } from "../../src/danish/phone.ts";
import { defaultTeam } from "../../src/casework/routing.ts";

/**
 * Puts the demo's requests in by the same deeds as people do, each at its own time. `now`: epoch ms; nothing happens
 * after it. No mail goes out.
 */
export function loadHelpRequests(db: Db, box: MailBox, requests: readonly DemoHelpRequest[], now: number): void {
  const team = defaultTeam(db)?.id;
  if (!team) throw new Error("the demo town has no team");
  const staff = staffOf(db, team);
  db.transaction((tx) => {
    for (const request of requests) {
      const id = request.door === "site" ? ask(tx, box, request) : write(tx, box, request, staff, team);
      for (const event of request.history) if (event.at <= now) happen(tx, box, id, event, staff);
    }
    tx.delete(mails).where(like(mails.kind, "help-%")).run();
  });
}

type Staff = Map<string, Viewer>;

function ask(db: Db, box: MailBox, request: DemoHelpRequest): string {
  const { q = "", ...search } = request.search ?? {};
  const { reference } = askForHelp(
    db,
    box,
    {
      ...commonOf(request),
      formId: "",
      forWhom: request.forWhom,
      words: q,
      search: { omraade: [request.area], ...search },
      saidYes: true,
      relativeName: request.relative?.name ?? "",
      relativeEmail: request.relative?.email ?? null,
    },
    request.createdAt,
  );
  return db.select({ id: cases.id }).from(cases).where(eq(cases.reference, reference)).get()?.id ?? "";
}

function write(db: Db, box: MailBox, request: DemoHelpRequest, staff: Staff, teamId: string): string {
  const door = request.door === "site" ? "phone" : request.door;
  const by = personOf(staff, request.history[0]?.by ?? [...staff.keys()][0] ?? "");
  return register(
    db,
    box,
    by,
    { ...commonOf(request), teamId, door, area: request.area, saidYes: door !== "letter", keep: false },
    request.createdAt,
  );
}

function happen(db: Db, box: MailBox, id: string, event: DemoEvent, staff: Staff): void {
  const by = personOf(staff, event.by);
  const { at } = event;
  if (event.kind === "take") take(db, by, id, at);
  if (event.kind === "attempt")
    logAttempt(
      db,
      box,
      by,
      id,
      { result: event.result, way: "phone", informed: true, note: "", happenedAt: at, next: null },
      at,
    );
  const stored = event.kind === "attempt" && event.result === "reached" && findCase(db, id);
  if (stored && lacksOwnYes(db, stored)) noteYes(db, box.keys, by, id, { kind: "call-and-store", how: "oral" }, at);
  if (event.kind === "note") addNote(db, box.keys, by, id, event.text, at);
  if (event.kind === "hand-over") handOver(db, by, id, personOf(staff, event.to).id, at);
  if (event.kind === "close") close(db, box.keys, by, id, { reason: event.reason, note: "" }, at);
}

function commonOf({ name, phone, email, wishes, callTimes, mayLeaveMessage }: DemoHelpRequest) {
  const read = phone ? readPhone(phone) : null;
  return {
    name,
    phone: read && "phone" in read ? read.phone : null,
    email: email ?? null,
    wishes,
    whenToCall: callTimes ?? null,
    mayLeaveMessage: mayLeaveMessage ?? false,
  };
}

/** The people of the team by e-mail, brobyggere first. */
function staffOf(db: Db, teamId: string): Staff {
  const rows = db
    .select()
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.scope, teamId))
    .all();
  const inOrder = rows.sort(
    (a, b) => a.memberships.role.localeCompare(b.memberships.role) || a.users.email.localeCompare(b.users.email),
  );
  return new Map(
    inOrder.map(({ users: { id, name, email }, memberships: { role } }) => [
      email,
      { id, name, email, memberships: [{ role, scope: teamId }] },
    ]),
  );
}

function personOf(staff: Staff, email: string): Viewer {
  const person = staff.get(email);
  if (!person) throw new Error(`nobody of the team has the address ${email}`);
  return person;
}
