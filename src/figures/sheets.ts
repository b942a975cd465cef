/** The figures inside the team as sheets: the numbers of the page, and a line for each case and each thing that happened. */
import type { Viewer } from "../accounts/roles.ts";
import { type Count, countOfTrial, type FigureCode, NOBODY } from "../casework/course/counts.ts";
import type { Course } from "../casework/course/stand.ts";
import { csvOf } from "../shared/csv.ts";
import { keysOf } from "../shared/keys-of.ts";
import { figureTexts as texts } from "../texts/figures.ts";
import { type Section, unitLabels } from "./figures.ts";
import type { FigureRows } from "./read.ts";
import { valueInSheet } from "./said.ts";

/** Each number of the page with what it was reckoned from, and how. */
export function figureSheet(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ title, singles, tables }) => [
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
 * team for who leads it, else one's own. Of erased cases a lead has the counts, each by itself.
 */
export function lineSheet(rows: FigureRows, viewer: Pick<Viewer, "id" | "name">): string {
  const isSeen = ({ brobyggerId }: { brobyggerId: string | null }) => rows.leads || brobyggerId === viewer.id;
  const named = new Map(rows.brobyggere.map(({ id, name }) => [id, name]));
  const units = unitLabels(rows);
  const { kinds } = texts.csv.rows;
  const who = (id: string | null) => (id === null ? "" : (named.get(id) ?? viewer.name));
  const answered = (kind: string, one: { month: string; brobyggerId: string | null }, answer: string) =>
    lineOf({ kind, month: one.month, brobygger: who(one.brobyggerId), answer });
  const lines = [
    ...rows.courses.filter(isSeen).map((course) => caseLine(course, who(course.brobyggerId), units)),
    ...rows.contacted.filter(isSeen).map((one) => answered(kinds[one.to], one, texts.answers[one.answer ?? "waits"])),
    ...rows.trials
      .filter(isSeen)
      .map((one) => answered(kinds.trial, one, texts.trials[countOfTrial(one).key as keyof typeof texts.trials])),
    ...rows.company.filter(isSeen).map((one) => answered(kinds.company, one, texts.companies[one.kind])),
    ...(rows.leads ? rows.kept : []).map((one) => erasedLine(one, named, units)),
  ];
  // By what they say: the order in which things were written down is nobody's to see.
  return csvOf([Object.values(texts.csv.rows.head), ...lines.sort((a, b) => (a.join(";") < b.join(";") ? -1 : 1))]);
}

/** Of erased cases: in which column, what stands there, and how often; what has no column has its code. */
function erasedLine(
  { month, figure, key, count }: Count,
  named: ReadonlyMap<string, string>,
  units: Readonly<Record<string, string>>,
): string[] {
  const { head, kinds } = texts.csv.rows;
  const [column, words] = erasedColumns(named, units)[figure] ?? [null, null];
  return lineOf({
    kind: kinds.erased,
    month,
    figure: column === null ? figure : head[column],
    key: words?.[key] ?? key,
    count: String(count),
  });
}

function erasedColumns(
  named: ReadonlyMap<string, string>,
  units: Readonly<Record<string, string>>,
): Partial<Record<FigureCode, [Column, Readonly<Record<string, string>>]>> {
  const is = { "": yes };
  const at3 = ["at3", FOUND] as [Column, typeof FOUND];
  const at6 = ["at6", FOUND] as [Column, typeof FOUND];
  return {
    came: ["kind", { "": texts.csv.rows.kinds.case }],
    door: ["door", texts.doors],
    unit: ["unit", units],
    reason: ["reason", texts.reasons],
    channel: ["channel", texts.channels],
    brobygger: ["brobygger", { ...Object.fromEntries(named), [NOBODY]: "" }],
    group: ["group", texts.groups],
    "not-wished": ["why", texts.notWished],
    "other-end": ["why", texts.otherEnds],
    "first-try": ["kept", { kept: yes, late: no, unknown: "" }],
    waited: ["waited", {}],
    late: ["late", is],
    reached: ["reached", is],
    started: ["started", { yes, no, maybe }],
    "to-start": ["toStart", {}],
    "months-3": at3,
    "months-3-never": at3,
    "months-6": at6,
    "months-6-never": at6,
  };
}

const { yes, no, maybe } = texts.csv.rows;
const FOUND = { ...texts.notKnown, ...texts.found };
type Column = keyof typeof texts.csv.rows.head;

function lineOf(line: Partial<Record<Column, string>>): string[] {
  return keysOf(texts.csv.rows.head).map((column) => line[column] ?? "");
}

function caseLine(course: Course, brobygger: string, units: Readonly<Record<string, string>>): string[] {
  const { unitId, reason, channel, group, why, waitedDays, kept, found, distance } = course;
  return lineOf({
    kind: texts.csv.rows.kinds.case,
    month: course.month,
    brobygger,
    door: texts.doors[course.door],
    unit: unitId === null ? "" : (units[unitId] ?? texts.otherUnit),
    reason: reason === null ? "" : texts.reasons[reason],
    channel: channel === null ? "" : texts.channels[channel],
    group: texts.groups[group],
    why: why === null ? "" : texts.notWished[why],
    waited: waitedDays === null ? "" : String(waitedDays),
    kept: kept === null ? "" : kept ? yes : no,
    late: course.isLate ? yes : no,
    reached: course.isReached ? yes : no,
    started: { yes, no, maybe }[course.started],
    toStart: course.daysToStart === null ? "" : String(course.daysToStart),
    at3: FOUND[found["months-3"]],
    at6: FOUND[found["months-6"]],
    distance: distance === null ? "" : texts.distances[distance],
    company: course.hadCompany ? yes : no,
  });
}
