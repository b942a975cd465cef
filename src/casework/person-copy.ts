/** What a citizen gets to see of the own case, after whoever has it has set apart what is about others. */
import type { TaskKind } from "../../db/schema.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { consentInWords, eventInWords } from "./course-words.ts";
import { rightsTexts } from "../texts/rights.ts";
import { introductionsInWords } from "./introductions/words.ts";
import { listedInWords, sheetInWords } from "./talk/words.ts";
import type { CaseEvent, CaseView } from "./view.ts";
import { wellbeingInWords } from "./wellbeing/words.ts";

/** What of others goes along, and the numbers of the events that do. */
export interface Picked {
  events: ReadonlySet<number>;
  /** What was written on the sheet of the talks, and the list. */
  talk: boolean;
  relative: boolean;
  referrer: boolean;
  staff: boolean;
}

export interface PersonCopy {
  reference: string;
  person: { name: string; phone: string | null; email: string | null; wishes: string };
  whenToCall: CaseView["person"]["whenToCall"];
  mayLeaveMessage: boolean;
  /** What they searched for before they asked: its words, and its coded part. */
  words: string;
  search: CaseView["search"];
  next: { kind: TaskKind; on: string }[];
  /** Whether something that happened was set apart. */
  isLeftOut: boolean;
  area: string | null;
  relative: { name: string; email: string | null } | null;
  referral: { unit: string; name: string | null } | null;
  consents: { words: string; given: string }[];
  placements: CaseView["placements"];
  /** Who was told of the citizen, what, and what came of it. */
  told: { label: string; text: string }[];
  /** Of the sheet: what was asked, and what was answered. */
  talk: { asked: string; said: string }[];
  list: string[];
  /** How they said that it was, before and after. */
  wellbeing: { label: string; text: string }[];
  /** Oldest first. */
  events: { at: number; what: string; text: string | null }[];
  readings: { at: number; who: string }[];
}

/** What was picked, as the form of it puts it into an address: numbers and kinds, nothing of anybody. */
export function pickedOf(query: URLSearchParams): Picked {
  return {
    events: new Set(query.getAll("med").map(Number)),
    talk: query.has("samtale"),
    relative: query.has("paaroerende"),
    referrer: query.has("henviser"),
    staff: query.has("navne"),
  };
}

/** The copy. Without their names staff are *somebody of the staff*. */
export function copyFor(
  view: CaseView,
  picked: Picked,
  names: Pick<Vocabulary, "areas" | "postcodes" | "themes">,
  whenOf: (ms: number) => string,
): PersonCopy {
  const { reference, area, placements, talk, list } = view;
  const { name, phone, email, wishes, words, whenToCall, mayLeaveMessage, relative, referrer } = view.person;
  const nameOf = (who: string | null) => (who === null || picked.staff ? who : rightsTexts.somebody);
  const said = (event: CaseEvent) => eventInWords({ ...event, actor: nameOf(event.actor), to: nameOf(event.to) }, view);
  return {
    reference,
    whenToCall,
    mayLeaveMessage,
    words,
    search: view.search,
    next: view.tasks.map(({ kind, dueOn }) => ({ kind, on: dueOn })),
    isLeftOut: view.events.some(({ id }) => !picked.events.has(id)) || (hasTalk(view) && !picked.talk),
    person: { name, phone, email, wishes },
    area,
    relative: picked.relative ? relative : null,
    referral: view.referral && { unit: view.referral.unit, name: (picked.referrer && referrer?.name) || null },
    consents: view.consents.map((consent) => ({ words: consent.text, given: consentInWords(consent, view, whenOf) })),
    placements,
    told: introductionsInWords(view.introductions),
    talk: talk && picked.talk ? sheetInWords(talk, names).map(([asked, said]) => ({ asked, said })) : [],
    list: picked.talk ? list.map(listedInWords) : [],
    wellbeing: wellbeingInWords(view.wellbeing?.noted ?? []),
    events: view.events
      .filter(({ id }) => picked.events.has(id))
      .map((event) => ({ at: event.happenedAt, what: said(event), text: event.text }))
      .reverse(),
    readings: oneEach(
      view.readings.map(({ reader, at }) => ({ at, who: nameOf(reader) ?? "" })),
      ({ at, who }) => `${who} ${whenOf(at)}`,
    ),
  };
}

/** Whether there is anything of the talks to give. */
export function hasTalk({ talk, list }: Pick<CaseView, "talk" | "list">): boolean {
  return talk !== null || list.length > 0;
}

/** The last of those that read alike. */
function oneEach<T>(all: readonly T[], said: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [said(one), one])).values()];
}
