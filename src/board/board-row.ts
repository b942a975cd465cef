/** What SQLite answers of an activity for the cards and its page. */
import { sql } from "drizzle-orm";
import type { ActivityState, Audience, Demand, Level, OrganisationState, PointFrom } from "../../db/schema.ts";
import type { Hue } from "../shared/hues.ts";
import type { PricePer } from "../shared/price.ts";

/** A row of it. */
export interface Row {
  id: string;
  slug: string;
  state: ActivityState;
  audience: Audience;
  title: string;
  summary: string;
  organisation_name: string;
  organisation_slug: string;
  organisation_id: string;
  organisation_state: OrganisationState;
  area: string | null;
  area_name: string | null;
  postcode: string | null;
  town: string | null;
  place_name: string | null;
  address: string | null;
  lat: number | null;
  lng: number | null;
  point_from: PointFrom;
  private_place: number;
  themes: string;
  theme_slug: string | null;
  theme_name: string;
  theme_hue: Hue;
  facts: string;
  level: Level | null;
  demand: Demand | null;
  languages: string;
  bus: string | null;
  parking: number;
  price_ore: number | null;
  price_per: PricePer | null;
  first_free: number;
  schedule: string;
  confirmed_at: string | null;
  full: number;
  age_min: number | null;
  age_max: number | null;
  contact_name: string;
  contact_phone: string | null;
  contact_email: string | null;
  updated_at: number;
  lapsed_at: number | null;
  day_notes: string;
  pauses: string;
}

/** What each reads, of the tables of `FROM`. */
export const COLUMNS =
  sql.raw(`a.id, a.slug, a.state, a.audience, a.title, a.summary, a.area, a.postcode, a.place_name, a.lat, a.lng, a.point_from, a.private_place, a.themes, a.facts, a.level, a.demand,
  a.languages, a.bus, a.parking, a.price_ore, a.price_per, a.first_free, a.schedule, a.confirmed_at, a.full,
  o.name AS organisation_name, o.slug AS organisation_slug, o.id AS organisation_id, o.state AS organisation_state, ar.name AS area_name,
  t.slug AS theme_slug, t.name AS theme_name, t.hue AS theme_hue`);
/** An activity with its organisation, its area and its first theme. */
export const FROM = sql.raw(
  "FROM activities a JOIN organisations o ON o.id = a.organisation_id LEFT JOIN areas ar ON ar.slug = a.area LEFT JOIN themes t ON t.slug = a.themes ->> 0",
);
