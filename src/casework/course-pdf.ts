/** A paper as PDF: A4, numbered pages, text that can be read aloud and copied; the same bytes for the same paper. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "fontkit";
import PDFDocument from "pdfkit";
import { coursePaper } from "../texts/course-paper.ts";
import type { Paper, Piece } from "./course-paper.ts";

const FONTS = "node_modules/@expo-google-fonts/atkinson-hyperlegible-next";
const REGULAR = `${FONTS}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`;
const BOLD = `${FONTS}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`;

/** In points, as all that PDF measures. */
const MARGIN = 62;
const INDENT = 14;
const SIZES = { title: 20, heading: 14, text: 10.5, small: 9 };
/** A heading, or the head of an entry, does not stand alone at the end of a page. */
const KEPT_TOGETHER = 60;
const FOOT_FROM_EDGE = 44;
const INK = "#1d2b2f";
const SOFT = "#4a5a5e";

type Doc = PDFKit.PDFDocument;

/**
 * Draws a paper. A sign that the typeface lacks becomes a question mark, and the foot of each page says so. `root`: the
 * folder of `node_modules`.
 */
export async function paperAsPdf(paper: Paper, root: string): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    lang: "da",
    displayTitle: true,
    info: { Title: paper.title, CreationDate: new Date(paper.at), Producer: "Fællesbro", Creator: "Fællesbro" },
    font: join(root, REGULAR),
  });
  const bytes = bytesOf(doc);
  doc.registerFont("regular", join(root, REGULAR)).registerFont("bold", join(root, BOLD));
  const signs = openSigns(join(root, REGULAR));
  const write = openWriting(doc, paper.title, signs.shown);
  for (const piece of paper.pieces) write.piece(piece);
  write.end(signs.isLacking() ? coursePaper.lacking : "");
  doc.end();
  return await bytes;
}

/** What of a text the typeface can show. */
function openSigns(file: string) {
  const font = create(readFileSync(file));
  if (!("layout" in font)) throw new TypeError(`Several typefaces in ${file}`);
  let lacking = false;
  return {
    isLacking: () => lacking,
    shown: (text: string) =>
      [...text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/\t/g, " ")]
        .map((sign) => {
          if (sign === "\n" || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)) return sign;
          lacking = true;
          return "?";
        })
        .join(""),
  };
}

function openWriting(doc: Doc, title: string, shown: (text: string) => string) {
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  const line = (words: string, structType = "P", options: PDFKit.Mixins.TextOptions = {}) =>
    doc.text(shown(words), { structParent: whole, structType, lineGap: 2, ...options });
  const keepTogether = () => {
    if (doc.y > doc.page.maxY() - KEPT_TOGETHER) doc.addPage();
  };
  doc.font("bold", SIZES.title).fillColor(INK);
  line(title, "H1").moveDown(0.5);

  function piece(said: Piece): void {
    switch (said.kind) {
      case "heading":
        doc.moveDown(0.8);
        keepTogether();
        doc.font("bold", SIZES.heading);
        line(said.text, "H2").moveDown(0.2);
        break;
      case "text":
        doc.font("regular", SIZES.text);
        line(said.text).moveDown(0.3);
        break;
      case "said":
        doc.font("regular", SIZES.text);
        line(said.text, "P", { indent: INDENT, indentAllLines: true }).moveDown(0.3);
        break;
      case "fact":
        doc.font("bold", SIZES.text);
        line(`${said.label}: `, "P", { continued: true });
        doc.font("regular", SIZES.text);
        line(said.text).moveDown(0.2);
        break;
      case "entry":
        doc.moveDown(0.4);
        keepTogether();
        doc.font("regular", SIZES.small).fillColor(SOFT);
        line(said.label);
        doc.font("bold", SIZES.text).fillColor(INK);
        line(said.text).moveDown(0.2);
    }
  }

  /** Numbers the pages; a page's number is no part of what it says. */
  function end(remark: string): void {
    whole.end();
    const { start, count } = doc.bufferedPageRange();
    doc.font("regular", SIZES.small).fillColor(SOFT);
    for (let at = start; at < start + count; at += 1) {
      doc.switchToPage(at);
      doc.page.margins.bottom = 0;
      doc.markContent("Artifact", { type: "Pagination" });
      const words = [title, coursePaper.page(at - start + 1, count), remark].filter(Boolean).join(" · ");
      doc.text(words, MARGIN, doc.page.height - FOOT_FROM_EDGE, { lineBreak: false });
      doc.endMarkedContent();
    }
  }

  return { piece, end };
}

function bytesOf(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("error", reject);
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
}
