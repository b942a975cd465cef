/** The rule of a calendar's event, read more kindly than RFC 5545 asks, and its end in the zone of the series. */
import { addDays } from "../shared/time.ts";
import { parseRule } from "../schedule/parse-rule.ts";
import { ruleDates } from "../schedule/rule-dates.ts";
import type { Rule } from "../schedule/rule.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { danish } from "./event-hours.ts";
import type { IcsEvent } from "./ics-event.ts";
import { instantOfMoment, type Moment, momentOf } from "./moments.ts";
import { COPENHAGEN, shownIn } from "./zones.ts";

export interface EventRule {
  /** Without an end by date. */
  rule: Rule;
  /** The last date on which it may take place, by the clocks of the series; null: no such end. */
  until: string | null;
  /** The rule does not name the date on which it begins: that one counts beside it. */
  startsBeside: boolean;
}

/** Entries of a series, and the changes of single dates that they hold. */
export interface Planned {
  entries: ScheduleEntry[];
  used: ReadonlySet<IcsEvent>;
}

/** Null for what is no rule of whole days. */
export function readRule({ rule: text, start }: Pick<IcsEvent, "rule" | "start">): EventRule | null {
  const parts = (text ?? "")
    .toUpperCase()
    .split(";")
    .filter((part) => part.trim() !== "");
  const untils = parts.filter((part) => part.startsWith("UNTIL="));
  const others = parts.filter((part) => !part.startsWith("UNTIL=") && !saysTheStart(part, start));
  const rule = parseRule(others.join(";"));
  const until = untils[0] ? lastDate(untils[0].slice("UNTIL=".length), start) : null;
  if (!rule || untils.length > 1 || until === "") return null;
  const startsBeside = !isNamed(rule, start);
  // RFC 5545, 3.8.5.3: DTSTART is the first of the count.
  const counted = rule.count !== null && startsBeside ? { ...rule, count: rule.count - 1 } : rule;
  return { rule: counted, until, startsBeside };
}

/** `BYHOUR=10` of what begins at ten. */
function saysTheStart(part: string, { clock }: Moment): boolean {
  const [, name, value] = /^BY(HOUR|MINUTE|SECOND)=0?(\d{1,2})$/.exec(part) ?? [];
  if (!name || clock === null) return false;
  return (
    Number(value) === (name === "HOUR" ? Number(clock.slice(0, 2)) : name === "MINUTE" ? Number(clock.slice(3)) : 0)
  );
}

function isNamed(rule: Rule, { date, clock }: Moment): boolean {
  return ruleDates({ ...rule, count: null }, date, clock ?? "00:00", { from: date, to: date }).length > 0;
}

/**
 * The last date whose start is not after UNTIL, by the clocks of the series; "" when it is no end. Programs that write
 * no more than a date mean all of it.
 */
function lastDate(until: string, start: Moment): string {
  const zone = start.zone ?? COPENHAGEN;
  const end = momentOf(until, start.zone);
  if (!end) return "";
  if (end.clock === null) return end.date;
  if (start.clock === null) return danish(end).date;
  const seconds = Number(/T\d{4}(\d\d)/.exec(until)?.[1] ?? 0);
  const at = instantOfMoment(end) + seconds * 1000;
  const { date } = shownIn(zone, at);
  return instantOfMoment({ date, clock: start.clock, zone }) <= at ? date : addDays(date, -1);
}
