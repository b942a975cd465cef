/** What stands in a case, in words: the same on its page and on paper. Times as whoever reads them wants them said. */
import type { CaseEventKind, Onward } from "../../db/schema.ts";
import { dateInWords, dayAndMonth, inList } from "../danish/wording.ts";
import { localDate } from "../shared/time.ts";
import { caseDeeds } from "../texts/case-deeds.ts";
import { feedbackTexts } from "../texts/feedback.ts";
import { firstTimes } from "../texts/first-times.ts";
import { followTexts } from "../texts/following.ts";
import { rightsTexts } from "../texts/rights.ts";
import { endingTexts } from "../texts/ending.ts";
import { casework } from "../texts/casework.ts";
import { passNos } from "../texts/passes.ts";
import { kroner } from "../texts/price-in-words.ts";
import { consentPage } from "../texts/consents.ts";
import { who5Texts } from "../texts/who5.ts";
import { detailOf } from "./store.ts";
import type { CaseEvent, CaseView } from "./view.ts";

/** What the site does by itself; anything else that nobody of the desk did is the citizen's. */
const BY_THE_SITE: readonly CaseEventKind[] = [
  "closed",
  "notice-given",
  "trial-moved",
  "trial-called-off",
  "introduction-answered",
];

/** What happened, and who did it. `sayDay`: how a date is said on the day of the event. */
export function eventInWords(
  event: CaseEvent,
  { referral, door }: Pick<CaseView, "referral" | "door">,
  sayDay: (date: string, today: string) => string = dateInWords,
): string {
  const { kind, actor, to } = event;
  const byLink = BY_LINK.includes(kind) && detailOf(event, "introduction-answered")?.answer !== "called-off";
  const who = actor ?? (byLink ? firstTimes.byLink : BY_THE_SITE.includes(kind) ? casework.system : casework.citizen);
  if (kind === "created" && referral) return casework.unitReferred(referral.unit);
  if (kind === "created" && door === "relative") return casework.relativeCreated;
  if (kind === "created" && door === "sheet") return `${who} ${casework.broughtIn}`;
  if (kind === "created" && actor) return `${who} ${casework.registered}`;
  const attempt = detailOf(event, "attempt");
  if (attempt) return `${who} ${casework.tried[attempt.way]}: ${casework.results[attempt.result].toLowerCase()}`;
  const told = detailOf(event, "fed-back");
  if (told)
    return `${actor ?? feedbackTexts.reader} ${feedbackTexts.toldBy[told.way]}: ${feedbackTexts.steps[told.step].toLowerCase()}`;
  const notice = detailOf(event, "notice-given");
  if (notice) return `${who} ${caseDeeds.noticeSaid[notice.how](dayAndMonth(notice.closesOn))}`;
  const right = detailOf(event, "asked-by-right");
  if (right) return `${who} ${casework.events[kind]} ${rightsTexts.wanted[right.right]}`;
  const done = `${who} ${kind === "consent-withdrawn" && actor ? casework.tookBack : casework.events[kind]}`;
  const more = moreOf(event, sayDay);
  if (more) return `${done}: ${more}`;
  return `${done}${to ? ` ${to}` : ""}`;
}

/** What is coded of an event, in words; null: its kind says it all. */
function moreOf(event: CaseEvent, sayDay: (date: string, today: string) => string): string | null {
  const consent = detailOf(event, "consented") ?? detailOf(event, "consent-withdrawn");
  if (consent) return consentPage.labels[consent.consent].toLowerCase();
  const closed = detailOf(event, "closed");
  if (closed)
    return [casework.reasons[closed.reason].toLowerCase(), closed.onward && onwardInWords(closed.onward)]
      .filter(Boolean)
      .join(", ");
  const step = detailOf(event, "next-step");
  if (step) return `${casework.tasks[step.task].toLowerCase()}, ${sayDay(step.on, localDate(event.recordedAt))}`;
  const worried = detailOf(event, "worried");
  if (worried) return caseDeeds.worries[worried.did].toLowerCase();
  const corrected = detailOf(event, "corrected");
  if (corrected) return inList(corrected.fields.map((field) => casework.correctedFields[field]));
  const refused = detailOf(event, "erasure-refused");
  if (refused) return rightsTexts.whys[refused.why].toLowerCase();
  const first = firstTimeOf(event, (date) => sayDay(date, localDate(event.recordedAt)));
  if (first) return first;
  const money = detailOf(event, "pass-issued") ?? detailOf(event, "pass-used") ?? detailOf(event, "pass-taken-back");
  if (money) return kroner(money.ore);
  const noPass = detailOf(event, "pass-refused");
  if (noPass) return passNos[noPass.why];
  const none = detailOf(event, "no-next-step");
  return none && casework.noStepReasons[none.why];
}

/** Of the way from a wish to the first time. */
function firstTimeOf(event: CaseEvent, say: (date: string) => string): string | null {
  const introduced = detailOf(event, "introduced");
  if (introduced) return `${firstTimes.introducedTo[introduced.to]} (${firstTimes.ways[introduced.way].toLowerCase()})`;
  const answered = detailOf(event, "introduction-answered");
  if (answered) return firstTimes.answers[answered.answer].toLowerCase();
  const came = detailOf(event, "trial-came");
  if (came) return `${say(came.on)}, ${firstTimes.agains[came.again].toLowerCase()}`;
  const missed = detailOf(event, "trial-missed");
  if (missed) return `${say(missed.on)}, ${firstTimes.whys[missed.why].toLowerCase()}`;
  const followed = detailOf(event, "followed-up");
  if (followed)
    return `${followTexts.rounds[followed.round].toLowerCase()}, ${followTexts.outcomes[followed.outcome].toLowerCase()}`;
  const planned = detailOf(event, "follow-plan");
  if (planned)
    return [followTexts.plans[planned.plan], planned.why && followTexts.whys[planned.why]]
      .filter(Boolean)
      .join(", ")
      .toLowerCase();
  const asked = detailOf(event, "who-5-noted");
  if (asked) return who5Texts.phaseWhole[asked.phase];
  const accompanied = detailOf(event, "accompanied");
  if (accompanied) return `${firstTimes.companies[accompanied.by].toLowerCase()}, ${say(accompanied.on)}`;
  const dated =
    detailOf(event, "trial-booked") ?? detailOf(event, "trial-called-off") ?? detailOf(event, "trial-moved");
  return dated && say(dated.on);
}

/** Who acted of those who have no account: an association or a companion by its link. */
const BY_LINK: readonly CaseEventKind[] = ["introduction-shown", "introduction-answered"];

/** How a yes was given, and to which words. What a colleague of a unit heard, no user of the site noted. */
export function consentInWords(
  { how, notedById, version, withdrawnAt, givenAt }: CaseView["consents"][number],
  { referral, door, createdAt }: Pick<CaseView, "referral" | "door" | "createdAt">,
  whenOf: (ms: number) => string,
): string {
  const heardByAnother = referral && (notedById === null || (door === "colleague" && givenAt === createdAt));
  const by = heardByAnother && how === "oral" ? casework.consentByReferrer : casework.consentBy[how];
  const given = `${whenOf(givenAt)}, ${by}, ${casework.consentVersion(version)}`;
  return withdrawnAt === null ? given : `${given}. ${casework.takenBack(whenOf(withdrawnAt))}`;
}

function onwardInWords({ to, by }: Onward): string {
  return endingTexts.onwardSaid(endingTexts.onwards[to], endingTexts.onwardWays[by]);
}
