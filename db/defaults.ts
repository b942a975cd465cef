import { SYNONYM_GROUPS } from "../search/synonyms.ts";
import type { Hue } from "../src/shared/hues.ts";
import { slugOf } from "../src/shared/ids.ts";
import type { Db } from "./client.ts";
import { writeSetting } from "./settings.ts";
import { areaNicknames, areas, holidays, namedPlaces, postcodes, synonyms, themes } from "./schema.ts";

/**
 * Puts what every new site starts with into the database: areas with their nicknames, postcodes, themes, synonyms,
 * school holidays; `production`: two steps for whoever sees other people's lives. What is there already stays as it is.
 */
export function insertDefaults(db: Db, { production = false } = {}): void {
  db.transaction((tx) => {
    if (production) writeSetting(tx, "secondFactor", 1);
    tx.insert(themes)
      .values(THEMES.map(([slug, name, hue], position) => ({ slug, name, position, hue })))
      .onConflictDoNothing()
      .run();
    tx.insert(areas)
      .values(AREAS.map(([number, name, lat, lng]) => ({ slug: slugOf(name), number, name, lat, lng })))
      .onConflictDoNothing()
      .run();
    tx.insert(areaNicknames).values(nicknames()).onConflictDoNothing().run();
    tx.insert(postcodes)
      .values(POSTCODES.map(([code, name, lat, lng, home]) => ({ code, name, lat, lng, area: slugOf(home) })))
      .onConflictDoNothing()
      .run();
    tx.insert(namedPlaces)
      .values(NAMED_PLACES.map(([name, lat, lng]) => ({ name, lat, lng })))
      .onConflictDoNothing()
      .run();
    tx.insert(synonyms)
      .values(SYNONYM_GROUPS.map((words, index) => ({ id: index + 1, words })))
      .onConflictDoNothing()
      .run();
    if (!tx.select({ id: holidays.id }).from(holidays).limit(1).get())
      tx.insert(holidays)
        .values(SCHOOL_HOLIDAYS.map(([name, from, until]) => ({ kind: "school" as const, name, from, until })))
        .run();
  });
}

function nicknames(): { name: string; area: string }[] {
  return Object.entries(NICKNAMES).flatMap(([area, names]) => names.map((name) => ({ name, area: slugOf(area) })));
}

/** Places that people in Aarhus name, to a hundred metres or so. */
const NAMED_PLACES: readonly [name: string, lat: number, lng: number][] = [
  ["Dokk1", 56.1536, 10.2142],
  ["Hovedbiblioteket", 56.1536, 10.2142],
  ["Godsbanen", 56.153, 10.193],
  ["Banegården", 56.1504, 10.2046],
  ["Hovedbanegården", 56.1504, 10.2046],
  ["Aarhus H", 56.1504, 10.2046],
  ["Banegårdspladsen", 56.1504, 10.2046],
  ["Rutebilstationen", 56.1513, 10.2098],
  ["Rådhuset", 56.1525, 10.2035],
  ["Rådhuspladsen", 56.1525, 10.2035],
  ["Bruuns Galleri", 56.149, 10.205],
  ["Store Torv", 56.157, 10.2095],
  ["Lille Torv", 56.1573, 10.208],
  ["Domkirken", 56.157, 10.2105],
  ["Bispetorv", 56.1565, 10.21],
  ["Strøget", 56.1535, 10.206],
  ["Åboulevarden", 56.1565, 10.208],
  ["Latinerkvarteret", 56.159, 10.21],
  ["Vesterbro Torv", 56.158, 10.199],
  ["Klostertorvet", 56.1588, 10.2079],
  ["Musikhuset", 56.1527, 10.1997],
  ["ARoS", 56.1539, 10.1997],
  ["Folkestedet", 56.1545, 10.201],
  ["Botanisk Have", 56.159, 10.192],
  ["Den Gamle By", 56.1588, 10.192],
  ["Ingerslevs Boulevard", 56.147, 10.2],
  ["Ø-gaderne", 56.164, 10.201],
  ["Øgaderne", 56.164, 10.201],
  ["Universitetet", 56.168, 10.203],
  ["Aarhus Universitet", 56.168, 10.203],
  ["Universitetsparken", 56.168, 10.203],
  ["Nobelparken", 56.169, 10.204],
  ["Kommunehospitalet", 56.166, 10.209],
  ["Aarhus Ø", 56.164, 10.226],
  ["Havnen", 56.157, 10.22],
  ["Katedralskolen", 56.156, 10.2125],
  ["Statsgymnasiet", 56.165, 10.172],
  ["Storcenter Nord", 56.1707, 10.1886],
  ["Skejby Sygehus", 56.1915, 10.17],
  ["Aarhus Universitetshospital", 56.1915, 10.17],
  ["AUH", 56.1915, 10.17],
  ["Marselisborg Hospital", 56.139, 10.199],
  ["MarselisborgCentret", 56.139, 10.199],
  ["Tivoli Friheden", 56.137, 10.197],
  ["Friheden", 56.137, 10.197],
  ["Stadion", 56.132, 10.196],
  ["Tangkrogen", 56.138, 10.211],
  ["Mindeparken", 56.129, 10.208],
  ["Ballehage", 56.123, 10.223],
  ["Moesgaard", 56.0855, 10.2452],
  ["Den Permanente", 56.18, 10.222],
  ["Egå Marina", 56.2075, 10.289],
  ["Bazar Vest", 56.1617, 10.1373],
  ["City Vest", 56.156, 10.113],
  ["Globus1", 56.1585, 10.13],
  ["Brabrand Sø", 56.144, 10.137],
  ["Viby Torv", 56.1302, 10.1643],
  ["Langkær Gymnasium", 56.188, 10.104],
];

