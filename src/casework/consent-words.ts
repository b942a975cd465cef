/** The words that citizens say yes to: those of the controller that answers for the team, else the general ones. */
import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { type ConsentKind, type ConsentWay, consentTexts } from "../../db/schema.ts";
import { consentPage, SAID_OTHERWISE } from "../texts/consents.ts";
import { refuse } from "../texts/refusal.ts";
import { controllerOf } from "./controllers.ts";

type Version = typeof consentTexts.$inferSelect;

export interface ConsentText {
  version: number;
  /** As it is read on the site, or as it is said: by the way in which one says yes. */
  text: string;
}

/**
 * The words that one says yes to now: the controller's own, where it has some, else the general ones; before the first of
 * those were in force, the first. Null: nobody has written any. `controllerId` null: of whoever answers for the site.
 */
export function currentConsent(
  db: Db,
  kind: ConsentKind,
  now: number,
  controllerId: string | null,
  way: ConsentWay = "site",
): ConsentText | null {
  const versions = keptRead(db, `consent texts ${kind}`, () =>
    db.select().from(consentTexts).where(eq(consentTexts.kind, kind)).orderBy(desc(consentTexts.version)).all(),
  );
  const of = (whose: string | null) => versions.filter((version) => version.controllerId === whose);
  const inForce = ({ validFrom }: Version) => validFrom <= now;
  const own = controllerId === null ? undefined : of(controllerId).find(inForce);
  const general = of(null).find(inForce) ?? of(null).at(-1);
  const found = own && wordsFor(own, way) ? own : general;
  return found ? { version: found.version, text: wordsOfYes({ kind, how: way }, found.text, found.said) } : null;
}

/** What a controller's version says for a yes of that way; empty: it leaves that to the general words. */
function wordsFor({ kind, text, said }: Version, way: ConsentWay): string {
  const isSaid = way === "oral" || way === "written";
  return kind === SAID_OTHERWISE && isSaid ? (said ?? "") : text;
}

/** Words that hold for a team, or for all that are looked at; `teams`: their names, none where there is only one text. */
export interface TeamWords extends ConsentText {
  teams: string[];
}

/** What one says yes to at each of these teams; those with the same words stand together. */
export function wordsOfTeams(
  db: Db,
  kind: ConsentKind,
  teams: readonly { name: string; controllerId: string | null }[],
  way: ConsentWay,
  now: number,
): TeamWords[] {
  const texts = teams.flatMap(({ name, controllerId }) => {
    const words = currentConsent(db, kind, now, controllerId, way);
    return words ? [{ ...words, name }] : [];
  });
  const byVersion = [...Map.groupBy(texts, ({ version }) => version).values()];
  return byVersion.flatMap((same) =>
    same.slice(0, 1).map(({ version, text }) => ({
      version,
      text,
      teams: byVersion.length > 1 ? same.map(({ name }) => name) : [],
    })),
  );
}

/** How a form says which words stood on it. */
export function shownAs(kind: ConsentKind, { version }: Pick<ConsentText, "version">): string {
  return `${kind}:${version}`;
}

/**
 * Refuses a yes to other words than those that stood on the form (`shown`, as `shownAs` says them): the request goes to
 * somebody else than the form spoke for, or an editor has written meanwhile.
 */
export function refuseUnread(
  db: Db,
  teamId: string,
  yes: { kind: ConsentKind; way: ConsentWay; field?: string },
  shown: readonly string[],
  now: number,
): void {
  const words = currentConsent(db, yes.kind, now, controllerOf(db, teamId), yes.way);
  if (words && !shown.includes(shownAs(yes.kind, words))) refuse("otherWords", yes.field);
}

/** The words of a yes as it was given; where there are none, or another passed it on, what it was about. */
export function wordsOfYes({ kind, how }: { kind: ConsentKind; how: ConsentWay }, text: string, said: string | null) {
  if (how === "site" || kind !== SAID_OTHERWISE) return text;
  return how === "relative" || said === null ? consentPage.labels[kind] : said;
}

/** As `wordsOfYes`, of a yes that is stored. */
export function wordsBehind(db: Db, yes: { kind: ConsentKind; version: number; how: ConsentWay }): string {
  const isThat = and(eq(consentTexts.kind, yes.kind), eq(consentTexts.version, yes.version));
  const words = db.select().from(consentTexts).where(isThat).get();
  return words ? wordsOfYes(yes, words.text, words.said) : consentPage.labels[yes.kind];
}
