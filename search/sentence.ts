import { localDate } from "../src/shared/time.ts";
import type { LatLng } from "../src/shared/point.ts";
import type { TimeOfDay, Weekday } from "../src/shared/week.ts";
import type { Lifts } from "./engine.ts";
import { TIMES_OF_DAY, WEEKDAYS } from "../src/shared/week.ts";
import { fold, foldWithMap } from "./fold.ts";
import { CLOCK_PHRASES } from "./phrases/clocks.ts";
import { DATE_PHRASES } from "./phrases/dates.ts";
import { DAY_PHRASES } from "./phrases/days.ts";
import { FOREIGN_PHRASES } from "./phrases/foreign.ts";
import { FACT_LIFTS, POSSESSIVES } from "./phrases/lifts.ts";
import type { Reading } from "./phrases/phrase.ts";
import { WISH_PHRASES } from "./phrases/wishes.ts";
import { KIN_WORDS, POSSESSIVES as POSSESSIVE_WORDS, SMALL_WORDS, STOP_WORDS } from "./words.ts";
import { prepareVocabulary } from "./vocabulary.ts";
import type { PreparedVocabulary, Vocabulary } from "./vocabulary.ts";

/** What a sentence wishes, in the form of the parameters; `omraade` may hold `aarhus`. */
export interface SentenceWishes {
  omraade: string[];
  dag: Weekday[];
  tid: TimeOfDay[];
  fra: string | null;
  til: string | null;
  klfra: string | null;
  kltil: string | null;
  pris: "gratis" | number | null;
  fakta: string[];
  alder: number | null;
  linje: string[];
  /** A place that was named. */
  naer: LatLng | null;
  /** Words whose activities are left out. */
  not: string;
}

/** One part of a sentence that was understood. */
export interface SentenceChip {
  /** The part as it was typed. */
  text: string;
  /** The parameter that it stands for; dates stand as `fra`, clocks as `klfra`. */
  param: "omraade" | "dag" | "tid" | "fra" | "klfra" | "pris" | "fakta" | "alder" | "linje" | "naer" | "q";
  /**
   * Values of a list joined by commas; dates and clocks as `from/to`, an open side empty; of `naer` the place as it was
   * written, of `q` what is left out.
   */
  value: string;
  /** The sentence with this part in quotation marks: what striking the chip searches for. */
  quoted: string;
}

export interface Sentence {
  wishes: SentenceWishes;
  lifts: Lifts;
  /** The words that remain for the text search, without quotation marks. */
  rest: string;
  chips: SentenceChip[];
  /** Whether it says *nær mig*: the page asks for the position. */
  wantsNear: boolean;
}

/** A part of the folded text from one word on, and what it says. */
interface Found {
  start: number;
  end: number;
  reading: Reading;
}

interface Span {
  start: number;
  end: number;
}

const PHRASES = [...DATE_PHRASES, ...CLOCK_PHRASES, ...DAY_PHRASES, ...WISH_PHRASES, ...FOREIGN_PHRASES];
const PLACE_LEAD =
  /(?:i n(?:ae|a|e)rheden af|(?:ude |inde |nede |oppe |henne |midt |her )?(?:i|paa|pa)|ved|omkring|n(?:ae|a|e)r(?: ved)?|t(?:ae|a|e)t (?:paa|pa|ved)|rundt om) /uy;
const NEGATIONS = new Set(["ikke", "undtagen"]);
/** Small words that only lead to or from a phrase. */
const LINKS = new Set(
  "og eller samt men plus i paa pa om til fra for med ved den der det d kl klokken er en et af at gerne hvor jeg vi man kan skal vil som noget".split(
    " ",
  ),
);
const OLD = 65;
const YOUNG = 40;
/** People that an activity may be for, and that a sentence may leave out. */
const PEOPLE = new Set(
  "boern babyer unge aeldre seniorer maend kvinder kor sang dans sport idraet bold yoga kaffe hunde".split(" "),
);
/** Names that are ordinary words too: places only after a preposition, or alone. */
const ORDINARY_WORDS = new Set(["beder", "skade"]);

