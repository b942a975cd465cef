import type { Lifts } from "../engine.ts";
import { fold } from "../fold.ts";
import type { PreparedVocabulary } from "../vocabulary.ts";
import { nicknameIn } from "./places.ts";
import type { Found, Span } from "./spans.ts";

const FACT_WORDS: Record<string, string> = {
  "kun-kvinder": "kvinde kvinder kvinderne dame damer pige piger women жінки жінок نساء للنساء kadınlar",
  "kun-maend": "mand mænd mændene herre herrer gut gutter fyr fyre drenge mandfolk men чоловіки رجال erkekler",
  senior: "senior seniorer seniorerne pensionist pensionister ældre gamle efterlønner efterlønnere",
  sorg: "sorg sørger mistet enke enkemand efterladt efterladte død dødsfald",
  sygdom: "syg sygdom kræft kronisk smerter smerte diabetes kol",
  paaroerende: "pårørende",
  nytilflyttet: "nytilflyttet nytilflyttede nytilflytter tilflytter tilflyttere tilflyttet",
  ledig: "ledig ledige arbejdsløs arbejdsløse arbejdssøgende jobsøgende sygemeldt sygemeldte",
  frivillige: "frivillig frivillige frivilligt",
  stille: "stille lavstimulus",
  engelsk: "english international internationale",
  arabisk: "arabic عربي",
  ukrainsk: "ukrainian українською українська",
};

/** Fact slugs by folded word: words about people and their lives, that lift what fits but lose no hits. */
const FACT_LIFTS: ReadonlyMap<string, string> = new Map(
  Object.entries(FACT_WORDS).flatMap(([fact, words]) => words.split(" ").map((word) => [fold(word), fact] as const)),
);

/** What is for talking is for the lonely, before a title that only holds the word *snak*. */
const LONELY: ReadonlySet<string> = new Set("ensom ensomt ensomme ensomhed ensomheden isoleret tale snakke".split(" "));
const TALK = "samtale";

/** Before these a *mand* is somebody else's: *mistet min mand*. */
const POSSESSIVES: ReadonlySet<string> = new Set(["min", "din", "sin", "hans", "hendes", "mine"]);

const OLD = 65;
const YOUNG = 40;

/** Theme and person words among those that remain, and the areas of nicknames. */
export function findLifts(text: string, words: Span[], found: Found[], names: PreparedVocabulary): Lifts {
  const tema = new Set<string>();
  const fakta = new Set<string>();
  for (const [i, word] of words.entries()) {
    if (found.some((part) => !part.reading.plain && part.start <= word.start && word.end <= part.end)) continue;
    const folded = text.slice(word.start, word.end);
    const before = words[i - 1];
    const theme = names.themeWords.get(folded);
    const fact = FACT_LIFTS.get(folded);
    if (theme) tema.add(theme);
    if (LONELY.has(folded) && names.themeWords.get(TALK) === TALK) tema.add(TALK);
    if (fact && names.facts.has(fact) && !(before && POSSESSIVES.has(text.slice(before.start, before.end))))
      fakta.add(fact);
  }
  const nicknames = found.flatMap(({ start, end, reading: { omraade } }) => {
    const name = omraade ? nicknameIn(text.slice(start, end), names) : null;
    return name === null ? [] : [{ name, omraade }];
  });
  return {
    tema: [...tema],
    fakta: [...fakta],
    omraade: [...new Set(nicknames.flatMap(({ omraade = [] }) => omraade))],
    ...(nicknames.length > 0 ? { named: [...new Set(nicknames.map(({ name }) => name))] } : {}),
  };
}

/** What is made for seniors suits somebody of seventy, and hardly one of twenty. */
export function liftsByAge(lifts: Lifts, age: number | null, { facts }: PreparedVocabulary): Lifts {
  if (age === null || !facts.has("senior")) return lifts;
  if (age >= OLD) return { ...lifts, fakta: [...new Set([...lifts.fakta, "senior"])] };
  return age < YOUNG ? { ...lifts, away: ["senior"] } : lifts;
}
