import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Given } from "#search/parameters.ts";
import { readQuery, shareable, strike, withoutParam, withParam, writeQuery } from "#search/query.ts";
import type { ReadQuery } from "#search/query.ts";
import { instantOf } from "#src/shared/time.ts";
import { isFact } from "#src/shared/facts.ts";
import { chipLabel } from "#src/texts/labels.ts";
import { PLACES } from "./places.ts";

const TUESDAY = instantOf("2026-11-24", "10:00");

describe("An address without wishes", () => {
  it("finds everything by date, first page, with counts", () => {
    expect(read("").query).toEqual({
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
      sort: "dato",
      side: 1,
      facets: true,
    });
  });

  it("is not told about the empty fields that a form sends", () => {
    expect(read("q=&fra=&til=&pris=&dag=&omraade=,").ignored).toEqual([]);
  });
});

describe("Parameters", () => {
  it.each([
    ["omraade=viby&omraade=hasle", { omraade: ["viby", "hasle"] }],
    ["omraade=viby,hasle,8260", { omraade: ["viby", "hasle", "8260"] }],
    ["omraade=aarhus", { omraade: [] }],
    ["omraade=viby,aarhus", { omraade: [] }],
    ["dag=tir,man&dag=man", { dag: ["man", "tir"] }],
    ["dag=hverdag", { dag: ["man", "tir", "ons", "tor", "fre"] }],
    ["dag=weekend,fre", { dag: ["fre", "loer", "soen"] }],
    ["tid=aften,morgen", { tid: ["aften", "morgen"] }],
    ["fra=2026-12-05&til=2026-12-01", { fra: "2026-12-01", til: "2026-12-05" }],
    ["fra=2026-12-05", { fra: "2026-12-05", til: null }],
    ["klfra=09:00&kltil=12:30", { klfra: "09:00", kltil: "12:30" }],
    ["tema=mad&tema=musik", { tema: ["mad", "musik"] }],
    ["pris=gratis", { pris: "gratis" }],
    ["pris=50", { pris: 50 }],
    ["fakta=dropin,trinfri", { fakta: ["dropin", "trinfri"] }],
    ["alder=67", { alder: 67 }],
    ["naer=56.12634,10.15283", { naer: { lat: 56.126, lng: 10.153 }, radius: 3, sort: "afstand" }],
    ["naer=56.1,10.1&radius=10", { radius: 10 }],
    ["boks=56,10,57,11", { boks: { south: 56, west: 10, north: 57, east: 11 } }],
    ["q=strik", { q: "strik", sort: "relevans" }],
    ["q=strik&sort=dato", { sort: "dato" }],
    ["q=strik&naer=56.1,10.1", { sort: "relevans" }],
    ["q=tirsdag&naer=56.1,10.1", { q: "", sort: "afstand" }],
    ["side=7", { side: 7 }],
  ])("%s", (address, wishes) => {
    const { query, ignored } = read(address);
    expect(query).toMatchObject(wishes);
    expect(ignored).toEqual([]);
  });

  it("of the map have a zoom", () => {
    expect(read("boks=56,10,57,11&zoom=12").zoom).toBe(12);
  });
});

