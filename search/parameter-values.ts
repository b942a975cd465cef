/** Single values of an address: each is read to what it says, or to null when it says nothing. */
import type { LatLng } from "../src/shared/point.ts";
import { isClock, isDate } from "../src/shared/time.ts";
import type { Box } from "./engine.ts";

/** Reads one value; null when it says nothing. */
export type Read<T> = (value: string) => T | null;

const LINE = /^(?:\d{1,3}[a-z]?|l[12]|letbanen)$/i;

/** `lat,lng` in degrees, rounded to 3 decimals. */
export function readPosition(value: string): LatLng | null {
  const [lat, lng, ...more] = value.split(",").map(decimal);
  if (lat == null || lng == null || more.length > 0 || Math.abs(lat) > 90 || Math.abs(lng) > 180) return null;
  return { lat: rounded(lat, 3), lng: rounded(lng, 3) };
}

/** `south,west,north,east` in degrees. */
export function readBox(value: string): Box | null {
  const [south, west, north, east, ...more] = value.split(",").map(decimal);
  if (south == null || west == null || north == null || east == null || more.length > 0) return null;
  const onEarth = south >= -90 && north <= 90 && west >= -180 && east <= 180;
  return onEarth && south <= north && west <= east
    ? { south: rounded(south, 6), west: rounded(west, 6), north: rounded(north, 6), east: rounded(east, 6) }
    : null;
}

/** A position to 3 decimals is about 100 metres: enough to sort by, not enough to find a door. Never -0. */
function rounded(degrees: number, decimals: number): number {
  return Number(degrees.toFixed(decimals)) + 0;
}

function decimal(text: string): number | null {
  return /^\s*[+-]?\d{1,3}(\.\d{1,20})?\s*$/.test(text) ? Number(text) : null;
}

/** A decimal number within these bounds, both inclusive. */
export function readNumber(value: string, least: number, most: number): number | null {
  const number = decimal(value);
  return number !== null && number >= least && number <= most ? number : null;
}

/** A whole number within these bounds, both inclusive. */
export function readWhole(value: string, least: number, most: number): number | null {
  return /^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : null;
}

/** Far beyond the last page is the last page too, so long numbers are cut short. */
export function readPage(value: string): number | null {
  if (!/^\d+$/.test(value)) return null;
  const page = Math.min(Number(value), 1_000_000);
  return page >= 1 ? page : null;
}

/** `YYYY-MM-DD`. */
export function readDate(value: string): string | null {
  return isDate(value) ? value : null;
}

/** `HH:MM`. */
export function readClock(value: string): string | null {
  return isClock(value) ? value : null;
}

/** *gratis*, or whole kroner at most. */
export function readPrice(value: string): "gratis" | number | null {
  if (value === "gratis") return value;
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}

/** A line as it is compared: *4A*, *letbanen*. */
export function readLine(value: string): string | null {
  if (!LINE.test(value)) return null;
  return /^l/i.test(value) && value.length > 2 ? "letbanen" : value.toUpperCase();
}

/** Reads a value that must be one of these. */
export function oneOf<T extends string>(known: Iterable<T>): Read<T> {
  return (value) => [...known].find((one) => one === value) ?? null;
}
