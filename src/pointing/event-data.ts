import { isoInstant } from "../shared/time.ts";
import type { Price } from "../shared/price.ts";
import type { ActivityPage } from "../board/activity-page.ts";
import { withoutNumbers } from "../danish/phone.ts";
import { board } from "../texts/board.ts";
import { paths } from "../shared/paths.ts";

/** Search engines show a few dates; more only make the page heavy. */
const MOST_DATES = 8;

/**
 * The coming dates as schema.org Events (JSON-LD), safe inside a script element. No contact, no address of a private
 * home.
 */
export function eventData(activity: ActivityPage, siteUrl: string): string {
  const address = `${siteUrl}${paths.activity(activity.slug)}`;
  const events = activity.dates.slice(0, MOST_DATES).map(({ start, end, cancelled }) => ({
    "@type": "Event",
    "@id": `${address}#${isoInstant(start)}`,
    name: activity.title,
    description: withoutNumbers(activity.summary || activity.description, board.behindClick).slice(0, 500),
    startDate: isoInstant(start),
    endDate: isoInstant(end),
    eventStatus: `https://schema.org/${cancelled ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${activity.online ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode"}`,
    location: locationOf(activity, address),
    organizer: {
      "@type": "Organization",
      name: activity.organisation.name,
      url: `${siteUrl}${paths.organisation(activity.organisation.slug)}`,
    },
    image: `${siteUrl}${paths.linkPreview(activity.slug)}`,
    url: address,
    inLanguage: activity.languages.length > 0 ? activity.languages : ["da"],
    ...(activity.price && offerOf(activity.price, address)),
  }));
  return JSON.stringify({ "@context": "https://schema.org", "@graph": events })
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

function offerOf({ ore }: Price, url: string): Record<string, unknown> {
  return {
    isAccessibleForFree: ore === 0,
    offers: {
      "@type": "Offer",
      price: (ore / 100).toFixed(2),
      priceCurrency: "DKK",
      url,
      availability: "https://schema.org/InStock",
    },
  };
}

function locationOf(activity: ActivityPage, address: string): Record<string, unknown> {
  if (activity.online) return { "@type": "VirtualLocation", url: address };
  const country = { "@type": "PostalAddress", addressCountry: "DK" };
  if (activity.private)
    return {
      "@type": "Place",
      name: activity.area?.name ?? "Aarhus",
      address: { ...country, addressLocality: activity.town ?? activity.area?.name },
    };
  const point = activity.isAbout ? null : activity.point;
  return {
    "@type": "Place",
    name: activity.placeName ?? activity.address ?? activity.area?.name,
    address: {
      ...country,
      streetAddress: activity.address ?? undefined,
      postalCode: activity.postcode ?? undefined,
      addressLocality: activity.town ?? undefined,
    },
    ...(point && { geo: { "@type": "GeoCoordinates", latitude: point.lat, longitude: point.lng } }),
  };
}
