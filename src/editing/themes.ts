import { asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { noteAllChanged } from "../../db/outbox.ts";
import { themes } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";

export interface Theme {
  slug: string;
  name: string;
  position: number;
}

/** The themes in the order that people see them. */
export function listThemes(db: Db): Theme[] {
  return db.select().from(themes).orderBy(asc(themes.position), asc(themes.slug)).all();
}

/**
 * Gives the themes new names and places (1, 2 …): one that moved takes the place it was given. Themes not named stay.
 * Refuses an empty or doubled name.
 */
export function arrangeThemes(db: Db, by: Viewer, wanted: readonly Theme[]): void {
  if (!has(by, "editor")) refuse("notYours");
  for (const { slug, name } of wanted) {
    if (!name) refuse("required", nameField(slug));
    if (wanted.some((other) => other.slug !== slug && other.name.toLowerCase() === name.toLowerCase()))
      refuse("themeTwice", nameField(slug));
  }
  db.transaction((tx) => {
    const before = listThemes(tx);
    const named = before.map((theme, at) => {
      const { name, position } = wanted.find(({ slug }) => slug === theme.slug) ?? {
        name: theme.name,
        position: at + 1,
      };
      return { slug: theme.slug, name, rank: position + Math.sign(position - at - 1) / 2 };
    });
    const ordered = named.toSorted((a, b) => a.rank - b.rank);
    for (const [position, { slug, name }] of ordered.entries())
      tx.update(themes).set({ name, position }).where(eq(themes.slug, slug)).run();
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
