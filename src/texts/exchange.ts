/**
 * Getting in what an association has written already: text, calendar, spreadsheet, pictures; and gentle help with
 * words.
 */
export const takingIn = {
  title: "Hent det ind",
  lead: "Har I skrevet det et andet sted? Så brug det her. Intet kommer på tavlen, før du har set det.",
  link: "Har I det skrevet et sted? Hent det ind",
  organisation: "Hvilken forening er det?",
  ways: {
    text: { label: "Sæt en tekst ind", text: "Fra en mail, en plakat eller jeres side på nettet." },
    calendar: { label: "Hent en kalender", text: "En fil eller en adresse. Serier og aflysninger følger med." },
    sheet: { label: "Hent et regneark", text: "Én linje for hver aktivitet. Du ser det hele, før det gemmes." },
  },

  textTitle: "Sæt en tekst ind",
  textLead: "Vi læser teksten og skriver det, vi forstår, i felterne. Du retter resten.",
  textLabel: "Din tekst",
  textHint: "Lad den første linje være navnet.",
  textExample: "For eksempel: Strikkecafé. Hver tirsdag kl. 10–12 på Viby Bibliotek. Gratis.",
  textButton: "Lav en kladde",
  untitled: "Uden navn",

  calendarTitle: "Hent en kalender",
  calendarLead:
    "Vælg en fil fra jeres kalender, eller skriv dens adresse. Du ser, hvad der sker, før noget bliver gemt.",
  calendarFile: "Fil fra kalenderen",
  calendarFileHint: "Den ender på .ics. Højst 2 MB.",
  calendarAddress: "Eller kalenderens adresse",
  calendarAddressHint: "Den begynder med https og ender tit på .ics. Vi ser på den igen hver dag.",
  calendarButton: "Se, hvad der sker",
  sources: "Kalendere, vi ser på hver dag",
  sourceFetched: (when: string) => `Hentet ${when}.`,
  sourceNever: "Ikke hentet endnu.",
  sourceStop: "Hold op med at hente",
  sourceStopOf: (url: string) => `Hold op med at hente ${url}`,

  sheetTitle: "Hent et regneark",
  sheetLead:
    "Skriv én aktivitet på hver linje, og gem arket som Excel (.xlsx) eller CSV. Samme navn og sted på to linjer er én aktivitet med to tider.",
  sheetTemplate: "Hent et tomt ark",
  sheetFile: "Fil fra regnearket",
  sheetFileHint: "Den ender på .xlsx eller .csv. Højst 500 linjer og 1 MB.",
  sheetButton: "Se, hvad der sker",
  guidesTitle: "Find adressen til jeres kalender",
  guides: [
    {
      name: "Google",
      steps: [
        "Åbn Google Kalender på en computer.",
        "Peg på kalenderen i listen til venstre. Tryk på de tre prikker og på »Indstillinger og deling«.",
        "Er kalenderen offentlig, så find »Offentlig adresse i iCal-format«. Ellers brug »Hemmelig adresse i iCal-format«.",
        "Kopiér adressen, og sæt den ind her.",
      ],
    },
    {
      name: "Outlook",
      steps: [
        "Åbn Outlook på nettet. Tryk på tandhjulet, »Kalender« og »Delte kalendere«.",
        "Under »Udgiv en kalender« vælger du kalenderen og »Kan se alle detaljer«. Tryk på »Udgiv«.",
        "Kopiér adressen, der hedder ICS, ikke den, der hedder HTML.",
      ],
    },
    {
      name: "Facebook",
      steps: [
        "Facebook giver ikke en sides begivenheder som én kalender. Du kan hente dem, du selv er med i.",
        "Åbn Facebook på en computer. Gå til »Begivenheder«.",
        "Find linket »Føj til kalender« eller »Eksportér begivenheder« i bunden. Tryk på det med højre knap, og kopiér adressen.",
        "Kan du ikke finde det, så åbn begivenheden, og gem den som fil. Vælg filen ovenfor.",
      ],
    },
    {
      name: "Conventus",
      steps: [
        "Log ind i Conventus som administrator.",
        "Åbn kalenderen eller jeres bookinger, og find »Eksportér« eller »iCal«.",
        "Kopiér adressen, der ender på .ics. Er der kun en fil, så gem den, og vælg den ovenfor.",
      ],
    },
  ],
  guidesElse: "Ser det anderledes ud hos jer? Led efter ordene iCal, ICS eller »abonnér«.",
  failing: (days: number) =>
    days < 1 ? "Det gik galt i dag." : days === 1 ? "Det er gået galt i 1 dag." : `Det er gået galt i ${days} dage.`,
  columns: "Kolonner, vi kender",
  columnsUnused: (names: string) => `Kolonner, vi ikke bruger: ${names}.`,
  columnsText: "Navn skal være der. Resten må mangle.",

  preview: "Det her sker, når du trykker",
  previewDone: "Det her skete",
  nothingYet: "Intet er gemt endnu.",
  kinds: { new: "Ny kladde", changed: "Ændres", same: "Uændret", skipped: "Sprunget over", paused: "Sættes på pause" },
  doneKinds: { new: "Ny kladde", changed: "Ændret", same: "Uændret", skipped: "Sprunget over", paused: "På pause" },
  counts: {
    new: (n: number) => (n === 1 ? "1 ny kladde" : `${n} nye kladder`),
    changed: (n: number) => (n === 1 ? "1 ændret" : `${n} ændrede`),
    paused: (n: number) => `${n} på pause`,
    same: (n: number) => `${n} som før`,
    skipped: (n: number) => `${n} sprunget over`,
  },
  over: (n: number) => (n === 1 ? "1 er slut" : `${n} er slut`),
  wanted: "Tag den med",
  changes: (fields: string) => `Ændrer: ${fields}.`,
  kept: (fields: string) => `Du har selv rettet ${fields}. Det rører vi ikke.`,
  nextTime: (when: string) => `Næste gang: ${when}`,
  says: { when: "Tid", price: "Pris", place: "Sted", phone: "Telefon" },
  notSaid: "Mangler",
  guess: "Et gæt",
  row: (row: number) => `Linje ${row}`,
  defaults: "Det, der mangler",
  defaultsText: "Skriv det her én gang, så kommer det i alle nye kladder, hvor det mangler.",
  pricesLater: "Jeg skriver prisen i hver kladde",
  pricesLaterHint: "Uden pris kan en kladde ikke komme på tavlen.",
  confirm: "Hent det ind",
  confirmAnyway: "Godt",
  again: "Vælg en anden",
  back: "Til mine aktiviteter",
  done: "Nu er det hentet. Nye kladder ser kun I. Se dem igennem, og sæt dem på tavlen.",
  gone: "De her står ikke i kalenderen mere. Vi har ikke rørt dem. Er de slut, så tag dem ned.",

  pictureTitle: "Billede",
  pictureLead: "Et billede af jer eller stedet gør det lettere at komme. Spørg dem, der er på det.",
  pictureMayWait: "Du kan godt gemme uden. Så viser vi en tegning.",
  pictureFile: "Vælg et billede",
  pictureFileHint: "JPEG, PNG, WebP eller AVIF. Højst 10 MB. Vi fjerner, hvor og hvornår det er taget.",
  pictureAlt: "Hvad viser billedet?",
  pictureAltHint: "Læses op for den, der ikke kan se det. For eksempel: Fem mennesker strikker om et bord.",
  pictureSave: "Gem billedet",
  pictureReplace: "Skift billedet",
  pictureRemove: "Fjern billedet",
  pictureAltSave: "Gem teksten",
  picturePage: "Billede",
  pictureSee: "Se aktiviteten",

  plainTitle: "Kan det siges kortere?",
  plain: "Nogle sætninger er svære at læse. Den her er den længste. Prøv at dele den i to.",
};

