import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partFiles } from "../../src/process/parts.ts";

const MANY = 100;

/** As a browser sends it. */
async function sent(fields: [string, string][], files: [field: string, bytes: Uint8Array<ArrayBuffer>][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  for (const [name, bytes] of files) form.append(name, new File([bytes], "sal.jpg", { type: "image/jpeg" }));
  const request = new Request("http://x", { method: "POST", body: form });
  return { body: Buffer.from(await request.arrayBuffer()), type: request.headers.get("content-type") ?? "" };
}

/** What is read of it: the fields as the pages read them, the files as they were set aside. */
async function read({ body, type }: { body: Buffer; type: string }) {
  const parted = partFiles(body, type, MANY);
  const form = await new Response(new Uint8Array(parted?.form ?? []), { headers: { "content-type": type } }).formData();
  const files = (parted?.files ?? []).map(async ([name, file]) => [name, file.size, [...(await file.bytes())]]);
  return { fields: [...form], files: await Promise.all(files) };
}

describe("A form with a file", () => {
  it("is read field for field, and the file lies beside it as it was chosen", async () => {
    const posted = await sent([["alt", "En sal, lys"]], [["file", new Uint8Array([255, 216, 13, 10, 45, 45])]]);
    expect(await read(posted)).toEqual({
      fields: [["alt", "En sal, lys"]],
      files: [["file", 6, [255, 216, 13, 10, 45, 45]]],
    });
  });

  it("may be the file alone, and one that nobody chose", async () => {
    expect(await read(await sent([], [["fil", new Uint8Array()]]))).toEqual({ fields: [], files: [["fil", 0, []]] });
  });

  it("stays a field when it only speaks of a file", async () => {
    const posted = await sent([["alt", '\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nc']], []);
    expect(await read(posted)).toMatchObject({ fields: [["alt", expect.stringContaining("filename")]], files: [] });
  });

  it("is read alike whatever is written and chosen", async () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    const fields = fc.array(fc.tuple(name, fc.stringMatching(/^[ -~æøåÆØÅ]{0,40}$/)), { maxLength: 5 });
    const files = fc.array(fc.tuple(name, fc.uint8Array({ maxLength: 300 }) as fc.Arbitrary<Uint8Array<ArrayBuffer>>), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(fields, files, async (written, chosen) => {
        expect(await read(await sent(written, chosen))).toEqual({
          fields: written,
          files: chosen.map(([field, bytes]) => [field, bytes.length, [...bytes]]),
        });
      }),
      { numRuns: 200 },
    );
  });

  it("that nobody can read is handed on as it came", () => {
    const body = Buffer.from('--x\r\nContent-Disposition: form-data; filename="a"\r\n\r\nb\r\n--x--');
    expect(partFiles(body, "multipart/form-data; boundary=x", MANY)).toEqual({ form: body, files: [] });
    expect(partFiles(body, "text/plain", MANY)).toEqual({ form: body, files: [] });
  });
});
