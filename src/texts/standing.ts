import type { Standing } from "../../db/schema.ts";
import { practiceTexts } from "./practice.ts";

/** How an activity stands, in a word: on the list, on its pages and to citizens. */
export const standingNames: Record<Standing, string> = {
  draft: "Kladde",
  waiting: "Venter på godkendelse",
  rejected: "Afvist",
  on: "På tavlen",
  referred: practiceTexts.isOut,
  paused: "Holder pause",
  down: "Taget ned",
  over: "Slut",
};

/** The same, said to its host. */
export const standingSaid: Record<Standing, string> = {
  draft: "Det er en kladde. Kun I kan se den.",
  waiting: "Den venter på godkendelse. Den kommer på tavlen, når vi har sagt ja til jeres forening.",
  rejected: "Den er afvist, for vi har sagt nej til at vise jeres forening.",
  on: "Den er på tavlen nu. Folk kan finde den.",
  referred: practiceTexts.isPublished,
  paused: "Den holder pause. Ingen kan finde den lige nu.",
  down: "Den er taget ned. Ingen kan finde den.",
  over: "Den er slut. Der er ingen dage mere, så ingen kan finde den.",
};

/** The same, said to a citizen who comes to its page; nothing of what is found. */
export const standingToAll: Partial<Record<Standing, string>> = {
  paused: "Den holder pause lige nu.",
  down: "Den er taget ned.",
  over: "Den er slut. Der er ingen dage mere.",
};
