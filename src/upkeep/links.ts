import { and, eq, gt, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, activityLinks, type LinkKind } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { hashToken, newToken } from "../shared/ids.ts";
import { paths } from "../shared/paths.ts";
import { DAY } from "../shared/time.ts";

const LIFE = 60 * DAY;
/** SQLite takes 32,766 values. */
const LINKS_A_STATEMENT = 1000;

/** What a link from a mail opens. */
export interface OpenedLink {
  kind: LinkKind;
  activityId: string;
  organisationId: string;
}

/** Makes what stands in a link of a mail; it holds for 60 days. Earlier ones hold on. */
export function makeLink(db: Db, kind: LinkKind, activityId: string, now: number): string {
  const token = newToken();
  keepLinks(db, kind, [{ activityId, token }], now);
  return token;
}

/** Keeps links that were made up already, many at once. */
export function keepLinks(
  db: Db,
  kind: LinkKind,
  links: readonly { activityId: string; token: string }[],
  now: number,
): void {
  for (let at = 0; at < links.length; at += LINKS_A_STATEMENT)
    db.insert(activityLinks)
      .values(
        links.slice(at, at + LINKS_A_STATEMENT).map(({ activityId, token }) => ({
          hash: hashToken(token),
          kind,
          activityId,
          createdAt: now,
          expiresAt: now + LIFE,
        })),
      )
      .run();
}

/** What the link is for; null when it is unknown or too old. Changes nothing. */
export function readLink(db: Db, token: string, now: number): OpenedLink | null {
  const found = db
    .select({
      kind: activityLinks.kind,
      activityId: activityLinks.activityId,
      organisationId: activities.organisationId,
    })
    .from(activityLinks)
    .innerJoin(activities, eq(activities.id, activityLinks.activityId))
    .where(and(eq(activityLinks.hash, hashToken(token)), gt(activityLinks.expiresAt, now)))
    .get();
  return found ?? null;
}

/**
 * Whoever holds a link may do with its activity what a contact may; nobody's name stands in the history. The caller
 * keeps to what the link is for.
 */
export function linkHolder({ organisationId }: Pick<OpenedLink, "organisationId">): Viewer {
  return { id: "", name: "", email: "", memberships: [{ role: "contact", scope: organisationId }] };
}

/** Where a link leads. */
export function linkAddress(siteUrl: string, token: string): string {
  return `${siteUrl}${paths.hostLink(token)}`;
}

/** Drops links that are too old. */
export function forgetLinks(db: Db, now: number): void {
  db.delete(activityLinks).where(lte(activityLinks.expiresAt, now)).run();
}
