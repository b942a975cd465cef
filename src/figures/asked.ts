/** What an address of a sheet asks for, and its answer. */
import type { Db } from "../../db/client.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import type { Names } from "./figures.ts";
import { type Leaving, readLeaving, readTogether } from "./leaving.ts";
import { type FigureRows, readFigures } from "./read.ts";
import { type Period, spanIn } from "./span.ts";

/** The rows of the team and the months that an address names (`hold`, `fra`, `til`), else why not as a status. */
export function askedRows(db: Db, viewer: Viewer | null, asked: URLSearchParams, now: number): FigureRows | 400 | 403 {
  const span = spanIn(asked, now);
  if (!span) return 400;
  return (viewer && readFigures(db, viewer, teamIn(viewer, asked), span, now)) ?? 403;
}

/** The team that an address names, else the first of the viewer's. */
export function teamIn(viewer: Viewer, asked: URLSearchParams): string {
  return asked.get("hold") || (teamsOf(viewer)[0] ?? "");
}

/** What may leave of the period, of the team or of all teams of its controller (`alle`), as an address names it. */
export function askedLeaving(
  db: Db,
  viewer: Viewer,
  asked: URLSearchParams,
  period: Period,
  names: Names,
  now: number,
): Leaving | null {
  const read = asked.get("alle") ? readTogether : readLeaving;
  return read(db, viewer, teamIn(viewer, asked), period, names, now);
}

export function answerSheet<Rows extends object>(
  rows: Rows | 400 | 403,
  file: string,
  sheetOf: (rows: Rows) => string,
): Response {
  if (typeof rows === "number") return new Response(null, { status: rows });
  return new Response(sheetOf(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${file}"`,
      "cache-control": "no-store",
    },
  });
}
