/** Pictures of activities, and their files. */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import type { Settled, Store } from "../../db/write.ts";
import { activities, images } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { newId } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import type { Activity } from "./activity.ts";
import { change } from "./change.ts";
import { checkRoomForPicture } from "./quota.ts";
import { type Made, WIDTHS } from "./picture-files.ts";

export interface Picture {
  id: string;
  alt: string;
  width: number;
  height: number;
}

/** A picture that somebody hands in, and its words for those who do not see it. */
export interface NewPicture {
  made: Made;
  alt: string;
}

/** Hangs the new picture on an activity, in place of the one it had; without a new one it has none after. */
type Hang = (viewer: Viewer | null, activityId: string, now: number) => void;

/**
 * One transaction that may `hang` a picture: its files are there before, and those that nothing shows any more are gone
 * after. When `deed` refuses nothing was written. Refuses a picture without words for those who do not see it.
 */
export async function writeWithPicture<T>(
  { db, write }: Store,
  dataDir: string,
  picture: NewPicture | null,
  deed: (tx: Db, hang: Hang) => Settled<T>,
): Promise<T> {
  if (picture && !picture.alt) refuse("pictureAlt", "alt");
  const next = picture && { ...picture, id: newId() };
  if (next) await writeFiles(dataDir, next.id, next.made);
  let before: string | null = null;
  let done: T;
  try {
    done = await write<T>((tx) =>
      deed(tx, (viewer, activityId, now) => (before = swap(tx, viewer, activityId, next, now))),
    );
  } catch (thrown) {
    if (next) await removeFiles(dataDir, next.id);
    throw thrown;
  }
  if (before && !pictureOf(db, before)) await removeFiles(dataDir, before);
  return done;
}

/** Gives an activity a picture in place of the one it had. */
export async function setPicture(
  store: Store,
  dataDir: string,
  viewer: Viewer | null,
  activityId: string,
  picture: NewPicture,
  now: number,
): Promise<void> {
  await writeWithPicture(store, dataDir, picture, (_, hang) => hang(viewer, activityId, now));
}

/** Takes the picture away, and its files when nothing else shows it. */
export async function removePicture(
  store: Store,
  dataDir: string,
  viewer: Viewer | null,
  activityId: string,
  now: number,
): Promise<void> {
  await writeWithPicture(store, dataDir, null, (_, hang) => hang(viewer, activityId, now));
}

/** Other words for those who do not see it. */
export function describePicture(db: Db, viewer: Viewer | null, activityId: string, alt: string, now: number): void {
  if (!alt) refuse("pictureAlt", "alt");
  db.transaction((tx) => {
    const { imageId } = change(tx, viewer, activityId, "edit", now, () => ({}));
    if (imageId) tx.update(images).set({ alt }).where(eq(images.id, imageId)).run();
  });
}

/** A picture by its id; null when there is none (any more). */
export function pictureOf(db: Db, id: string | null): Picture | null {
  if (!id) return null;
  const { alt, width, height } = images;
  return db.select({ id: images.id, alt, width, height }).from(images).where(eq(images.id, id)).get() ?? null;
}

/** The picture of an activity; null when it has none. */
export function pictureOfActivity(db: Db, activityId: string): Picture | null {
  return keptRead(db, `picture ${activityId}`, () =>
    pictureOf(
      db,
      db.select({ imageId: activities.imageId }).from(activities).where(eq(activities.id, activityId)).get()?.imageId ??
        null,
    ),
  );
}

/** The activities that show the picture of a file; none for any other name. They are all of its organisation. */
export function showing(db: Db, name: string): Pick<Activity, "id" | "organisationId" | "audience">[] {
  const id = readName(name)?.id;
  if (!id) return [];
  return keptRead(db, `showing ${id}`, () =>
    db
      .select({ id: activities.id, organisationId: activities.organisationId, audience: activities.audience })
      .from(images)
      .innerJoin(
        activities,
        and(eq(activities.organisationId, images.organisationId), eq(activities.imageId, images.id)),
      )
      .where(eq(images.id, id))
      .all(),
  );
}

/** `k3v9….1200.webp` as a page asks for it; null for any other name. */
export function pictureFile(dataDir: string, name: string): string | null {
  const read = readName(name);
  return read && fileOf(dataDir, read.id, read.width);
}

function readName(name: string): { id: string; width: string } | null {
  const [, id, width] = /^([a-z0-9]{12})-(1200|480)\.webp$/.exec(name) ?? [];
  return id && width ? { id, width } : null;
}

/** The picture that it had before. */
function swap(
  tx: Db,
  viewer: Viewer | null,
  activityId: string,
  next: (NewPicture & { id: string }) | null,
  now: number,
): string | null {
  const shown: { image: string | null } = { image: null };
  const { organisationId } = change(tx, viewer, activityId, "edit", now, ({ imageId }) => {
    shown.image = imageId;
    return { imageId: next?.id ?? null };
  });
  if (next) {
    if (!shown.image) checkRoomForPicture(tx, organisationId);
    const { id, alt, made } = next;
    tx.insert(images).values({ id, organisationId, alt, width: made.width, height: made.height, createdAt: now }).run();
  }
  dropUnused(tx, shown.image);
  return shown.image;
}

function dropUnused(tx: Db, id: string | null): void {
  if (id && !tx.select({ id: activities.id }).from(activities).where(eq(activities.imageId, id)).get())
    tx.delete(images).where(eq(images.id, id)).run();
}

async function writeFiles(dataDir: string, id: string, { files }: Made): Promise<void> {
  await mkdir(join(dataDir, "images"), { recursive: true, mode: 0o700 });
  for (const { width, bytes } of files) {
    const file = fileOf(dataDir, id, String(width));
    await writeFile(`${file}.new`, bytes);
    await rename(`${file}.new`, file);
  }
}

async function removeFiles(dataDir: string, id: string): Promise<void> {
  for (const width of WIDTHS) await rm(fileOf(dataDir, id, String(width)), { force: true });
}

function fileOf(dataDir: string, id: string, width: string): string {
  return join(dataDir, "images", `${id}-${width}.webp`);
}
