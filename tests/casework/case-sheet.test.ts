import { describe, expect, it } from "vitest";
import { readCaseSheet } from "../../src/casework/case-sheet.ts";

const NAMES = {
  areas: [
    { slug: "viby", name: "Viby" },
    { slug: "brabrand-gellerup", name: "Brabrand-Gellerup" },
  ],
  colleagues: [
    { id: "maria", name: "Maria Holm" },
    { id: "maren", name: "Maren Lund" },
    { id: "hassan", name: "Hassan Ali" },
  ],
  today: "2026-11-24",
  nextDay: "2026-11-25",
};
const read = (...table: string[][]) => {
  const sheet = readCaseSheet(table, NAMES);
  if ("refused" in sheet) throw new Error(sheet.refused);
  return sheet;
};

describe("The sheet in which a team kept its cases", () => {
  it("is read by the words that people put over its columns, wherever they stand among the first rows", () => {
    const { lines, unused } = read(
      ["Brobygning 2026"],
      [],
      [
        "Borgerens navn",
        "Tlf.",
        "Bydel",
        "Modtaget",
        "Første kontakt",
        "Ansvarlig",
        "Plan",
        "Aftalt til",
        "Note",
        "Farve",
      ],
      [
        "Kirsten Sørensen",
        "41 86 09 00",
        "viby",
        "3/11-2026",
        "5. nov.",
        "hassan ali",
        "Ringe igen",
        "1. december",
        "Vil synge",
        "rød",
      ],
    );
    expect(lines).toEqual([
      {
        fields: {
          name: "Kirsten Sørensen",
          phone: "41 86 09 00",
          email: "",
          area: "viby",
          askedOn: "2026-11-03",
          talkedOn: "2026-11-05",
          doer: "hassan",
          step: "call",
          on: "2026-12-01",
          wishes: "Vil synge",
        },
        unread: [],
      },
    ]);
    expect(unused).toEqual(["Farve"]);
  });

  it("tells what it did not understand, and guesses no brobygger whose name is only a part of two", () => {
    const { lines } = read(
      ["Navn", "Område", "Henvist", "Brobygger", "Næste skridt", "Næste dato"],
      ["Bent", "Åbyen", "snart", "Mar", "Drikke kaffe", "1/3-2025"],
    );
    expect(lines[0]?.unread.map(({ column, text }) => [column, text])).toEqual([
      ["area", "Åbyen"],
      ["askedOn", "snart"],
      ["doer", "Mar"],
      ["step", "Drikke kaffe"],
      ["on", "1/3-2025"],
    ]);
    expect(lines[0]?.fields).toMatchObject({ area: "", askedOn: "", doer: "", step: "call", on: "2026-11-25" });
    expect(lines[0]?.fields.wishes).toContain("Næste skridt: Drikke kaffe");
  });

  it("takes the row with most known headings, and names the columns that have none", () => {
    const { lines, unused } = read(
      ["Navn", "", "Sag", ""],
      ["Navn", "Telefon", "Brobygger", ""],
      ["Merete", "41860900", "Hassan Ali", "noget"],
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]?.fields).toMatchObject({ name: "Merete", phone: "41860900", doer: "hassan" });
    expect(unused).toEqual(["D"]);
  });

  it.each([
    ["prøvetime på biblioteket", "trial"],
    ["opfølgning", "follow-up"],
    ["venter på borgeren", "wait"],
    ["ring efter første gang", "after-first-time"],
    ["tlf-samtale", "call"],
  ])("reads %s as a next step", (text, step) => {
    expect(read(["Navn", "Plan"], ["Bent", text]).lines[0]?.fields.step).toBe(step);
  });

  it("takes a day of the past for the last such day, never for one to come", () => {
    expect(read(["Navn", "Henvist"], ["Bent", "24/12"]).lines[0]?.fields.askedOn).toBe("2025-12-24");
    expect(read(["Navn", "Henvist"], ["Bent", "24/12-2026"]).lines[0]?.fields.askedOn).toBe("");
    expect(read(["Navn", "Henvist"], ["Bent", "03-11-2026 09:30"]).lines[0]?.fields.askedOn).toBe("2026-11-03");
  });

  it.each([
    ["without a column of names", [["Telefon"], ["12345678"]], "noNameColumn"],
    ["with nothing below the headings", [["Navn"], [" "]], "noRows"],
    [
      "with more than anybody looks through",
      [["Navn"], ...Array.from({ length: 101 }, () => ["Bent"])],
      "tooManyLines",
    ],
    ["of nothing", [], "noNameColumn"],
  ])("is refused %s", (_, table, key) => {
    expect(readCaseSheet(table, NAMES)).toEqual({ refused: key });
  });
});
