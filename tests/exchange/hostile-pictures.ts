import { deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import type { Hostile } from "./hostile.ts";

/** Pictures. */
export async function hostilePictures(): Promise<Hostile[]> {
  const jpeg = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .jpeg()
    .toBuffer();
  const png = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .png()
    .toBuffer();
  const webp = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .webp()
    .toBuffer();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><script>alert(1)</script><image href="file:///etc/passwd"/></svg>';
  const cuts = [3, 10, 40, 100, 200].flatMap((at): Hostile[] => [
    [`a JPEG cut at ${at}`, jpeg.subarray(0, at)],
    [`a PNG cut at ${at}`, png.subarray(0, at)],
    [`a WebP cut at ${at}`, webp.subarray(0, at)],
  ]);
  const spoilt = [60, 120, 180, 300].flatMap((at): Hostile[] => [
    [`a PNG spoilt at ${at}`, withNoise(png, at)],
    [`a WebP spoilt at ${at}`, withNoise(webp, at % webp.length)],
  ]);
  return [
    ...cuts,
    ...spoilt,
    ["a JPEG cut in half", jpeg.subarray(0, jpeg.length >> 1)],
    ["SVG with a script", Buffer.from(svg)],
    ["SVG after a byte order mark", Buffer.from(`\uFEFF<?xml version="1.0"?>${svg}`)],
    [
      "SVG with entities a billion times",
      Buffer.from(
        `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${"bcdefghij"[i]} "${`&${"abcdefghi"[i]};`.repeat(10)}">`).join("")}]><svg>&j;</svg>`,
      ),
    ],
    ["packed SVG", gzipSync(Buffer.from(svg))],
    ["GIF", Buffer.concat([Buffer.from("GIF89a"), Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0])])],
    [
      "GIF of 10,000 frames",
      Buffer.concat([
        Buffer.from("GIF89a\x01\0\x01\0\x80\0\0"),
        Buffer.alloc(6),
        ...Array.from({ length: 10_000 }, () => Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0])),
      ]),
    ],
    ["PDF", Buffer.from("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj")],
    ["TIFF", Buffer.from("II*\0\x08\0\0\0\0\0", "latin1")],
    ["BMP", Buffer.concat([Buffer.from("BM"), Buffer.alloc(60)])],
    ["a page", Buffer.from("<!doctype html><img src=x onerror=alert(1)>")],
    ["HEIC", Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")])],
    [
      "an AVIF that is none",
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypavif\0\0\0\0mif1avif"), Buffer.alloc(1000)]),
    ],
    ["PostScript", Buffer.from("%!PS-Adobe-3.0\n(/etc/passwd) run")],
    [
      "a command for a drawing program",
      Buffer.from("push graphic-context\nfill 'url(https://x/|ls)'\npop graphic-context"),
    ],
    ["nothing", Buffer.alloc(0)],
    ["zero bytes", Buffer.alloc(100_000)],
    ["11 MB", Buffer.concat([jpeg, Buffer.alloc(11 * 1024 * 1024)])],
    ["a PNG of 30,000 x 30,000", pngOf(30_000, 30_000)],
    ["a PNG of 2 billion squared", pngOf(0x7fffffff, 0x7fffffff)],
    ["a PNG of 0 x 0", pngOf(0, 0)],
    ["a PNG of 1,000,000 x 40", pngOf(1_000_000, 40)],
    ["a PNG of 7000 x 7000, almost empty", pngOf(7000, 7000)],
    ["a PNG of 6000 x 6000 without its data", pngOf(6000, 6000)],
    [
      "a PNG with 5 MB of packed text",
      withChunk(png, "zTXt", Buffer.concat([Buffer.from("x\0\0"), deflateSync(Buffer.alloc(500_000_000 >> 4))])),
    ],
    [
      "a JPEG of one point",
      await sharp({ create: { width: 1, height: 1, channels: 3, background: "#000" } })
        .jpeg()
        .toBuffer(),
    ],
    ["a JPEG that says it is 65,500 wide", withSize(jpeg, 65_500)],
  ];
}

/** A picture that is also something else: only the picture may be left. */
export async function polyglots(): Promise<Hostile[]> {
  const jpeg = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .jpeg()
    .toBuffer();
  const png = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .png()
    .toBuffer();
  const script = Buffer.from("<script>alert('polyglot')</script><?php polyglot ?>");
  return [
    ["a JPEG with a page behind it", Buffer.concat([jpeg, script])],
    ["a JPEG with an archive behind it", Buffer.concat([jpeg, Buffer.from("PK\x03\x04polyglot")])],
    [
      "a JPEG with a script in a comment",
      Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, script.length + 2]), script, jpeg.subarray(2)]),
    ],
    ["a PNG with a script in a text", withChunk(png, "tEXt", Buffer.concat([Buffer.from("polyglot\0"), script]))],
    ["a PNG with a page behind it", Buffer.concat([png, script])],
  ];
}

function withNoise(bytes: Buffer, at: number): Buffer {
  const spoilt = Buffer.from(bytes);
  for (let i = at; i < Math.min(at + 40, spoilt.length); i++) spoilt[i] = (i * 37) & 255;
  return spoilt;
}

/** A PNG (W3C) that states a size and holds almost nothing. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** One more chunk right after the first. */
function withChunk(png: Buffer, name: string, data: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 33), chunk(name, data), png.subarray(33)]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function withSize(jpeg: Buffer, width: number): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  const changed = Buffer.from(jpeg);
  changed.writeUInt16BE(width, at + 5);
  changed.writeUInt16BE(width, at + 7);
  return changed;
}
