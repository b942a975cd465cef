import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { noteAllChanged } from "../../db/outbox.ts";
import { suggestions, themes } from "../../db/schema.ts";
import { takenSlugs } from "../../db/slugs.ts";
import { allRows } from "../../db/statements.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { type Hue, leastUsedHue } from "../shared/hues.ts";
import { freeSlug } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";

export type Theme = typeof themes.$inferSelect;

/** More would help nobody to choose; places go to 99. */
const MOST_THEMES = 60;

/** The themes in the order that people see them. */
export function listThemes(db: Db): Theme[] {
  return db.select().from(themes).orderBy(asc(themes.position), asc(themes.slug)).all();
}

/** How many activities are in each theme, whatever their state, by slug; from the index of themes alone. */
export function themeUses(db: Db): Map<string, number> {
  const rows = allRows<{ slug: string; uses: number }>(
    db,
    sql`
    SELECT t.value AS slug, sum(a.uses) AS uses FROM (SELECT themes, count(*) AS uses FROM activities GROUP BY themes) a, json_each(a.themes) t
    GROUP BY t.value`,
  );
  return new Map(rows.map(({ slug, uses }) => [slug, uses]));
}

/** The colour that a new theme is offered. */
export function nextHue(db: Db): Hue {
  return leastUsedHue(listThemes(db).map(({ hue }) => hue));
}

/**
 * Adds a theme behind the others; its slug comes from the name and stays when the name changes. Refuses a name that
 * says nothing or that another has.
 */
export function addTheme(db: Db, by: Viewer, { name, hue }: Pick<Theme, "name" | "hue">): string {
  if (!has(by, "editor")) refuse("notYours");
  if (!isName(name)) refuse("required", "navn");
  return db.transaction((tx) => {
    const known = listThemes(tx);
    if (known.some((other) => isSame(other.name, name))) refuse("themeTwice", "navn");
    if (known.length >= MOST_THEMES) refuse("themesMany", "navn");
    const slug = freeSlug(name, takenSlugs(tx, themes));
    tx.insert(themes).values({ slug, name, hue, position: known.length }).run();
    return slug;
  });
}

/** Takes away a theme that no activity is in, also none that was withdrawn. A wish for it loses its theme alone. */
export function removeTheme(db: Db, by: Viewer, slug: string): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    if (themeUses(tx).has(slug)) refuse("themeUsed");
    tx.update(suggestions).set({ theme: null }).where(eq(suggestions.theme, slug)).run();
    tx.delete(themes).where(eq(themes.slug, slug)).run();
  });
}

/**
 * Gives the themes new names, colours and places (1, 2 …): one that moved takes the place it was given. Themes not named
 * stay. Refuses an empty or doubled name.
 */
export function arrangeThemes(db: Db, by: Viewer, wanted: readonly Theme[]): void {
  if (!has(by, "editor")) refuse("notYours");
  for (const { slug, name } of wanted) {
    if (!isName(name)) refuse("required", nameField(slug));
    if (wanted.some((other) => other.slug !== slug && isSame(other.name, name))) refuse("themeTwice", nameField(slug));
  }
  db.transaction((tx) => {
    const before = listThemes(tx);
    const named = before.map((theme, at) => {
      const { position, ...changed } = wanted.find(({ slug }) => slug === theme.slug) ?? { ...theme, position: at + 1 };
      return { ...changed, rank: position + Math.sign(position - at - 1) / 2 };
    });
    const ordered = named.toSorted((a, b) => a.rank - b.rank);
    for (const [position, { slug, name, hue }] of ordered.entries())
      tx.update(themes).set({ name, hue, position }).where(eq(themes.slug, slug)).run();
    if (ordered.some(({ slug, name }) => before.find((theme) => theme.slug === slug)?.name !== name))
      noteAllChanged(tx);
  });
}

/** The field of a theme's name in the editor's form. */
export function nameField(slug: string): string {
  return `navn-${slug}`;
}

/** The field of a theme's place in the editor's form. */
export function placeField(slug: string): string {
  return `plads-${slug}`;
}

/** The field of a theme's colour in the editor's form. */
export function hueField(slug: string): string {
  return `farve-${slug}`;
}

function isName(name: string): boolean {
  return /\p{L}/u.test(name);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
