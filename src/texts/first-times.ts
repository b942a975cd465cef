import type {
  Again,
  CompanyKind,
  IntroducedTo,
  IntroductionAnswer,
  IntroductionWay,
  Reminder,
  WhyMissed,
} from "../../db/schema.ts";

/** From the wish to the first time: what a brobygger writes to an association, agrees and notes. */
export const firstTimes = {
  introducedTo: { association: "foreningen", companion: "en følgesvend" } satisfies Record<IntroducedTo, string>,
  ways: {
    self: "Borgeren tager selv kontakt",
    mail: "Jeg skriver en mail",
    phone: "Jeg har ringet",
  } satisfies Record<IntroductionWay, string>,
  answers: {
    welcome: "Velkommen",
    "call-me": "Ring til mig",
    "no-room": "Vi har ikke plads nu",
    "not-for-us": "Det passer ikke hos os",
    self: "Borgeren overtager selv",
    silent: "Ingen svarede",
    "called-off": "Aflyst",
  } satisfies Record<IntroductionAnswer, string>,
  companies: {
    brobygger: "Brobyggeren",
    volunteer: "En frivillig",
    "social-sundhed": "Social Sundhed",
    mentor: "En mentor",
    peer: "En ligesindet",
    "motion-guide": "En motionsvejleder",
    host: "En fra foreningen",
  } satisfies Record<CompanyKind, string>,
  agains: { yes: "Ja, gerne", no: "Nej tak", unsure: "Ved ikke endnu" } satisfies Record<Again, string>,
  whys: {
    ill: "Var syg",
    "dared-not": "Turde ikke",
    transport: "Kunne ikke komme derhen",
    forgot: "Glemte det",
    "changed-mind": "Ville ikke alligevel",
    association: "Foreningen aflyste, eller døren var låst",
    unknown: "Ved ikke",
  } satisfies Record<WhyMissed, string>,
  reminders: { mail: "Med en mail dagen før", paper: "På papir" } satisfies Record<Reminder, string>,
};
