/** The sheet in which a team kept its open cases before, read line by line. Nothing is dropped: what is not understood is told. */
import { readDate } from "../danish/reading.ts";
import { keysOf } from "../shared/keys-of.ts";
import { addDays } from "../shared/time.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { caseColumns } from "../texts/several.ts";
import type { Step } from "./rules.ts";

export type CaseColumn = keyof typeof caseColumns;

/** One line as it stands in the form, and what of the sheet the form cannot hold. */
export interface CaseLine {
  fields: Record<CaseColumn, string>;
  unread: { column: CaseColumn; text: string }[];
}

/** What a line can name. */
export interface Names {
  areas: readonly { slug: string; name: string }[];
  colleagues: readonly { id: string; name: string }[];
  today: string;
  /** When the next step is where the sheet says nothing. */
  nextDay: string;
}

const MOST_LINES = 100;
/** How far down the headings may stand. */
const HEADINGS_WITHIN = 10;
const LONGEST_CELL = 4000;
/** Of the columns, as a spreadsheet names them. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const HEADINGS: Record<CaseColumn, readonly string[]> = {
  name: ["navn", "borger", "borgerens navn", "borgernavn", "fulde navn"],
  phone: [
    "telefon",
    "telefonnummer",
    "tlf",
    "tlf.",
    "tlf.nr.",
    "tlf nr",
    "mobil",
    "mobilnummer",
    "nummer",
    "telefonnr",
    "telefonnr.",
  ],
  email: ["mail", "e-mail", "email", "mailadresse"],
  area: ["område", "bydel", "by", "kvarter", "lokalområde"],
  askedOn: ["henvist den", "henvist", "henvist dato", "henvisningsdato", "modtaget", "oprettet", "startdato"],
  talkedOn: ["første samtale", "1. samtale", "første kontakt", "kontaktet", "kontakt den", "ringet op"],
  doer: ["brobygger", "ansvarlig", "medarbejder", "hvem"],
  step: ["næste skridt", "næste", "plan", "aftale", "opgave"],
  on: ["dato for næste skridt", "næste dato", "aftalt til", "hvornår", "frist"],
  wishes: ["ønsker", "ønske", "bemærkning", "bemærkninger", "note", "noter", "om borgeren"],
};

const STEP_WORDS: readonly [RegExp, Step][] = [
  [/prøve/, "trial"],
  [/følg|opfølg/, "follow-up"],
  [/efter (?:første|1\.)/, "after-first-time"],
  [/vent|vender/, "wait"],
  [/ring|kontakt|opkald|tlf|telefon/, "call"],
];

/** The lines of a sheet with its headings among the first ten rows, and the headings that mean nothing to us. */
export function readCaseSheet(
  table: readonly string[][],
  names: Names,
): { lines: CaseLine[]; unused: string[] } | { refused: RefusalKey } {
  const known = (cells: readonly string[]) => cells.map(columnOf).filter((column) => column !== null).length;
  const tops = table.slice(0, HEADINGS_WITHIN).filter((cells) => cells.map(columnOf).includes("name"));
  const headings = tops.toSorted((one, other) => known(other) - known(one))[0];
  if (!headings) return { refused: "noNameColumn" };
  const top = table.indexOf(headings);
  const columns = headings.map(columnOf);
  const filled = table.slice(top + 1).filter((cells) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return { refused: "noRows" };
  if (filled.length > MOST_LINES) return { refused: "tooManyLines" };
  return {
    lines: filled.map((cells) => readLine(columns, cells, names)),
    unused: unusedOf(headings, columns, filled),
  };
}

/** The columns that hold something and mean nothing to us, by their headings, else by their letters. */
function unusedOf(
  headings: readonly string[],
  columns: readonly (CaseColumn | null)[],
  lines: readonly string[][],
): string[] {
  const widest = Math.max(...lines.map((cells) => cells.length));
  return Array.from({ length: Math.min(widest, LETTERS.length) }, (_, i) => i)
    .filter((i) => !columns[i] && lines.some((cells) => cells[i]?.trim()))
    .map((i) => headings[i]?.trim() || LETTERS[i] || "");
}

function columnOf(heading: string): CaseColumn | null {
  const name = heading
    .trim()
    .toLocaleLowerCase("da")
    .replace(/[*:?]+$/, "")
    .trim();
  return keysOf(HEADINGS).find((column) => HEADINGS[column].includes(name)) ?? null;
}

function readLine(columns: readonly (CaseColumn | null)[], cells: readonly string[], names: Names): CaseLine {
  const unread: CaseLine["unread"] = [];
  const said = (column: CaseColumn) => (cells[columns.indexOf(column)] ?? "").trim().slice(0, LONGEST_CELL);
  /** What a cell means; what means nothing is told, and `otherwise` stands in the form. */
  const meant = (column: CaseColumn, read: (text: string) => string | null | undefined, otherwise = "") => {
    const text = said(column);
    if (text === "") return otherwise;
    const value = read(text.toLocaleLowerCase("da"));
    if (value) return value;
    unread.push({ column, text });
    return otherwise;
  };
  const past = (text: string) => onlyIf(dateIn(text, addDays(names.today, -364)), (day) => day <= names.today);
  const fields = {
    name: said("name"),
    phone: said("phone"),
    email: said("email"),
    area: meant("area", (text) => names.areas.find(({ name }) => isNamed(name, text))?.slug),
    askedOn: meant("askedOn", past),
    talkedOn: meant("talkedOn", past),
    doer: meant("doer", (text) => onlyOne(names.colleagues.filter(({ name }) => isNamed(name, text)))?.id),
    step: meant("step", (text) => STEP_WORDS.find(([words]) => words.test(text))?.[1], "call"),
    on: meant("on", (text) => onlyIf(dateIn(text, names.today), (day) => day >= names.today), names.nextDay),
    wishes: "",
  };
  const kept = unread.map(({ column, text }) => `${caseColumns[column]}: ${text}`);
  fields.wishes = [said("wishes"), ...kept].filter(Boolean).join("\n");
  return { fields, unread };
}

/** A name, or the beginning of one: *Maria* of *Maria Holm*, *Viby* of *Viby J*. */
function isNamed(name: string, text: string): boolean {
  const whole = name.toLocaleLowerCase("da");
  return whole === text || whole.startsWith(`${text} `);
}

function dateIn(text: string, earliest: string): string | null {
  return readDate(text.replace(/(?:\s+kl\.?)?\s+\d{1,2}[.:]\d\d(?:[.:]\d\d)?$/, ""), earliest);
}

function onlyIf(day: string | null, holds: (day: string) => boolean): string | null {
  return day !== null && holds(day) ? day : null;
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
