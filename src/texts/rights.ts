import type { PersonRequestKind, PersonRequestNo } from "../../db/schema.ts";

/** What a citizen may ask for by law: to see all that is kept, and that it is erased. */
export const rightsTexts = {
  toldTo: "Hvem vi har fortalt om dig",
  title: "Vil borgeren se eller slette det hele?",
  lead: "Det har borgeren ret til at bede om. Skriv det op, så det bliver svaret inden for en måned.",
  ask: {
    copy: "Borgeren vil se det hele",
    erase: "Borgeren vil have det hele slettet",
  } satisfies Record<PersonRequestKind, string>,
  wanted: { copy: "at se det hele", erase: "at få det hele slettet" } satisfies Record<PersonRequestKind, string>,
  asked: {
    copy: (when: string, until: string) => `Bad ${when} om at se det hele. Svar senest ${until}.`,
    erase: (when: string, until: string) => `Bad ${when} om at få det hele slettet. Din leder svarer senest ${until}.`,
  } satisfies Record<PersonRequestKind, (when: string, until: string) => string>,
  makeCopy: "Lav en kopi til borgeren",

  copyTitle: "Kopi til borgeren",
  copyLead:
    "Her er alt, hvad der står om borgeren i sagen. Læs det igennem. Fjern fluebenet ved det, der handler om andre, og som de ikke vil have, at borgeren ser.",
  others: "Andre mennesker",
  othersHint: "De er ikke med, før du sætter flueben.",
  relative: (name: string) => `${name}, der skrev for borgeren`,
  referrer: (name: string) => `${name}, der henviste`,
  staff: "Navnene på dem, der har arbejdet med sagen, og som har læst den",
  happened: "Det, der er sket",
  show: "Vis kopien",
  otherCases: "Samme nummer eller mail står også her. Er det samme borger, så lav en kopi der også:",
  otherCasesHidden: (reference: string) => `${reference} har en kollega. Bed om en kopi der.`,
  forWhom: (reference: string) => `Kopi af sag ${reference}`,
  made: (day: string) => `Lavet ${day}.`,
  about: "Om dig",
  saidYes: "Det, du har sagt ja til",
  where: "Hvor du har været med",
  readers: "Hvem der har læst sagen",
  somebody: "En medarbejder",
  moreRows: {
    when: "Hvornår vi må ringe",
    message: "Læg en besked",
    search: "Din søgning",
    next: "Det næste, der sker",
  },
  mayLeave: { yes: "Det må vi gerne", no: "Det må vi ikke" },
  leftOut: "Noget er ikke med, fordi det handler om andre.",
  rightsTitle: "Dine rettigheder",
  rightsText: (controller: string, months: number) =>
    `${controller ? `${controller} er ansvarlig for oplysningerne. ` : ""}Vi bruger dem kun til at hjælpe dig videre, og vi sletter dem ${months === 1 ? "1 måned" : `${months} måneder`} efter, at forløbet er slut. Du kan bede os om at rette dem eller slette dem. Er du ikke tilfreds, kan du klage til Datatilsynet.`,
  file: "Hent kopien som fil",
  print: "Brug browserens »Udskriv« for at få den på papir.",
  again: "Ret i, hvad der er med",
  given: "Borgeren har fået kopien",
  rows: { name: "Navn", phone: "Telefon", email: "Mail", area: "Område", wishes: "Det, du har skrevet eller sagt" },

  deskTitle: "Beder om at blive slettet",
  deskLead:
    "Sig ja, når der ikke er en lov, der siger, at I skal gemme det. Så bliver alle borgerens sager her slettet med det samme. Det kan ikke fortrydes.",
  none: "Ingen beder om at blive slettet.",
  line: (when: string, until: string) => `Bad om det ${when}. Svar senest ${until}.`,
  also: (references: string) => `Sletter også ${references}.`,
  byMail: "Siger du ja, får borgeren besked med mail.",
  byPhone: "Borgeren har ingen mail hos jer. Bed brobyggeren om at sige det, før du sletter.",
  late: "for sent",
  grant: "Ja, det kan vi",
  grantHint: "Det bliver slettet med det samme, og det kan ikke fortrydes.",
  erase: "Slet det hele",
  eraseNamed: (reference: string) => `Slet det hele: ${reference}`,
  refuse: "Nej, det kan vi ikke",
  why: "Hvorfor ikke?",
  refuseSend: "Gem svaret",
  whys: {
    "record-duty": "Vi har pligt til at gemme det",
    complaint: "Der er en klage eller en sag om det",
    "not-theirs": "Vi ved ikke, om det var borgeren selv",
    "taken-back": "Borgeren har fortrudt",
  } satisfies Record<PersonRequestNo, string>,
  refused: (why: string) => `Lederen sagde nej: ${why.toLowerCase()}. Fortæl borgeren det, og at man kan klage.`,
};

/** The mail to somebody whose cases were erased. */
export const erasedLetter = {
  subject: "Det, du bad os om",
  done: "Vi har slettet det, vi havde skrevet ned om dig. Vi kan ikke finde det igen.",
  back: "Får du brug for os senere, er du altid velkommen til at skrive eller ringe.",
};