/** Reads a Danish sentence; what stands in quotation marks is words only. `now`: epoch ms. */
export function readSentence(typed: string, vocabulary: Vocabulary, now: number): Sentence {
  const q = tidyQuery(typed);
  const names = prepareVocabulary(vocabulary);
  const { text, at } = foldWithMap(hideQuoted(q));
  const words = wordSpans(text);
  const found = settleWeekdays(findPhrases(text, words, names, localDate(now)));
  const meant = found.filter(({ reading }) => !reading.plain && !reading.filler);
  const spans = found
    .filter(({ reading }) => !reading.plain && !reading.kept)
    .map(({ start, end }) => ({ start: at[start] as number, end: at[end] as number }));
  const rest = remainingWords(q, spans);
  const wishes = gather(meant.map(({ reading }) => reading));
  return {
    wishes,
    lifts: byAge(findLifts(text, words, found, names), wishes.alder, names),
    rest: meant.length === 0 ? rest || remainingWords(q, []) : saysSomething(rest) ? rest : "",
    chips: meant.flatMap((part) => chipOf(part, q, at)),
    wantsNear: meant.some(({ reading }) => reading.near),
  };
}

/**
 * One space between words, straight quotation marks, and none without its pair: so that a part can be put in quotation
 * marks safely.
 */
export function tidyQuery(typed: string): string {
  const q = typed
    .replace(/[“”„»«]/g, '"')
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const quotes = q.split('"').length - 1;
  if (quotes % 2 === 0) return q;
  const last = q.lastIndexOf('"');
  return `${q.slice(0, last)} ${q.slice(last + 1)}`.replace(/ +/g, " ").trim();
}

/** Quoted parts as so many quotation marks: no phrase can reach into them. */
function hideQuoted(q: string): string {
  return q.includes('"') ? q.replace(/"[^"]*"/g, (part) => '"'.repeat(part.length)) : q;
}

function wordSpans(text: string): Span[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function findPhrases(text: string, words: Span[], names: PreparedVocabulary, today: string): Found[] {
  const found: Found[] = [];
  let reached = 0;
  for (const [i, { start }] of words.entries()) {
    if (start < reached || isPartOfCompound(text, start)) continue;
    const part = findAt(text, words, i, names, today);
    if (!part) continue;
    const before = words[i - 1];
    const negated =
      before !== undefined && before.end >= reached && NEGATIONS.has(text.slice(before.start, before.end));
    found.push(negated ? { ...part, reading: { plain: true } } : part);
    reached = part.end;
  }
  return found;
}

/** *kor-tirsdag* is one word. */
function isPartOfCompound(text: string, start: number): boolean {
  return text[start - 1] === "-" && /[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, start - 3), start));
}

function findAt(text: string, words: Span[], i: number, names: PreparedVocabulary, today: string): Found | null {
  const start = (words[i] as Span).start;
  const theme = longestName(text, words, i, 4, (name) => names.themeNames.get(name));
  if (theme) return { start, end: theme.end, reading: { plain: true } };
  for (const { pattern, read } of PHRASES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const reading = read(match.slice(1), today);
    if (reading?.fakta?.every((fact) => names.facts.has(fact)) ?? reading)
      return { start, end: pattern.lastIndex, reading: reading as Reading };
  }
  return (
    findHoliday(text, start, names, today) ?? findPlace(text, words, i, names) ?? findUnwanted(text, words, i, names)
  );
}

const HOLIDAY = /(?:i |til )?([a-z]+ferien?)(?![\p{L}\p{N}])/uy;

/** The next holiday of that name, or what is left of it. */
function findHoliday(text: string, start: number, names: PreparedVocabulary, today: string): Found | null {
  HOLIDAY.lastIndex = start;
  const name = HOLIDAY.exec(text)?.[1];
  const next = name && names.holidays.get(name)?.find(([, until]) => until >= today);
  if (!next) return null;
  const [from, until] = next;
  return { start, end: HOLIDAY.lastIndex, reading: { dates: [from < today ? today : from, until] } };
}

const UNWANTED = /(?:men )?(?:ikke (?:for|med|til|noget med)|uden|undtagen|bare ikke|dog ikke|helst ikke|ikke) /uy;

/** *uden kor*, *ikke for børn*: of a theme or of people alone, for *uden smerter* is not a wish to leave out. */
function findUnwanted(text: string, words: Span[], i: number, names: PreparedVocabulary): Found | null {
  const start = (words[i] as Span).start;
  UNWANTED.lastIndex = start;
  const next = UNWANTED.test(text) ? words.find((word) => word.start === UNWANTED.lastIndex) : undefined;
  const word = next && text.slice(next.start, next.end);
  if (!next || !word || !(names.themeWords.has(word) || PEOPLE.has(word))) return null;
  return { start, end: next.end, reading: { not: word } };
}

