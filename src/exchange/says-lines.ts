/** What an activity of a preview says of its price, its place and whom to call, line by line. Pure. */
import { phoneAsShown } from "../danish/phone.ts";
import { board } from "../texts/board.ts";
import { takingIn as texts } from "../texts/exchange.ts";
import { priceInWords } from "../texts/price-in-words.ts";
import type { Says } from "./outcome.ts";

/** A line; no text: it is not said. */
export interface SaysLine {
  label: string;
  text: string | null;
  isGuess: boolean;
}

/** The lines, and that the time is missing where nobody has said it. */
export function saysLines({ guessed, ...says }: Says, isWhenSaid: boolean): SaysLine[] {
  const place = [says.placeName, says.address, says.postcode].filter(Boolean).join(", ");
  const isGuess = (...names: string[]) => names.some((name) => guessed.includes(name));
  const when: SaysLine[] = isWhenSaid ? [] : [{ label: texts.says.when, text: null, isGuess: false }];
  return [
    ...when,
    {
      label: texts.says.price,
      text: says.priceOre === null ? null : priceInWords({ ore: says.priceOre, per: says.pricePer }),
      isGuess: isGuess("priceOre"),
    },
    {
      label: texts.says.place,
      text: says.isOnline ? board.online : place || null,
      isGuess: isGuess("placeName", "address", "postcode"),
    },
    {
      label: texts.says.phone,
      text: says.contactPhone && phoneAsShown(says.contactPhone),
      isGuess: isGuess("contactPhone"),
    },
  ];
}
