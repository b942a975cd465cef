/**
 * The door of `store.ts` for thousands of rows: statements prepared once, dates and notes for the search written at the
 * end of each step.
 */
import { eq, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { noteChanged } from "../../db/outbox.ts";
import { activities } from "../../db/schema.ts";
import { writeOccurrences } from "../schedule/occurrences.ts";
import type { Activity } from "./activity.ts";

type Scheduled = Pick<Activity, "id" | "state" | "schedule">;

/** A row that a file brings: published at once. */
export type NewActivity = Omit<typeof activities.$inferInsert, "state"> &
  Pick<Activity, "schedule" | "audience" | "pointFrom">;

export interface Bulk {
  /** The activity of that key, or of that id. */
  find(key: string, id: string | null): Activity | undefined;
  add(row: NewActivity): void;
  change(row: Activity): void;
  /** Only notes what the source said. */
  noteImported(row: Activity): void;
  /** An activity whose organisation was approved. */
  touch(row: Scheduled): void;
  /** Ends a step: the dates of what changed are written, and the search is told. */
  flush(tx: Db, now: number): void;
}

/** Opens the door for one import into a database; `columns` are those that it writes. */
export function openBulk(db: Db, columns: readonly string[]): Bulk {
  const { placeholder } = sql;
  const given = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, placeholder(name)]));
  const written = [...columns, "area", "pointFrom", "imported", "updatedAt"];
  const added = [...written, "audience", "id", "slug", "state", "importKey", "publishedAt", "createdAt"];
  const isSame = or(eq(activities.importKey, placeholder("key")), eq(activities.id, placeholder("id")));
  const find = db.select().from(activities).where(isSame).prepare();
  const insert = db
    .insert(activities)
    .values(given(added) as unknown as typeof activities.$inferInsert)
    .prepare();
  const update = db
    .update(activities)
    .set(given(written))
    .where(eq(activities.id, placeholder("id")))
    .prepare();
  const changed = new Map<string, Scheduled>();
  return {
    find: (key, id) => find.get({ key, id: id ?? "" }),
    add(row) {
      insert.run({ ...row, state: "published" });
      changed.set(row.id, { ...row, state: "published" });
    },
    change(row) {
      update.run(row);
      changed.set(row.id, row);
    },
    noteImported: (row) => void update.run(row),
    touch: (row) => void changed.set(row.id, row),
    flush(tx, now) {
      writeOccurrences(
        tx,
        [...changed.values()].filter(({ state }) => state === "published"),
        now,
      );
      noteChanged(tx, [...changed.keys()]);
      changed.clear();
    },
  };
}
