/** Pictures taken in by their content, never by their name; written anew without anything but the picture itself. */
import sharp from "sharp";
import { refuse } from "../texts/refusal.ts";
import { type Made, MOST_BYTES, WIDTHS } from "./picture-files.ts";

const MOST_PIXELS = 40_000_000;
/** A strip this long costs more memory than its points say. */
const MOST_SIDE = 20_000;
const LEAST_WIDTH = 200;
const SECONDS = 10;

// One picture at a time, on one thread, and nothing of it kept: the memory of many large ones would be the whole
// machine's.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Two sizes of an uploaded picture as WebP: upright, at most 1200 and 480 wide, without metadata. Refuses what is no
 * picture, too large or broken, by the key of a text.
 */
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
    const small = await sharp(large.data)
      .resize({ width: WIDTHS[1], withoutEnlargement: true })
      .webp({ quality: 78 })
      .timeout({ seconds: SECONDS })
      .toBuffer();
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
