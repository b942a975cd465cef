/** Reports, wishes and questions that nobody meant: an editor takes them off the lists, many at a time. */
import { and, between, desc, eq, isNull } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { activities, questions, reports, suggestions } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import type { KeyRing } from "../shared/seal.ts";
import { type Broom, idsThatFit } from "../sweeping/broom.ts";
import { reasonNames } from "../texts/upkeep.ts";
import { openReportText } from "./reports.ts";
import { isKeyOf } from "../shared/keys-of.ts";

interface Row {
  id: string;
  at: number;
  title: string;
  /** Opened when it is asked for. */
  text(): string;
}

interface Kind {
  /** What is open, the newest first. */
  open(db: Db, keys: KeyRing, which: { ids: readonly string[] } | { from: number; until: number }): Row[];
  sweep(db: Db, viewer: Viewer, ids: readonly string[], now: number): void;
  /** Answers which were put back. */
  restore(db: Db, ids: readonly string[]): { id: string }[];
}

export const reportBroom = broomOf({
  open: (db, keys, which) =>
    db
      .select({
        id: reports.id,
        at: reports.createdAt,
        reason: reports.reason,
        activity: activities.title,
        sealed: reports.sealedText,
      })
      .from(reports)
      .innerJoin(activities, eq(activities.id, reports.activityId))
      .where(
        and(
          isNull(reports.handledAt),
          "ids" in which ? among(reports.id, which.ids) : between(reports.createdAt, which.from, which.until - 1),
        ),
      )
      .orderBy(desc(reports.createdAt), desc(reports.id))
      .all()
      .map(({ id, at, reason, activity, sealed }) => ({
        id,
        at,
        title: `${isKeyOf(reasonNames, reason) ? reasonNames[reason] : reason}: ${activity}`,
        text: () => (sealed ? openReportText(keys, id, sealed) : ""),
      })),
  sweep: (db, viewer, ids, now) =>
    db.update(reports).set({ handledAt: now, handledBy: viewer.id }).where(among(reports.id, ids)).run(),
  restore: (db, ids) =>
    db
      .update(reports)
      .set({ handledAt: null, handledBy: null })
      .where(among(reports.id, ids))
      .returning({ id: reports.id })
      .all(),
});

export const wishBroom = broomOf({
  open: (db, _keys, which) =>
    db
      .select({ id: suggestions.id, at: suggestions.createdAt, title: suggestions.wish })
      .from(suggestions)
      .where(
        and(
          isNull(suggestions.closedAt),
          "ids" in which
            ? among(suggestions.id, which.ids)
            : between(suggestions.createdAt, which.from, which.until - 1),
        ),
      )
      .orderBy(desc(suggestions.createdAt), desc(suggestions.id))
      .all()
      .map((row) => ({ ...row, text: () => "" })),
  sweep: (db, _viewer, ids, now) =>
    db.update(suggestions).set({ closedAt: now }).where(among(suggestions.id, ids)).run(),
  restore: (db, ids) =>
    db
      .update(suggestions)
      .set({ closedAt: null })
      .where(among(suggestions.id, ids))
      .returning({ id: suggestions.id })
      .all(),
});

export const questionBroom = broomOf({
  open: (db, _keys, which) =>
    db
      .select({ id: questions.id, at: questions.askedAt, title: questions.question, activity: activities.title })
      .from(questions)
      .innerJoin(activities, eq(activities.id, questions.activityId))
      .where(
        and(
          eq(questions.state, "asked"),
          "ids" in which ? among(questions.id, which.ids) : between(questions.askedAt, which.from, which.until - 1),
        ),
      )
      .orderBy(desc(questions.askedAt), desc(questions.id))
      .all()
      .map(({ activity, ...row }) => ({ ...row, text: () => activity })),
  sweep: (db, _viewer, ids) => db.update(questions).set({ state: "hidden" }).where(among(questions.id, ids)).run(),
  restore: (db, ids) =>
    db
      .update(questions)
      .set({ state: "asked" })
      .where(and(among(questions.id, ids), eq(questions.state, "hidden"), isNull(questions.answer)))
      .returning({ id: questions.id })
      .all(),
});

function broomOf({ open, sweep, restore }: Kind): Broom {
  return {
    async find(db, keys, viewer, { words, from, until }) {
      return has(viewer, "editor")
        ? idsThatFit(open(db, keys, { from, until }), words, (row) => `${row.title} ${row.text()}`)
        : [];
    },
    show(db, keys, viewer, ids) {
      if (!has(viewer, "editor")) return [];
      return open(db, keys, { ids }).map((row) => ({ ...row, text: row.text() }));
    },
    sweep(db, keys, viewer, ids, now) {
      if (!has(viewer, "editor")) refuse("notYours");
      const swept = open(db, keys, { ids }).map(({ id }) => id);
      sweep(db, viewer, swept, now);
      return swept;
    },
    restore(db, viewer, ids) {
      if (!has(viewer, "editor")) refuse("notYours");
      return restore(db, ids).map(({ id }) => id);
    },
  };
}
