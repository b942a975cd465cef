import { factLabel } from "../shared/facts.ts";
import type { Chip } from "../../search/chips.ts";
import type { TimeOfDay, Weekday } from "../shared/week.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { clockInWords, hoursInWords, shortDate } from "../danish/wording.ts";
import { isKeyOf } from "../shared/keys-of.ts";

/** Short and long names of the weekdays, and of the two groups of them that a search may ask for. */
export const weekdayLabels: Record<Weekday | "hverdag" | "weekend", { short: string; long: string }> = {
  man: { short: "man", long: "Mandag" },
  tir: { short: "tir", long: "Tirsdag" },
  ons: { short: "ons", long: "Onsdag" },
  tor: { short: "tor", long: "Torsdag" },
  fre: { short: "fre", long: "Fredag" },
  loer: { short: "lør", long: "Lørdag" },
  soen: { short: "søn", long: "Søndag" },
  hverdag: { short: "hverdag", long: "Hverdage" },
  weekend: { short: "weekend", long: "Weekend" },
};

export const timeLabels: Record<TimeOfDay, string> = {
  morgen: "Morgen",
  formiddag: "Formiddag",
  eftermiddag: "Eftermiddag",
  aften: "Aften",
};

export const levelLabels = { beginner: "Kom som du er", some: "Lettere øvet", skilled: "Øvet" } as const;
export const demandLabels = {
  none: "Du behøver ikke være i form",
  fair: "Nogenlunde god form",
  good: "God form",
} as const;
/** What a price is paid for, after the amount. */
export const priceUnitLabels = { gang: "pr. gang", måned: "om måneden", sæson: "pr. sæson", år: "om året" } as const;

/** What a chip says: *Viby*, *Formiddag*, *Efter kl. 17*, *På tirsdag 24. nov.*, *Højst 50 kr.* */
export function chipLabel(chip: Chip, names: Pick<Vocabulary, "areas" | "postcodes" | "themes">): string {
  const { param, value } = chip;
  switch (param) {
    case "omraade":
      return eachOf(value, (place) => placeLabel(place, names));
    case "dag":
      return daysLabel(value);
    case "tid":
      return eachOf(value, (part) => (isKeyOf(timeLabels, part) ? timeLabels[part] : part));
    case "tema":
      return names.themes.find((theme) => theme.slug === value)?.name ?? value;
    case "fakta":
      return eachOf(value, factLabel);
    case "pris":
      return value === "gratis" ? "Gratis" : `Højst ${value} kr.`;
    case "alder":
      return `${value} år`;
    case "fra":
      return chip.kind === "sentence" ? saidDates(chip.text, value) : datesLabel(value);
    case "klfra":
      return clocksLabel(value);
    case "naer":
    case "radius":
      return chip.kind === "sentence" ? capitalised(value) : nearLabel(value);
    case "linje":
      return eachOf(value, (line) => (line === "letbanen" ? "Letbanen" : `Bus ${line}`));
    case "q":
      return `Ikke ${value}`;
    case "passer":
      return "Kun det, der passer helt";
    case "boks":
      return "Inden for kortet";
  }
}

/** The name of an area or the number and town of a postcode. */
export function placeLabel(place: string, { areas, postcodes }: Pick<Vocabulary, "areas" | "postcodes">): string {
  if (place === "aarhus") return "Hele Aarhus";
  const postcode = postcodes.find(({ code }) => code === place);
  return postcode ? `${postcode.code} ${postcode.name}` : (areas.find(({ slug }) => slug === place)?.name ?? place);
}

function eachOf(values: string, label: (value: string) => string): string {
  return values.split(",").map(label).join(", ");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nearLabel(value: string): string {
  const [km = "", chosenOn] = value.split("/");
  return `${chosenOn ? "Nær et punkt på kortet" : "Nær dig"} (${km.replace(".", ",")} km)`;
}

function daysLabel(value: string): string {
  if (value === "man,tir,ons,tor,fre") return weekdayLabels.hverdag.long;
  if (value === "loer,soen") return weekdayLabels.weekend.long;
  const days = value.split(",").map((day) => (isKeyOf(weekdayLabels, day) ? weekdayLabels[day].long : day));
  return days.map((day, i) => (i === 0 ? day : day.toLowerCase())).join(", ");
}

/** The words with the date that they mean, unless they say it: *På tirsdag 24. nov.*, *Den 3. december*. */
function saidDates(text: string, value: string): string {
  const words = text.charAt(0).toUpperCase() + text.slice(1);
  return /\d/.test(text) ? words : `${words} ${datesLabel(value).toLowerCase()}`;
}

function datesLabel(value: string): string {
  const [from = "", to = ""] = value.split("/");
  if (!to) return `Fra ${dayLabel(from)}`;
  if (!from) return `Til ${dayLabel(to)}`;
  if (from === to) return dayLabel(from);
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${shortDate(from).day}.–${dayLabel(to)}`
    : `${dayLabel(from)}–${dayLabel(to)}`;
}

function dayLabel(date: string): string {
  const { day, month } = shortDate(date);
  return `${day}. ${month}`;
}

function clocksLabel(value: string): string {
  const [from = "", to = ""] = value.split("/");
  if (!to) return `Efter kl. ${clockInWords(from)}`;
  if (!from) return `Før kl. ${clockInWords(to)}`;
  return to === `${from.slice(0, 2)}:59` ? `Kl. ${clockInWords(from)}` : `Kl. ${hoursInWords(from, to)}`;
}
