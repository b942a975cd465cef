import type { Next } from "../../src/casework/next.ts";
import { NO_STEPS, type Step, STEPS } from "../../src/casework/rules.ts";
import { workingDay } from "../../src/casework/tasks.ts";
import { REFERRAL_CHANNELS } from "../../src/referrals/refer.ts";
import { addDays, HOUR, instantOf, localDate, MINUTE } from "../../src/shared/time.ts";
import type { AttemptResult, NoStep } from "../schema.ts";
import { type Dice, diceOf } from "./chance.ts";
import { type Course, courses, type From, type Standing } from "./courses.ts";
import { type DemoEvent, type DemoHelpRequest, demoLogins } from "./people.ts";

const RESULTS: Record<string, AttemptResult> = { "-": "not-reached", m: "message-left", "+": "reached" };

const WISHES: Record<string, [string, string]> = {
  samvaer: ["Vil gerne drikke kaffe med nogen, der bor tæt på.", "Savner et sted at komme fast om formiddagen."],
  motion: ["Vil gerne røre sig igen, stille og roligt.", "Vil gerne træne med andre på et lille hold."],
  natur: ["Vil gerne ud at gå sammen med nogen.", "Savner skoven og nogen at følges med."],
  mad: [
    "Vil gerne spise sammen med andre en gang om ugen.",
    "Kan godt lide at lave mad, men har ingen at lave den til.",
  ],
  musik: ["Vil gerne synge i kor igen.", "Har spillet hele livet og savner nogen at spille med."],
  haandarbejde: ["Strikker meget og vil gerne gøre det sammen med nogen.", "Vil gerne bruge hænderne igen."],
  kunst: ["Vil gerne male eller se på kunst med andre.", "Har altid drømt om at spille teater."],
  spil: ["Vil gerne spille kort med nogen.", "Kan godt lide brætspil. Vil helst være få."],
  it: ["Vil gerne lære at bruge sin telefon.", "Vil gerne lære at skrive med børnebørnene."],
  kurser: ["Vil gerne tale mere dansk.", "Vil gerne lære noget nyt sammen med andre."],
  samtale: ["Vil gerne tale med nogen, der har prøvet det samme.", "Har brug for nogen at tale med."],
  frivillig: ["Vil gerne være til nytte.", "Har meget tid og vil gerne hjælpe andre."],
};

/** The courses of the table as requests with what became of them, as it stands at `now` (epoch ms). */
export function demoCourses(now: number): DemoHelpRequest[] {
  return courses.map((course, at) => requestOf(course, at, now));
}

function requestOf(course: Course, at: number, now: number): DemoHelpRequest {
  const [asked, name, area, theme, from, by, , tries] = course;
  const dice = diceOf(name);
  const day = addDays(localDate(now), -asked);
  const askedOn = from === "site" || from === "relative" ? day : workdayFrom(day, 0);
  const createdAt = instantOf(askedOn, clockAt(dice(9, 12), dice));
  return {
    name,
    phone: `20 00 01 ${twoDigits(at)}`,
    area,
    team: demoLogins.find(({ email }) => email === by)?.team,
    wishes: WISHES[theme]?.[dice(0, 1)] ?? "",
    mayLeaveMessage: tries.includes("m"),
    ...doorOf(from, dice),
    search: { tema: [theme] },
    createdAt,
    history: historyOf(course, createdAt, now, dice),
  };
}

function doorOf(from: From, dice: Dice): Pick<DemoHelpRequest, "door" | "forWhom" | "relative" | "referral"> {
  if (typeof from !== "string") {
    const channel = REFERRAL_CHANNELS[dice(0, REFERRAL_CHANNELS.length - 1)] ?? "other";
    return { door: "colleague", forWhom: "other", referral: { from: from[0], reason: from[1], channel } };
  }
  if (from === "relative") return { door: "site", forWhom: "other", relative: { name: "Mette" } };
  return { door: from, forWhom: "me" };
}

/** Whoever stood in the door or called was reached at once; of others the day of the last try is the turning point. */
function historyOf(course: Course, createdAt: number, now: number, dice: Dice): DemoEvent[] {
  const [, , , , , by, waited, tries, end] = course;
  const tried = [...tries].map((sign, n) => ({
    result: RESULTS[sign] ?? "not-reached",
    at: instantOf(workingDay(createdAt, waited + 2 * n), clockAt(13, dice)),
  }));
  const first = tried[0]?.at ?? createdAt + 10 * MINUTE;
  const last = tried.at(-1)?.at ?? first;
  const then = last + 10 * MINUTE;
  const begun: DemoEvent[] = [
    { kind: "take", by, at: first - MINUTE },
    ...tried.map((attempt): DemoEvent => ({ kind: "attempt", by, ...attempt })),
  ];
  if (end === "new") return [];
  if (end === "withdrawn") return [...(tries ? begun : []), { kind: "say-no", by, at: last + 5 * HOUR }];
  if (end === "finished" || end === "follow-up") return [...begun, ...outAndActive(course, then, now, dice)];
  if (isNoStep(end)) return [...begun, { kind: "next", next: { none: end }, by, at: then }];
  const soon = workingDay(now, dice(1, 3));
  if (isStep(end)) return [...begun, { kind: "next", next: { step: end, on: soon, clock: null }, by, at: then }];
  const days = end === "not-reached" ? 7 : dice(1, 8);
  return [
    ...begun,
    { kind: "close", reason: end, by, at: instantOf(workdayFrom(addDays(localDate(last), days), 0), "14:30") },
  ];
}

/**
 * They go there together some days after the talk; some weeks later, if that has come, the brobygger asks how it is.
 */
function outAndActive(course: Course, talked: number, now: number, dice: Dice): DemoEvent[] {
  const [, , , theme, , by, , , end] = course;
  const startOn = workdayFrom(addDays(localDate(talked), dice(7, 16)), 0);
  const thereAt = instantOf(startOn, clockAt(19, dice));
  const endAt = instantOf(workdayFrom(addDays(startOn, dice(28, 70)), 0), clockAt(10, dice));
  const followUp: Next = { step: "follow-up", on: workingDay(now, 6), clock: null };
  const after: DemoEvent[] =
    end === "finished"
      ? [
          { kind: "attempt", result: "reached", by, at: endAt },
          { kind: "close", reason: end, by, at: endAt + 5 * MINUTE },
        ]
      : [
          { kind: "yes", to: "follow-up", by, at: thereAt + MINUTE },
          { kind: "next", next: followUp, by, at: thereAt + 2 * MINUTE },
        ];
  return [
    { kind: "next", next: { step: "trial", on: startOn, clock: null }, by, at: talked },
    { kind: "start", theme, by, at: thereAt },
    ...after,
  ];
}

function isStep(standing: Standing): standing is Step {
  return STEPS.some((step) => step === standing);
}

function isNoStep(standing: Standing): standing is NoStep {
  return NO_STEPS.some((none) => none === standing);
}

/** The day that lies so many working days after a date; none: the date itself, unless it is a day off. */
function workdayFrom(date: string, days: number): string {
  return workingDay(instantOf(date, "12:00"), days);
}

function clockAt(hour: number, dice: Dice): string {
  return `${twoDigits(hour)}:${dice(10, 59)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
