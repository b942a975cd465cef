/** The figures inside the team as sheets: the numbers of the page, and a line for each case and each thing that happened. */
import { csvOf } from "../shared/csv.ts";
import type { Viewer } from "../accounts/roles.ts";
import { figureTexts as texts } from "../texts/figures.ts";
import { figuresOf, type Names, unitLabels } from "./figures.ts";
import type { Course } from "./course.ts";
import type { FigureRows } from "./read.ts";
import { valueInSheet } from "./said.ts";

/** Each number of the page with what it was reckoned from, and how. */
export function figureSheet(rows: FigureRows, viewer: Viewer, names: Names): string {
  const lines = figuresOf(rows, viewer, names).flatMap(({ title, singles, tables }) => [
    ...singles.map((one) => [
      title,
      one.label,
      "",
      valueInSheet(one),
      ...[one.numerator, one.denominator].map((value) => valueInSheet({ value, unit: "count" })),
      one.definition,
    ]),
    ...tables.flatMap((table) =>
      table.rows.map(({ label, count }) => [
        title,
        table.title,
        label,
        String(count),
        String(count),
        String(table.total),
        table.definition,
      ]),
    ),
  ]);
  return csvOf([texts.csv.head, ...lines]);
}

/**
 * A line for each referral, contact, trial and time in company, by month and without a number of the case: those of the
 * team for who leads it, else one's own.
 */
export function lineSheet(rows: FigureRows, viewer: Pick<Viewer, "id" | "name">): string {
  const isSeen = ({ brobyggerId }: { brobyggerId: string | null }) => rows.leads || brobyggerId === viewer.id;
  const named = new Map(rows.brobyggere.map(({ id, name }) => [id, name]));
  const units = unitLabels(rows);
  const { kinds } = texts.csv.rows;
  const who = (id: string | null) => (id === null ? "" : (named.get(id) ?? viewer.name));
  const lines = [
    ...rows.courses.filter(isSeen).map((course) => caseLine(course, who(course.brobyggerId), units)),
    ...rows.contacted
      .filter(isSeen)
      .map((one) => line([kinds[one.to], one.month, who(one.brobyggerId)], texts.answers[one.answer ?? "waits"])),
    ...rows.trials.filter(isSeen).map((one) => {
      const how = one.outcome === "missed" ? (one.why ?? "unknown") : (one.outcome ?? "ahead");
      return line([kinds.trial, one.month, who(one.brobyggerId)], texts.trials[how]);
    }),
    ...rows.company
      .filter(isSeen)
      .map((one) => line([kinds.company, one.month, who(one.brobyggerId)], texts.companies[one.kind])),
  ];
  // By what they say: the order in which things were written down is nobody's to see.
  return csvOf([texts.csv.rows.head, ...lines.sort((a, b) => (a.join(";") < b.join(";") ? -1 : 1))]);
}

const { yes, no } = texts.csv.rows;

function caseLine(course: Course, brobygger: string, units: Readonly<Record<string, string>>): string[] {
  const { unitId, reason, channel, group, why, waitedDays, kept } = course;
  return [
    texts.csv.rows.kinds.case,
    course.month,
    brobygger,
    texts.doors[course.door],
    unitId === null ? "" : (units[unitId] ?? texts.otherUnit),
    reason === null ? "" : texts.reasons[reason],
    channel === null ? "" : texts.channels[channel],
    texts.groups[group],
    why === null ? "" : texts.notWished[why],
    waitedDays === null ? "" : String(waitedDays),
    kept === null ? "" : kept ? yes : no,
    course.isLate ? yes : no,
    course.hasStarted ? yes : no,
    course.daysToStart === null ? "" : String(course.daysToStart),
    "",
  ];
}

function line(first: readonly string[], answer: string): string[] {
  return [...first, ...Array.from({ length: texts.csv.rows.head.length - first.length - 1 }, () => ""), answer];
}
