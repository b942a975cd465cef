/** A new weekly group in as few words as it takes: the rest of its fields follow, or are filled in later. Pure. */
import type { LatLng } from "../shared/point.ts";
import type { Weekday } from "../shared/week.ts";
import { type ActivityFields, emptyFields } from "./activity.ts";

export interface Weekly {
  title: string;
  description: string;
  theme: string;
  placeName: string | null;
  weekday: Weekday;
  start: string;
  end: string;
  leadsTo: string;
}

/** The fields of an øvefællesskab that meets each week from a date on, free of charge, about at a point. */
export function weeklyPractice(
  { theme, weekday, start, end, ...said }: Weekly,
  { from, at, host }: { from: string; at: LatLng | null; host: { name: string; email: string } },
): ActivityFields {
  return {
    ...emptyFields(),
    ...said,
    themes: theme ? [theme] : [],
    lat: at?.lat ?? null,
    lng: at?.lng ?? null,
    schedule: [{ weekday, start, end, from }],
    priceOre: 0,
    facts: ["oevefaellesskab"],
    contactName: host.name,
    contactEmail: host.email,
  };
}
