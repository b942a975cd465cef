import type { Facets, Wishes } from "../../search/engine.ts";
import { TIMES_OF_DAY, WEEKDAYS } from "../shared/week.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { kroner } from "../texts/price-in-words.ts";
import { board } from "../texts/board.ts";
import { factLabel, OFFERED_FACTS } from "../shared/facts.ts";
import { timeLabels, weekdayLabels } from "../texts/labels.ts";

/** A box to tick, with the total that ticking it would give (null: not counted). */
export interface FilterOption {
  value: string;
  label: string;
  count: number | null;
  chosen: boolean;
}

/**
 * What the filters offer: the most useful at once, the rest and what would find nothing behind one more step; what is
 * chosen is never hidden.
 */
export interface Filters {
  areas: Shelf;
  postcodes: FilterOption[];
  days: FilterOption[];
  times: FilterOption[];
  themes: Shelf;
  prices: FilterOption[];
  facts: Shelf;
}
export interface Shelf {
  first: FilterOption[];
  more: FilterOption[];
}

const HIGHEST_PRICES = [50, 100];

/** The filters of a search. `chosen` are the wishes as understood, sentence included. */
export function filtersOf(chosen: Wishes, facets: Facets, { areas, postcodes, themes, facts }: Vocabulary): Filters {
  const option = (facet: Record<string, number>, value: string, label: string, isChosen: boolean): FilterOption => ({
    value,
    label,
    count: facet[value] ?? 0,
    chosen: isChosen,
  });
  const byCount = (a: FilterOption, b: FilterOption) => (b.count ?? 0) - (a.count ?? 0);
  const areaOptions = areas.map((area) =>
    option(facets.omraade, area.slug, area.name, chosen.omraade.includes(area.slug)),
  );
  const popular = [...areaOptions].sort(byCount).slice(0, 5);
  return {
    areas: shelf(areaOptions, (area) => popular.includes(area)),
    postcodes: postcodes.map(({ code, name }) =>
      option(facets.omraade, code, `${code} ${name}`, chosen.omraade.includes(code)),
    ),
    days: WEEKDAYS.map((day) => option(facets.dag, day, weekdayLabels[day].long, chosen.dag.includes(day))),
    times: TIMES_OF_DAY.map((time) => option(facets.tid, time, timeLabels[time], chosen.tid.includes(time))),
    themes: shelf(
      themes.map((theme) => option(facets.tema, theme.slug, theme.name, chosen.tema.includes(theme.slug))),
      (_, index) => index < 6,
    ),
    prices: [
      { value: "", label: board.anyPrice, count: null, chosen: chosen.pris === null },
      option(facets.pris, "gratis", board.freeWord, chosen.pris === "gratis"),
      ...HIGHEST_PRICES.map((price) =>
        option(facets.pris, String(price), board.atMost(kroner(price * 100)), chosen.pris === price),
      ),
    ],
    facts: shelf(
      facts
        .map((fact) => option(facets.fakta, fact, factLabel(fact), chosen.fakta.includes(fact)))
        .sort((a, b) => rank(a.value) - rank(b.value)),
      (fact) => OFFERED_FACTS.includes(fact.value),
    ),
  };
}

function shelf(options: FilterOption[], isFirst: (option: FilterOption, index: number) => boolean): Shelf {
  const first = options.filter((option, index) => option.chosen || (isFirst(option, index) && option.count !== 0));
  return { first, more: options.filter((option) => !first.includes(option)) };
}

function rank(fact: string): number {
  const at = OFFERED_FACTS.indexOf(fact);
  return at < 0 ? OFFERED_FACTS.length : at;
}