describe("What cannot be used is ignored and told", () => {
  it.each([
    ["dag=xyz", "dag", "xyz", "unknown"],
    ["omraade=atlantis", "omraade", "atlantis", "unknown"],
    ["tema=<script>", "tema", "<script>", "unknown"],
    ["fakta=flot", "fakta", "flot", "unknown"],
    ["tid=nat", "tid", "nat", "unknown"],
    ["utm_source=mail", "utm_source", "mail", "unknown"],
    ["fra=2026-02-30", "fra", "2026-02-30", "malformed"],
    ["til=i%20morgen", "til", "i morgen", "malformed"],
    ["klfra=25:00", "klfra", "25:00", "malformed"],
    ["kltil=9", "kltil", "9", "malformed"],
    ["pris=-5", "pris", "-5", "malformed"],
    ["alder=400", "alder", "400", "malformed"],
    ["naer=56.1", "naer", "56.1", "malformed"],
    ["naer=96.1,10", "naer", "96.1,10", "malformed"],
    ["naer=NaN,10", "naer", "NaN,10", "malformed"],
    ["boks=57,10,56,11", "boks", "57,10,56,11", "malformed"],
    ["zoom=21", "zoom", "21", "malformed"],
    ["side=0", "side", "0", "malformed"],
    ["radius=5", "radius", "5", "useless"],
    ["sort=relevans", "sort", "relevans", "useless"],
    ["sort=afstand", "sort", "afstand", "useless"],
    ["sort=tilfældig", "sort", "tilfældig", "unknown"],
    ["pris=50&pris=100", "pris", "100", "repeated"],
    ["q=strik&q=kor", "q", "kor", "repeated"],
  ])("%s", (address, name, value, why) => {
    expect(read(address).ignored).toEqual([{ name, value, why }]);
  });

  it("a radius beyond 1-50 km gives way to 3", () => {
    for (const radius of ["0", "51", "x"]) {
      const { query, ignored } = read(`naer=56.1,10.1&radius=${radius}`);
      expect(query.radius).toBe(3);
      expect(ignored).toEqual([{ name: "radius", value: radius, why: "malformed" }]);
    }
  });

  it("known values beside an unknown one still count", () => {
    expect(read("dag=tir,xyz,ons").query.dag).toEqual(["tir", "ons"]);
  });

  it("a very long question is cut", () => {
    const { given, ignored } = read(`q=${"kor ".repeat(100)}`);
    expect(given.q.length).toBeLessThanOrEqual(200);
    expect(ignored).toMatchObject([{ name: "q", why: "too-long" }]);
  });

  it("a page far beyond the last is still a page", () => {
    expect(read("side=99999999999999999999").query.side).toBeGreaterThan(100_000);
  });
});

describe("A parameter in the address beats the sentence", () => {
  it.each([
    ["q=kor i Viby&omraade=hasle", { omraade: ["hasle"], q: "kor" }],
    ["q=kor i Viby&omraade=aarhus", { omraade: [], q: "kor" }],
    ["q=kor tirsdag&dag=ons", { dag: ["ons"], q: "kor" }],
    ["q=kor på tirsdag&fra=2026-12-01", { fra: "2026-12-01", til: null }],
    ["q=kor i aften&fra=2026-12-01", { fra: "2026-12-01", til: null, tid: ["aften"] }],
    ["q=kor gratis&pris=100", { pris: 100 }],
    ["q=kor formiddag&tid=aften", { tid: ["aften"] }],
    ["q=kor efter kl. 17&klfra=10:00", { klfra: "10:00", kltil: null }],
    ["q=kor før kl. 12&klfra=10:00", { klfra: "10:00", kltil: "12:00" }],
    ["q=kor mellem kl. 10 og 12&klfra=14:00", { klfra: "14:00", kltil: null }],
    ["q=kor 67 år&alder=30", { alder: 30 }],
  ])("%s", (address, wishes) => {
    expect(read(address).query).toMatchObject(wishes);
  });

  it("and the chip of what was beaten is gone", () => {
    expect(labels(read("q=kor i Viby tirsdag&omraade=hasle"))).toEqual(["Tirsdag", "Hasle"]);
  });

  it("but facts add up, since all must hold: so a count keeps what it promised", () => {
    expect(read("q=kor uden tilmelding&fakta=trinfri").query.fakta).toEqual(["trinfri", "dropin"]);
  });

  it("and days of the week narrow the dates of the sentence", () => {
    expect(read("q=kor i næste uge&dag=tir").query).toMatchObject({
      dag: ["tir"],
      fra: "2026-11-30",
      til: "2026-12-06",
    });
  });
});

describe("What the API tells", () => {
  it("has every wish, and the words that remain", () => {
    expect(read("q=strik i Viby efter kl. 10&fakta=dropin&naer=56.1,10.2").understood).toEqual({
      omraade: ["viby"],
      dag: [],
      tid: [],
      tema: [],
      fakta: ["dropin"],
      pris: null,
      fra: null,
      til: null,
      klfra: "10:00",
      kltil: null,
      alder: null,
      linje: [],
      naer: { lat: 56.1, lng: 10.2 },
      radius: 3,
      q: "strik",
    });
  });

  it("asks for the position only when the address has none", () => {
    expect(read("q=kor nær mig").wantsNear).toBe(true);
    expect(read("q=kor nær mig&naer=56.1,10.2").wantsNear).toBe(false);
  });
});