function findPlace(text: string, words: Span[], i: number, names: PreparedVocabulary): Found | null {
  const start = (words[i] as Span).start;
  PLACE_LEAD.lastIndex = start;
  const nameStart = PLACE_LEAD.test(text) ? PLACE_LEAD.lastIndex : start;
  const first = nameStart === start ? i : words.findIndex((word, n) => n > i && word.start === nameStart);
  const place =
    first < 0 ? null : longestName(text, words, first, names.longestPlace, (name) => names.places.get(name));
  const needsLead = nameStart === start && words.length > 1;
  if (!place || (needsLead && ORDINARY_WORDS.has(text.slice(start, place.end)))) return null;
  const { point, values } = place.value;
  return { start, end: place.end, reading: point ? { naer: point } : { omraade: values } };
}

/** The longest name from word `i` on that the look-up knows. */
function longestName<T>(
  text: string,
  words: Span[],
  i: number,
  longest: number,
  lookUp: (name: string) => T | undefined,
): { value: T; end: number } | null {
  let best: { value: T; end: number } | null = null;
  let name = "";
  for (let n = i; n < Math.min(i + longest, words.length); n++) {
    const { start, end } = words[n] as Span;
    if (n > i && !/^(?:-|[.,]? )$/.test(text.slice((words[n - 1] as Span).end, start))) break;
    name += (n > i ? " " : "") + text.slice(start, end);
    const value = lookUp(name);
    if (value !== undefined && !/^-\p{L}/u.test(text.slice(end, end + 3))) best = { value, end };
  }
  return best;
}

/** *på tirsdag i næste uge* is the Tuesday of that week, not the coming one. */
function settleWeekdays(found: Found[]): Found[] {
  if (!found.some(({ reading }) => reading.week)) return found;
  return found.map((part) => (part.reading.weekday ? { ...part, reading: { dag: [part.reading.weekday] } } : part));
}

function gather(readings: Reading[]): SentenceWishes {
  const [fra, til] = join(readings.flatMap(({ dates }) => (dates ? [dates] : [])));
  const [klfra, kltil] = join(readings.flatMap(({ clock }) => (clock ? [clock] : [])));
  const dag = readings.flatMap((reading) => reading.dag ?? []);
  const tid = readings.flatMap((reading) => reading.tid ?? []);
  return {
    omraade: [...new Set(readings.flatMap((reading) => reading.omraade ?? []))],
    dag: WEEKDAYS.filter((day) => dag.includes(day)),
    tid: TIMES_OF_DAY.filter((part) => tid.includes(part)),
    fra,
    til,
    klfra,
    kltil,
    pris: highest(readings.flatMap(({ pris }) => (pris === undefined ? [] : [pris]))),
    fakta: [...new Set(readings.flatMap((reading) => reading.fakta ?? []))],
    alder: readings.findLast(({ alder }) => alder !== undefined)?.alder ?? null,
    linje: [...new Set(readings.flatMap((reading) => reading.linje ?? []))],
    naer: readings.find(({ naer }) => naer)?.naer ?? null,
    not: readings.flatMap((reading) => reading.not ?? []).join(" "),
  };
}

/** *gratis eller under 50 kr* is under 50. */
function highest(prices: ("gratis" | number)[]): "gratis" | number | null {
  if (prices.length === 0) return null;
  return Math.max(...prices.map((price) => (price === "gratis" ? 0 : price))) || "gratis";
}

/**
 * Dates or clocks within each other are narrowed (*næste uge* … *den 3. december*), others reach from the first to the
 * last (*i dag eller i morgen*).
 */
function join(all: [string | null, string | null][]): [string | null, string | null] {
  let [fra, til]: [string | null, string | null] = [null, null];
  for (const [from, to] of all) {
    const apart = fra !== null && til !== null && from !== null && to !== null && (to < fra || from > til);
    fra = pick(fra, from, apart ? "first" : "last");
    til = pick(til, to, apart ? "last" : "first");
  }
  return [fra, til];
}

function pick(a: string | null, b: string | null, which: "first" | "last"): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b === (which === "first") ? a : b;
}

function chipOf({ start, end, reading }: Found, q: string, at: number[]): SentenceChip[] {
  const [from, to] = [at[start] as number, at[end] as number];
  const text = q.slice(from, to);
  const said = reading.naer ? { param: "naer" as const, value: text } : paramOf(reading);
  if (!said) return [];
  return [{ text, ...said, quoted: `${q.slice(0, from)}"${text}"${q.slice(to)}` }];
}

