/** What the file of a backup says that it holds. */
import { z } from "zod";

/** Its name in the file, where it comes first. */
export const MANIFEST = "manifest.json";
/** The database in the file. */
export const DATABASE = "faellesbro.db";
/** The folder of the pictures in it. */
export const PICTURES = "images";
/** What a backup may hold; nothing else is ever taken out of one. */
export const NAMES = /^(faellesbro\.db|images\/[a-z0-9]{12}-\d+\.webp)$/;
/** Bytes; a larger one is no manifest. */
export const LARGEST_MANIFEST = 64 * 1024 * 1024;

const manifestSchema = z.object({
  format: z.literal(1),
  /** Of the program that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** The newest migration of the database. */
  migration: z.object({ when: z.number(), name: z.string() }),
  rows: z.record(z.string(), z.number()),
  files: z.record(z.string().regex(NAMES), z.object({ size: z.number(), sha256: z.string() })),
});
/** What was read of it. */
export type Manifest = z.output<typeof manifestSchema>;

/** Reads it; undefined when it is none. */
export function manifestIn(bytes: Buffer): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString()));
  } catch {
    return undefined;
  }
}
