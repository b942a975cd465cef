import { inflateSync } from "node:zlib";

/** The words of a PDF, line by line, as somebody gets them who copies them: by what its fonts say of each sign. */
export function textOfPdf(bytes: Uint8Array): string {
  const pdf = Buffer.from(bytes).toString("latin1");
  const objects = new Map(
    [...pdf.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id = "", body = ""]) => [id, body]),
  );
  const streamOf = (body = "") => {
    const from = body.indexOf("stream\n") + "stream\n".length;
    const raw = Buffer.from(body.slice(from, from + Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0)), "latin1");
    return (body.includes("/FlateDecode") ? inflateSync(raw) : raw).toString("latin1");
  };
  const refOf = (body: string, name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? "";
  const fonts = new Map(
    [...pdf.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [
      name,
      signsOf(streamOf(objects.get(refOf(objects.get(id) ?? "", "ToUnicode")))),
    ]),
  );
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  return pages.map((page) => wordsIn(streamOf(objects.get(refOf(page, "Contents"))), fonts)).join("\n");
}

/** Sign by code, both as four hexadecimal digits, of a ToUnicode map. */
function signsOf(map: string): Map<string, string> {
  const signs = new Map<string, string>();
  for (const [, from = "", list = ""] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    for (const [at, [, hex = ""]] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries())
      signs.set((Number.parseInt(from, 16) + at).toString(16).padStart(4, "0"), fromUtf16(hex.replaceAll(" ", "")));
  return signs;
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, "hex").swap16().toString("utf16le");
}

function wordsIn(content: string, fonts: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  const lines: string[] = [];
  for (const [all, name, shown = ""] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? font;
    else if (all.endsWith("TJ"))
      lines.push(
        [...shown.matchAll(/<([0-9a-f]+)>/g)]
          .flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? [])
          .map((code) => font.get(code) ?? "\u{fffd}")
          .join(""),
      );
  }
  return lines.join("\n");
}
