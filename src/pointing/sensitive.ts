import type { Card } from "../board/cards.ts";

import { SENSITIVE_FACTS } from "../shared/facts.ts";

const THEMES = ["samtale"];

/** Whether somebody may not want to be seen reading about it: those pages have a quick way out. */
export function isSensitive({ themes, facts }: Pick<Card, "themes" | "facts">): boolean {
  return themes.some((theme) => THEMES.includes(theme)) || facts.some((fact) => SENSITIVE_FACTS.includes(fact));
}
