import { board } from "./board.ts";
import { priceUnitLabels } from "./labels.ts";
import type { Price } from "../shared/price.ts";

const METRES_A_MINUTE = 75;

const WHOLE = new Intl.NumberFormat("da-DK", { maximumFractionDigits: 0 });
const WITH_ORE = new Intl.NumberFormat("da-DK", { minimumFractionDigits: 2 });
const KM = new Intl.NumberFormat("da-DK", { maximumFractionDigits: 1 });

/** Kroner as one says them: `20 kr.`, `12,50 kr.` */
export function kroner(ore: number): string {
  return `${(ore % 100 ? WITH_ORE : WHOLE).format(ore / 100)} kr.`;
}

/**
 * The stated price with its unit: `Gratis`, `20 kr. pr. gang`, `300 kr. pr. sæson`; `Spørg om prisen` when nobody
 * stated it.
 */
export function priceInWords(price: Pick<Price, "ore" | "per"> | null): string {
  if (!price) return board.askPrice;
  const { ore, per } = price;
  if (ore === 0) return board.freeWord;
  return per ? `${kroner(ore)} ${priceUnitLabels[per]}` : kroner(ore);
}

/** `850 m`, `1,2 km`, `14 km`: never more exact than one can walk. */
export function distanceInWords(metres: number): string {
  if (metres < 1000) return `${Math.max(50, Math.round(metres / 50) * 50)} m`;
  const km = metres / 1000;
  return `${(km < 10 ? KM : WHOLE).format(km)} km`;
}

/**
 * Time on foot in a calm pace of 4.5 km/h along streets a third longer than the straight line; null above half an hour.
 */
export function walkInWords(metres: number): string | null {
  const minutes = Math.max(1, Math.round((metres * 1.33) / METRES_A_MINUTE));
  return minutes > 30 ? null : `${minutes} min. gang`;
}
