import { type Weekday, WEEKDAYS } from "../src/shared/week.ts";
import type { Wishes } from "./engine.ts";
import { type DayWord, DEFAULT_RADIUS, type Given } from "./parameters.ts";
import { WEEKEND, WORKDAYS } from "./phrases/days.ts";
import type { Sentence } from "./sentence.ts";
import type { SentenceChip } from "./sentence-chips.ts";
import { WHOLE_MUNICIPALITY } from "./vocabulary.ts";

/** The wishes of an address and its sentence: a parameter beats the sentence; facts add up, since all must hold. */
export function combine(given: Given, { wishes: said, rest }: Sentence): Wishes {
  const omraade = given.omraade.length > 0 ? given.omraade : said.omraade;
  return {
    q: rest,
    omraade: omraade.includes(WHOLE_MUNICIPALITY) ? [] : omraade,
    naer: given.naer ?? said.naer,
    radius: given.naer ? given.radius : said.naer && (given.radius ?? DEFAULT_RADIUS),
    boks: given.boks,
    dag: given.dag.length > 0 ? spelltOut(given.dag) : said.dag,
    tid: given.tid.length > 0 ? given.tid : said.tid,
    ...(hasDates(given) ? { fra: given.fra, til: given.til } : { fra: said.fra, til: said.til }),
    ...combineClocks(given, said),
    tema: given.tema,
    pris: given.pris ?? said.pris,
    fakta: [...new Set([...given.fakta, ...said.fakta])],
    alder: given.alder ?? said.alder,
    linje: given.linje.length > 0 ? given.linje : said.linje,
    not: said.not,
  };
}

/** Whether a parameter of the address stands in the place of what this chip says. */
export function isBeaten({ param, value }: SentenceChip, given: Given): boolean {
  if (param === "fakta" || param === "q") return false;
  if (param === "fra") return hasDates(given);
  if (param === "klfra") {
    const [from, to] = value.split("/");
    return hasClock(given) && !(from && !given.klfra) && !(to && !given.kltil);
  }
  const other = given[param];
  return Array.isArray(other) ? other.length > 0 : other !== null;
}

/** *før kl. 12* and `klfra=10:00` are one window; what cannot be met together with the address is left out. */
function combineClocks(given: Given, said: Sentence["wishes"]): Pick<Wishes, "klfra" | "kltil"> {
  const klfra = given.klfra ?? said.klfra;
  const kltil = given.kltil ?? said.kltil;
  const apart = klfra !== null && kltil !== null && klfra > kltil;
  return apart && hasClock(given) ? { klfra: given.klfra, kltil: given.kltil } : { klfra, kltil };
}

function hasDates({ fra, til }: Given): boolean {
  return fra !== null || til !== null;
}

function hasClock({ klfra, kltil }: Given): boolean {
  return klfra !== null || kltil !== null;
}

function spelltOut(days: DayWord[]): Weekday[] {
  const all = days.flatMap((day): readonly DayWord[] =>
    day === "hverdag" ? WORKDAYS : day === "weekend" ? WEEKEND : [day],
  );
  return WEEKDAYS.filter((day) => all.includes(day));
}