const THEMES: readonly [slug: string, name: string, hue: Hue][] = [
  ["samvaer", "Samvær og café", "kobber"],
  ["motion", "Motion og sport", "fjord"],
  ["natur", "Natur og friluft", "graes"],
  ["mad", "Mad og fællesspisning", "tegl"],
  ["musik", "Musik og sang", "lilla"],
  ["haandarbejde", "Håndarbejde og kreativt", "hindbaer"],
  ["kunst", "Kunst og kultur", "lavendel"],
  ["spil", "Spil", "sennep"],
  ["it", "IT og hverdag", "himmel"],
  ["kurser", "Kurser og læring", "oliven"],
  ["samtale", "Samtale og støtte", "rosen"],
  ["frivillig", "Frivillig", "gran"],
];

/**
 * The usual weeks of the school years 2026/27 and 2027/28, first and last day included; an editor corrects them when
 * the municipality has set its own.
 */
const SCHOOL_HOLIDAYS: readonly [name: string, from: string, until: string][] = [
  ["Efterårsferie 2026", "2026-10-10", "2026-10-18"],
  ["Juleferie 2026", "2026-12-23", "2027-01-03"],
  ["Vinterferie 2027", "2027-02-13", "2027-02-21"],
  ["Påskeferie 2027", "2027-03-20", "2027-03-29"],
  ["Sommerferie 2027", "2027-06-26", "2027-08-10"],
  ["Efterårsferie 2027", "2027-10-16", "2027-10-24"],
  ["Juleferie 2027", "2027-12-23", "2028-01-03"],
  ["Vinterferie 2028", "2028-02-12", "2028-02-20"],
  ["Påskeferie 2028", "2028-04-08", "2028-04-17"],
  ["Sommerferie 2028", "2028-06-24", "2028-08-08"],
];

/** The 24 lokalsamfund of Aarhus Kommune: number, name, centre (WGS84 degrees). */
const AREAS: readonly [number: string, name: string, lat: number, lng: number][] = [
  ["01", "Midtbyen", 56.1565, 10.2132],
  ["11", "Holme-Højbjerg-Skåde", 56.1124, 10.1982],
  ["12", "Viby", 56.1263, 10.1528],
  ["13", "Hasle", 56.1709, 10.1621],
  ["14", "Skejby-Christiansbjerg", 56.1918, 10.1852],
  ["15", "Vejlby-Risskov", 56.2028, 10.226],
  ["16", "Åby", 56.1517, 10.1608],
  ["21", "Tranbjerg", 56.0928, 10.1368],
  ["22", "Hasselager-Kolt", 56.1073, 10.0691],
  ["23", "Stavtrup-Ormslev", 56.1296, 10.0831],
  ["24", "Brabrand-Gellerup", 56.1532, 10.0914],
  ["25", "Tilst", 56.1911, 10.1133],
  ["26", "Lisbjerg", 56.2272, 10.1575],
  ["27", "Lystrup-Elsted", 56.2378, 10.2229],
  ["28", "Skæring-Egå", 56.2257, 10.2859],
  ["31", "Beder-Malling", 56.0432, 10.2195],
  ["32", "Mårslet", 56.075, 10.1798],
  ["33", "Solbjerg", 56.0375, 10.1018],
  ["34", "Harlev-Framlev", 56.1461, 9.9988],
  ["35", "Sabro", 56.1981, 10.0394],
  ["36", "Trige-Spørring", 56.2709, 10.158],
  ["37", "Hårup-Mejlby", 56.2899, 10.2221],
  ["38", "Hjortshøj", 56.2587, 10.2725],
  ["39", "Skødstrup-Løgten", 56.2705, 10.3262],
];

