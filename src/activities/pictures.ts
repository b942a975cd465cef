/** Pictures of activities, and their files. */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import type { Store } from "../../db/write.ts";
import { activities, images } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { newId } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import { change } from "./change.ts";
import { checkRoomForPicture } from "./quota.ts";
import { type Made, WIDTHS } from "./picture-files.ts";

export interface Picture {
  id: string;
  alt: string;
  width: number;
  height: number;
}

/**
 * Gives an activity a picture, made by `make`, in place of the one it had. Refuses without words for those who do not
 * see it.
 */
export async function setPicture(
  { db, write }: Store,
  dataDir: string,
  viewer: Viewer | null,
  activityId: string,
  make: () => Promise<Made>,
  alt: string,
  now: number,
): Promise<void> {
  if (!alt) refuse("pictureAlt", "alt");
  const made = await make();
  const id = newId();
  await writeFiles(dataDir, id, made);
  let before: string | null;
  try {
    before = await write((tx) => {
      const shown =
        tx.select({ imageId: activities.imageId }).from(activities).where(eq(activities.id, activityId)).get()
          ?.imageId ?? null;
      const { organisationId } = change(tx, viewer, activityId, "edit", now, () => ({ imageId: id }));
      if (!before) checkRoomForPicture(tx, organisationId);
      tx.insert(images)
        .values({ id, organisationId, alt, width: made.width, height: made.height, createdAt: now })
        .run();
      dropUnused(tx, shown);
      return shown;
    });
  } catch (thrown) {
    await removeFiles(dataDir, id);
    throw thrown;
  }
  if (before && !pictureOf(db, before)) await removeFiles(dataDir, before);
}

/** Takes the picture away, and its files when nothing else shows it. */
export async function removePicture(
  { db, write }: Store,
  dataDir: string,
  viewer: Viewer | null,
  activityId: string,
  now: number,
): Promise<void> {
  const before = await write((tx) => {
    const shown: { image: string | null } = { image: null };
    change(tx, viewer, activityId, "edit", now, (activity) => {
      shown.image = activity.imageId;
      return { imageId: null };
    });
    dropUnused(tx, shown.image);
    return shown.image;
  });
  if (before && !pictureOf(db, before)) await removeFiles(dataDir, before);
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

/** `k3v9….1200.webp` as a page asks for it; null for any other name. */
export function pictureFile(dataDir: string, name: string): string | null {
  const [, id, width] = /^([a-z0-9]{12})-(1200|480)\.webp$/.exec(name) ?? [];
  return id && width ? fileOf(dataDir, id, width) : null;
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
