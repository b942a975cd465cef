/** What an activity costs, as a form asks for it. */
import type { z } from "zod";
import { oreTyped } from "../danish/reading.ts";
import { choice, optional, ticked } from "../shared/forms.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { PRICE_PER } from "../shared/price.ts";
import type { ActivityFields } from "./activity.ts";

/** The fields of it. */
export const priceFields = {
  price: choice(["free", "paid", "unknown"] as const),
  kroner: optional(12),
  per: choice(PRICE_PER),
  firstFree: ticked,
};
type TypedPrice = z.output<z.ZodObject<typeof priceFields>>;

/** Tells `wrong` of an amount that is none, lacks its unit, or stands where nobody said that it costs something. */
export function checkPrice({ price, kroner, per }: TypedPrice, wrong: (field: string, key: RefusalKey) => void): void {
  if (price === null && kroner) wrong("price", "priceMissing");
  if (price === "paid" && oreTyped(kroner) === null) wrong("kroner", "kroner");
  if (price === "paid" && per === null) wrong("per", "unknown");
}

/** The stated price; null in øre when nobody said what it costs. */
export function priceFrom({
  price,
  kroner,
  per,
  firstFree,
}: TypedPrice): Pick<ActivityFields, "priceOre" | "pricePer" | "firstFree"> {
  if (price === "paid") return { priceOre: oreTyped(kroner), pricePer: per, firstFree };
  return { priceOre: price === "free" ? 0 : null, pricePer: null, firstFree: false };
}
