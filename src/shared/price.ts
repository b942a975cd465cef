/** What people pay for. */
export const PRICE_PER = ["gang", "måned", "sæson", "år"] as const;
export type PricePer = (typeof PRICE_PER)[number];

/** A price that somebody stated. */
export interface Price {
  /** 0 is free. */
  ore: number;
  per: PricePer | null;
  firstFree: boolean;
}
