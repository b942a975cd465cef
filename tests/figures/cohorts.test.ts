import { beforeAll, describe, expect, it } from "vitest";
import { figuresOf } from "../../src/figures/figures.ts";
import { readLeaving } from "../../src/figures/leaving.ts";
import { readFigures } from "../../src/figures/read.ts";
import { lineSheet } from "../../src/figures/sheets.ts";
import type { Span } from "../../src/figures/span.ts";
import { instantOf } from "../../src/shared/time.ts";
import { TEAM } from "../world.ts";
import { live, openAarhus, openSilkeborg } from "./cohorts.ts";
import { readSheet } from "./independent.ts";

const NAMES = { areas: [], postcodes: [], themes: [] };
type Town = ReturnType<typeof openAarhus>;

function seen({ db, lead }: Town, span: Span, now: number) {
  const rows = readFigures(db, lead, TEAM, span, now)!;
  const sections = figuresOf(rows, lead, NAMES);
  return {
    sheet: readSheet(lineSheet(rows, lead)),
    single: (key: string) => {
      const one = sections.flatMap(({ singles }) => singles).find((each) => each.key === key);
      return one && [one.value, one.numerator, one.denominator];
    },
    table: (key: string) =>
      Object.fromEntries(
        sections
          .flatMap(({ tables }) => tables)
          .find((each) => each.key === key)!
          .rows.filter(({ count }) => count > 0)
          .map(({ label, count }) => [label, count]),
      ),
  };
}

describe("Aarhus, referred from January to July 2022 and seen in February 2023", () => {
  const SPAN = { from: "2022-01", until: "2022-07" };
  const SEEN = instantOf("2023-02-02", "10:00");
  let town: Town;
  beforeAll(() => {
    town = openAarhus();
  }, 120_000);

  it("is 307, 140 of one brobygger and 167 of the other", () => {
    const { single, table } = seen(town, SPAN, SEEN);
    expect(single("total")).toEqual([307, 307, 307]);
    expect(table("brobyggere")).toEqual({ Maria: 140, Hassan: 167 });
  });

  it("is 62 of 70 who were followed up, and beside it 62 of the 140 who should be; never of 307", () => {
    const { single } = seen(town, SPAN, SEEN);
    expect(single("still3")).toEqual([89, 62, 70]);
    expect(single("still3OfReferred")).toEqual([44, 62, 140]);
    expect(single("coverage3")).toEqual([50, 70, 140]);
    expect(single("duty3")).toEqual([46, 140, 307]);
    // Of those who began for certain 91 of hers; with the 17 who found something themselves 108.
    expect(single("still3OfStarted")).toEqual([68, 62, 91]);
    expect(single("still3AtMost")).toEqual([57, 62, 108]);
    expect(single("still6")).toEqual([null, 0, 0]);
  });

  it("has one reason for each of the 70 who were not, and the other brobygger's apart", () => {
    expect(seen(town, SPAN, SEEN).table("months-3")).toEqual({
      "Borgeren har fået det værre": 21,
      "Borgeren har selv fundet en aktivitet": 17,
      "Borgeren vil ikke have mere hjælp": 20,
      "Borgeren ønsker ikke opfølgning": 12,
      "Skal ikke følges op": 167,
    });
  });

  it("gives the same to who counts the sheet by hand", () => {
    const { many, total } = seen(town, SPAN, SEEN).sheet;
    expect(total).toBe(307);
    const at3 = (...words: string[]) => many("Efter 3 måneder", ...words);
    const active = at3("Stadig aktiv");
    const followed = active + at3("Stoppet");
    const notFollowed = at3(
      "Borgeren har fået det værre",
      "Borgeren har selv fundet en aktivitet",
      "Borgeren vil ikke have mere hjælp",
      "Borgeren ønsker ikke opfølgning",
      "Ingen har spurgt",
      "Begyndte aldrig, og sagen er sluttet",
    );
    expect([active, followed, followed + notFollowed]).toEqual([62, 70, 140]);
  });

  it("leaves the team as 62 of 70 where all that it is reckoned from is shown", () => {
    const leaving = readLeaving(town.db, town.lead, TEAM, { year: 2022, quarter: null }, NAMES, SEEN)!;
    const of70 = leaving.numbers.find(({ label }) => label.includes("af dem I fulgte op"));
    expect(of70?.reckoned).toEqual({ value: 89, numerator: 62, denominator: 70 });
    expect(JSON.stringify(leaving)).not.toContain('"denominator":307,"numerator":62');
  });

  it("has whom nobody reached, and who is not due, in no denominator", () => {
    const { maria } = town;
    live(town, { who: maria, askedOn: "2022-06-01", startedOn: "2022-06-10", at3: "not-reached" });
    live(town, { who: maria, askedOn: "2022-07-01", startedOn: "2023-01-10" });
    const { single, table } = seen(town, SPAN, SEEN);
    expect(single("still3")).toEqual([89, 62, 70]);
    expect(single("still3OfReferred")).toEqual([44, 62, 140]);
    expect(table("months-3")).toMatchObject({ "Vi fik ikke fat i borgeren": 1, "Tiden er ikke gået": 1 });
  });
});

describe("Silkeborg, seen on a day in November", () => {
  const SPAN = { from: "2021-01", until: "2021-11" };
  let town: ReturnType<typeof openSilkeborg>;
  beforeAll(() => {
    town = openSilkeborg();
  }, 120_000);

  it("is a third each: 100 did not wish, 106 are active, 94 under way, of whom 10 had stopped; 116 started", () => {
    const { table, single } = seen(town, SPAN, town.seenAt);
    expect(single("total")).toEqual([300, 300, 300]);
    expect(table("groups")).toEqual({
      "Ville eller kunne ikke": 100,
      Undervejs: 84,
      "Ude og aktiv": 106,
      "Stoppet, men stadig i gang": 10,
    });
    expect(single("started")).toEqual([39, 116, 300]);
  });

  it("rises from 90 to 92 percent, since it is not the same citizens; of the same it is told apart", () => {
    const { single } = seen(town, SPAN, town.seenAt);
    expect(single("still3")).toEqual([90, 90, 100]);
    expect(single("still6")).toEqual([92, 58, 63]);
    // Among the 63 asked twice 57 were active, then 58: three came back and two stopped.
    expect(single("same3")).toEqual([90, 57, 63]);
    expect(single("same6")).toEqual([92, 58, 63]);
  });

  it("gives the same to who counts the sheet by hand", () => {
    const { many, cases } = seen(town, SPAN, town.seenAt).sheet;
    expect(many("I gang", "ja")).toBe(116);
    expect([many("Efter 3 måneder", "Stadig aktiv"), many("Efter 3 måneder", "Stadig aktiv", "Stoppet")]).toEqual([
      90, 100,
    ]);
    expect([many("Efter 6 måneder", "Stadig aktiv"), many("Efter 6 måneder", "Stadig aktiv", "Stoppet")]).toEqual([
      58, 63,
    ]);
    const twice = cases.filter((line) => ["Stadig aktiv", "Stoppet"].includes(line["Efter 6 måneder"] ?? ""));
    expect(twice.filter((line) => line["Efter 3 måneder"] === "Stadig aktiv")).toHaveLength(57);
  });
});
