import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { areaNicknames, areas, holidays, namedPlaces, postcodes, themes } from "../../db/schema.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { FACT_SLUGS } from "../shared/facts.ts";
import type { ThemeLook } from "../shared/hues.ts";

/** The names that a search may use, and how what bears them looks. */
export interface SiteVocabulary extends Vocabulary {
  themes: ThemeLook[];
}

/** The names of areas, postcodes, places and themes as an editor keeps them. */
export function vocabularyOf(db: Db): SiteVocabulary {
  return keptRead(db, "vocabulary", () => readVocabulary(db));
}

function readVocabulary(db: Db): SiteVocabulary {
  return {
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
}
