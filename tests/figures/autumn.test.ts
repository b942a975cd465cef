import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { addUp } from "../../src/casework/course/counts.ts";
import { forgetCitizens } from "../../src/casework/forgetting.ts";
import { figuresOf, type Section } from "../../src/figures/figures.ts";
import { readCounted, readFigures } from "../../src/figures/read.ts";
import { figureSheet, lineSheet } from "../../src/figures/sheets.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { NOW, TEAM } from "../world.ts";
import { readSheet } from "./independent.ts";
import { AUTUMN, openAutumn } from "./town.ts";

let town: ReturnType<typeof openAutumn>;
beforeEach(() => {
  town = openAutumn();
});

function rowsFor(viewer: Viewer, team = TEAM, span = AUTUMN) {
  const rows = readFigures(town.db, viewer, team, span, NOW);
  if (!rows) throw new Error("not theirs");
  return rows;
}
const figuresFor = (viewer: Viewer, team = TEAM, span = AUTUMN) =>
  figuresOf(rowsFor(viewer, team, span), viewer, vocabularyOf(town.db));
const single = (sections: readonly Section[], key: string) => {
  const found = sections.flatMap(({ singles }) => singles).find((one) => one.key === key);
  return found && [found.value, found.numerator, found.denominator];
};
const tableIn = (sections: readonly Section[], key: string) =>
  sections.flatMap(({ tables }) => tables).find((one) => one.key === key);
/** What is not 0 of a table, by its label. */
const table = (sections: readonly Section[], key: string) =>
  Object.fromEntries(
    (tableIn(sections, key)?.rows ?? []).filter(({ count }) => count > 0).map(({ label, count }) => [label, count]),
  );

describe("An autumn of two brobyggere, counted by hand", () => {
  it("is 31 referrals, by door, unit, reason, channel and who had them first", () => {
    const figures = figuresFor(town.lead);
    expect(single(figures, "total")).toEqual([31, 31, 31]);
    expect(single(figures, "leftOut")).toEqual([1, 1, 1]);
    expect(table(figures, "doors")).toEqual({
      "Skrev selv på siden": 25,
      "Henvist af en kollega": 3,
      Ringede: 1,
      "Kom forbi": 1,
      "Fra et andet team": 1,
    });
    expect(table(figures, "units")).toEqual({ Neurocenter: 2, Lægehuset: 1 });
    expect(table(figures, "reasons")).toEqual({ Ensom: 1, Smerter: 1, "Ikke skrevet": 1 });
    expect(table(figures, "channels")).toEqual({ "Ikke skrevet": 3 });
    expect(table(figures, "brobyggere")).toEqual({ Maria: 17, Hassan: 12, "Ingen endnu": 2 });
  });

  it("has each of them in one place", () => {
    const figures = figuresFor(town.lead);
    expect(table(figures, "groups")).toEqual({
      "Ville eller kunne ikke": 6,
      Undervejs: 13,
      "Ude og aktiv": 6,
      "Stoppet, men stadig i gang": 1,
      Færdig: 2,
      "Sluttet på en anden måde": 2,
      "Givet til et andet team": 1,
    });
    expect(tableIn(figures, "groups")?.total).toBe(31);
    expect(table(figures, "notWished")).toEqual({
      "Har sagt nej tak": 1,
      "Ønsker ikke hjælp": 2,
      "Ikke til at få fat i": 1,
      "Uden for målgruppen": 1,
      "Finder selv videre på opslagstavlen": 1,
    });
    expect(table(figures, "otherEnds")).toEqual({ "Har brug for anden hjælp": 1, Andet: 1 });
  });

  it("tells how long they waited: 0 twice, 1 fourteen times, 2 five times, 3 four times, 5 and 7", () => {
    const figures = figuresFor(town.lead);
    expect(single(figures, "firstTry")).toEqual([1, 27, 31]);
    expect(single(figures, "firstTryMost")).toEqual([3, 27, 31]);
    expect(single(figures, "kept")).toEqual([93, 25, 27]);
    expect(single(figures, "late")).toEqual([2, 2, 31]);
    expect(single(figures, "waitingNow")).toEqual([3, 2, 3]);
    expect(table(figures, "open")).toEqual({ Maria: 10, Hassan: 7, "Ingen endnu": 2 });
  });

  it("tells who began: after 7, 8, 10, 10, 15, 15, 21 and 30 days, and of two nobody knows", () => {
    const figures = figuresFor(town.lead);
    expect(single(figures, "started")).toEqual([26, 8, 31]);
    expect(single(figures, "startedAtMost")).toEqual([32, 10, 31]);
    expect(single(figures, "toStart")).toEqual([10, 8, 8]);
  });

  it("tells of every contact, trial, time in company, pass and gap", () => {
    const figures = figuresFor(town.lead);
    expect(table(figures, "introductions")).toEqual({
      Velkommen: 2,
      "Vi har ikke plads nu": 1,
      "Borgeren overtager selv": 1,
      Aflyst: 1,
      "Venter på svar": 1,
    });
    expect(table(figures, "trials")).toEqual({ Kom: 1, "Turde ikke": 1, "Ikke nået, eller ikke skrevet op": 1 });
    expect(table(figures, "company")).toEqual({ Brobyggeren: 1, "En frivillig": 1 });
    expect(single(figures, "passes")).toEqual([1, 1, 1]);
    expect(single(figures, "passUses")).toEqual([1, 1, 1]);
    expect(single(figures, "passUsedOre")).toEqual([25_000, 25_000, 1]);
    expect(table(figures, "gaps")).toEqual({ "Håndarbejde og kreativt, Viby, hverdag aften": 2 });
    expect(table(figures, "supplyThemes")).toEqual({ "Håndarbejde og kreativt": 2 });
    expect(tableIn(figures, "supplyAreas")?.total).toBe(2);
  });

  it("is of the months that are asked for: in October came 11, and all but one are under way", () => {
    const figures = figuresFor(town.lead, TEAM, { from: "2026-10", until: "2026-10" });
    expect(single(figures, "total")).toEqual([11, 11, 11]);
    expect(table(figures, "groups")).toEqual({ Undervejs: 10, "Givet til et andet team": 1 });
    expect(single(figuresFor(town.lead, TEAM, { from: "2026-08", until: "2026-08" }), "total")).toEqual([1, 1, 1]);
  });

  it("counts a case that moved once where it came first, and once where it went", () => {
    const nord = figuresFor(town.nina, "nord");
    expect(table(nord, "doors")).toEqual({ Ringede: 1, "Fra et andet team": 1 });
    expect(table(nord, "groups")).toEqual({ Undervejs: 1, "Givet til et andet team": 1 });
    expect(single(nord, "kept"), "the call that came in; of the other the first team tried").toEqual([100, 1, 1]);
    expect(single(nord, "started")).toEqual([0, 0, 2]);
  });
});

