/** Sign-ups that nobody meant: an editor turns them down, many at a time, and nobody is written to. */
import { and, between, desc, eq, isNull } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { organisations } from "../../db/schema.ts";
import { has } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { type Broom, idsThatFit } from "../sweeping/broom.ts";

export const signUpBroom: Broom = {
  async find(db, _keys, viewer, { words, from, until }) {
    if (!has(viewer, "editor")) return [];
    const came = and(eq(organisations.state, "pending"), between(organisations.createdAt, from, until - 1));
    const rows = db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(came)
      .orderBy(desc(organisations.createdAt))
      .all();
    return idsThatFit(rows, words, ({ name }) => name);
  },

  show(db, _keys, viewer, ids) {
    return has(viewer, "editor")
      ? pendingAmong(db, ids).map(({ id, createdAt, name, cvr }) => ({
          id,
          at: createdAt,
          title: name,
          text: cvr ?? "",
        }))
      : [];
  },

  sweep(db, _keys, viewer, ids, now) {
    if (!has(viewer, "editor")) refuse("notYours");
    const swept = pendingAmong(db, ids).map(({ id }) => id);
    db.update(organisations)
      .set({ state: "rejected", decidedAt: now, decidedBy: viewer.id })
      .where(among(organisations.id, swept))
      .run();
    return swept;
  },

  restore(db, viewer, ids) {
    if (!has(viewer, "editor")) refuse("notYours");
    const swept = and(
      among(organisations.id, ids),
      eq(organisations.state, "rejected"),
      isNull(organisations.decisionText),
    );
    const back = db
      .update(organisations)
      .set({ state: "pending", decidedAt: null, decidedBy: null })
      .where(swept)
      .returning({ id: organisations.id })
      .all();
    return back.map(({ id }) => id);
  },
};

function pendingAmong(db: Db, ids: readonly string[]) {
  return db
    .select()
    .from(organisations)
    .where(and(among(organisations.id, ids), eq(organisations.state, "pending")))
    .orderBy(desc(organisations.createdAt))
    .all();
}
