import type { NoticeWay, Worry } from "../../db/schema.ts";

/** What a brobygger does on a case's page beside calling: tells who we are, worries, gives on, delivers. */
export const caseDeeds = {
  standsInFor: (name: string) => `Du er vikar for ${name}.`,

  tellTitle: "Sig det her først",
  tell: (controller: string, months: number): [string, string] => [
    `Jeg er brobygger, og jeg skriver ned, hvad vi aftaler, så jeg kan hjælpe dig.${controller ? ` Ansvarlig for det er ${controller}` : ""}`.replace(
      /[^.]$/,
      "$&.",
    ),
    `Vi sletter det ${months === 1 ? "1 måned" : `${months} måneder`} efter, at vi er færdige, og du kan altid se det, rette det eller sige nej tak.`,
  ],
  adviser: (who: string) => `Vil borgeren klage eller spørge: ${who}`,
  told: "Jeg har sagt det, og borgeren er med på det.",

  worryTitle: "Bekymret?",
  worryNow: "Ved livsfare, så ring nu:",
  worryDoctor: "Lægevagten:",
  worryLeader: (names: string) => `Tal med din leder: ${names}.`,
  worryNoLeader: "Tal med din leder, også hvis du er i tvivl.",
  worryNotice:
    "Får et barn eller en voksen ikke den hjælp, de har brug for, så skriv en underretning til kommunen. Det gælder også, når borgeren siger nej.",
  worryDid: "Hvad gjorde du?",
  worries: {
    "called-112": "Jeg ringede 112",
    "called-doctor": "Jeg ringede til lægen eller lægevagten",
    "told-leader": "Jeg talte med min leder",
    "wrote-notice": "Jeg skrev en underretning",
    talked: "Jeg talte med borgeren om det",
  } satisfies Record<Worry, string>,
  worryNote: "Vil du skrive noget til?",
  worrySave: "Skriv det på sagen",

  placedTitle: "Ude og aktiv",
  placedNone: "Borgeren er ikke begyndt noget sted endnu.",
  placedUnknown: "Et sted, der ikke er skrevet ned",
  placedFrom: (day: string) => `siden ${day}`,
  placedFromUnknown: "uden en dag for den første gang",
  placedUntil: (day: string) => `til ${day}`,
  placedAdd: "Borgeren er begyndt et sted",
  placedOffer: "Hvor?",
  placedOfferHint: "Skriv, hvad det er, eller sæt adressen på en aktivitet fra opslagstavlen ind.",
  placedFirst: "Hvornår var første gang?",
  placedSave: "Skriv det på sagen",
  placedEnd: "Borgeren er stoppet her",
  placedLast: "Hvornår var sidste gang?",
  placedEndSend: "Skriv, at det er slut",

  giveHint: "Den, du giver sagen til, overtager den. Du kan ikke læse den bagefter.",
  giveColleagues: "Kolleger i teamet",
  giveAway: (name: string, until: string) => `${name} (er væk til og med ${until})`,
  giveTeams: "Andre teams",
  giveElsewhere: "Teams et andet sted (spørg borgeren først)",
  giveNobody: "Der er ingen at give den til.",

  noticeTitle: "Giv borgeren besked",
  noticeWhy:
    "Der er ikke sket noget i forløbet længe, og vi kan ikke skrive en mail. Ring, eller send et brev. Sig for eksempel:",
  noticeHow: "Hvordan fik borgeren besked?",
  noticeHows: { mail: "Med mail", phone: "Jeg ringede", letter: "Jeg sendte et brev" } satisfies Record<
    NoticeWay,
    string
  >,
  noticeOn: "Hvilken dag?",
  noticeThen: (days: number) =>
    `Hører vi intet i ${days} dage, lukker siden forløbet. Sker der noget inden, er det stadig åbent.`,
  noticeSave: "Jeg har givet besked",
  noticeSaid: {
    mail: (day: string) => `skrev til borgeren, at forløbet bliver lukket den ${day}, hvis vi intet hører`,
    phone: (day: string) => `sagde til borgeren, at forløbet bliver lukket den ${day}, hvis vi intet hører`,
    letter: (day: string) =>
      `sendte et brev til borgeren om, at forløbet bliver lukket den ${day}, hvis vi intet hører`,
  } satisfies Record<NoticeWay, (day: string) => string>,
  noticeLine: (day: string) => `lukkes den ${day}, hvis vi intet hører`,

  deliveryTitle: "Før forløbet bliver slettet",
  deliveryWanted: "Forløbet skal ligge i jeres eget system, før det bliver slettet her.",
  deliveryOffer: "Skal forløbet ligge i jeres eget system, så hent det her.",
  deliveryPdf: "Hent forløbet som PDF",
  deliveryFile: "Hent forløbet som JSON",
  deliveryAgain: "Der er kommet nyt siden. Hent filerne igen, og læg dem i jeres system.",
  receiptTitle: "Kvittering",
  receiptWhy: "Tallene er filernes fingeraftryk (SHA-256). Med dem kan I vise, at det er de samme filer.",
  deliveryDone: "Jeg har lagt det i vores system",
  deliveredAt: (when: string) => `Forløbet blev lagt i jeres eget system ${when}.`,
};
