import type { Chip } from "../../search/chips.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { chipLabel } from "./labels.ts";
import { waysOutTexts } from "./ways-out.ts";

/** Words that lead to a wish in a sentence. */
const LEADS =
  /^(?:i|på|ved|om|efter|før|fra|til|for|med|uden|inden|under|nær|tæt|omkring|mellem|hver|højst|gratis|kun|ikke)(?= |$)/iu;
const IN_LEADS = new Set("i på ved nær tæt af nærheden omkring ude inde nede oppe henne midt her rundt om".split(" "));
const FREE = "gratis";
/** Quarters that one lives *on*, not *in*. */
const ON = /^(?:trøjborg|frederiksbjerg|christiansbjerg|langenæs|aarhus ø|havnen)$/iu;

/** What is said above the hits when nothing fits wholly: what is missing, and how much there is near it. */
export const missingTexts = {
  /** `what` is a word that activities bear in their titles, or "" where only wishes were said. */
  none: (what: string, wishes: readonly string[]) => {
    const others = wishes.filter((wish) => wish !== FREE);
    const free = others.length < wishes.length ? [FREE] : [];
    return `Ingen ${[...free, what === "" ? "aktiviteter" : beginningSmall(what), ...others].join(" ")}.`;
  },
  nothing: (wishes: readonly string[]) => `Vi fandt ikke noget ${wishes.join(" ")}, der passer helt.`,
  here: "Her er",
  and: "og",
  near: (n: number) => `${n} i nærheden`,
  everywhere: (n: number) => `${n} i hele Aarhus`,
  fromHome: (n: number) => `${n}, man kan være med til hjemmefra`,
  inAll: (n: number) => `${n} i alt`,
  instead: (place: string, chip: Chip, names: Vocabulary) => (n: number) =>
    `${[n, place].filter(Boolean).join(" ")}${chip.param === "pris" ? "," : ""} ${without(chip, names)}`,
  /** A wish as it was said where that reads on, else in our words. */
  wish: (chip: Chip, names: Vocabulary): string => {
    const said = chip.kind === "sentence" ? chip.text : null;
    if (said && LEADS.test(said)) return chip.param === "omraade" ? withNames(said) : beginningSmall(said);
    const label = chipLabel(chip, names);
    if (chip.param === "omraade") return inPlace(said ?? label);
    if (chip.param === "dag" || chip.param === "tid")
      return `om ${label.toLowerCase().split(", ").map(definite).join(" eller ")}`;
    if (chip.param === "linje") return `ved ${beginningSmall(label)}`;
    if (chip.param === "alder") return `for en på ${label}`;
    if (chip.param === "tema" || chip.param === "fakta") return `under »${label}«`;
    return beginningSmall(label);
  },
};

function without(chip: Chip, names: Vocabulary): string {
  if (chip.param === "tid" || chip.param === "klfra") return "på andre tider";
  return chip.param === "linje" ? "ved andre linjer" : waysOutTexts.without(chip.param, chipLabel(chip, names));
}

function inPlace(place: string): string {
  return `${ON.test(place) ? "på" : "i"} ${place.charAt(0).toUpperCase()}${place.slice(1)}`;
}

/** Places begin with a capital, however they were typed. */
function withNames(said: string): string {
  return said
    .split(" ")
    .map((word) =>
      IN_LEADS.has(word.toLowerCase()) ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(" ");
}

function definite(part: string): string {
  return part === "hverdage" ? part : `${part}en`;
}

/** *Kor* is *kor* in a sentence; *IT* stays *IT*. */
function beginningSmall(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
