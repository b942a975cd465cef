import { describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { addRule } from "../../src/accounts/claim-rules.ts";
import { confirmLeadRule, dropLeadRule } from "../../src/accounts/lead-rules.ts";
import { writeSetting } from "../../db/settings.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { bringIn } from "../../src/casework/bring-in.ts";
import { addNote, logAttempt } from "../../src/casework/contact.ts";
import { correct, leaveMessage, strike } from "../../src/casework/correct.ts";
import { close, reopen, take } from "../../src/casework/deeds.ts";
import { handOver, reassign, reassignAll } from "../../src/casework/giving.ts";
import { noteNo, noteYes } from "../../src/casework/consents.ts";
import { setCover } from "../../src/casework/cover.ts";
import { deliver } from "../../src/casework/delivery.ts";
import { readInEmergency } from "../../src/casework/emergency.ts";
import { place } from "../../src/casework/placements.ts";
import { giveNotices, noteNotice } from "../../src/casework/notice.ts";
import { closeSilent } from "../../src/casework/silence.ts";
import { addTask, endTasks, stepOn, stepWithin } from "../../src/casework/tasks.ts";
import { askByRight, eraseByRight, erasuresAsked, giveCopy, refuseErasure } from "../../src/casework/rights.ts";
import { putOnList, takeOffList, writeOnList } from "../../src/casework/talk/list.ts";
import { EMPTY } from "../../src/casework/talk/sheet.ts";
import { saveTalk } from "../../src/casework/talk/talk.ts";
import { noteWho5 } from "../../src/casework/wellbeing/note.ts";
import { noteWorry } from "../../src/casework/worry.ts";
import { finish, setNext } from "../../src/casework/next.ts";
import { register } from "../../src/casework/register.ts";
import { saveOwnConsents } from "../../src/editing/consents.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addOwnNote, withdraw } from "../../src/referrals/citizen.ts";
import { askForHelp } from "../../src/referrals/intake.ts";
import { CONSENT_KINDS } from "../../src/texts/consents.ts";
import { noteMeeting } from "../../src/referrals/meeting.ts";
import { localDate } from "../../src/shared/time.ts";
import { addActivity, addOrganisation, addPerson, DAY, newBox, NOW, openTown, TEAM } from "../world.ts";
import { addTeam, ask, attempt, KIRSTEN } from "./support.ts";

/** A new case, one that Maria has and has written in, and one that is closed. */
interface Desk {
  db: OpenDb;
  box: MailBox;
  maria: Viewer;
  hassan: Viewer;
  lead: Viewer;
  ellen: Viewer;
  fresh: { id: string; token: string };
  taken: { id: string; token: string };
  closed: { id: string };
}

const LEAD_RULE = { claim: "groups", value: "fb-leder", teamId: TEAM };

function openDesk(): Desk {
  const db = openTown();
  const box = newBox();
  const maria = addPerson(db, "Maria");
  const hassan = addPerson(db, "Hassan");
  const lead = addPerson(db, "Birgitte", "lead");
  const ellen = addPerson(db, "Ellen", "editor");
  addRule(db, ellen, { claim: "groups", value: LEAD_RULE.value, role: "lead", scope: TEAM }, NOW);
  addTeam(db, "centret", "", "frivilligcenter");
  addTeam(db, "nord");
  addPerson(db, "Nina", "brobygger", "nord");
  const [fresh, taken, closed] = ["+4522334451", "+4522334452", "+4522334453"].map((phone) => ask(db, box, { phone }));
  if (!fresh || !taken || !closed) throw new Error("three asked");
  for (const { id } of [taken, closed]) take(db, maria, id, NOW);
  writeSetting(db, "who5On", 1);
  noteYes(db, box.keys, maria, taken.id, { kind: "who-5", how: "oral" }, NOW);
  addNote(db, box.keys, maria, taken.id, "Bents søn ringede", NOW);
  addOwnNote(db, box.keys, taken.token, "Ring efter kl. 12", NOW);
  addOrganisation(db, "Viby Bibliotek");
  addActivity(db, { id: "strik-1" });
  writeOnList(db, box.keys, maria, taken.id, { title: "Sang", where: "", when: "", call: "", about: "" }, NOW);
  addTask(db, taken.id, stepWithin("give-notice", 5, NOW), null, NOW);
  askByRight(db, maria, closed.id, "erase", NOW);
  close(db, box.keys, maria, closed.id, { reason: "finished", note: "" }, NOW);
  raiseLongAgo(db, ask(db, box, { phone: "+4522334454", email: "ole@eksempel.dk" }).id);
  return { db, box, maria, hassan, lead, ellen, fresh, taken, closed };
}

/** A case of somebody whom Maria has talked with, that is due for a notice, and for its end. */
function raiseLongAgo(db: OpenDb, id: string): void {
  db.$client
    .prepare("UPDATE cases SET state = 'taken', brobygger_id = 'maria', first_contact_at = ? WHERE id = ?")
    .run(NOW, id);
  for (const step of [stepWithin("untouched", 5, NOW), stepOn("closes-soon", localDate(NOW))])
    addTask(db, id, step, null, NOW - 31 * DAY);
  endTasks(db, id, null, NOW, ["first-call"]);
}

const noteOf = (db: OpenDb, id: string) =>
  db.$client.prepare("SELECT id FROM case_events WHERE case_id = ? AND kind = 'note'").pluck().get(id) as number;
const newestOf = (db: OpenDb, id: string) =>
  db.$client.prepare("SELECT max(id) FROM case_events WHERE case_id = ?").pluck().get(id) as number;
const answerOf = (db: OpenDb, id: string) =>
  db.$client.prepare("SELECT id FROM case_tasks WHERE case_id = ? AND kind = 'answer'").pluck().get(id) as number;
const person = { name: "Bent", phone: "+4522334455", email: "bent@eksempel.dk", whenToCall: null, wishes: "" } as const;

const DEEDS: Record<string, (desk: Desk) => void> = {
  "takes a case": ({ db, maria, fresh }) => take(db, maria, fresh.id, NOW),
  "notes an attempt": ({ db, box, maria, taken }) =>
    logAttempt(
      db,
      box,
      maria,
      taken.id,
      attempt("reached", NOW, { next: { step: "call", on: "2026-12-01", clock: null } }),
      NOW,
    ),
  "writes a note": ({ db, box, maria, taken }) => addNote(db, box.keys, maria, taken.id, "Vil synge", NOW),
  "chooses what comes next": ({ db, maria, taken }) => setNext(db, maria, taken.id, { none: "paused" }, NOW),
  "finishes a step": ({ db, maria, taken }) => finish(db, maria, answerOf(db, taken.id), NOW),
  "hands a case over": ({ db, maria, taken }) => handOver(db, maria, taken.id, "hassan", NOW),
  "moves a case": ({ db, lead, taken }) => reassign(db, lead, taken.id, "hassan", NOW),
  "sends a case to another team": ({ db, maria, taken }) => handOver(db, maria, taken.id, "nord", NOW),
  "gives all cases of one to another": ({ db, lead }) => {
    reassignAll(db, lead, { teamId: TEAM, from: "maria", to: "hassan" }, NOW);
  },
  "lets a colleague stand in": ({ db, box, maria }) => {
    const days = { fromOn: "2026-11-24", untilOn: "2026-11-30" };
    setCover(db, box, maria, { teamId: TEAM, awayId: "maria", coverId: "hassan", ...days }, NOW);
  },
  "is worried": ({ db, box, maria, taken }) =>
    noteWorry(db, box.keys, maria, taken.id, { did: "talked", note: "Græd" }, NOW),
  "notes where somebody has begun": ({ db, box, maria, taken }) =>
    place(db, box.keys, maria, taken.id, { offer: "Kor", startedOn: "2026-11-24" }, NOW),
  "saves the sheet of a talk": ({ db, box, maria, taken }) => {
    saveTalk(
      db,
      box.keys,
      maria,
      taken.id,
      { seen: EMPTY, sheet: { ...EMPTY, likes: "strik", support: "one-call" } },
      NOW,
    );
  },
  "puts an activity on the list": ({ db, box, maria, taken }) =>
    putOnList(db, box.keys, maria, taken.id, "strik-1", NOW),
  "writes an offer of their own on the list": ({ db, box, maria, taken }) =>
    writeOnList(db, box.keys, maria, taken.id, { title: "Kor", where: "", when: "", call: "", about: "" }, NOW),
  "takes something off the list": ({ db, maria, taken }) => {
    const listed = db.$client.prepare("SELECT id FROM listed_offers WHERE case_id = ?").pluck().get(taken.id) as number;
    takeOffList(db, maria, taken.id, listed);
  },
  "writes down how a citizen is": ({ db, box, maria, taken }) =>
    noteWho5(
      db,
      box.keys,
      maria,
      taken.id,
      { phase: "before", on: "2026-11-24", way: "talk", answers: [1, 2, 3, 4, 5] },
      NOW,
    ),
  "notes that a citizen wants a copy": ({ db, maria, taken }) => askByRight(db, maria, taken.id, "copy", NOW),
  "erases somebody who asked for it": ({ db, box, lead }) => {
    eraseByRight(db, box, lead, erasuresAsked(db, box.keys, lead)[0]?.id ?? "", NOW);
  },
  "says no to erasing": ({ db, box, lead }) => {
    refuseErasure(db, lead, erasuresAsked(db, box.keys, lead)[0]?.id ?? "", "record-duty", NOW);
  },
  "gives a copy": ({ db, maria, taken }) => giveCopy(db, maria, taken.id, NOW),
  "hands a course over to other records": ({ db, maria, closed }) => {
    const seen = newestOf(db, closed.id);
    deliver(db, maria, closed.id, { seen, receipt: { json: "a", pdf: "b" } }, NOW);
  },
  "notes that notice was given": ({ db, maria, taken }) =>
    noteNotice(db, maria, taken.id, { how: "phone", on: localDate(NOW) }, NOW),
  "gets notice from the site": ({ db, box }) => {
    giveNotices(db, box, NOW);
  },
  "is not heard of after the notice": ({ db }) => {
    closeSilent(db, NOW);
  },
  "notes a yes": ({ db, box, maria, taken }) =>
    noteYes(db, box.keys, maria, taken.id, { kind: "pass-on", how: "oral" }, NOW),
  "notes a no": ({ db, box, maria, taken }) => noteNo(db, box.keys, maria, taken.id, "call-and-store", NOW),
  "reads in an emergency": ({ db, box, lead, taken }) =>
    readInEmergency(db, box.keys, lead, taken.id, "Svarer ikke", NOW),
  "closes a case": ({ db, box, maria, taken }) =>
    close(db, box.keys, maria, taken.id, { reason: "finished", note: "Synger i kor" }, NOW),
  "opens a case again": ({ db, maria, closed }) => reopen(db, maria, closed.id, NOW),
  "corrects a number": ({ db, box, maria, taken }) =>
    correct(
      db,
      box.keys,
      maria,
      taken.id,
      { name: "Kirsten", phone: "+4522334459", email: null, whenToCall: null, mayLeaveMessage: false, area: "viby" },
      NOW,
    ),
  "takes a note out": ({ db, maria, taken }) => strike(db, maria, taken.id, noteOf(db, taken.id), NOW),
  "leaves word with a colleague": ({ db, box, hassan, taken }) =>
    leaveMessage(db, box.keys, hassan, taken.id, "Hun ringede", NOW),
  "writes somebody down": ({ db, box, maria }) => {
    const rest = {
      teamId: TEAM,
      door: "phone",
      area: "viby",
      mayLeaveMessage: true,
      saidYes: true,
      keep: true,
    } as const;
    register(db, box, maria, { ...person, ...rest }, NOW);
  },
  "writes several down after a meeting": ({ db, box, maria }) => {
    const citizen = { name: "Lis", area: null, wishes: "", saidYes: true, again: false };
    const rows = [{ ...citizen, phone: "+4522334461", at: 0 }];
    const shared = { teamId: TEAM, unit: null, reason: null, whyOral: "", on: "2026-11-26" };
    noteMeeting(db, box, maria, { ...shared, told: "themselves", how: "oral", keep: true, rows }, NOW);
  },
  "brings cases in from a sheet": ({ db, box, lead }) => {
    const earlier = { ...person, area: null, askedOn: "2026-11-02", talkedOn: "2026-11-05", doer: "hassan" };
    const next = { step: "trial", on: "2026-12-01", clock: null } as const;
    bringIn(
      db,
      box.keys,
      lead,
      { teamId: TEAM, rows: [0, 1].map((at) => ({ ...earlier, next, at, again: at > 0 })) },
      NOW,
    );
  },
  "asks for help": ({ db, box }) => {
    askForHelp(db, box, { ...KIRSTEN, phone: "+4522334458", email: "kirsten@eksempel.dk" }, NOW);
  },
  "writes on the own page": ({ db, box, fresh }) => addOwnNote(db, box.keys, fresh.token, "Hej", NOW),
  "writes a controller's own words": ({ db, ellen }) => {
    const words = CONSENT_KINDS.map((kind) => ({ kind, text: "Egne ord.", said: null }));
    saveOwnConsents(db, ellen, "frivilligcenter", words, NOW);
  },
  "asks for a rule that makes leads": ({ db, ellen }) =>
    addRule(db, ellen, { claim: "groups", value: "fb-chef", role: "lead", scope: TEAM }, NOW),
  "says yes to a rule that makes leads": ({ db, lead }) => confirmLeadRule(db, lead, LEAD_RULE, NOW),
  "says no to a rule that makes leads": ({ db, lead }) => dropLeadRule(db, lead, LEAD_RULE, NOW),
  "says no": ({ db, box, taken }) => withdraw(db, box.keys, taken.token, NOW),
};

const TABLES = [
  "consent_texts",
  "claim_roles",
  "cases",
  "case_events",
  "case_tasks",
  "case_readings",
  "consents",
  "placements",
  "talks",
  "listed_offers",
  "covers",
  "person_requests",
  "audit",
  "mails",
  "marks",
];

function storedIn(db: OpenDb): string {
  const rows = TABLES.map((table) => db.$client.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all());
  return JSON.stringify(rows);
}

/** Lets the database fail after so many statements from now on; answers how it is mended. */
function failAfter(db: OpenDb, statements: number): () => void {
  const client = db.$client;
  const prepare = client.prepare;
  let left = statements;
  client.prepare = ((sql: string) => {
    if (left-- <= 0) throw new Error("the disk is gone");
    return prepare.call(client, sql);
  }) as typeof prepare;
  return () => {
    client.prepare = prepare;
  };
}

describe("A disk that fails in the middle", () => {
  it.each(Object.keys(DEEDS))("when somebody %s leaves the case as it was before, or as it is after", (name) => {
    const deed = DEEDS[name] as (desk: Desk) => void;
    let statements = 0;
    for (;;) {
      const desk = openDesk();
      const before = storedIn(desk.db);
      const mend = failAfter(desk.db, statements);
      let done = true;
      try {
        deed(desk);
      } catch (error) {
        if (!(error as Error).message.includes("the disk is gone") && !String((error as Error).cause).includes("gone"))
          throw error;
        done = false;
      }
      mend();
      const after = storedIn(desk.db);
      desk.db.$client.close();
      if (done) {
        expect(after).not.toBe(before);
        break;
      }
      expect(after).toBe(before);
      statements += 1;
    }
    expect(statements).toBeGreaterThan(1);
  });
});
