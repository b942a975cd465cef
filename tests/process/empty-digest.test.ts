import { createHash, webcrypto } from "node:crypto";
import { expect, it } from "vitest";
import { keepDigestsOfNothing } from "../../src/process/empty-digest.ts";

it("The hash of nothing is made once, and every other one as before", async () => {
  let made = 0;
  const subtle = {
    digest(algorithm: string, data: Uint8Array) {
      made += 1;
      return webcrypto.subtle.digest(algorithm, data as Uint8Array<ArrayBuffer>);
    },
  };
  keepDigestsOfNothing(subtle as unknown as SubtleCrypto);
  const hash = async (text: string, algorithm = "SHA-256") =>
    Buffer.from(await subtle.digest(algorithm, new TextEncoder().encode(text))).toString("base64");
  const expected = (text: string, algorithm = "sha256") => createHash(algorithm).update(text).digest("base64");
  for (const text of ["", "let a = 1;", "", ""]) expect(await hash(text)).toBe(expected(text));
  expect(await hash("", "SHA-384")).toBe(expected("", "sha384"));
  expect(made).toBe(3);
});
