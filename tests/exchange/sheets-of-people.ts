import { workbookOf } from "../sheets/workbook.ts";

/** What each line must come out as: everything that it states, and the keys of what is told of it. */
export interface Line {
  stated: Record<string, unknown>;
  notes?: string[];
}
/** A line that is left out, and why. */
type Out = { why: string[] };

const NEW_YEAR = "2026-01-01";
const week = (weekday: string, start: string, end: string, more: object = {}) => ({
  weekday,
  start,
  end,
  from: NEW_YEAR,
  ...more,
});
const day = (date: string, start: string, end: string) => ({ date, start, end });
const rule = (rrule: string, start: string, end: string, more: object = {}) => ({
  rrule,
  start,
  end,
  from: NEW_YEAR,
  ...more,
});
const gang = (priceOre: number) => ({ priceOre, pricePer: "gang", firstFree: false });
const FREE = { priceOre: 0, pricePer: null, firstFree: false };
const kor = (schedule: object[], more: object = {}): Line => ({ stated: { title: "Kor", schedule, ...more } });
const unread = (...notes: string[]): Line => ({ stated: { title: "Kor" }, notes });
/** A sheet of one activity with a column for the day and two for the hours. */
const onDay = (cell: string, ...more: string[]) => `Navn;Dag;Start;Slut;Fra;Til\nKor;${cell};19;21;${more.join(";")}\n`;

