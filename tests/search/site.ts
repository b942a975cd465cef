import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { OpenDb } from "../../db/client.ts";
import { noteChanged } from "../../db/outbox.ts";
import { activities, occurrences, organisations } from "../../db/schema.ts";
import { instantOf } from "../../src/shared/time.ts";
import { openTown, wholeFields } from "../world.ts";

const MINUTE = 60_000;

/** A date, its clock and how many minutes it lasts. */
export type When = [date: string, clock: string, minutes: number, cancelled?: "cancelled"];

export type Planted = Partial<typeof activities.$inferInsert> & { id: string; when: When[] };

/** A site's database in a folder of its own, with one approved organisation. */
export interface Site {
  db: OpenDb;
  dbFile: string;
  /**
   * Writes published activities, in place of those with their ids, as deeds do: the outbox log is told in the same
   * transaction.
   */
  publish(...planted: Planted[]): void;
  withdraw(id: string): void;
  remove(): void;
}

export function openSite(): Site {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  const dbFile = join(folder, "site.db");
  const db = openTown(dbFile);
  db.insert(organisations)
    .values({ id: "org", slug: "org", name: "Foreningen Fælles", state: "approved", createdAt: 0 })
    .run();
  return {
    db,
    dbFile,
    publish: (...planted) =>
      db.transaction((tx) => {
        for (const { when, ...fields } of planted) {
          const row = {
            ...wholeFields({ description: "Alle er velkomne." }),
            area: "viby",
            slug: `${fields.id}-${randomUUID()}`,
            organisationId: "org",
            state: "published" as const,
            publishedAt: 0,
            createdAt: 0,
            updatedAt: 0,
            ...fields,
          };
          tx.insert(activities).values(row).onConflictDoUpdate({ target: activities.id, set: fields }).run();
          tx.delete(occurrences).where(eq(occurrences.activityId, fields.id)).run();
          for (const [date, clock, minutes, cancelled] of when) {
            const start = instantOf(date, clock);
            tx.insert(occurrences)
              .values({
                activityId: fields.id,
                start,
                end: start + minutes * MINUTE,
                cancelled: cancelled !== undefined,
              })
              .run();
          }
        }
        noteChanged(
          tx,
          planted.map(({ id }) => id),
        );
      }),
    withdraw: (id) =>
      db.transaction((tx) => {
        tx.update(activities).set({ state: "withdrawn" }).where(eq(activities.id, id)).run();
        noteChanged(tx, [id]);
      }),
    remove() {
      db.$client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
