import ts from "typescript";
import { describe, expect, it } from "vitest";
import { notices } from "../src/texts/notices.ts";
import { refusals } from "../src/texts/refusals.ts";
import { filesOf, programOf, read } from "./harness/imports.ts";

/**
 * Easy text for everybody (docs/domain.md, B11): LIX = words a sentence + per cent of words longer than six letters
 * (Björnsson 1968).
 */
const EASY = 30;
/** Shorter than this it is a label, not running text. */
const SENTENCE = 4;
/** Fewer words than this say little about a whole file. */
const ENOUGH = 60;
const ENGLISH =
  /\b(the|with|your|you|please|submit|search|error|errors|required|invalid|password|click|cancel|loading|failed|save|back|next|previous|close|open the|welcome|home|settings|update|delete|loading|not found)\b/i;

const files = filesOf(["src/texts/*.ts"]).filter((file) => !/\/(?:en|crisis|languages)\.ts$/.test(file));
const running = new Map(files.map((file) => [file, textsOf(file).filter((text) => wordsOf(text).length >= SENTENCE)]));

describe("What people read", () => {
  it("is easy as a whole", () => {
    expect(lix([...running.values()].flat())).toBeLessThanOrEqual(EASY);
  });

  const long = [...running].filter(([, texts]) => texts.flatMap(wordsOf).length >= ENOUGH);
  it.each(long)("is easy in %s", (_, texts) => {
    expect(lix(texts), hardest(texts)).toBeLessThanOrEqual(EASY);
  });

  it("is Danish in the texts", () => {
    const said = (text: string) => text.replaceAll(/npm run [^\n]+/g, "");
    expect([...running.values()].flat().filter((text) => ENGLISH.test(said(text)))).toEqual([]);
  });

  it("is Danish in the pages", () => {
    const found = filesOf(["src/**/*.astro"]).flatMap((file) =>
      markupWords(read(file))
        .filter((text) => ENGLISH.test(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["notice", Object.keys(notices)],
    ["refusal", Object.keys(refusals)],
  ])("is said: no %s has a key that nobody says", (_, keys) => {
    const rooms = filesOf(["src/**/*.{ts,tsx,astro}"]).filter((file) => !/\/(notices|refusals)\.ts$/.test(file));
    const said = rooms.map(read).join("\n");
    const silent = keys.filter((key) => !said.includes(`"${key}"`) && !said.includes(`refusals.${key}`));
    expect(silent).toEqual([]);
  });

  it("counts LIX as it is defined", () => {
    expect(lix(["Vi ringer til dig. Det koster ingenting."])).toBeCloseTo(7 / 2 + 100 / 7, 5);
  });
});

/** Every text that a file writes; what is filled in later stands as a number. */
function textsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) && !isName(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map((span) => `10${span.literal.text}`).join(""));
    ts.forEachChild(node, visit);
  };
  visit(programOf(file));
  return found;
}

function isName(node: ts.StringLiteralLike): boolean {
  return (
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node) || ts.isElementAccessExpression(node.parent)
  );
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:])\s+(?=\p{Lu}|\p{N}|$)|\n+/u).filter((part) => wordsOf(part).length > 0);
}

function lix(texts: string[]): number {
  const words = texts.flatMap(wordsOf);
  const longer = words.filter((word) => (word.match(/\p{L}/gu) ?? []).length > 6);
  return words.length / texts.flatMap(sentencesOf).length + (100 * longer.length) / words.length;
}

function hardest(texts: string[]): string {
  const worst = texts.toSorted((a, b) => lix([b]) - lix([a])).slice(0, 8);
  return `the hardest:\n${worst.map((text) => `  ${Math.round(lix([text]))}  ${text}`).join("\n")}\n`;
}

/** What stands between the tags of a page, without its program, styles and expressions. */
function markupWords(page: string): string[] {
  const markup = page
    .replace(/^---\n[\s\S]*?\n---/, "")
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replace(/\{[^{}]*\}/g, "");
  return [...markup.matchAll(/>([^<>{}=]*\p{L}[^<>{}=]*)</gu)].map((match) => (match[1] ?? "").trim());
}
