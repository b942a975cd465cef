import { fold } from "../fold.ts";

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
export const FACT_LIFTS: ReadonlyMap<string, string> = new Map(
  Object.entries(FACT_WORDS).flatMap(([fact, words]) => words.split(" ").map((word) => [fold(word), fact] as const)),
);

/** Before these a *mand* is somebody else's: *mistet min mand*. */
export const POSSESSIVES: ReadonlySet<string> = new Set(["min", "din", "sin", "hans", "hendes", "mine"]);
