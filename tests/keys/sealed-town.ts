import { find } from "../../src/casework/find.ts";
import { randomBytes } from "node:crypto";
import * as schema from "../../db/schema.ts";
import { keepForm, keptForm } from "../../src/accounts/kept-forms.ts";
import { contextOf as secondFactorOf } from "../../src/accounts/second-factor.ts";
import { arrivalsFor } from "../../src/upkeep/arrivals.ts";
import { sayComing } from "../../src/upkeep/coming.ts";
import { openReports, report } from "../../src/upkeep/reports.ts";
import { suggest, suggestionsForEditor } from "../../src/upkeep/suggestions.ts";
import { queueForStranger, takeHeldBack } from "../../src/mail/quota.ts";
import { addCompanion, type CompanionFields, companionsOf } from "../../src/casework/companions.ts";
import { addNote } from "../../src/casework/contact.ts";
import { take } from "../../src/casework/deeds.ts";
import { openCase } from "../../src/casework/view.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../../src/shared/seal.ts";
import { askAtSupervision, questionsOf } from "../../src/casework/supervision.ts";
import { colleaguesOf, inviteColleague } from "../../src/referrals/unit-links.ts";
import { addUnit } from "../../src/referrals/units.ts";
import { ask } from "../casework/support.ts";
import {
  addActivity,
  addPerson,
  DAY,
  NEXT_TUESDAY,
  NOW,
  openSettledTown,
  type SettledTown,
  TEAM,
  waitingLetters,
} from "../world.ts";

/** A key that nobody else has. */
export const newKey = (id: string): KeyRing["keys"][number] => ({ id, key: randomBytes(32) });

const INGE: CompanionFields = {
  kind: "volunteer",
  name: "Inge",
  phone: "+4541860901",
  email: null,
  secrecyOn: null,
  recordSeenOn: null,
};

/** A town in which people have written everything that is sealed. */
export interface SealedTown {
  town: SettledTown;
  maria: Viewer;
  caseId: string;
  birgitte: Viewer;
  unitId: string;
  /** The key that has sealed everything; the new one; the ring in between; the new one alone. */
  old: KeyRing;
  both: KeyRing;
  alone: KeyRing;
}

/** The town, with the keys of before, in between and after. */
export function openSealedTown(): SealedTown {
  const town = openSettledTown();
  const { db, box } = town;
  const old = box.keys;
  const alone = { keys: [newKey("new")] };
  const both = { keys: [...alone.keys, ...old.keys] };
  const maria = addPerson(db, "Maria", "brobygger", TEAM);
  const caseId = ask(db, box).id;
  take(db, maria, caseId, NOW);
  addNote(db, box.keys, maria, caseId, "Bor alene", NOW);
  addActivity(db, { id: "a", arrivalsWelcome: true });
  sayComing(db, box, "a", { name: "Karen", start: NEXT_TUESDAY, alone: true }, NOW);
  report(db, box, "a", { reason: "other", text: "Døren er låst" }, NOW);
  suggest(db, box.keys, { wish: "Et kor", area: null, theme: null, contact: "karen@bro.example" }, NOW);
  for (let n = 0; n < 4; n++)
    queueForStranger(db, box.keys, { kind: "test", to: "ole@bro.example", subject: "s", text: "t" }, NOW);
  const birgitte = addPerson(db, "Birgitte", "lead", TEAM);
  const unitId = addUnit(db, birgitte, { teamId: TEAM, name: "Lægerne", kind: "gp" }, NOW);
  inviteColleague(db, box, birgitte, { unitId, name: "Anne", email: "anne@bro.example" }, NOW);
  askAtSupervision(db, box.keys, birgitte, "Hvornår slipper jeg?", NOW);
  addCompanion(db, box.keys, birgitte, { ...INGE, teamId: TEAM }, NOW);
  keepForm(db, box.keys, maria.id, "/brobygger", { action: "casework.addNote", typed: { note: ["Halv"] } }, NOW);
  db.insert(schema.secondFactors)
    .values({
      userId: maria.id,
      secret: sealWithRing(box.keys, Buffer.from("secret"), secondFactorOf(maria.id)),
      usedStep: 0,
      createdAt: NOW,
    })
    .run();
  return { town, maria, caseId, birgitte, unitId, old, both, alone };
}

/** Everything that people have written, as they would read it with these keys. */
export function readAllOf({ town, maria, caseId, birgitte, unitId }: SealedTown, keys: KeyRing) {
  const { db, box, lis, ellen } = town;
  const opened = openCase(db, keys, maria, caseId, NOW);
  const factor = db.select().from(schema.secondFactors).get()!;
  return {
    person: opened?.person.name,
    note: opened?.events.find(({ kind }) => kind === "note")?.text,
    found: find(db, keys, maria, { contact: "+4541860900" })[0]?.id === caseId,
    arrival: arrivalsFor(db, keys, lis, "a", NOW)[0]?.name,
    report: openReports(db, keys, ellen).rows[0]?.text,
    suggestion: suggestionsForEditor(db, keys, ellen, NOW).rows[0]?.contact,
    colleague: colleaguesOf(db, keys, birgitte, unitId)[0]?.email,
    companion: companionsOf(db, keys, birgitte, TEAM)[0]?.phone,
    supervision: questionsOf(db, keys, birgitte)[0]?.question,
    secondFactor: openWithRing(keys, factor.secret, secondFactorOf(factor.userId)).toString(),
    keptForm: keptForm(db, keys, maria.id, "/brobygger", NOW)?.typed["note"]?.[0],
    heldBack: heldBack(town, keys),
    mails: waitingLetters(db, { ...box, keys }).length,
  };
}

/** Who is told tomorrow that mails were held back; they stay counted. */
function heldBack({ db }: SettledTown, keys: KeyRing): string | undefined {
  db.$client.exec("BEGIN");
  const { held } = takeHeldBack(db, keys, NOW + DAY, 10);
  db.$client.exec("ROLLBACK");
  return held[0]?.to;
}

/** What is read when nothing is lost. */
export const ALL = {
  person: "Kirsten Sørensen",
  note: "Bor alene",
  found: true,
  arrival: "Karen",
  report: "Døren er låst",
  suggestion: "karen@bro.example",
  colleague: "anne@bro.example",
  companion: INGE.phone,
  supervision: "Hvornår slipper jeg?",
  secondFactor: "secret",
  keptForm: "Halv",
  heldBack: "ole@bro.example",
  mails: 6,
};
