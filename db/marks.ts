import { eq } from "drizzle-orm";
import type { Db } from "./client.ts";
import { marks } from "./schema.ts";

/** A mark on the database itself (`demo`): null when it is not there. */
export function readMark(db: Db, name: string): string | null {
  return db.select({ value: marks.value }).from(marks).where(eq(marks.name, name)).get()?.value ?? null;
}

export function writeMark(db: Db, name: string, value: string): void {
  db.insert(marks).values({ name, value }).onConflictDoUpdate({ target: marks.name, set: { value } }).run();
}

export function dropMark(db: Db, name: string): void {
  db.delete(marks).where(eq(marks.name, name)).run();
}