function paramOf({
  omraade,
  dates,
  dag,
  clock,
  tid,
  pris,
  fakta,
  alder,
  linje,
  not,
}: Reading): Pick<SentenceChip, "param" | "value"> | null {
  if (omraade) return { param: "omraade", value: omraade.join(",") };
  if (dates) return { param: "fra", value: `${dates[0] ?? ""}/${dates[1] ?? ""}` };
  if (dag) return { param: "dag", value: dag.join(",") };
  if (clock) return { param: "klfra", value: `${clock[0] ?? ""}/${clock[1] ?? ""}` };
  if (tid) return { param: "tid", value: tid.join(",") };
  if (pris !== undefined) return { param: "pris", value: String(pris) };
  if (fakta) return { param: "fakta", value: fakta.join(",") };
  if (linje) return { param: "linje", value: linje.join(",") };
  if (not !== undefined) return { param: "q", value: not };
  return alder === undefined ? null : { param: "alder", value: String(alder) };
}

/** Theme and person words among those that remain, and the areas of nicknames. */
function findLifts(text: string, words: Span[], found: Found[], names: PreparedVocabulary): Lifts {
  const tema = new Set<string>();
  const fakta = new Set<string>();
  for (const [i, word] of words.entries()) {
    if (found.some((part) => !part.reading.plain && part.start <= word.start && word.end <= part.end)) continue;
    const folded = text.slice(word.start, word.end);
    const before = words[i - 1];
    const theme = names.themeWords.get(folded);
    const fact = FACT_LIFTS.get(folded);
    if (theme) tema.add(theme);
    if (fact && names.facts.has(fact) && !(before && POSSESSIVES.has(text.slice(before.start, before.end))))
      fakta.add(fact);
  }
  const omraade = found.flatMap(({ start, end, reading }) =>
    reading.omraade && isNickname(text.slice(start, end), names) ? reading.omraade : [],
  );
  return { tema: [...tema], fakta: [...fakta], omraade: [...new Set(omraade)] };
}

/** What is made for seniors suits somebody of seventy, and hardly one of twenty. */
function byAge(lifts: Lifts, age: number | null, { facts }: PreparedVocabulary): Lifts {
  if (age === null || !facts.has("senior")) return lifts;
  if (age >= OLD) return { ...lifts, fakta: [...new Set([...lifts.fakta, "senior"])] };
  return age < YOUNG ? { ...lifts, away: ["senior"] } : lifts;
}

function isNickname(part: string, names: PreparedVocabulary): boolean {
  return names.places.get(part.replace(PLACE_LEAD_START, ""))?.nickname ?? false;
}

const PLACE_LEAD_START = new RegExp(`^${PLACE_LEAD.source}`, "u");

/**
 * What stands between the spans, without marks and without the small words that only led to a span (*kor [på tirsdag]
 * og [i Viby]* is *kor*).
 */
function remainingWords(q: string, spans: Span[]): string {
  const kept: string[] = [];
  let from = 0;
  for (const [i, span] of [...spans, { start: q.length, end: q.length }].entries()) {
    kept.push(...trimLinks(wordsBetween(q.slice(from, span.start)), i > 0, i < spans.length));
    from = span.end;
  }
  return kept.join(" ");
}

/** Words without the marks around them; quoted ones keep one mark in front, so that they are never taken for a link. */
function wordsBetween(part: string): string[] {
  return part.split('"').flatMap((piece, i) =>
    piece
      .split(" ")
      .map(bare)
      .filter(Boolean)
      .map((word) => (i % 2 ? `"${word}` : word)),
  );
}

function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, "");
}

function trimLinks(words: string[], afterSpan: boolean, beforeSpan: boolean): string[] {
  let [first, end] = [0, words.length];
  while (afterSpan && first < end && isLink(words[first] as string)) first += 1;
  while (beforeSpan && end > first && isLink(words[end - 1] as string)) end -= 1;
  return words.slice(first, end).map((word) => word.replace(/^"/, ""));
}

/** Whether there is more than small words beside what was understood. */
function saysSomething(rest: string): boolean {
  const words = fold(rest).split(" ");
  return words.some(
    (word, at) =>
      !STOP_WORDS.has(word) &&
      !SMALL_WORDS.has(word) &&
      !POSSESSIVE_WORDS.has(word) &&
      !(KIN_WORDS.has(word) && POSSESSIVE_WORDS.has(words[at - 1] ?? "")),
  );
}

function isLink(word: string): boolean {
  return LINKS.has(fold(word));
}
