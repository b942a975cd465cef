/** One activity as a line of JSON (README, "Import and export"). All pure. */
import { isForAll } from "../../db/on-board.ts";
import type { PricePer } from "../shared/price.ts";
import type { Activity } from "../activities/activity.ts";
import type { Price } from "../shared/price.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import { usualOf, isEmptyIn } from "./line-places.ts";
import { YOUNGEST, OLDEST } from "./line-schema.ts";

/** The line of an activity; phone and mail of the contact only when asked for. */
export function lineOf(activity: Activity, organisation: string, { contacts }: { contacts: boolean }): string {
  return JSON.stringify({
    id: activity.importKey?.startsWith("id:") ? activity.importKey.slice(3) : activity.id,
    organisation,
    title: activity.title,
    summary: activity.summary || undefined,
    description: activity.description,
    themes: activity.themes,
    place: placeOf(activity),
    schedule: tidySchedule(activity.schedule),
    pauses: activity.pauses.length > 0 ? activity.pauses : undefined,
    price:
      activity.priceOre === null
        ? null
        : priceAsJson({ ore: activity.priceOre, per: activity.pricePer, firstFree: activity.firstFree }),
    ...usualOf(activity, ""),
    facts: activity.facts,
    languages: activity.languages,
    transport: isEmptyIn(activity, "transport") ? undefined : usualOf(activity, "transport"),
    ages:
      activity.ageMin === null && activity.ageMax === null
        ? undefined
        : [activity.ageMin ?? YOUNGEST, activity.ageMax ?? OLDEST],
    // Said to be nothing, rather than left out.
    leadsTo: activity.leadsTo,
    contact: {
      name: activity.contactName,
      phone: (contacts && activity.contactPhone) || undefined,
      email: (contacts && activity.contactEmail) || undefined,
    },
    url: activity.url ?? undefined,
    audience: isForAll(activity) ? undefined : activity.audience,
    confirmed: activity.confirmedAt ?? undefined,
  });
}

/** A price as the import and the search's JSON say it; null when nobody stated it. */
export function priceAsJson(
  price: Price | null,
): { free: true } | { ore: number; per: PricePer | null; firstFree?: true } | null {
  if (!price) return null;
  const { ore, per, firstFree } = price;
  return ore === 0 ? { free: true } : { ore, per, ...(firstFree && { firstFree }) };
}

function placeOf(activity: Activity): object | undefined {
  const { placeName, address, postcode, lat, lng } = activity;
  if (placeName === null && address === null && postcode === null && lat === null) return undefined;
  return {
    ...usualOf(activity, "place"),
    postcode: postcode ?? undefined,
    lat: lat ?? undefined,
    lng: lng ?? undefined,
  };
}
