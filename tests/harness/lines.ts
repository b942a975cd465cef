import type { SearchDocument } from "../../search/document.ts";

const WEEKDAYS = ["soen", "man", "tir", "ons", "tor", "fre", "loer"];

/**
 * A document as a line to import (README, "Import and export"): weekly on the weekday of its first occurrence, 10 to
 * 12.
 */
export function lineOf({
  id,
  title,
  summary,
  description,
  names,
  themes,
  postcode,
  lat,
  lng,
  online,
  priceOre,
  occurrences,
}: SearchDocument) {
  const weekday = WEEKDAYS[new Date(occurrences[0]?.start ?? 0).getUTCDay()];
  return {
    id,
    title,
    description,
    themes: themes.length > 0 ? themes : ["samvaer"],
    organisation: names[0],
    ...(summary ? { summary } : {}),
    ...(online ? { facts: ["online"] } : { place: { name: names[1], postcode, lat, lng } }),
    schedule: [{ weekday, start: "10:00", end: "12:00", from: "2026-01-01" }],
    price: priceOre ? { ore: priceOre, per: "gang" } : { free: true },
    contact: { name: "Lis" },
  };
}
