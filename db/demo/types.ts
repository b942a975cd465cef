export type Weekday = "man" | "tir" | "ons" | "tor" | "fre" | "loer" | "soen";

export interface WeeklyEntry {
  weekday: Weekday;
  start: string;
  end: string;
  from: string;
  until?: string;
  weeks?: "odd" | "even";
  except?: string[];
  cancelled?: string[];
}

export interface DateEntry {
  date: string;
  start: string;
  end: string;
}

export interface RuleEntry {
  rrule: string;
  from: string;
  start: string;
  end: string;
}

export type ScheduleEntry = WeeklyEntry | DateEntry | RuleEntry;

export type ImportPrice = { free: true } | { ore: number; per: "gang" | "måned" | "sæson" | "år"; firstFree?: boolean };

export interface ImportPlace {
  name: string;
  address: string;
  postcode: string;
  lat: number;
  lng: number;
  private: boolean;
}

/**
 * One activity as a line of the import (docs/contract.md, "Import and export"); times are wall clock in Copenhagen,
 * money is øre.
 */
export interface ImportLine {
  id: string;
  organisation: string;
  title: string;
  summary: string;
  description: string;
  themes: string[];
  /** Missing for what is online only. */
  place?: ImportPlace;
  schedule: ScheduleEntry[];
  price: ImportPrice;
  level: "beginner" | "some" | "skilled";
  demand: "none" | "fair" | "good";
  facts: string[];
  languages: string[];
  transport?: { bus?: string; parking?: boolean };
  ages?: [number, number];
  firstTime?: string;
  leadsTo: string | null;
  contact: { name: string; phone?: string; email?: string };
  url?: string;
  confirmed: string;
}

export interface DemoOrganisation {
  name: string;
  description: string;
  kind: string;
  phone?: string;
  email?: string;
  url?: string;
  state: "approved" | "pending";
  /** Slug of the lokalsamfund where it is at home. */
  area: string;
}

/** A place of the demo town, with what its visitors need to be told. */
export interface Venue {
  key: string;
  /** Name of the organisation that has the house; an offer may name another. */
  org: string;
  name: string;
  area: string;
  /** With its preposition: "i Viby", "på Trøjborg". */
  by: string;
  address: string;
  postcode: string;
  lat: number;
  lng: number;
  private?: boolean;
  bus?: string;
  parking?: boolean;
  /** Fact slugs, separated by spaces. */
  facts: string;
  /** Fits after "ved": "den grønne dør i gården". */
  door: string;
  /** A sentence about the way home. */
  home: string;
  /** Sentences about where in the place people meet. */
  rooms: string[];
}

/** Venue, plan (see plan.ts), first name of the host, and what differs at this place. */
export type Offer = [venue: string, plan: string, host: string, own?: OfferOwn];

export interface OfferOwn {
  org?: string;
  title?: string;
  price?: string;
  /** Instead of the venue's own sentence about where in the place people meet. */
  room?: string;
  /** A last sentence of the description. */
  note?: string;
  facts?: string;
  languages?: string[];
}

/** One kind of activity, offered in one or more places; texts are written for `say` (words.ts). */
export interface Blueprint {
  key: string;
  title: string;
  summary: string;
  themes: string[];
  text: string;
  first?: string;
  facts?: string;
  /** See `priceOf` in words.ts; free when missing. */
  price?: string;
  level?: ImportLine["level"];
  demand?: ImportLine["demand"];
  languages?: string[];
  ages?: [number, number];
  leadsTo?: string;
  org?: string;
  offers: Offer[];
}
