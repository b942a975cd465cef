import { and, asc, count, eq, ne } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { inDanish } from "../../db/danish.ts";
import { organisations, type Role, teams } from "../../db/schema.ts";
import { has, type Viewer } from "./roles.ts";

/** More organisations than these nobody finds one among in a list. */
const MOST_TO_CHOOSE_FROM = 300;

/**
 * What an editor can invite somebody to: each team as brobygger or lead, the editors' desk, the audit trail, each
 * organisation that is not refused. Where those are too many for a list (`isCut`) only the one that was asked for.
 */
export function placesToInviteTo(
  db: Db,
  viewer: Viewer | null,
  organisationId = "",
): { places: { role: Role; scope: string; scopeName: string }[]; isCut: boolean } {
  if (!has(viewer, "editor")) return { places: [], isCut: false };
  const allTeams = db.select({ scope: teams.id, scopeName: teams.name }).from(teams).orderBy(asc(teams.name)).all();
  const standing = ne(organisations.state, "rejected");
  const isCut = (db.select({ rows: count() }).from(organisations).get()?.rows ?? 0) > MOST_TO_CHOOSE_FROM;
  const toChoose = db
    .select({ scope: organisations.id, scopeName: organisations.name })
    .from(organisations)
    .where(isCut ? and(standing, eq(organisations.id, organisationId)) : standing)
    .orderBy(inDanish(organisations.name))
    .all();
  return {
    isCut,
    places: [
      ...allTeams.flatMap((team) => [
        { role: "brobygger" as const, ...team },
        { role: "lead" as const, ...team },
      ]),
      { role: "editor", scope: "", scopeName: "" },
      { role: "data-officer", scope: "", scopeName: "" },
      ...toChoose.map((organisation) => ({ role: "contact" as const, ...organisation })),
    ],
  };
}
