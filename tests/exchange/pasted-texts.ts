import type { ActivityFields } from "../../src/activities/activity.ts";

/** Everything of the draft that the text must come out as; what is not named here must be empty. */
export type Comes = Partial<
  Pick<
    ActivityFields,
    | "schedule"
    | "pauses"
    | "priceOre"
    | "pricePer"
    | "firstFree"
    | "placeName"
    | "address"
    | "postcode"
    | "contactName"
    | "contactPhone"
    | "contactEmail"
  >
>;

const TODAY = "2026-11-24";
const week = (weekday: string, start: string, end: string, more: object = {}) => ({
  weekday,
  start,
  end,
  from: TODAY,
  ...more,
});
const month = (byday: string, start: string, end: string, more: object = {}) => ({
  rrule: `FREQ=MONTHLY;BYDAY=${byday}`,
  start,
  end,
  from: TODAY,
  ...more,
});
const day = (date: string, start: string, end: string) => ({ date, start, end });
const every = (byday: string, start: string, end: string, from: string, more: object = {}) => ({
  rrule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${byday}`,
  start,
  end,
  from,
  ...more,
});
const costs = (priceOre: number, pricePer: Comes["pricePer"] = "gang", firstFree = false): Comes => ({
  priceOre,
  pricePer,
  firstFree,
});
const when = (...schedule: object[]): Comes => ({ schedule: schedule as Comes["schedule"] & object });
const FREE: Comes = { priceOre: 0 };

/** Texts as people paste them on Tuesday 24 November 2026, and what comes out. */
export const PASTED: readonly [text: string, comes: Comes][] = [
  // Prices.
  ["Foredrag\nGratis adgang, kaffe 20 kr.", FREE],
  ["Foredrag\nFri entré. Øl og vand kan købes for 25 kr.", FREE],
  ["Klub\nMedlemmer 10 kr., andre 20 kr.", {}],
  ["Klub\nGratis for medlemmer, andre betaler 50 kr.", {}],
  ["Dans\nVoksne 60 kr. og børn 30 kr.", {}],
  ["Bridge\nDet koster 20-30 kr pr. gang.", {}],
  ["Bridge\nPris: fra 20 kr.", {}],
  ["Gymnastik\n400 kr. for sæsonen.", costs(40_000, "sæson")],
  ["Gymnastik\nPris 400 kr.", {}],
  ["Koncert\nEntré: 75", costs(7500)],
  ["Koncert\nEntré 75,- i døren. Kaffe og kage 30,-", costs(7500)],
  ["Kor\nKontingent 300 kr. årligt. Første gang gratis.", costs(30_000, "år", true)],
  ["Kor\nKontingent: 150 kr/md.", costs(15_000, "måned")],
  ["Yoga\n1.200 kr. for 10 gange.", {}],
  ["Yoga\nKr. 50 pr. gang inkl. te.", costs(5000)],
  ["Café\nDer er gratis kaffe og gratis parkering.", {}],
  ["Café\nDet er ikke gratis at være med.", {}],
  ["Café\nKaffe 20 kr.", {}],
  ["Prøv os\nGratis prøvetime. Derefter 90 kr. pr. måned.", costs(9000, "måned", true)],
  ["Bankospil\nPlader 15 kr. Gevinster for over 500 kr.", {}],
  ["Fest\n75 kr. pr. kuvert. Betaling på MobilePay 87654.", costs(7500)],
  ["Sang\nDet er helt gratis at deltage.", FREE],

  // Deadlines and what else has a day and a clock, and is not when it is.
  ["Julefrokost\nTilmelding senest fredag kl. 12.", {}],
  [
    "Julefrokost\nTorsdag den 10. december kl. 18-21. Tilmelding senest den 3. december kl. 12.",
    when(day("2026-12-10", "18:00", "21:00")),
  ],
  [
    "Madklub\nSenest onsdag kl. 10 skal du melde dig til. Vi spiser hver torsdag kl. 17.30-19.30.",
    when(week("tor", "17:30", "19:30")),
  ],
  [
    "Udflugt\nLørdag d. 5. december kl. 9.00-16.00. S.U. senest 1. december.",
    when(day("2026-12-05", "09:00", "16:00")),
  ],
  ["Kontor\nTelefontid mandag kl. 9-12. Gåtur hver fredag kl. 10-11.", when(week("fre", "10:00", "11:00"))],
  [
    "Koncert\nFredag d. 11. december. Dørene åbner kl. 18. Koncert kl. 19-21.",
    when(day("2026-12-11", "19:00", "21:00")),
  ],

  // Series.
  ["Strik\n1. og 3. onsdag i måneden kl. 19-21", when(month("1WE", "19:00", "21:00"), month("3WE", "19:00", "21:00"))],
  ["Strik\nHver anden torsdag kl. 14-16", {}],
  ["Strik\nHver anden torsdag kl. 14-16. Første gang 7. januar.", when(every("TH", "14:00", "16:00", "2027-01-07"))],
  [
    "Kor\nHver mandag kl. 19-21. Første gang 7. september. Slut: 28. april.",
    when(week("man", "19:00", "21:00", { from: "2026-09-07", until: "2027-04-28" })),
  ],
  ["Kor\nOnsdage kl. 19.00-21.00, ikke i uge 7.", when(week("ons", "19:00", "21:00", { except: ["2027-02-17"] }))],
  [
    "Hold\nTirsdag kl. 10-11. I uge 52 og 53 holder vi fri. Første gang: tirsdag den 1. december.",
    when(week("tir", "10:00", "11:00", { from: "2026-12-01", except: ["2026-12-22", "2026-12-29"] })),
  ],
  [
    "Værksted\nMandag-fredag kl. 9-15",
    when(...["man", "tir", "ons", "tor", "fre"].map((d) => week(d, "09:00", "15:00"))),
  ],
  ["Værksted\nÅbent man-tor 10-14", when(...["man", "tir", "ons", "tor"].map((d) => week(d, "10:00", "14:00")))],
  [
    "Café\nAlle hverdage kl. 9.30–12",
    when(...["man", "tir", "ons", "tor", "fre"].map((d) => week(d, "09:30", "12:00"))),
  ],
  [
    "Svømning\nTirsdage og torsdage fra kl. 16 til kl. 17.30",
    when(week("tir", "16:00", "17:30"), week("tor", "16:00", "17:30")),
  ],
  ["Svømning\nMandag kl. 10-11 og kl. 13-14", when(week("man", "10:00", "11:00"), week("man", "13:00", "14:00"))],
  ["Spil\nFredag i lige uger kl. 19-22", when(week("fre", "19:00", "22:00", { weeks: "even" }))],
  ["Spil\nTirsdag ulige uger, kl. 13.00 - 15.00", when(week("tir", "13:00", "15:00", { weeks: "odd" }))],
  [
    "Sang\nHver torsdag kl. 19-21 fra den 7. januar til den 29. april",
    when(week("tor", "19:00", "21:00", { from: "2027-01-07", until: "2027-04-29" })),
  ],
  [
    "Sang\nTorsdage kl. 19-21 i perioden september-april",
    when(week("tor", "19:00", "21:00", { from: "2026-09-01", until: "2027-04-30" })),
  ],
  [
    "Sang\nTorsdage kl. 19-21, uge 36-17",
    when(week("tor", "19:00", "21:00", { from: "2026-08-31", until: "2027-05-02" })),
  ],
  [
    "Gåtur\nHver søndag kl. 10-12. Vi går ikke i skolernes ferier og på helligdage.",
    { ...when(week("soen", "10:00", "12:00")), pauses: ["school", "public"] },
  ],
  ["Åbent hus\nDen sidste fredag i måneden kl. 15-17", when(month("-1FR", "15:00", "17:00"))],
  ["Åbent hus\nFørste søndag i februar kl. 14-16", when(day("2027-02-07", "14:00", "16:00"))],
  ["Café\nVi glæder os til at se dig om tirsdagen. Sang kl. 19-21 hver torsdag.", when(week("tor", "19:00", "21:00"))],

  // Dates.
  [
    "Jul\n9., 16. og 23. december kl. 10-12",
    when(day("2026-12-09", "10:00", "12:00"), day("2026-12-16", "10:00", "12:00"), day("2026-12-23", "10:00", "12:00")),
  ],
  ["Jul\nLørdag den 12. december 2026 kl. 14.00-16.00", when(day("2026-12-12", "14:00", "16:00"))],
  ["Jul\nOns. d. 9/12-26 kl. 14", when(day("2026-12-09", "14:00", "16:00"))],
  ["Lejr\n14.-16. august kl. 10-12", {}],
  ["Jul\nFredag den 10. december 2026 kl. 14-16", {}],
  ["Tur\nFor 10-12 årige. Vi tager 20-30 stykker med om lørdagen.", {}],

  // Places.
  [
    "Strik\nSted: Viby Bibliotek\nSkanderborgvej 170\n8260 Viby J",
    { placeName: "Viby Bibliotek", address: "Skanderborgvej 170", postcode: "8260" },
  ],
  [
    "Strik\nVi mødes på Skanderborgvej 170, 8260 Viby J, Skanderborgvej 170, 8260 Viby J, Danmark.",
    { address: "Skanderborgvej 170", postcode: "8260" },
  ],
  [
    "Strik\nSted: Grøndalsvej 2, 8260 Viby J\n\nVenlig hilsen foreningen, Nørregade 12, 8000 Aarhus C",
    { address: "Grøndalsvej 2", postcode: "8260" },
  ],
  ["Strik\nGrøndalsvej 2, 8260 Viby J eller Nørregade 12, 8000 Aarhus C", {}],
  ["Strik\nSted: Zoom", {}],
  ["Strik\nRing 8610 8260", { contactPhone: "8610 8260" }],

  // Phones.
  ["Strik\nKontakt Lis Jensen, tlf. 22 33 44 55", { contactName: "Lis Jensen", contactPhone: "22 33 44 55" }],
  ["Strik\nCVR 12345678. MobilePay 22 33 44 55.", {}],
  ["Strik\nMobilePay: 22 33 44 55. Ring til Bo på 87654321", { contactName: "Bo", contactPhone: "87654321" }],
  [
    "Møde\nMicrosoft Teams-møde\nMøde-id: 312 456 789 01\nAdgangskode: aB3dE\nRing op på telefon\n+45 32 72 80 11,,123456789# Danmark\nTelefonkonference-id: 123 456 789#",
    {},
  ],
  [
    "Møde\nVi ses på Zoom. Meeting ID: 882 1234 5678, passcode 123456. Skriv til lis@viby.dk",
    { contactEmail: "lis@viby.dk" },
  ],
];
