/** The figures of a span as the desk shows them: a closed year as it was closed, with what has changed since. */
import type { Db } from "../../db/client.ts";
import type { Viewer } from "../accounts/roles.ts";
import { figuresOf, type Names, type Section, type Unit } from "./figures.ts";
import { readFrozen } from "./frozen.ts";
import type { FigureRows } from "./read.ts";
import { wholeYearOf } from "./span.ts";

/** A number that is another since the year was closed. */
export interface Change {
  section: string;
  label: string;
  unit: Unit;
  was: number | null;
  is: number | null;
}

export interface ShownFigures {
  sections: Section[];
  /** When the year was closed; null: it is no closed year. */
  frozenAt: number | null;
  changes: Change[];
}

export function shownFigures(db: Db, rows: FigureRows, viewer: Viewer, names: Names): ShownFigures {
  const year = wholeYearOf(rows.span);
  const frozen = year === null ? null : readFrozen(db, rows.teamId, year);
  const now = figuresOf(rows, viewer, names);
  if (!frozen) return { sections: now, frozenAt: null, changes: [] };
  const then = figuresOf({ ...rows, counts: frozen.counts }, viewer, names);
  return { sections: then, frozenAt: frozen.frozenAt, changes: changesOf(then, now) };
}

/** Which numbers differ; one that stands on one side alone counts as none on the other. */
export function changesOf(then: readonly Section[], now: readonly Section[]): Change[] {
  const [before, after] = [numbersOf(then), numbersOf(now)];
  return [...new Map([...before, ...after]).entries()].flatMap(([key, { section, label, unit }]) => {
    const [was, is] = [before.get(key)?.value ?? null, after.get(key)?.value ?? null];
    return was === is ? [] : [{ section, label, unit, was, is }];
  });
}

type Numbered = Pick<Change, "section" | "label" | "unit"> & { value: number | null };

function numbersOf(sections: readonly Section[]): Map<string, Numbered> {
  return new Map(
    sections.flatMap(({ title, singles, tables }) => [
      ...singles.map((one): [string, Numbered] => [one.key, { ...one, section: title }]),
      ...tables.flatMap((table) =>
        table.rows.map(({ key, label, count }): [string, Numbered] => [
          `${table.key} ${key}`,
          { section: table.title, label, unit: "count", value: count },
        ]),
      ),
    ]),
  );
}
