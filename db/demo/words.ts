import type { ImportPrice } from "./types.ts";

/**
 * Says a text: "{navn}" is replaced from `words`, and of "(one|two|three)" one is taken, by `turn`.
 * Brackets without a bar stay as they are. An unknown name throws.
 */
export function say(text: string, words: Record<string, string>, turn: number): string {
  let group = 0;
  const chosen = text.replace(/\(([^()]*\|[^()]*)\)/g, (_, choices: string) =>
    choiceAt(choices.split("|"), turn + group++),
  );
  const filled = chosen.replace(/\{(\p{L}+)\}/gu, (_, name: string) => wordFor(name, words));
  return filled.replace(/\s+/g, " ").trim();
}

/** Reads "gratis", "20 gang", "150 måned" …, with ", første gratis" after it. Whole kroner become øre. */
export function priceOf(text: string): ImportPrice {
  if (text === "gratis") return { free: true };
  const match = /^(\d+) (gang|måned|sæson|år)(, første gratis)?$/.exec(text);
  if (!match) throw new Error(`Not a price: ${text}`);
  const price = { ore: Number(match[1]) * 100, per: match[2] as "gang" | "måned" | "sæson" | "år" };
  return match[3] ? { ...price, firstFree: true } : price;
}

/** What it costs, as a sentence or two. */
export function priceSentence(price: ImportPrice): string {
  if ("free" in price) return "Det er gratis.";
  const each = { gang: "pr. gang", måned: "om måneden", sæson: "pr. sæson", år: "om året" }[price.per];
  return `Det koster ${price.ore / 100} kr. ${each}.${price.firstFree ? " Første gang er gratis." : ""}`;
}

/** The name as the front of a mail address: lower case, no Danish letters. */
export function mailName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}

function choiceAt(choices: string[], turn: number): string {
  return choices[turn % choices.length] ?? "";
}

function wordFor(name: string, words: Record<string, string>): string {
  const word = words[name];
  if (word === undefined) throw new Error(`Unknown word {${name}}`);
  return word;
}