describe("Chips are worded as people speak", () => {
  it.each([
    ["q=gåtur onsdag formiddag i Viby gratis", ["Onsdag", "Formiddag", "Viby", "Gratis"]],
    ["q=på tirsdag", ["På tirsdag 24. nov."]],
    ["q=i weekenden", ["I weekenden 28.–29. nov."]],
    ["q=den 3. december", ["Den 3. december"]],
    ["q=efter kl. 17, højst 50 kr", ["Efter kl. 17", "Højst 50 kr."]],
    ["q=før kl. 9.30, 67 år", ["Før kl. 9.30", "67 år"]],
    ["q=kl. 10", ["Kl. 10"]],
    ["q=8260 hverdage uden tilmelding", ["8260 Viby J", "Hverdage", "Bare mød op"]],
    ["fra=2026-11-28&til=2026-12-03&klfra=10:00&kltil=12:00", ["28. nov.–3. dec.", "Kl. 10–12"]],
    ["fra=2026-12-03", ["Fra 3. dec."]],
    ["til=2026-12-03", ["Til 3. dec."]],
    [
      "dag=weekend,fre&tema=mad&fakta=vaert&pris=100&omraade=aarhus",
      ["Hele Aarhus", "Weekend", "Fredag", "Mad og fællesspisning", "Højst 100 kr.", "Vi tager imod dig"],
    ],
    ["naer=56.1,10.2&boks=56,10,57,11", ["Nær dig (3 km)", "Inden for kortet"]],
  ])("%s", (address, words) => {
    expect(labels(read(address))).toEqual(words);
  });

  it("and every fact has a label", () => {
    for (const fact of PLACES.facts) expect(isFact(fact), fact).toBe(true);
  });
});

describe("Striking chips", () => {
  it("one after the other leaves no wish, and all words", () => {
    let params = new URLSearchParams(
      "q=kor på tirsdag i Viby uden tilmelding&dag=ons&fra=2026-12-01&til=2026-12-02&klfra=10:00&naer=56.1,10.2&radius=5&sort=afstand&tema=mad,musik&boks=56,10,57,11&zoom=9",
    );
    for (let chip = chipsOf(params)[0]; chip; chip = chipsOf(params)[0]) params = strike(params, chip);
    expect(params.toString()).toBe(
      new URLSearchParams({ q: 'kor "på tirsdag" "i Viby" "uden tilmelding"' }).toString(),
    );
  });

  it("works for a sentence as long as it may be", () => {
    const q = "tirsdag Viby gratis ".repeat(10).trim();
    let params = new URLSearchParams({ q });
    for (let chip = chipsOf(params)[0]; chip; chip = chipsOf(params)[0]) params = strike(params, chip);
    expect(read(params.toString()).query.q).toBe(q);
  });
});

describe("Links", () => {
  const params = new URLSearchParams("side=3&tema=mad,musik&q=kor&dag=tir&utm=x");

  it("add to a list, put in place of a single value, and go back to the first page", () => {
    expect(String(withParam(params, "dag", "ons"))).toBe("q=kor&dag=tir&dag=ons&tema=mad&tema=musik");
    expect(String(withParam(params, "pris", "50"))).toBe("q=kor&dag=tir&tema=mad&tema=musik&pris=50");
    expect(String(withParam(params, "side", "4"))).toBe("q=kor&dag=tir&tema=mad&tema=musik&side=4");
  });

  it("take a value or a parameter away", () => {
    expect(String(withoutParam(params, "tema", "mad"))).toBe("q=kor&dag=tir&tema=musik");
    expect(String(withoutParam(params, "tema"))).toBe("q=kor&dag=tir");
  });

  it("take along what makes no sense alone", () => {
    expect(String(withoutParam(new URLSearchParams("q=kor&sort=relevans&alder=30"), "q"))).toBe("alder=30");
    expect(String(withoutParam(new URLSearchParams("naer=1,2&radius=5&sort=afstand"), "naer"))).toBe("");
  });

  it("never carry a position when they are passed on", () => {
    expect(
      String(
        shareable(
          new URLSearchParams("q=kor&naer=56.1,10.2&radius=5&boks=56,10,57,11&zoom=9&sort=afstand&omraade=viby"),
        ),
      ),
    ).toBe("q=kor&omraade=viby");
  });

  it("are written in the order of the contract, without defaults", () => {
    expect(writeQuery({ side: 1, radius: 3, naer: { lat: 56.1, lng: 10.2 }, q: "kor i Åby", klfra: "10:00" })).toBe(
      "q=kor+i+%C3%85by&naer=56.1,10.2&klfra=10:00",
    );
    expect(writeQuery({})).toBe("");
  });
});

