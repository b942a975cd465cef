import { readClock } from "../../src/danish/reading.ts";
import { phrase } from "./phrase.ts";
import type { Phrase, Reading } from "./phrase.ts";

const KL = "(?:kl\\.? ?|klokken )";
const UNITS =
  "kr|kroner|krone|,-|aars?|aarig|aarige|dage?|uger?|maaned|maaneder|gange?|min|minutter|timer?|km|m|personer|deltagere|mand|mennesker|%|procent";
const HOUR = `(\\d{1,2}(?:[.:]\\d\\d)?)(?![.:]?\\d|\\.? ?(?:{month})|\\.? ?(?:${UNITS})(?![\\p{L}\\p{N}]))`;
/** What cannot be anything but a clock: *kl. 10*, *10:30*, *10.30*. */
const CLOCK = `(?:${KL}${HOUR}|(\\d{1,2}:\\d\\d|\\d\\d\\.(?:00|15|30|45)(?!\\.? ?(?:${UNITS})(?![\\p{L}\\p{N}]))))`;
const LATE = "(?: om (aften|eftermiddag)(?:en)?)?";

/**
 * Clocks, by when an activity starts. A small number without a zero is in the afternoon (*kl. 2*): nothing begins at
 * night.
 */
export const CLOCK_PHRASES: Phrase[] = [
  phrase(`(?:mellem |fra )${KL}?${HOUR} (?:og|til) ${KL}?${HOUR}${LATE}`, ([from, to, late]) =>
    window(clock(from, late), clock(to, late)),
  ),
  phrase(`${KL}(\\d{1,2}(?:[.:]\\d\\d)?)(?: ?[-–] ?| til | og )${KL}?${HOUR}${LATE}`, ([from, to, late]) =>
    window(clock(from, late), clock(to, late)),
  ),
  phrase(`(?:fra |(?<=(?:dage?|morgen|aften) ))(\\d{1,2}(?:[.:]\\d\\d)?) ?[-–] ?${HOUR}`, ([from, to]) =>
    window(clock(from), clock(to)),
  ),
  phrase("(\\d{1,2}[.:]\\d\\d) ?[-–] ?(\\d{1,2}[.:]\\d\\d)", ([from, to]) => window(clock(from), clock(to))),
  phrase(`(?:efter|tidligst|senere end) ${KL}?${HOUR}${LATE}`, ([from, late]) => window(clock(from, late), null)),
  phrase(`fra ${CLOCK}${LATE}`, ([from, exact, late]) => window(clock(from ?? exact, late), null)),
  phrase(`(?:foer|inden|senest|tidligere end) ${KL}?${HOUR}${LATE}`, ([to, late]) => window(null, clock(to, late))),
  phrase(`(?:for|til|indtil) ${CLOCK}${LATE}`, ([to, exact, late]) => window(null, clock(to ?? exact, late))),
  phrase(`(?:ca\\.?|cirka|omkring|ved) ${CLOCK}${LATE}`, ([at, exact, late]) => around(clock(at ?? exact, late))),
  phrase(`(?:ca\\.? |cirka |omkring |ved )?${KL}?(\\d{1,2}) ?-?tiden${LATE}`, ([at, late]) => around(clock(at, late))),
  phrase(`(?:ved )?${CLOCK}${LATE}`, ([at, exact, late]) => withinHour(clock(at ?? exact, late))),
];

/** `HH:MM` of a clock as people write it; null when there is no such clock. */
function clock(text = "", late?: string): string | null {
  const [hour = ""] = text.split(/[.:]/);
  const isAfternoon = late ? Number(hour) < 12 : /^[1-5]$/.test(hour);
  const read = readClock(text, "23:59");
  return read !== null && isAfternoon ? `${Number(read.slice(0, 2)) + 12}${read.slice(2)}` : read;
}

function window(from: string | null, to: string | null): Reading | null {
  if (from === null && to === null) return null;
  return from !== null && to !== null && from > to ? { clock: [from, null] } : { clock: [from, to] };
}

function around(at: string | null): Reading | null {
  if (at === null) return null;
  const hour = Number(at.slice(0, 2));
  return {
    clock: [`${pad(Math.max(0, hour - 1))}${at.slice(2)}`, hour === 23 ? "23:59" : `${pad(hour + 1)}${at.slice(2)}`],
  };
}

/** *kl. 10* is what starts between 10:00 and 10:59. */
function withinHour(at: string | null): Reading | null {
  return at === null ? null : { clock: [at, `${at.slice(0, 2)}:59`] };
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
