import type { Db } from "../../db/client.ts";
import { type CarriedSearch, teamAreas, teams } from "../../db/schema.ts";
import { areaOf, centreOf, readPlaces } from "../places/places.ts";

/**
 * The team that a request belongs to: of those that cover its area and its focus the most exact, else the default team.
 * `themes`: slugs.
 */
export function teamFor(db: Db, area: string | null, themes: readonly string[]): string {
  const covered = db.select().from(teamAreas).all();
  const fits = db
    .select()
    .from(teams)
    .all()
    .map((team) => {
      const areas = covered.filter((row) => row.teamId === team.id).map((row) => row.area);
      const foci = team.focus.split(" ").filter(Boolean);
      const inArea = area !== null && areas.includes(area);
      const inFocus = foci.some((focus) => themes.includes(focus));
      const excluded = (areas.length > 0 && !inArea) || (foci.length > 0 && !inFocus);
      return { team, exactness: excluded ? -1 : (inFocus ? 2 : 0) + (inArea ? 1 : 0) };
    });
  const best = fits.filter((fit) => fit.exactness > 0).sort((a, b) => b.exactness - a.exactness)[0];
  const chosen = best ?? fits.find((fit) => fit.team.isDefault) ?? fits[0];
  if (!chosen) throw new Error("there is no team");
  return chosen.team.id;
}

/** The team that a page speaks for before anybody has said where they live; null on a site without a team. */
export function defaultTeam(db: Db): typeof teams.$inferSelect | null {
  const all = db.select().from(teams).all();
  return all.find((candidate) => candidate.isDefault) ?? all[0] ?? null;
}

/** The slug of the first area that was wished, of a postcode the area around its centre. */
export function areaOfSearch(db: Db, { omraade = [] }: CarriedSearch): string | null {
  const first = omraade[0];
  if (!first) return null;
  const places = readPlaces(db);
  if (places.areas.some((area) => area.slug === first)) return first;
  const centre = centreOf(places, first);
  return centre && areaOf(places, centre);
}
