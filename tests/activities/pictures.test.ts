import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { images } from "../../db/schema.ts";
import { makePicture } from "../../src/activities/make-picture.ts";
import {
  describePicture,
  pictureFile,
  pictureOfActivity,
  removePicture,
  setPicture,
  writeWithPicture,
} from "../../src/activities/pictures.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { activityOf, addOrganisation, contactOf, NOW, openTown, wholeFields } from "../world.ts";
import { temporaryFolder } from "../harness/server.ts";
import { storeOf } from "../harness/store.ts";

const folder = temporaryFolder("pictures");
afterAll(() => folder.remove());
const db = openTown();
const organisation = addOrganisation(db, "Viby Bibliotek");
const viewer = contactOf(db, organisation);
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#7aa" } });
const keyOf = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: { key?: string }) => thrown.key ?? String(thrown),
  );
const files = () => (existsSync(join(folder.path, "images")) ? readdirSync(join(folder.path, "images")) : []);

describe("A picture of an activity", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)("may be %s", async (format) => {
    const made = await makePicture(await plain(1600, 800).toFormat(format).toBuffer());
    expect(made).toMatchObject({ width: 1200, height: 600 });
    const sizes = await Promise.all(made.files.map(({ bytes }) => sharp(bytes).metadata()));
    expect(sizes.map(({ width, format: kind }) => [width, kind])).toEqual([
      [1200, "webp"],
      [480, "webp"],
    ]);
  });

  it("stands upright, and says nothing of where, when and with what it was taken", async () => {
    const exif = {
      IFD0: { Make: "Hemmeligt", ImageDescription: "Lis" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "56/1 9/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "10/1 12/1 0/1" },
    };
    const bytes = await plain(1000, 400).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer();
    expect(bytes.includes("Hemmeligt")).toBe(true);
    const made = await makePicture(bytes);
    expect(made).toMatchObject({ width: 400, height: 1000 });
    for (const { bytes: written } of made.files) {
      const { exif: left, xmp, iptc, icc, orientation } = await sharp(written).metadata();
      expect([left, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
      expect(Buffer.from(written).toString("latin1")).not.toMatch(/Hemmeligt|GPS/);
    }
  });

  it("is not made larger than it is", async () => {
    expect(await makePicture(await plain(300, 200).png().toBuffer())).toMatchObject({ width: 300, height: 200 });
  });

  it("is shown, described, changed and taken away, and leaves no file behind", async () => {
    const { id } = createDraft(db, viewer, organisation, wholeFields(), NOW);
    const bytes = await plain(600, 400).jpeg().toBuffer();
    const made = await makePicture(bytes);
    expect(await keyOf(setPicture(storeOf(db), folder.path, viewer, id, { made, alt: "" }, NOW))).toBe("pictureAlt");
    await setPicture(storeOf(db), folder.path, viewer, id, { made, alt: "Et bord" }, NOW);
    const first = pictureOfActivity(db, id);
    expect(first).toMatchObject({ alt: "Et bord", width: 600, height: 400 });
    expect(
      readFileSync(pictureFile(folder.path, `${first?.id}-480.webp`) ?? "")
        .subarray(8, 12)
        .toString(),
    ).toBe("WEBP");
    describePicture(db, viewer, id, "Et langt bord", NOW);
    expect(pictureOfActivity(db, id)?.alt).toBe("Et langt bord");
    await setPicture(storeOf(db), folder.path, viewer, id, { made, alt: "Et andet" }, NOW);
    expect(files()).toHaveLength(2);
    expect(db.select().from(images).all()).toHaveLength(1);
    await removePicture(storeOf(db), folder.path, viewer, id, NOW);
    expect([pictureOfActivity(db, id), files(), activityOf(db, id).imageId]).toEqual([null, [], null]);
  });

  it("of another association's activity cannot be set", async () => {
    const { id } = createDraft(db, viewer, organisation, wholeFields(), NOW);
    const made = await makePicture(await plain(600, 400).jpeg().toBuffer());
    const others = contactOf(db, "andre");
    expect(await keyOf(setPicture(storeOf(db), folder.path, others, id, { made, alt: "x" }, NOW))).toBe("notYours");
    expect(files()).toEqual([]);
  });

  it("comes with a new activity, or neither does", async () => {
    const picture = { made: await makePicture(await plain(600, 400).jpeg().toBuffer()), alt: "Et bord" };
    const { id } = await writeWithPicture(storeOf(db), folder.path, picture, (tx, hang) => {
      const draft = createDraft(tx, viewer, organisation, wholeFields(), NOW);
      hang(viewer, draft.id, NOW);
      return draft;
    });
    expect(pictureOfActivity(db, id)).toMatchObject({ alt: "Et bord" });
    const before = files();
    const refused = writeWithPicture(storeOf(db), folder.path, picture, (tx, hang) => {
      hang(viewer, createDraft(tx, viewer, organisation, wholeFields(), NOW).id, NOW);
      throw new Error("something else was wrong");
    });
    expect(await keyOf(refused)).toContain("something else");
    expect(files()).toEqual(before);
    await removePicture(storeOf(db), folder.path, viewer, id, NOW);
    expect(files()).toEqual([]);
  });

  it.each([
    "../../faellesbro.db",
    "abcdefghijkl-480.webp/..",
    "abcdefghijkl-481.webp",
    "abcdefghijkl.webp",
    "%2e%2e",
    "",
  ])("is found only by its own name, not %s", (name) => {
    expect(pictureFile(folder.path, name)).toBeNull();
  });
});
