/** What was written wrongly of a person is corrected, and what was written in the wrong case is taken out. */
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { noteErased } from "../../db/erased.ts";
import { caseEvents, cases, type Corrected } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import type { KeyRing } from "../shared/seal.ts";
import { refuse } from "../texts/refusal.ts";
import { reachOf } from "./controllers.ts";
import { caseFor, refuseCpr } from "./deeds.ts";
import { mayLeaveMessage, STRUCK_KINDS } from "./rules.ts";
import { areaOfSearch } from "./routing.ts";
import { addEvent, addTextEvent, findCase } from "./store.ts";
import { askOnce, stepWithin } from "./tasks.ts";
import { caseKey, contactIndexOf, NO_CODE, openPerson, type Person, sealPerson } from "./vault.ts";

export type Correction = Pick<Person, "name" | "phone" | "email" | "whenToCall" | "mayLeaveMessage"> & {
  /** Slug of an area or postcode; null: the whole town. */
  area: string | null;
};

/**
 * Corrects what is known of the person: sealed anew, found by the new number and mail and no longer by the old;
 * a code that belongs to the old number ends. The
 * history says what was changed, never what stood there.
 */
export function correct(db: Db, keys: KeyRing, viewer: Viewer, id: string, said: Correction, now: number): void {
  refuseCpr(said.name, "name");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    const key = caseKey(keys, stored);
    const before = openPerson(keys, stored);
    if (!key || !before) return refuse("notYourCase");
    const { area: wished, ...person } = said;
    if (!person.phone && !person.email && (before.phone || before.email)) refuse("phoneOrEmailTheirs", "phone");
    const area = wished && areaOfSearch(tx, { omraade: [wished] });
    const fields = changed({ ...before, area: stored.area }, { ...person, area });
    if (fields.length === 0) return;
    const after: Person = { ...before, ...person };
    tx.update(cases)
      .set({
        area,
        sealedPerson: sealPerson(key, id, after),
        ...contactIndexOf(keys, after),
        ...(fields.includes("phone") && NO_CODE),
      })
      .where(eq(cases.id, id))
      .run();
    addEvent(tx, { caseId: id, kind: "corrected", actorId: viewer.id, detail: { fields } }, now);
    noteErased(tx);
  });
}

/** Takes the text of a note out of the case, for good; that there was one stays. */
export function strike(db: Db, viewer: Viewer, id: string, eventId: number, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", id);
    const struck = tx
      .update(caseEvents)
      .set({ sealedText: null, struckAt: now })
      .where(and(eq(caseEvents.id, eventId), eq(caseEvents.caseId, id), inArray(caseEvents.kind, STRUCK_KINDS)))
      .run();
    if (struck.changes === 0) refuse("notYourCase");
    noteErased(tx);
  });
}

/**
 * A colleague of the same controller who answered the phone leaves word with whoever has the case, without reading it.
 */
export function leaveMessage(db: Db, keys: KeyRing, viewer: Viewer, id: string, text: string, now: number): void {
  refuseCpr(text, "note");
  db.transaction((tx) => {
    const stored = findCase(tx, id);
    if (!stored || !mayLeaveMessage(reachOf(tx, viewer), stored)) return refuse("notYourCase");
    addTextEvent(tx, keys, stored, { kind: "message", actorId: viewer.id }, text, now);
    tx.update(cases).set({ lastHeardAt: now }).where(eq(cases.id, id)).run();
    askOnce(tx, id, stepWithin("answer", 1, now), viewer.id, now);
  });
}

const FIELDS: readonly Corrected[] = ["name", "phone", "email", "area", "whenToCall", "mayLeaveMessage"];

function changed(before: Record<Corrected, unknown>, after: Record<Corrected, unknown>): Corrected[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}
