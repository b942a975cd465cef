import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { areaNicknames, areas, holidays, namedPlaces, postcodes, themes } from "../../db/schema.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { FACT_SLUGS } from "../shared/facts.ts";
import type { ThemeLook } from "../shared/hues.ts";

const FRESH_FOR = 5_000;
const read = new WeakMap<object, { at: number; vocabulary: SiteVocabulary }>();

/** The names that a search may use, and how what bears them looks. */
export interface SiteVocabulary extends Vocabulary {
  themes: ThemeLook[];
}

/**
 * The names of areas, postcodes and themes as an editor keeps them, read again at most every 5 seconds, or once they are
 * forgotten: every search asks for them.
 */
export function vocabularyOf(db: Db, now: number): SiteVocabulary {
  const known = read.get(db);
  if (known && Math.abs(now - known.at) < FRESH_FOR) return known.vocabulary;
  const vocabulary: SiteVocabulary = {
    areas: db.select({ slug: areas.slug, name: areas.name }).from(areas).orderBy(areas.name).all(),
    nicknames: db.select().from(areaNicknames).all(),
    postcodes: db.select({ code: postcodes.code, name: postcodes.name }).from(postcodes).orderBy(postcodes.code).all(),
    points: db.select({ name: namedPlaces.name, lat: namedPlaces.lat, lng: namedPlaces.lng }).from(namedPlaces).all(),
    holidays: db
      .select({ name: holidays.name, from: holidays.from, until: holidays.until })
      .from(holidays)
      .where(eq(holidays.kind, "school"))
      .all(),
    themes: db
      .select({ slug: themes.slug, name: themes.name, hue: themes.hue })
      .from(themes)
      .orderBy(themes.position)
      .all(),
    facts: [...FACT_SLUGS],
  };
  read.set(db, { at: now, vocabulary });
  return vocabulary;
}

/** Something was written: who asks next hears what holds now. */
export function forgetVocabulary(db: Db): void {
  read.delete(db);
}