/** What people call a part of an area. */
const NICKNAMES: Record<string, string[]> = {
  Midtbyen: [
    "Trøjborg",
    "Frederiksbjerg",
    "Latinerkvarteret",
    "Øgadekvarteret",
    "Langenæs",
    "Ceresbyen",
    "Aarhus Ø",
    "Indre By",
    "Centrum",
  ],
  "Holme-Højbjerg-Skåde": ["Holme", "Højbjerg", "Skåde", "Rundhøj", "Kragelund"],
  Viby: ["Rosenhøj", "Søndervang", "Kongsvang"],
  Hasle: ["Bispehaven", "Herredsvang", "Møllevangen"],
  "Skejby-Christiansbjerg": ["Skejby", "Christiansbjerg", "Vorrevangen"],
  "Vejlby-Risskov": ["Vejlby", "Risskov"],
  Åby: ["Åbyhøj"],
  "Hasselager-Kolt": ["Hasselager", "Kolt"],
  "Stavtrup-Ormslev": ["Stavtrup", "Ormslev"],
  "Brabrand-Gellerup": ["Brabrand", "Gellerup", "Gellerupparken", "Toveshøj", "Årslev"],
  "Lystrup-Elsted": ["Lystrup", "Elsted"],
  "Skæring-Egå": ["Skæring", "Egå"],
  "Beder-Malling": ["Beder", "Malling"],
  "Harlev-Framlev": ["Harlev", "Framlev"],
  Sabro: ["Mundelstrup"],
  "Trige-Spørring": ["Trige", "Spørring", "Elev"],
  "Hårup-Mejlby": ["Hårup", "Mejlby", "Todbjerg"],
  "Skødstrup-Løgten": ["Skødstrup", "Løgten", "Studstrup"],
};

/** Postcode, its town, the middle of its land (WGS84 degrees), the area in which most of it lives. */
const POSTCODES: readonly [code: string, name: string, lat: number, lng: number, home: string][] = [
  ["8000", "Aarhus C", 56.149, 10.208, "Midtbyen"],
  ["8200", "Aarhus N", 56.205, 10.17, "Skejby-Christiansbjerg"],
  ["8210", "Aarhus V", 56.172, 10.157, "Hasle"],
  ["8220", "Brabrand", 56.16, 10.084, "Brabrand-Gellerup"],
  ["8230", "Åbyhøj", 56.151, 10.157, "Åby"],
  ["8240", "Risskov", 56.2, 10.229, "Vejlby-Risskov"],
  ["8250", "Egå", 56.225, 10.285, "Skæring-Egå"],
  ["8260", "Viby J", 56.128, 10.11, "Viby"],
  ["8270", "Højbjerg", 56.105, 10.204, "Holme-Højbjerg-Skåde"],
  ["8310", "Tranbjerg J", 56.086, 10.13, "Tranbjerg"],
  ["8320", "Mårslet", 56.07, 10.166, "Mårslet"],
  ["8330", "Beder", 56.06, 10.232, "Beder-Malling"],
  ["8340", "Malling", 56.032, 10.195, "Beder-Malling"],
  ["8355", "Solbjerg", 56.031, 10.084, "Solbjerg"],
  ["8361", "Hasselager", 56.101, 10.087, "Hasselager-Kolt"],
  ["8380", "Trige", 56.266, 10.15, "Trige-Spørring"],
  ["8381", "Tilst", 56.19, 10.089, "Tilst"],
  ["8462", "Harlev J", 56.145, 10.001, "Harlev-Framlev"],
  ["8471", "Sabro", 56.215, 10.004, "Sabro"],
  ["8520", "Lystrup", 56.242, 10.219, "Lystrup-Elsted"],
  ["8530", "Hjortshøj", 56.282, 10.228, "Hjortshøj"],
  ["8541", "Skødstrup", 56.27, 10.323, "Skødstrup-Løgten"],
];
