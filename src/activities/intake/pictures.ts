/** Pictures of activities: taken in by their content, never by their name; written anew without anything but the picture itself. */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import type { Db } from "../../../db/client.ts";
import type { Store } from "../../../db/write.ts";
import { activities, images } from "../../../db/schema.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { newId } from "../../shared/ids.ts";
import { refuse } from "../../shared/refusal.ts";
import { change } from "../publishing.ts";
import { checkRoomForPicture } from "../quota.ts";

export const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;
/** A strip this long costs more memory than its points say. */
const MOST_SIDE = 20_000;
const LEAST_WIDTH = 200;
const SECONDS = 10;
export const WIDTHS = [1200, 480] as const;

export interface Picture {
  id: string;
  alt: string;
  width: number;
  height: number;
}

interface Made {
  files: { width: (typeof WIDTHS)[number]; bytes: Buffer }[];
  width: number;
  height: number;
}

/** Two sizes of an uploaded picture as WebP: upright, at most 1200 and 480 wide, without metadata. Refuses what is no picture, too large or broken, by the key of a text. */
export async function makePicture(bytes: Uint8Array): Promise<Made> {
  if (bytes.length === 0) refuse("pictureMissing", "file");
  if (bytes.length > MOST_BYTES) refuse("pictureTooLarge", "file");
  const kind = kindOf(bytes);
  if (kind === "heic") refuse("pictureHeic", "file");
  if (kind === null) refuse("pictureKind", "file");
  try {
    const options = { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1, sequentialRead: true } as const;
    const { width, height } = await sharp(bytes, options).metadata();
    if (width * height > MOST_PIXELS || Math.max(width, height) > MOST_SIDE) refuse("pictureTooMany", "file");
    if (Math.max(width, height) < LEAST_WIDTH) refuse("pictureSmall", "file");
    const upright = sharp(bytes, options).rotate().timeout({ seconds: SECONDS });
    const large = await upright
      .resize({ width: WIDTHS[0], height: WIDTHS[0], fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    const small = await sharp(large.data).resize({ width: WIDTHS[1], withoutEnlargement: true }).webp({ quality: 78 }).timeout({ seconds: SECONDS }).toBuffer();
    return {
      files: [
        { width: WIDTHS[0], bytes: large.data },
        { width: WIDTHS[1], bytes: small },
      ],
      width: large.info.width,
      height: large.info.height,
    };
  } catch (thrown) {
    if (thrown instanceof Error && "key" in thrown) throw thrown;
    if (thrown instanceof Error && /pixel limit/i.test(thrown.message)) refuse("pictureTooMany", "file");
    return refuse("pictureBroken", "file");
  }
}

/** Gives an activity a picture in place of the one it had. Refuses without words for those who do not see it. */
export async function setPicture(
  { db, write }: Store,
  dataDir: string,
  viewer: Viewer | null,
  activityId: string,
  bytes: Uint8Array,
  alt: string,
  now: number,
): Promise<void> {
  if (!alt) refuse("pictureAlt", "alt");
  const made = await makePicture(bytes);
  const id = newId();
  await writeFiles(dataDir, id, made);
  let before: string | null;
  try {
    before = await write((tx) => {
      const shown = tx.select({ imageId: activities.imageId }).from(activities).where(eq(activities.id, activityId)).get()?.imageId ?? null;
      const { organisationId } = change(tx, viewer, activityId, "edit", now, () => ({ imageId: id }));
      if (!before) checkRoomForPicture(tx, organisationId);
      tx.insert(images).values({ id, organisationId, alt, width: made.width, height: made.height, createdAt: now }).run();
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
export async function removePicture({ db, write }: Store, dataDir: string, viewer: Viewer | null, activityId: string, now: number): Promise<void> {
  const before = await write((tx) => {
    let shown: string | null = null;
    change(tx, viewer, activityId, "edit", now, (activity) => {
      shown = activity.imageId;
      return { imageId: null };
    });
    dropUnused(tx, shown);
    return shown as string | null;
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
  return pictureOf(db, db.select({ imageId: activities.imageId }).from(activities).where(eq(activities.id, activityId)).get()?.imageId ?? null);
}

/** `k3v9….1200.webp` as a page asks for it; null for any other name. */
export function pictureFile(dataDir: string, name: string): string | null {
  const [, id, width] = /^([a-z0-9]{12})-(1200|480)\.webp$/.exec(name) ?? [];
  return id && width ? fileOf(dataDir, id, width) : null;
}

/** What kind of picture the bytes begin like. */
function kindOf(bytes: Uint8Array): "jpeg" | "png" | "webp" | "avif" | "heic" | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (ascii(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "webp";
  if (ascii(4, 8) !== "ftyp") return null;
  const brands = ascii(8, 40);
  if (/avif|avis/.test(brands)) return "avif";
  return /hei[cfmsx]|hev[cm]|mif1|msf1/.test(brands) ? "heic" : null;
}

function dropUnused(tx: Db, id: string | null): void {
  if (id && !tx.select({ id: activities.id }).from(activities).where(eq(activities.imageId, id)).get()) tx.delete(images).where(eq(images.id, id)).run();
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
