import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { connect, connectToRead } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { readSetting, writeSetting } from "../../db/settings.ts";
import { temporaryFolder } from "../harness/server.ts";
import { openTown } from "../world.ts";

const folder = temporaryFolder("kept-reads");
const file = join(folder.path, "town.db");
openTown(file).$client.close();
afterAll(() => folder.remove());

it("What was read is read again only when somebody has written", () => {
  const [reader, writer] = [connectToRead(file), connect(file)];
  let reads = 0;
  const ask = () => keptRead(reader, "n", () => ++reads);
  expect([ask(), ask()]).toEqual([1, 1]);
  writeSetting(writer, "promiseDays", 4);
  expect([ask(), ask()]).toEqual([2, 2]);
});

it("A setting that is changed holds from the next page on, for who wrote it and for all others", () => {
  const [reader, writer] = [connectToRead(file), connect(file)];
  for (const phone of ["11 11 11 11", "22 22 22 22"]) {
    writeSetting(writer, "phone", phone);
    expect([readSetting(writer, "phone"), readSetting(reader, "phone")]).toEqual([phone, phone]);
  }
});

it("What a deed saw that was taken back is not seen by anybody after it", () => {
  const writer = connect(file);
  writeSetting(writer, "phone", "33 33 33 33");
  expect(() =>
    writer.transaction((tx) => {
      writeSetting(tx, "phone", "44 44 44 44");
      expect([readSetting(tx, "phone"), readSetting(writer, "phone")]).toEqual(["44 44 44 44", "44 44 44 44"]);
      throw new Error("the disk is full");
    }),
  ).toThrow("full");
  expect(readSetting(writer, "phone")).toBe("33 33 33 33");
});
