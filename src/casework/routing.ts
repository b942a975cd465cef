import { eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { type CarriedSearch, memberships, teamAreas, teams } from "../../db/schema.ts";
import { aboutIn, areaOf, readPlaces } from "../places/places.ts";

type Team = typeof teams.$inferSelect;

/**
 * The teams that can help somebody there, of each controller the most exact one: those that cover the area and the
 * focus before those that are for all. `themes`: slugs. A team in which nobody works is none, but for the one that gets
 * what no other shall have.
 */
export function teamsFor(db: Db, area: string | null, themes: readonly string[]): Team[] {
  return keptRead(db, `teams for ${JSON.stringify([area, themes])}`, () => readTeamsFor(db, area, themes));
}

function readTeamsFor(db: Db, area: string | null, themes: readonly string[]): Team[] {
  const covered = db.select().from(teamAreas).all();
  const staffed = new Set(
    db
      .selectDistinct({ id: memberships.scope })
      .from(memberships)
      .where(inArray(memberships.role, ["brobygger", "lead"]))
      .all()
      .map(({ id }) => id),
  );
  const fits = db
    .select()
    .from(teams)
    .all()
    .filter((team) => team.isDefault || staffed.has(team.id))
    .map((team) => {
      const areas = covered.filter((row) => row.teamId === team.id).map((row) => row.area);
      const foci = team.focus.split(" ").filter(Boolean);
      const inArea = area !== null && areas.includes(area);
      const inFocus = foci.some((focus) => themes.includes(focus));
      const excluded = (areas.length > 0 && !inArea) || (foci.length > 0 && !inFocus);
      return { team, exactness: excluded ? -1 : (inFocus ? 4 : 0) + (inArea ? 2 : 0) + (team.isDefault ? 1 : 0) };
    })
    .filter(({ exactness }) => exactness >= 0)
    .sort((a, b) => b.exactness - a.exactness)
    .map(({ team }) => team);
  return fits.filter((team, at) => fits.findIndex((other) => other.controllerId === team.controllerId) === at);
}

/** The team that a request goes to: the one that was wished if it can help there, else the most exact. */
export function teamFor(db: Db, area: string | null, themes: readonly string[], wanted = ""): string {
  const fits = teamsFor(db, area, themes);
  const chosen = fits.find(({ id }) => id === wanted) ?? fits[0] ?? defaultTeam(db);
  if (!chosen) throw new Error("there is no team");
  return chosen.id;
}

/** The team that a page speaks for before anybody has said where they live; null on a site without a team. */
export function defaultTeam(db: Db): Team | null {
  const all = keptRead(db, "teams", () => db.select().from(teams).all());
  return all.find((candidate) => candidate.isDefault) ?? all[0] ?? null;
}

/** A team by its id; null where there is none. */
export function teamOf(db: Db, id: string): Team | null {
  return db.select().from(teams).where(eq(teams.id, id)).get() ?? null;
}

/** The slug of the first area that was wished, of a postcode the area in which most of it lives. */
export function areaOfSearch(db: Db, { omraade = [] }: CarriedSearch): string | null {
  const first = omraade[0];
  if (!first) return null;
  const places = readPlaces(db);
  if (places.areas.some((area) => area.slug === first)) return first;
  const about = aboutIn(places, first);
  return about && areaOf(places, about);
}
