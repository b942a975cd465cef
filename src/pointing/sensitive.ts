import type { Card } from "../board/public.ts";

const THEMES = ["samtale"];
const FACTS = ["sorg", "sygdom", "paaroerende"];

/** Whether somebody may not want to be seen reading about it: those pages have a quick way out. */
export function isSensitive({ themes, facts }: Pick<Card, "themes" | "facts">): boolean {
  return themes.some((theme) => THEMES.includes(theme)) || facts.some((fact) => FACTS.includes(fact));
}
