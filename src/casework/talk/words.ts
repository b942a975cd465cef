/** A sheet in words: on the case's page, in the citizen's copy and on paper, what nobody answered left out. */
import type { Vocabulary } from "../../../search/vocabulary.ts";
import { clockInWords } from "../../danish/wording.ts";
import { factLabel } from "../../shared/facts.ts";
import { placeLabel } from "../../texts/labels.ts";
import { gapTexts } from "../../texts/practice.ts";
import { talkTexts as texts } from "../../texts/talk.ts";
import { cellsInWords } from "./cells.ts";
import type { Listed } from "./list.ts";
import type { Sheet } from "./sheet.ts";
import { gapOfKey } from "./wished-gaps.ts";

type Names = Pick<Vocabulary, "areas" | "postcodes" | "themes">;

/** Each answer with what was asked. */
export function sheetInWords(sheet: Sheet, names: Names): [label: string, said: string][] {
  const said = (labels: Record<string, string>, codes: readonly string[]) =>
    codes.map((code) => labels[code] ?? code).join(", ");
  const one = (labels: Record<string, string>, code: string | null) => (code === null ? "" : said(labels, [code]));
  const rows: [string, string][] = [
    [texts.likes, sheet.likes],
    [texts.resources, sheet.resources],
    [texts.limits, sheet.limits],
    [texts.needs, sheet.needs.map(factLabel).join(", ")],
    [texts.loneliness, one(texts.lonelinesses, sheet.loneliness)],
    [texts.motivation, one(texts.motivations, sheet.motivation)],
    [texts.transport, said(texts.transports, sheet.transport)],
    [texts.lines, sheet.lines],
    [texts.economy, economyInWords(sheet)],
    [texts.times, cellsInWords(sheet.times)],
    [texts.earliest, sheet.earliest && clockInWords(sheet.earliest)],
    [texts.km, sheet.km === null ? "" : String(sheet.km).replace(".", ",")],
    [texts.areas, sheet.areas.map((area) => placeLabel(area, names)).join(", ")],
    [texts.support, one(texts.supports, sheet.support)],
    [texts.volunteer, one(texts.volunteers, sheet.volunteer)],
    [texts.age, one(texts.ages, sheet.ageBand)],
    [texts.barriers, joined(said(texts.barrierList, sheet.barriers), sheet.barrierWords)],
    [texts.helps, joined(said(texts.helpList, sheet.helps), sheet.helpWords)],
    [texts.note, sheet.note],
    [gapTexts.onSheet, sheet.gaps.map((key) => gapInWords(key, names)).join("; ")],
  ];
  return rows.filter(([, words]) => words !== "");
}

/** `Viby, motion og sport, hverdag aften` */
function gapInWords(key: string, names: Names): string {
  return gapTexts.said(gapOfKey(key), names).join(", ");
}

/** What was put aside, as one line each. */
export function listedInWords({ title, where, when, call, about }: Listed): string {
  return [title, where, when, call, about].filter(Boolean).join(", ");
}

function economyInWords({ economy, most, pas }: Sheet): string {
  const price = economy === "at-most" && most !== null ? `${texts.economies[economy]} ${most} kr.` : null;
  return joined(price ?? (economy === "free" ? texts.economies.free : ""), pas ? texts.pas : "");
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(", ");
}