const date = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const coordinate = (most: number) => fc.integer({ min: -most * 1000, max: most * 1000 }).map((n) => n / 1000);
const anyGiven: fc.Arbitrary<Partial<Given>> = fc.record(
  {
    q: fc.string({ maxLength: 60 }),
    omraade: some(["viby", "hasle", "8260", "aarhus"]),
    naer: fc.record({ lat: coordinate(90), lng: coordinate(180) }),
    radius: fc.integer({ min: 1, max: 50 }),
    boks: fc.tuple(coordinate(90), coordinate(180), coordinate(90), coordinate(180)).map(([a, b, c, d]) => ({
      south: Math.min(a, c),
      west: Math.min(b, d),
      north: Math.max(a, c),
      east: Math.max(b, d),
    })),
    zoom: fc.integer({ min: 0, max: 20 }),
    dag: some(["man", "soen", "hverdag", "weekend"] as const),
    tid: some(["morgen", "aften"] as const),
    fra: date,
    til: date,
    klfra: clock,
    kltil: clock,
    tema: some(["mad", "musik", "it"]),
    pris: fc.oneof(fc.constant("gratis" as const), fc.integer({ min: 0, max: 9999 })),
    fakta: some(["dropin", "trinfri"]),
    alder: fc.integer({ min: 0, max: 120 }),
    sort: fc.constantFrom("relevans" as const, "afstand" as const, "dato" as const),
    side: fc.integer({ min: 1, max: 500 }),
  },
  { requiredKeys: [] },
);

describe("Whatever an address holds", () => {
  it("it is read, never refused", () => {
    const names = fc.oneof(
      fc.constantFrom(
        "q",
        "omraade",
        "naer",
        "radius",
        "boks",
        "dag",
        "tid",
        "fra",
        "til",
        "klfra",
        "pris",
        "fakta",
        "alder",
        "sort",
        "side",
        "zoom",
      ),
      fc.string(),
    );
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom("", ",", "NaN", "1e9", "-0,-0", "2026-13-01", "__proto__", "24:00", "viby"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values), { maxLength: 12 }), (pairs) => {
        const { query, chips } = readQuery(new URLSearchParams(pairs), PLACES, TUESDAY);
        expect(query.side).toBeGreaterThanOrEqual(1);
        for (const chip of chips) expect(chipLabel(chip, PLACES)).not.toContain("undefined");
      }),
      { numRuns: 500 },
    );
  });

  it("what was read, written and read again is the same", () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const once = read(writeQuery(given)).given;
        expect(read(writeQuery(once)).given).toEqual(once);
        expect(read(writeQuery(once)).ignored).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("what was asked for in full is kept in full", () => {
    fc.assert(
      fc.property(anyGiven, ({ q: _, ...given }) => {
        const whole = { ...given, q: "kor", naer: given.naer ?? { lat: 56.1, lng: 10.2 } };
        const [fra, til] = [whole.fra ?? null, whole.til ?? null];
        const inOrder = fra && til && fra > til ? { fra: til, til: fra } : { fra, til };
        expect(read(writeQuery(whole)).given).toMatchObject({ ...whole, ...inOrder });
      }),
      { numRuns: 300 },
    );
  });
});

function read(address: string): ReadQuery {
  return readQuery(new URLSearchParams(address), PLACES, TUESDAY);
}

function chipsOf(params: URLSearchParams): ReadQuery["chips"] {
  return readQuery(params, PLACES, TUESDAY).chips;
}

function labels({ chips }: ReadQuery): string[] {
  return chips.map((chip) => chipLabel(chip, PLACES));
}
