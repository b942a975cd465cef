import { tokens } from "../analysis.ts";
import { THEME_WORDS } from "../synonyms.ts";
import type { PreparedVocabulary } from "../vocabulary.ts";
import { CLOCK_PHRASES } from "./clocks.ts";
import { DATE_PHRASES } from "./dates.ts";
import { DAY_PHRASES } from "./days.ts";
import { FOREIGN_PHRASES } from "./foreign.ts";
import { findPlace } from "./places.ts";
import { type Found, longestName, type Span } from "./spans.ts";
import { WISH_PHRASES } from "./wishes.ts";

const PHRASES = [...DATE_PHRASES, ...CLOCK_PHRASES, ...DAY_PHRASES, ...WISH_PHRASES, ...FOREIGN_PHRASES];

const HOLIDAY = /(?:i |til )?([a-z]+ferien?)(?![\p{L}\p{N}])/uy;
const NEGATIONS = new Set(["ikke", "undtagen"]);

const UNWANTED = /(?:men )?(?:ikke (?:for|med|til|noget med)|uden|undtagen|bare ikke|dog ikke|helst ikke|ikke) /uy;
/** People that an activity may be for, and what people do: a sentence may leave them out. */
const LEFT_OUT = new Set([
  ..."boern babyer unge aeldre seniorer maend kvinder sport idraet bold kaffe hunde".split(" "),
  ..."haekling banko bingo keramik gymnastik badminton bordtennis vinterbadning foredrag bagning".split(" "),
  ...THEME_WORDS.flatMap(({ finds }) => finds).flatMap(tokens),
]);

/** All parts of a folded text that say something, in order and apart from each other. `today`: a local date. */
export function findPhrases(text: string, words: Span[], names: PreparedVocabulary, today: string): Found[] {
  const found: Found[] = [];
  let reached = 0;
  for (const [i, { start }] of words.entries()) {
    if (start < reached || isPartOfCompound(text, start)) continue;
    const part = findAt(text, words, start, names, today);
    if (!part) continue;
    const before = words[i - 1];
    const negated =
      before !== undefined && before.end >= reached && NEGATIONS.has(text.slice(before.start, before.end));
    found.push(negated ? { ...part, reading: { plain: true } } : part);
    reached = part.end;
  }
  return settleWeekdays(found);
}

/** *kor-tirsdag* is one word. */
function isPartOfCompound(text: string, start: number): boolean {
  return text[start - 1] === "-" && /[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, start - 3), start));
}

function findAt(text: string, words: Span[], start: number, names: PreparedVocabulary, today: string): Found | null {
  const theme = longestName(text, words, start, 4, (name) => names.themeNames.get(name));
  if (theme) return { start, end: theme.end, reading: { plain: true } };
  for (const { pattern, read } of PHRASES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const reading = read(match.slice(1), today);
    if (reading && (reading.fakta ?? []).every((fact) => names.facts.has(fact)))
      return { start, end: pattern.lastIndex, reading };
  }
  return (
    findHoliday(text, start, names, today) ??
    findPlace(text, words, start, names) ??
    findUnwanted(text, words, start, names)
  );
}

/** The next holiday of that name, or what is left of it. */
function findHoliday(text: string, start: number, names: PreparedVocabulary, today: string): Found | null {
  HOLIDAY.lastIndex = start;
  const name = HOLIDAY.exec(text)?.[1];
  const next = name && names.holidays.get(name)?.find(([, until]) => until >= today);
  if (!next) return null;
  const [from, until] = next;
  return { start, end: HOLIDAY.lastIndex, reading: { dates: [from < today ? today : from, until] } };
}

/** *uden kor*, *ikke for børn*: of what people do or of people alone, for *uden smerter* is not a wish to leave out. */
function findUnwanted(text: string, words: Span[], start: number, names: PreparedVocabulary): Found | null {
  UNWANTED.lastIndex = start;
  const next = UNWANTED.test(text) ? words.find((word) => word.start === UNWANTED.lastIndex) : undefined;
  const word = next && text.slice(next.start, next.end);
  if (!next || !word || !(names.themeWords.has(word) || LEFT_OUT.has(word))) return null;
  return { start, end: next.end, reading: { not: word } };
}

/** *på tirsdag i næste uge* is the Tuesday of that week, not the coming one. */
function settleWeekdays(found: Found[]): Found[] {
  if (!found.some(({ reading }) => reading.week)) return found;
  return found.map((part) => (part.reading.weekday ? { ...part, reading: { dag: [part.reading.weekday] } } : part));
}
