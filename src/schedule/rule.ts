/** Recurrence rules (RFC 5545 RRULE) of whole dates. */

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
export type RuleDay = "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";

/** A rule as read: `order` of a day is 1 for the first, -1 for the last of the month (or year), 0 for every. */
export interface Rule {
  freq: Frequency;
  interval: number;
  count: number | null;
  /** As written in the rule, date or date-time. */
  until: string | null;
  days: { order: number; day: RuleDay }[];
  monthDays: number[];
  months: number[];
  positions: number[];
  weekNumbers: number[];
  yearDays: number[];
  weekStart: RuleDay;
}

export const RULE_DAYS: readonly RuleDay[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** The rule as RRULE text without COUNT and UNTIL. */
export function writeRule(rule: Rule): string {
  const list = (name: string, values: readonly (number | string)[]): string[] =>
    values.length > 0 ? [`${name}=${values.join(",")}`] : [];
  return [
    `FREQ=${rule.freq}`,
    ...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
    ...list("BYMONTH", rule.months),
    ...list("BYWEEKNO", rule.weekNumbers),
    ...list("BYYEARDAY", rule.yearDays),
    ...list("BYMONTHDAY", rule.monthDays),
    ...list(
      "BYDAY",
      rule.days.map(({ order, day }) => `${order || ""}${day}`),
    ),
    ...list("BYSETPOS", rule.positions),
    ...(rule.weekStart === "MO" ? [] : [`WKST=${rule.weekStart}`]),
  ].join(";");
}
