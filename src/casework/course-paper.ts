/** A course as one reads it on paper: all that its brobygger sees of it, each time written out. */
import type { Vocabulary } from "../../search/query.ts";
import { phoneInWords } from "../danish/phone.ts";
import { clockInWords, longDate } from "../danish/wording.ts";
import { localClock, localDate } from "../shared/time.ts";
import { caseDeeds } from "../texts/case-deeds.ts";
import { casework } from "../texts/casework.ts";
import { firstTimes } from "../texts/first-times.ts";
import { coursePaper } from "../texts/course-paper.ts";
import { placeLabel } from "../texts/labels.ts";
import { talkTexts } from "../texts/talk.ts";
import { who5Texts } from "../texts/who5.ts";
import { referTexts } from "../texts/units.ts";
import { partsOf } from "./carried.ts";
import { consentInWords, eventInWords } from "./course-words.ts";
import { introductionsInWords } from "./introductions/words.ts";
import { listedInWords, sheetInWords } from "./talk/words.ts";
import { wellbeingInWords } from "./wellbeing/words.ts";
import type { CaseEvent, CaseView } from "./view.ts";

/** A course up to the last thing that happened in it (`until`, epoch ms). */
export interface Course {
  view: CaseView;
  until: number;
}

/** One piece of a paper. `fact`: a label with what it says; `entry`: when, and what happened; `said`: somebody's words. */
export type Piece =
  { kind: "heading" | "text" | "said"; text: string } | { kind: "fact" | "entry"; label: string; text: string };

export interface Paper {
  title: string;
  /** Of what the paper tells, in epoch ms. */
  at: number;
  pieces: Piece[];
}

/** A course on paper; the same for the same course, whenever it is asked for. */
export function paperOf({ view, until }: Course, vocabulary: Vocabulary): Paper {
  return {
    title: coursePaper.title(view.reference),
    at: until,
    pieces: [
      text(coursePaper.lead),
      text(coursePaper.made(whenOf(until))),
      ...factsOf(view, vocabulary),
      heading(coursePaper.citizen),
      ...personOf(view, vocabulary),
      ...referralIn(view),
      heading(casework.consents),
      ...orElse(
        coursePaper.noConsents,
        view.consents.flatMap((consent) => consentOf(consent, view)),
      ),
      heading(caseDeeds.placedTitle),
      ...orElse(coursePaper.noPlacements, view.placements.map(placementOf)),
      ...toldOf(view),
      ...talkOf(view, vocabulary),
      ...wellbeingIn(view),
      heading(casework.timeline),
      ...view.events.toReversed().flatMap((event) => eventOf(event, view)),
      heading(coursePaper.readings),
      text(coursePaper.readingsUntil(whenOf(until))),
      ...orElse(coursePaper.noReadings, view.readings.toReversed().map(readingOf)),
    ],
  };
}

const heading = (words: string): Piece => ({ kind: "heading", text: words });
const text = (words: string): Piece => ({ kind: "text", text: words });
const orElse = (none: string, pieces: Piece[]): Piece[] => (pieces.length > 0 ? pieces : [text(none)]);

/** What is left out where nobody said anything. */
function factsIn(labels: Record<string, string>, said: Record<string, string | null>): Piece[] {
  return Object.entries(said).flatMap(([key, words]): Piece[] =>
    words ? [{ kind: "fact", label: labels[key] ?? "", text: words }] : [],
  );
}

function whenOf(ms: number): string {
  return `${longDate(localDate(ms))} kl. ${clockInWords(localClock(ms))}`;
}

function factsOf(view: CaseView, vocabulary: Vocabulary): Piece[] {
  return factsIn(coursePaper.facts, {
    reference: view.reference,
    team: view.team,
    controller: view.controller,
    created: whenOf(view.createdAt),
    door: casework.doors[view.door],
    area: view.area && placeLabel(view.area, vocabulary),
    closed: view.closedAt === null ? null : whenOf(view.closedAt),
    reason: view.closeReason && casework.reasons[view.closeReason],
  });
}

