/**
 * The register of what is missing on the board (docs/domain.md, C14): area, theme and part of the week, from what
 * brobyggere noted, what was sought in vain and what people wished. Of nobody.
 */
import { and, between, count, eq, inArray, isNull, max } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, gaps } from "../../db/schema.ts";
import { scopesOf, teamsOf, type Viewer } from "../accounts/roles.ts";
import { FEWEST } from "../board/sought-words.ts";
import type { SoughtInVain } from "../board/search-statistics.ts";
import { areaOfSearch, teamsFor } from "../casework/routing.ts";
import { type Gap, keyOf } from "../casework/talk/wished-gaps.ts";
import { instantsOf, type Span } from "../figures/span.ts";
import { wishesBetween } from "../upkeep/suggestions.ts";
import { type GapAnswer, gapAnswersOf } from "./answers.ts";

/** A gap of a team that nothing meets yet, and how often each source named it. */
export interface Missed extends Gap {
  teamId: string;
  noted: number;
  sought: number;
  wished: number;
  /** `YYYY-MM`: when a brobygger noted it last; null: none did. */
  latest: string | null;
}

/** A gap as it may be told to others than the team. */
export interface MissedOutside extends Gap {
  /** All sources together, down to a multiple of `FEWEST`: a total less it is no number of a few. */
  atLeast: number;
  /** What meets it now, the newest. */
  met: GapAnswer | null;
}

type Named = Gap & Partial<Pick<Missed, "noted" | "sought" | "wished" | "latest">>;

const MOST_SHOWN = 200;

/** What the viewer's teams miss now, what brobyggere noted most first. `sought`: of the last months. */
export function openRegister(db: Db, viewer: Viewer, sought: readonly SoughtInVain[], now: number): Missed[] {
  const elsewhere = [...asSought(sought), ...wishesBetween(db, { from: 0, until: now + 1 })];
  return teamsOf(viewer)
    .flatMap((teamId) => {
      const met = new Set(
        gapAnswersOf(db, [teamId])
          .filter(({ activity }) => activity?.isPublic)
          .map(keyOf),
      );
      const others = elsewhere.filter((gap) => !met.has(keyOf(gap)) && isOf(db, teamId, gap));
      return merged([...notedBy(db, teamId), ...others]).map((gap) => ({ ...gap, teamId }));
    })
    .sort((a, b) => b.noted - a.noted || b.sought + b.wished - a.sought - a.wished || (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

/**
 * What was missed in whole months that are over, of a team or (null) of all, as it may leave the team: from five up, the
 * most first. `sought`: of those months.
 */
export function missedOutside(
  db: Db,
  teamId: string | null,
  months: Span,
  sought: readonly SoughtInVain[],
): MissedOutside[] {
  const elsewhere = [...asSought(sought), ...wishesBetween(db, instantsOf(months))];
  const ours = teamId === null ? elsewhere : elsewhere.filter((gap) => isOf(db, teamId, gap));
  const answers = gapAnswersOf(db, teamId === null ? null : [teamId]).filter(({ activity }) => activity !== null);
  return merged([...notedIn(db, teamId, months), ...ours])
    .map(({ area, theme, time, noted, sought: searches, wished }) => {
      const key = keyOf({ area, theme, time });
      const met = answers.find((answer) => keyOf(answer) === key) ?? null;
      return { area, theme, time, atLeast: floorOf(noted + searches + wished), met };
    })
    .filter(({ atLeast }) => atLeast >= FEWEST)
    .sort((a, b) => b.atLeast - a.atLeast || (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

/** The same of all teams, where the associations of the viewer have activities, and what names no place. */
export function missedHere(
  db: Db,
  viewer: Viewer | null,
  months: Span,
  sought: readonly SoughtInVain[],
): MissedOutside[] {
  const own = db
    .selectDistinct({ area: activities.area, postcode: activities.postcode })
    .from(activities)
    .where(inArray(activities.organisationId, scopesOf(viewer, "contact")))
    .all();
  const places = new Set(own.flatMap(({ area, postcode }) => [area, postcode]));
  return missedOutside(db, null, months, sought).filter(
    ({ area }) => places.has(area) || (own.length > 0 && area === ""),
  );
}

const floorOf = (many: number): number => many - (many % FEWEST);

const asSought = (sought: readonly SoughtInVain[]): Named[] =>
  sought.map(({ count: many, ...gap }) => ({ ...gap, sought: many }));

/** The same gap of several sources becomes one. What names neither a place nor a theme says nothing. */
function merged(named: readonly Named[]): Omit<Missed, "teamId">[] {
  const telling = named.filter(({ area, theme, noted }) => area !== "" || theme !== "" || noted !== undefined);
  return [...Map.groupBy(telling, keyOf).values()].map((rows) => {
    const { area = "", theme = "", time = "" } = rows[0] ?? {};
    const sum = (key: "noted" | "sought" | "wished") => rows.reduce((all, row) => all + (row[key] ?? 0), 0);
    const latest = rows.map((row) => row.latest ?? null).find((month) => month !== null) ?? null;
    return { area, theme, time, noted: sum("noted"), sought: sum("sought"), wished: sum("wished"), latest };
  });
}

/** Whether a request for help with it would come to the team. */
function isOf(db: Db, teamId: string, { area, theme }: Gap): boolean {
  const place = area === "" ? null : areaOfSearch(db, { omraade: [area] });
  return teamsFor(db, place, theme === "" ? [] : [theme]).some(({ id }) => id === teamId);
}

/** What a team noted and nothing meets. */
function notedBy(db: Db, teamId: string): Named[] {
  return read(db, and(eq(gaps.teamId, teamId), isNull(gaps.metById)));
}

/** What was noted in those months, whether it is met by now or not. */
function notedIn(db: Db, teamId: string | null, { from, until }: Span): Named[] {
  return read(db, and(teamId === null ? undefined : eq(gaps.teamId, teamId), between(gaps.month, from, until)));
}

function read(db: Db, where: ReturnType<typeof and>): Named[] {
  const { area, theme, time, month } = gaps;
  return db
    .select({ area, theme, time, noted: count(), latest: max(month) })
    .from(gaps)
    .where(where)
    .groupBy(area, theme, time)
    .all();
}
