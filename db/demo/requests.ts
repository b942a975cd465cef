import { eq, like } from "drizzle-orm";
import type { Db } from "../client.ts";
import type { DemoEvent, DemoHelpRequest } from "./people.ts";
import { type AttemptResult, cases, mails } from "../schema.ts";
import { noteStart } from "./placements.ts";
import { personOf, type Staff, staffOf } from "./staff.ts";
import { linkOf } from "./units.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addNote, logAttempt } from "../../src/casework/contact.ts";
import { shownAs } from "../../src/casework/consent-words.ts";
import { endByNo, noteYes } from "../../src/casework/consents.ts";
import { lacksOwnYes } from "../../src/casework/yes.ts";
import { findCase } from "../../src/casework/store.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { handOver } from "../../src/casework/giving.ts";
import { setNext } from "../../src/casework/next.ts";
import { register } from "../../src/casework/register.ts";
import type { StaffDoor } from "../../src/casework/rules.ts";
import { askForHelp } from "../../src/referrals/intake.ts";
import { referCitizen } from "../../src/referrals/refer.ts";
import { readPhone } from "../../src/danish/phone.ts";
import { defaultTeam } from "../../src/casework/routing.ts";

/**
 * Puts the demo's requests in by the same deeds as people do, each at its own time. `now`: epoch ms; nothing happens
 * after it. No mail goes out.
 */
export function loadHelpRequests(db: Db, box: MailBox, requests: readonly DemoHelpRequest[], now: number): void {
  const team = defaultTeam(db)?.id;
  if (!team) throw new Error("the demo town has no team");
  const staff = staffOf(db);
  db.transaction((tx) => {
    for (const request of requests) {
      const id = enter(tx, box, request, staff, request.team ?? team);
      for (const event of request.history) if (event.at <= now) happen(tx, box, { ...request, id }, event, staff);
    }
    tx.delete(mails).where(like(mails.kind, "help-%")).run();
  });
}

/** The forms of the demo showed the words that it begins with. */
const SHOWN = [shownAs("call-and-store", { version: 1 }), shownAs("message", { version: 1 })];

function enter(db: Db, box: MailBox, request: DemoHelpRequest, staff: Staff, teamId: string): string {
  const { door, referral } = request;
  if (door === "site") return ask(db, box, request, teamId);
  if (door === "colleague") return refer(db, box, request, referral);
  return write(db, box, { ...request, door }, staff, teamId);
}

function ask(db: Db, box: MailBox, request: DemoHelpRequest, teamId: string): string {
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
      shown: SHOWN,
      wantedTeam: teamId,
      saidYes: true,
      relativeName: request.relative?.name ?? "",
      relativeEmail: request.relative?.email ?? null,
    },
    request.createdAt,
  );
  return idOf(db, reference);
}

function refer(db: Db, box: MailBox, request: DemoHelpRequest, referral: DemoHelpRequest["referral"]): string {
  if (!referral) throw new Error(`nobody referred ${request.name}`);
  const { wishes: about, ...person } = commonOf(request);
  const { reference } = referCitizen(
    db,
    box.keys,
    linkOf(referral.from),
    {
      ...person,
      about,
      formId: "",
      area: request.area,
      reason: referral.reason,
      channel: referral.channel,
      yes: "written",
      whyOral: "",
      shown: SHOWN,
    },
    request.createdAt,
  );
  return idOf(db, reference);
}

function write(
  db: Db,
  box: MailBox,
  { door, ...request }: DemoHelpRequest & { door: StaffDoor },
  staff: Staff,
  teamId: string,
): string {
  const by = personOf(staff, request.history[0]?.by ?? [...staff.keys()][0] ?? "");
  const person = { ...commonOf(request), teamId, door, area: request.area, saidYes: door !== "letter", keep: false };
  return register(db, box, by, person, request.createdAt);
}

function idOf(db: Db, reference: string): string {
  return db.select({ id: cases.id }).from(cases).where(eq(cases.reference, reference)).get()?.id ?? "";
}

type Entered = DemoHelpRequest & { id: string };

function happen(db: Db, box: MailBox, entered: Entered, event: DemoEvent, staff: Staff): void {
  const by = personOf(staff, event.by);
  const { at } = event;
  const { id } = entered;
  switch (event.kind) {
    case "take":
      return take(db, by, id, at);
    case "attempt":
      return attempt(db, box, by, entered, event.result, at);
    case "note":
      return addNote(db, box.keys, by, id, event.text, at);
    case "hand-over":
      return handOver(db, by, id, personOf(staff, event.to).id, at);
    case "next":
      return setNext(db, by, id, event.next, at);
    case "yes":
      return noteYes(db, box.keys, by, id, { kind: event.to, how: "oral" }, at);
    case "start":
      return noteStart(db, by, id, event.theme, at);
    case "say-no":
      return endByNo(db, id, null, at);
    case "close":
      return close(db, box.keys, by, id, { reason: event.reason, note: "" }, at);
  }
}

function attempt(db: Db, box: MailBox, by: Viewer, entered: Entered, result: AttemptResult, at: number): void {
  const { id } = entered;
  const informed = isSentByOthers(entered);
  logAttempt(db, box, by, id, { result, way: "phone", informed, note: "", happenedAt: at, next: null }, at);
  const stored = informed && result === "reached" && findCase(db, id);
  if (stored && lacksOwnYes(db, stored)) noteYes(db, box.keys, by, id, { kind: "call-and-store", how: "oral" }, at);
}

/** Whether the citizen learns only from us who we are and what is kept. */
function isSentByOthers({ door, relative }: DemoHelpRequest): boolean {
  return door === "letter" || door === "colleague" || relative !== undefined;
}

function commonOf({ name, phone, email, wishes, callTimes, mayLeaveMessage }: Omit<DemoHelpRequest, "door">) {
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