/** Headings of the spreadsheet, as the template writes them. */
export const sheetColumns = {
  id: "Nr",
  title: "Navn",
  description: "Beskrivelse",
  day: "Dag",
  start: "Start",
  end: "Slut",
  from: "Fra",
  until: "Til",
  placeName: "Sted",
  address: "Adresse",
  postcode: "Postnummer",
  price: "Pris",
  places: "Pladser",
  themes: "Tema",
  contactName: "Kontakt",
  contactPhone: "Telefon",
  contactEmail: "Mail",
  url: "Netside",
};

/** What is said of something that a calendar or a spreadsheet names: why it is left out, and what to know of it. */
export const remarks = {
  // Why something is left out.
  over: "Det er slut.",
  cancelledNew: "Den er aflyst.",
  takenDown: "Du har taget den ned. Det rører vi ikke.",
  leftOut: "Den har du valgt fra.",
  noRoom: "Der er ikke plads til flere kladder. Udgiv nogle af dem først.",
  noTitle: "Den har intet navn.",
  noStart: "Vi kan ikke læse, hvornår den begynder.",
  badEvent: "Den er skrevet, så vi ikke kan læse den.",
  badRule: "Vi kan ikke læse, hvornår den gentager sig.",
  lastsDays: "Den varer mere end et døgn.",
  closed: "Den varer over 14 dage. Det ligner en ferie.",
  closing: "Den siger, at I har lukket. Det, der falder på de dage, er aflyst.",
  unreadException: (value: string) =>
    `En dag, der er aflyst eller flyttet, er skrevet, så vi ikke kan læse den: »${value}«.`,
  endsBefore: "Den slutter, før den begynder.",
  never: "Den har ingen dage.",
  private: "Den er mærket som privat.",
  twice: "Den står der to gange. Vi tager den nyeste.",

  // What a person should know of what is taken in.
  allDay: "Kalenderen har intet klokkeslæt. Skriv det selv.",
  noEnd: "Kalenderen har ingen sluttid. Vi har skrevet en time.",
  unknownZone: "Vi kender ikke kalenderens tidszone. Tiden er læst som dansk tid.",
  otherZone: "Den følger et andet lands ur. Vi har skrevet dagene op et år frem.",
  laterChange: "En ændring af alle senere dage er svær at følge. Vi har skrevet dagene op et år frem.",
  laterText: "Fra en dag af har den en anden tekst. Den er ikke kommet med.",
  ownDay: (words: string) => `${words}. Det står nu i teksten.`,
  ownTexts: "Dagene har hver sin tekst. Den næste dags tekst er kommet med.",
  moreDates: "Den har flere dage, end vi kan vise. De første 150 er kommet med.",
  unreadDate: (value: string) => `Vi kan ikke læse »${value}«. Se dagene igennem.`,
  closedDays: (title: string, dates: string) => `Kalenderen siger »${title}«. Aflyst: ${dates}.`,
  merged: (row: string) => `Lagt sammen med linje ${row}.`,
  calledOff: "Kalenderen siger, at den er aflyst.",
  byHand: "Den stod her i forvejen. Nu følger den kalenderen, og det, du selv har skrevet, bliver stående.",

  // What is wrong in a row of a spreadsheet, with what stands there.
  weekday: (value: string) => `Dag: »${value}« er ikke en ugedag eller en dato.`,
  clock: (column: string, value: string) => `${column}: »${value}« er ikke et klokkeslæt. Skriv for eksempel 10:00.`,
  clockMissing: (column: string) => `${column}: Skriv et klokkeslæt.`,
  dayMissing: "Dag: Skriv en ugedag eller en dato.",
  whichWeek: "Dag: Vi ved ikke, i hvilken uge det er. Skriv den første gang under Fra.",
  severalDays: "Den varer flere dage. Skriv selv tiden i kladden.",
  endGuessed: "Slut står der ikke. Vi har gættet på to timer.",
  pricesDiffer: (row: string) => `Prisen er en anden i linje ${row}. Skriv den selv i kladden.`,
  postcode: (value: string) => `Postnummer: »${value}« skal have fire tal.`,
  price: (value: string) => `Pris: »${value}« er ikke ét beløb. Skriv prisen i kladden.`,
  places: (value: string) => `Pladser: »${value}« er ikke et tal, der passer.`,
  phone: (value: string) => `Telefon: »${value}« er ikke et nummer.`,
  email: (value: string) => `Mail: »${value}« er ikke en mailadresse.`,
  url: (value: string) => `Netside: »${value}« er ikke en adresse på nettet.`,
  theme: (value: string) => `Tema: »${value}« kender vi ikke. Vælg det selv i kladden.`,
  until: "Til: Skriv en dato efter den første.",
  date: (column: string, value: string) => `${column}: »${value}« er ikke en dato.`,
  title: "Navn: Skriv, hvad det hedder.",
  textTooLong: (column: string) => `${column}: Teksten er for lang. Vi har klippet den af.`,
};

type Remarks = typeof remarks;
/** A remark by its key, with the words that it names: `"over"`, `["postcode", "82"]`. */
export type Remark = {
  [K in keyof Remarks]: Remarks[K] extends (...named: infer Named) => string ? [K, ...Named] : K;
}[keyof Remarks];

/** A remark as the page says it. */
export function remarkInWords(remark: Remark): string {
  const [key, ...named] = typeof remark === "string" ? [remark] : remark;
  const said: string | ((...named: string[]) => string) = remarks[key];
  return typeof said === "string" ? said : said(...named);
}