describe("Who sees what", () => {
  it("is nobody but the team, and each its own team", () => {
    expect(readFigures(town.db, town.stranger, TEAM, AUTUMN, NOW)).toBeNull();
    expect(readFigures(town.db, town.lead, "nord", AUTUMN, NOW)).toBeNull();
    expect(readFigures(town.db, { ...town.lead, memberships: [] }, TEAM, AUTUMN, NOW)).toBeNull();
  });

  it("is oneself by name, and the others as one, for a brobygger", () => {
    const figures = figuresFor(town.maria);
    expect(table(figures, "brobyggere")).toEqual({ Maria: 17, Andre: 12, "Ingen endnu": 2 });
    expect(table(figures, "open")).toEqual({ Maria: 10, Andre: 7, "Ingen endnu": 2 });
    for (const sheet of [figureSheet(figuresFor(town.maria)), lineSheet(rowsFor(town.maria), town.maria)])
      expect(sheet).not.toContain("Hassan");
    expect(linesOf(town.maria).filter(({ Slags }) => Slags === "Sag")).toHaveLength(16);
  });
});

const linesOf = (viewer: Viewer) => readSheet(lineSheet(rowsFor(viewer), viewer)).lines;

describe("The sheet of lines", () => {
  it("gives the same figures to who reads it and knows nothing of the program", () => {
    const { lines, tally, percentile, many, total } = readSheet(lineSheet(rowsFor(town.lead), town.lead));
    const figures = figuresFor(town.lead);
    expect(single(figures, "total")?.[0]).toBe(total);
    expect(table(figures, "doors")).toEqual(tally("Dør"));
    expect(table(figures, "units")).toEqual(tally("Henviser"));
    expect(table(figures, "brobyggere")).toEqual(tally("Brobygger", { empty: "Ingen endnu" }));
    expect(table(figures, "groups")).toEqual(tally("Hvor nu"));
    expect({ ...table(figures, "notWished"), ...table(figures, "otherEnds") }).toEqual(tally("Hvorfor"));
    for (const [key, kind] of [
      ["introductions", "Forening"],
      ["companions", "Følgesvend"],
      ["trials", "Prøvetime"],
      ["company", "Følgeskab"],
    ] as const)
      expect(table(figures, key)).toEqual(tally("Svar", { of: lines.filter((line) => line["Slags"] === kind) }));
    expect(single(figures, "firstTry")?.[0]).toBe(percentile("Hverdage til forsøg", 50));
    expect(single(figures, "firstTryMost")?.[0]).toBe(percentile("Hverdage til forsøg", 90));
    expect(single(figures, "kept")?.slice(1)).toEqual([many("Løftet holdt", "ja"), many("Løftet holdt", "ja", "nej")]);
    expect(single(figures, "late")?.[0]).toBe(many("Over tid", "ja"));
    expect(single(figures, "reached")?.[1]).toBe(many("Talt med", "ja"));
    expect(single(figures, "started")?.[1]).toBe(many("I gang", "ja"));
    expect(single(figures, "startedAtMost")?.[1]).toBe(many("I gang", "ja", "måske"));
    expect(single(figures, "toStart")?.[0]).toBe(percentile("Dage til start", 50));
  });

  it("has no number of a case, no name of a citizen, and no time", () => {
    const sheet = lineSheet(rowsFor(town.lead), town.lead);
    for (const { id, reference } of town.db.select().from(cases).all()) {
      expect(sheet).not.toContain(id);
      expect(sheet).not.toContain(reference);
    }
    expect(sheet).not.toMatch(/Borger \d|Karen|Bo Berg|\d{4}-\d\d-\d\d/);
  });

  it("is read by a spreadsheet, and so are the numbers of the page", () => {
    const sheet = figureSheet(figuresFor(town.lead));
    expect(sheet.startsWith("\uFEFFDel;Hvad;Navn;Værdi;Tæller;Nævner;")).toBe(true);
    const lines = parse(sheet, { columns: true, delimiter: ";", bom: true }) as Record<string, string>[];
    expect(lines.find((line) => line["Hvad"] === "inden for løftet")).toMatchObject({
      Værdi: "93",
      Tæller: "25",
      Nævner: "27",
    });
    expect(lines.find((line) => line["Hvad"] === "brugt i kroner")).toMatchObject({ Værdi: "250,00" });
  });
});

