import type { SearchQuery } from "../../search/engine.ts";

/** A query of these wishes and no others. */
export function asked(wishes: Partial<SearchQuery>): SearchQuery {
  return {
    q: "",
    omraade: [],
    naer: null,
    radius: null,
    boks: null,
    dag: [],
    tid: [],
    fra: null,
    til: null,
    klfra: null,
    kltil: null,
    tema: [],
    pris: null,
    fakta: [],
    alder: null,
    linje: [],
    not: "",
    lifts: { tema: [], fakta: [], omraade: [] },
    sort: wishes.q ? "relevans" : "dato",
    side: 1,
    facets: false,
    ...wishes,
  };
}