function personOf({ person, search }: CaseView, vocabulary: Vocabulary): Piece[] {
  const { name, phone, email, whenToCall, mayLeaveMessage, relative, wishes, words } = person;
  return [
    ...factsIn(coursePaper.person, {
      name,
      phone: phone && phoneInWords(phone),
      email,
      when: whenToCall && casework.whens[whenToCall],
      relative: relative && [relative.name, relative.email].filter(Boolean).join(", "),
      wishes,
      search:
        search &&
        partsOf(search, vocabulary)
          .map(({ label }) => label)
          .join(", "),
      words,
    }),
    text(mayLeaveMessage ? coursePaper.messages.yes : coursePaper.messages.no),
  ];
}

function referralIn({ referral, person: { referrer } }: CaseView): Piece[] {
  if (!referral) return [];
  const labels = {
    unit: casework.referralTitle,
    reason: casework.referralReason,
    channel: casework.referralChannel,
    who: coursePaper.referrer,
    whyOral: casework.whyOral,
  };
  return factsIn(labels, {
    unit: referral.unit,
    reason: referral.reason && referTexts.reasons[referral.reason],
    channel: referral.channel && referTexts.channels[referral.channel],
    who: referrer ? `${referrer.name}, ${referrer.email}` : null,
    whyOral: referrer?.whyOral ?? null,
  });
}

function consentOf(consent: CaseView["consents"][number], view: CaseView): Piece[] {
  return [{ kind: "said", text: consent.text }, text(consentInWords(consent, view, whenOf))];
}

function placementOf({ offer, startedOn, endedOn }: CaseView["placements"][number]): Piece {
  const from = startedOn ? caseDeeds.placedFrom(longDate(startedOn)) : caseDeeds.placedFromUnknown;
  const until = endedOn ? ` ${caseDeeds.placedUntil(longDate(endedOn))}` : "";
  return { kind: "fact", label: offer ?? caseDeeds.placedUnknown, text: `${from}${until}` };
}

/** Whom the citizen was told of to, and what was booked; nothing where nobody was. */
function toldOf({ introductions }: CaseView): Piece[] {
  if (introductions.length === 0) return [];
  return [
    heading(firstTimes.onTheWay),
    ...introductionsInWords(introductions).map((said): Piece => ({ kind: "fact", ...said })),
  ];
}

/** What was written on the sheet and put on the list; nothing where nobody did. */
function talkOf({ talk, list }: CaseView, vocabulary: Vocabulary): Piece[] {
  const said = talk ? sheetInWords(talk, vocabulary) : [];
  return [
    ...(said.length > 0 ? [heading(talkTexts.onCase)] : []),
    ...said.map(([label, words]): Piece => ({ kind: "fact", label, text: words })),
    ...(list.length > 0 ? [heading(talkTexts.listTitle)] : []),
    ...list.map((offer) => text(listedInWords(offer))),
  ];
}

/** How the citizen said that it was; nothing where nobody asked. */
function wellbeingIn({ wellbeing }: CaseView): Piece[] {
  const said = wellbeingInWords(wellbeing?.noted ?? []);
  return said.length > 0 ? [heading(who5Texts.title), ...said.map((one): Piece => ({ kind: "fact", ...one }))] : [];
}

function eventOf(event: CaseEvent, view: CaseView): Piece[] {
  const { happenedAt, recordedAt, struckAt } = event;
  const noted = recordedAt === happenedAt ? "" : ` (${casework.recorded(whenOf(recordedAt))})`;
  const said: Piece[] = event.text ? [{ kind: "said", text: event.text }] : [];
  return [
    { kind: "entry", label: `${whenOf(happenedAt)}${noted}`, text: eventInWords(event, view, longDate) },
    ...said,
    ...(struckAt === null ? [] : [text(casework.struck(whenOf(struckAt)))]),
  ];
}

function readingOf({ reader, at, inList }: CaseView["readings"][number]): Piece {
  return { kind: "fact", label: whenOf(at), text: `${reader}${inList ? ` ${casework.inList}` : ""}` };
}