describe("When citizens are forgotten", () => {
  const SPANS = [AUTUMN, { from: "2026-09", until: "2026-09" }, { from: "2026-10", until: "2026-11" }];
  const counted = (db: Db) =>
    [TEAM, "nord"].flatMap((team) =>
      SPANS.map((span) =>
        addUp(readCounted(db, team, span, NOW).counts)
          .map(({ month, figure, key, count }) => [month, figure, key, count].join("|"))
          .sort(),
      ),
    );

  it("no figure of the past changes, whoever they are", () => {
    const before = counted(town.db);
    const left = town.db
      .select()
      .from(cases)
      .all()
      .filter(({ wrappedKey }) => wrappedKey !== null);
    fc.assert(
      fc.property(fc.subarray(left), fc.nat(), (some, cut) => {
        undone(town.db, (tx) => {
          forgetCitizens(tx, some.slice(0, cut % (some.length + 1)), NOW);
          forgetCitizens(tx, some.slice(cut % (some.length + 1)), NOW);
          expect(counted(tx)).toEqual(before);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("nothing that stays tells one of them from another: no line is left", () => {
    forgetCitizens(town.db, town.db.select().from(cases).all(), NOW);
    const lines = linesOf(town.lead);
    expect(lines.filter(({ Slags }) => Slags === "Sag")).toEqual([]);
    expect(single(figuresFor(town.lead), "total")).toEqual([31, 31, 31]);
  });
});

class Undone extends Error {}

function undone(db: Db, deed: (tx: Db) => void): void {
  try {
    db.transaction((tx) => {
      deed(tx);
      throw new Undone();
    });
  } catch (fault) {
    if (!(fault instanceof Undone)) throw fault;
  }
}
