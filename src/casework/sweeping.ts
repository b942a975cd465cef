/**
 * Requests that nobody meant: a lead takes them off the queue, many at a time. They are erased by the rule for those
 * who said no.
 */
import { and, between, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { cases, caseTasks } from "../../db/schema.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import type { KeyRing } from "../shared/seal.ts";
import { type Broom, idsThatFit } from "../sweeping/broom.ts";
import { leads } from "./rules.ts";
import { addEvents, noteListed } from "./store.ts";
import { openPerson } from "./vault.ts";

export const requestBroom: Broom = {
  async find(db, keys, viewer, { words, from, until }) {
    const rows = db
      .select({ id: cases.id, ...(words.length > 0 && SEALED) })
      .from(cases)
      .where(and(isNewOfLed(viewer), between(cases.createdAt, from, until - 1)))
      .orderBy(desc(cases.createdAt), desc(cases.id))
      .all() as SealedRow[];
    return idsThatFit(rows, words, (row) => saidBy(keys, row));
  },

  show(db, keys, viewer, ids, now) {
    const rows = new Map(rowsOf(db, viewer, ids).map((row) => [row.id, row]));
    noteListed(db, viewer.id, [...rows.keys()], now);
    return ids.flatMap((id) => {
      const row = rows.get(id);
      const person = row && openPerson(keys, row);
      return person ? [{ id, at: row.createdAt, title: person.name, text: person.wishes || person.words }] : [];
    });
  },

  sweep(db, _keys, viewer, ids, now) {
    if (!leads(viewer)) refuse("notYours");
    const swept = rowsOf(db, viewer, ids).map(({ id }) => id);
    db.update(cases)
      .set({ state: "closed", closeReason: "nonsense", closedAt: now })
      .where(among(cases.id, swept))
      .run();
    db.update(caseTasks)
      .set({ doneAt: now, doneById: viewer.id })
      .where(and(among(caseTasks.caseId, swept), isNull(caseTasks.doneAt)))
      .run();
    addEvents(db, swept, { kind: "closed", actorId: viewer.id, detail: { reason: "nonsense" } }, now);
    return swept;
  },

  restore(db, viewer, ids, now) {
    if (!leads(viewer)) refuse("notYours");
    const swept = and(isOfLed(viewer), eq(cases.state, "closed"), eq(cases.closeReason, "nonsense"));
    const back = db
      .update(cases)
      .set({ state: "new", closeReason: null, closedAt: null })
      .where(and(among(cases.id, ids), swept))
      .returning({ id: cases.id })
      .all()
      .map(({ id }) => id);
    db.update(caseTasks)
      .set({ doneAt: null, doneById: null })
      .where(and(among(caseTasks.caseId, back), eq(caseTasks.kind, "first-call")))
      .run();
    addEvents(db, back, { kind: "reopened", actorId: viewer.id }, now);
    return back;
  },
};

const SEALED = { wrappedKey: cases.wrappedKey, sealedPerson: cases.sealedPerson };
type SealedRow = Pick<typeof cases.$inferSelect, "id" | "wrappedKey" | "sealedPerson">;

function saidBy(keys: KeyRing, row: SealedRow): string {
  const person = openPerson(keys, row);
  return person ? `${person.name} ${person.wishes} ${person.words}` : "";
}

function rowsOf(db: Db, viewer: Viewer, ids: readonly string[]) {
  return db
    .select()
    .from(cases)
    .where(and(among(cases.id, ids), isNewOfLed(viewer)))
    .all();
}

function isNewOfLed(viewer: Viewer) {
  return and(isOfLed(viewer), eq(cases.state, "new"));
}

function isOfLed(viewer: Viewer) {
  return and(inArray(cases.teamId, scopesOf(viewer, "lead")), isNotNull(cases.wrappedKey));
}
