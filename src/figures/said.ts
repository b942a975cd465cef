/** A number as people read it, and as a sheet does. */
import { monthName } from "../danish/wording.ts";
import { figureTexts as texts, figuresOutTexts } from "../texts/figures.ts";
import { kroner } from "../texts/price-in-words.ts";
import type { Reckoned } from "./counting.ts";
import type { Unit } from "./figures.ts";
import type { Period, Span } from "./span.ts";

const NUMBER = new Intl.NumberFormat("da-DK");

/** `2 hverdage`, `91 %`; `–` where there is nothing to reckon it from. */
export function valueInWords({ value, unit }: Pick<Reckoned, "value"> & { unit: Unit }): string {
  if (value === null) return "–";
  switch (unit) {
    case "days":
      return texts.days(value);
    case "working-days":
      return texts.workingDays(value);
    case "percent":
      return texts.percent(value);
    case "ore":
      return kroner(value);
    case "count":
      return NUMBER.format(value);
  }
}

/** Digits alone; amounts in kroner with a comma. Empty: there is none. */
export function valueInSheet({ value, unit }: Pick<Reckoned, "value"> & { unit: Unit }): string {
  if (value === null) return "";
  return unit === "ore" ? (value / 100).toFixed(2).replace(".", ",") : String(value);
}

/** `november 2026` */
export function monthInWords(month: string): string {
  return `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`;
}

export function spanInWords({ from, until }: Span): string {
  return texts.months(monthInWords(from), monthInWords(until));
}

/** `3. kvartal 2026`, `hele 2026` */
export function periodInWords({ year, quarter }: Period): string {
  return quarter === null ? figuresOutTexts.year(year) : figuresOutTexts.quarter(quarter, year);
}