/** Sheets as people keep them on Tuesday 24 November 2026, and what comes out of each line below the headings. */
export const SHEETS: readonly [what: string, file: string | Uint8Array, lines: (Line | Out)[]][] = [
  // Headings.
  [
    "the words that people use",
    "Arrangement;Hold;Dato;Kl.\nKor;;tirsdag;19-21\n;Sang;onsdag;19.30-21\n",
    [kor([week("tir", "19:00", "21:00")]), { stated: { title: "Sang", schedule: [week("ons", "19:30", "21:00")] } }],
  ],
  [
    "headings below a title and an empty line",
    "Foreningens program;;\nForår 2027;;\n;;\nHVAD?;Hvornår:;Tidsrum\nKor;tirsdag;19-21\n",
    [kor([week("tir", "19:00", "21:00")])],
  ],
  [
    "units in brackets and stars for what must be there",
    "Navn*;Pris (kr.);Tlf.nr.\nKor;20;22 33 44 55\n",
    [{ stated: { title: "Kor", ...gang(2000), contactPhone: "22 33 44 55" } }],
  ],
  [
    "no heading that we know for the name",
    "Motionstype;Ugedag;Start;Slut\nKor;tirsdag;19;21\n",
    [kor([week("tir", "19:00", "21:00")])],
  ],
  [
    "the weekday beside the date",
    "Navn;Dag;Dato;Start;Slut\nKor;lørdag;12. december 2026;19;21\n",
    [kor([day("2026-12-12", "19:00", "21:00")])],
  ],
  [
    "a wrong weekday beside the date",
    "Navn;Dag;Dato;Start;Slut\nKor;fredag;12. december 2026;19;21\n",
    [unread("weekday")],
  ],
  [
    "no-break spaces",
    "Navn\u00A0;Dag;Kl.\nKor;hver\u00A0tirsdag;kl.\u00A019\u00A0-\u00A021\n",
    [kor([week("tir", "19:00", "21:00")])],
  ],

  // Days.
  ["every other week, which nobody says", onDay("hver anden torsdag"), [unread("whichWeek")]],
  [
    "every other week from a day",
    onDay("hver anden torsdag", "7. januar 2027", "29.4.2027"),
    [kor([rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "19:00", "21:00", { from: "2027-01-07", until: "2027-04-29" })])],
  ],
  ["two days", onDay("mandage og onsdage"), [kor([week("man", "19:00", "21:00"), week("ons", "19:00", "21:00")])]],
  ["two days in short", onDay("man/ons"), [kor([week("man", "19:00", "21:00"), week("ons", "19:00", "21:00")])]],
  ["odd weeks", onDay("tirsdag ulige uger"), [kor([week("tir", "19:00", "21:00", { weeks: "odd" })])]],
  ["even weeks in brackets", onDay("Tirsdag (lige uger)"), [kor([week("tir", "19:00", "21:00", { weeks: "even" })])]],
  ["the first Sunday", onDay("første søndag"), [kor([rule("FREQ=MONTHLY;BYDAY=1SU", "19:00", "21:00")])]],
  [
    "two Wednesdays of a month",
    onDay("1. og 3. onsdag i måneden"),
    [kor([rule("FREQ=MONTHLY;BYDAY=1WE", "19:00", "21:00"), rule("FREQ=MONTHLY;BYDAY=3WE", "19:00", "21:00")])],
  ],
  ["a date in words", onDay("12. december 2026"), [kor([day("2026-12-12", "19:00", "21:00")])]],
  ["a date with its weekday", onDay("lørdag d. 12/12"), [kor([day("2026-12-12", "19:00", "21:00")])]],
  ["a date with strokes", onDay("12-12-2026"), [kor([day("2026-12-12", "19:00", "21:00")])]],
  ["a date as computers write it", onDay("2026-12-12"), [kor([day("2026-12-12", "19:00", "21:00")])]],
  [
    "three dates",
    onDay("3/12, 10/12 og 17/12"),
    [kor(["03", "10", "17"].map((d) => day(`2026-12-${d}`, "19:00", "21:00")))],
  ],
  ["working days", onDay("man-fre"), [kor(["man", "tir", "ons", "tor", "fre"].map((d) => week(d, "19:00", "21:00")))]],
  ["a day that is none", onDay("mndag"), [unread("weekday")]],
  ["a day with more to it than we know", onDay("tirsdag efter aftale"), [unread("weekday")]],
  ["a date of no calendar", onDay("31.2.2026"), [unread("weekday")]],
  [
    "a season",
    onDay("tirsdag", "1.9.2026", "31.5.2027"),
    [kor([week("tir", "19:00", "21:00", { from: "2026-09-01", until: "2027-05-31" })])],
  ],
  ["a season that ends before it begins", onDay("tirsdag", "1.9.2026", "31.5.2026"), [unread("until")]],
  ["a date and a later last day", onDay("12.12.2026", "", "13.12.2026"), [unread("severalDays")]],
  [
    "days that it is not",
    onDay("tirsdag undtagen 22/12"),
    [kor([week("tir", "19:00", "21:00", { except: ["2026-12-22"] })])],
  ],

  // Clocks.
  [
    "hours in the same cell as the day",
    "Navn;Hvornår\nKor;tirsdag kl. 19-21\n",
    [kor([week("tir", "19:00", "21:00")])],
  ],
  ["no end", "Navn;Dag;Kl.\nKor;tirsdag;19.30\n", [{ ...kor([week("tir", "19:30", "21:30")]), notes: ["endGuessed"] }]],
  ["no start", "Navn;Dag;Start;Slut\nKor;tirsdag;;21\n", [unread("clockMissing")]],
  ["no hours", "Navn;Dag\nKor;tirsdag\n", [unread("clockMissing")]],
  ["no day", "Navn;Dag;Start;Slut\nKor;;19;21\n", [unread("dayMissing")]],
  [
    "hours as people write them",
    "Navn;Dag;Fra kl.;Til kl.\nKor;tir.;1930;ca. 21\n",
    [kor([week("tir", "19:30", "21:00")])],
  ],
  [
    "a clock below *Fra* and *Til*",
    "Navn;Dag;Fra;Til\nKor;tirsdag;19:00;21:00\n",
    [kor([week("tir", "19:00", "21:00")])],
  ],
  [
    "a date with a clock below *Start*",
    "Navn;Start;Slut\nKor;2026-12-12 19:00;2026-12-12 21:00\n",
    [kor([day("2026-12-12", "19:00", "21:00")])],
  ],
  [
    "an Excel file with its own days and clocks",
    workbookOf([
      ["Program 2027", "", "", ""],
      ["Arrangement", "Dato", "Kl.", "Slut kl.", "Pris"],
      ["Kor", { day: 46360 }, { day: 0.75 }, { day: 0.875 }, 75],
    ]),
    [kor([day("2026-12-04", "18:00", "21:00")], gang(7500))],
  ],

  // Prices.
  ...(
    [
      ["20", gang(2000)],
      ["20,-", gang(2000)],
      ["kr. 20", gang(2000)],
      ["75 kr. pr. gang inkl. kaffe", gang(7500)],
      ["gratis", FREE],
      ["Gratis, kaffe 20 kr.", FREE],
      ["400 kr. for sæsonen", { priceOre: 40_000, pricePer: "sæson", firstFree: false }],
      ["600 om året", { priceOre: 60_000, pricePer: "år", firstFree: false }],
      ["-", {}],
    ] as const
  ).map(([cell, price]): [string, string, Line[]] => [
    `the price ${cell}`,
    `Navn;Pris\nKor;"${cell}"\n`,
    [{ stated: { title: "Kor", ...price } }],
  ]),
  ...["20-30 kr", "Medlemmer 10 kr., andre 20 kr.", "400", "efter aftale", "fra 20 kr"].map(
    (cell): [string, string, Line[]] => [
      `the price ${cell}, which is asked`,
      `Navn;Pris\nKor;"${cell}"\n`,
      [unread("price")],
    ],
  ),
  [
    "one activity on two lines with two prices",
    "Navn;Dag;Kl.;Pris\nKor;tirsdag;19-21;20\nKor;onsdag;19-21;30\n",
    [
      { ...kor([week("tir", "19:00", "21:00"), week("ons", "19:00", "21:00")]), notes: ["pricesDiffer"] },
      { why: ["merged"] },
    ],
  ],

  // Places and people.
  [
    "an address in the name of the place",
    'Navn;Sted\nKor;"Viby Bibliotek, Skanderborgvej 170, 8260 Viby J"\n',
    [{ stated: { title: "Kor", placeName: "Viby Bibliotek", address: "Skanderborgvej 170", postcode: "8260" } }],
  ],
  [
    "an address of three lines",
    'Navn;Sted\nKor;"Viby Bibliotek\nSkanderborgvej 170\n8260 Viby J"\n',
    [{ stated: { title: "Kor", placeName: "Viby Bibliotek", address: "Skanderborgvej 170", postcode: "8260" } }],
  ],
  ["a place on the net", "Navn;Sted\nKor;Zoom\n", [{ stated: { title: "Kor", facts: ["online"] } }]],
  ["the town alone", "Navn;By\nKor;Viby J\n", [{ stated: { title: "Kor", postcode: "8260" } }]],
  ["a town that we do not know", "Navn;By\nKor;Nirgendwo\n", [unread("postcode")]],
  [
    "name, phone and mail in one cell",
    'Navn;Kontakt\nKor;"Lis Jensen, tlf. 22 33 44 55, Lis@Viby.dk"\n',
    [
      {
        stated: { title: "Kor", contactName: "Lis Jensen", contactPhone: "22 33 44 55", contactEmail: "lis@viby.dk" },
      },
    ],
  ],
  ["a phone that is none", "Navn;Telefon\nKor;ring bare\n", [unread("phone")]],
  [
    "our own names of themes",
    "Navn;Tema\nKor;Samvær og café, Musik og sang\n",
    [{ stated: { title: "Kor", themes: ["samvaer", "musik"] } }],
  ],
  [
    "codes of a meeting in the text",
    'Navn;Beskrivelse\nKor;"Vi ses på Teams. Adgangskode: aB3dE"\n',
    [{ stated: { title: "Kor", description: "Vi ses på Teams." } }],
  ],
  [
    "a line without a name",
    "Navn;Dag;Kl.\n;tirsdag;19-21\n",
    [{ stated: { title: "Uden navn", schedule: [week("tir", "19:00", "21:00")] }, notes: ["title"] }],
  ],
  [
    "a line that is no activity",
    "Navn;Dag;Kl.\nKor;tirsdag;19-21\n;opdateret i maj;\n",
    [kor([week("tir", "19:00", "21:00")]), { why: ["title"] }],
  ],
];
