/** The sheet of a talk: all that a brobygger may ask about, nothing of which has to be answered. */
import type { AgeBand, Barrier, SupportNeed, WouldVolunteer } from "../../../db/schema.ts";
import type { FactSlug } from "../../shared/facts.ts";
import { TIMES_OF_DAY, type TimeOfDay, type Weekday, WEEKDAYS } from "../../shared/week.ts";

export const LONELINESS = ["seldom", "sometimes", "often"] as const;
export const MOTIVATION = ["ready", "a-little", "not-now"] as const;
export const TRANSPORT = ["walks", "cycles", "bus", "car", "not-alone"] as const;
export const ECONOMY = ["free", "at-most"] as const;
export const SUPPORT = [
  "one-call",
  "some-talks",
  "first-time",
  "hand-in-hand",
] as const satisfies readonly SupportNeed[];
export const VOLUNTEER = ["yes", "maybe", "no"] as const satisfies readonly WouldVolunteer[];
export const AGE_BANDS = [
  "under-18",
  "18-29",
  "30-44",
  "45-64",
  "65-79",
  "80-up",
] as const satisfies readonly AgeBand[];
export const BARRIERS = [
  "alone",
  "shy",
  "health",
  "energy",
  "money",
  "transport",
  "language",
  "care",
  "before",
  "unknown-ways",
] as const satisfies readonly Barrier[];
export const HELPS = ["at-the-door", "company", "reminder", "see-first", "small-group", "quiet"] as const;
/** What an activity must have or be. */
export const NEEDS = [
  "trinfri",
  "rolig",
  "stille",
  "begynder",
  "vaert",
  "foelgeskab",
  "dropin",
  "proevetime",
  "handicaptoilet",
  "teleslynge",
] as const satisfies readonly FactSlug[];

/** A weekday and a part of it: `tir-eftermiddag`. */
export type Cell = `${Weekday}-${TimeOfDay}`;
export const CELLS: readonly Cell[] = WEEKDAYS.flatMap((day) => TIMES_OF_DAY.map((part): Cell => `${day}-${part}`));

type OneOf<T extends readonly string[]> = T[number];

export interface Sheet {
  /** What one likes, or used to like: what can be looked for, with commas between. */
  likes: string;
  resources: string;
  limits: string;
  loneliness: OneOf<typeof LONELINESS> | null;
  motivation: OneOf<typeof MOTIVATION> | null;
  transport: OneOf<typeof TRANSPORT>[];
  /** Lines as one writes them: `4A, 16`. */
  lines: string;
  economy: OneOf<typeof ECONOMY> | null;
  /** Kroner. */
  most: number | null;
  pas: boolean;
  times: Cell[];
  /** `HH:MM`: not before. */
  earliest: string;
  /** Kilometres from home. */
  km: number | null;
  /** Slugs: these areas and no others. */
  areas: string[];
  needs: OneOf<typeof NEEDS>[];
  support: SupportNeed | null;
  volunteer: WouldVolunteer | null;
  ageBand: AgeBand | null;
  barriers: Barrier[];
  barrierWords: string;
  helps: OneOf<typeof HELPS>[];
  helpWords: string;
  note: string;
  /** Keys of the wishes that the match is to leave out. */
  struck: string[];
  /** Keys of the gaps that were noted from it; no form posts them. */
  gaps: string[];
}

/** A sheet on which nothing stands. */
export const EMPTY: Readonly<Sheet> = {
  likes: "",
  resources: "",
  limits: "",
  loneliness: null,
  motivation: null,
  transport: [],
  lines: "",
  economy: null,
  most: null,
  pas: false,
  times: [],
  earliest: "",
  km: null,
  areas: [],
  needs: [],
  support: null,
  volunteer: null,
  ageBand: null,
  barriers: [],
  barrierWords: "",
  helps: [],
  helpWords: "",
  note: "",
  struck: [],
  gaps: [],
};

/** The fields in which people write words of their own. */
export const WORDS = [
  "likes",
  "resources",
  "limits",
  "barrierWords",
  "helpWords",
  "note",
] as const satisfies readonly (keyof Sheet)[];
