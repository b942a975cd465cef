/** What the public may find of one activity: the one shape that both engines index. */
export interface SearchDocument {
  id: string;
  title: string;
  summary: string;
  description: string;
  /** Names of the organisation, the place, the area (with its nicknames), the postcode's town and the themes. */
  names: string[];
  areas: string[];
  postcode: string | null;
  /** Null for an online activity: it is found in every area and has no distance. */
  lat: number | null;
  lng: number | null;
  online: boolean;
  themes: string[];
  /** Stated and derived facts (docs/contract.md, "Slugs"). */
  facts: string[];
  /** Stated price in øre; 0 is free, null when nobody stated it: then no wish for a price is met. */
  priceOre: number | null;
  /** Lines that stop there: *4A*, *letbanen*. */
  lines: string[];
  ageMin: number | null;
  ageMax: number | null;
  /** When it became public: epoch ms. */
  publishedAt: number;
  /** Upcoming and running occurrences that are not cancelled, in order of start. */
  occurrences: DocumentOccurrence[];
}

export interface DocumentOccurrence {
  /** Epoch milliseconds, UTC. */
  start: number;
  end: number;
  /** Minutes since 1970-01-01T00:00 on the wall clock in Copenhagen: weekday, date and clock are read from it. */
  local: number;
}

const GRID = { lat: 0.005, lng: 0.008 };

/** The point that is shown: a private home is moved to a grid of about 500 m. */
export function shownPoint<P extends { lat: number; lng: number }>(
  point: P,
  isPrivate: boolean,
): { lat: number; lng: number } {
  if (!isPrivate) return { lat: point.lat, lng: point.lng };
  return { lat: toGrid(point.lat, GRID.lat), lng: toGrid(point.lng, GRID.lng) };
}

function toGrid(degrees: number, step: number): number {
  return Number((Math.round(degrees / step) * step).toFixed(3));
}

/** The lines that a text names, as they are compared: *4A*, *letbanen*. */
export function linesIn(text: string | null): string[] {
  const found = text?.match(/(?<![\p{L}\p{N}])(?:\d{1,3}[A-Za-z]?|[Ll][12])(?![\p{L}\p{N}])|letbane/giu) ?? [];
  const lines = found.map((line) => (/^l/i.test(line) ? "letbanen" : line.toUpperCase()));
  return [...new Set(lines)];
}
