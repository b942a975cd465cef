import { and, eq } from "drizzle-orm";
import type { Db } from "./client.ts";
import { settings } from "./schema.ts";

const key = (name: string) => `mark.${name}`;

/** A mark on the database itself (`demo`): null when it is not there. */
export function readMark(db: Db, name: string): string | null {
  const row = db
    .select({ value: settings.value })
    .from(settings)
    .where(and(eq(settings.key, key(name)), eq(settings.teamId, "")))
    .get();
  return (row?.value as string | undefined) ?? null;
}

export function writeMark(db: Db, name: string, value: string): void {
  db.insert(settings)
    .values({ key: key(name), value })
    .onConflictDoUpdate({ target: [settings.key, settings.teamId], set: { value } })
    .run();
}

export function dropMark(db: Db, name: string): void {
  db.delete(settings)
    .where(and(eq(settings.key, key(name)), eq(settings.teamId, "")))
    .run();
}
