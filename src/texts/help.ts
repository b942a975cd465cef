import type { ConsentKind, IntroducedTo } from "../../db/schema.ts";

/** Få hjælp: the form, the citizen's own page, and the mails about a request. */
export const help = {
  title: "Få hjælp",
  heading: "En brobygger ringer til dig",
  headingOther: "En brobygger ringer op",
  consentOther:
    "Når du trykker, ringer en brobygger til den, du skriver for, og spørger først, om det er i orden. Vi gemmer det, du har skrevet. Siger personen nej, sletter vi det.",
  intro: "Det er gratis, og du binder dig ikke til noget.",
  about: "Du spørger om:",
  carriedTitle: "Vi tager med fra din søgning:",
  carriedHint: "Fjern fluebenet ved det, der ikke skal med.",
  found: (n: number) =>
    n === 0
      ? "Søgningen fandt ikke noget."
      : n === 1
        ? "Søgningen fandt 1 aktivitet."
        : `Søgningen fandt ${n.toLocaleString("da-DK")} aktiviteter.`,
  takeWords: (words: string) => `Tag også mine søgeord med: »${words}«`,
  changeCarried: "Ret eller vælg mere",
  whichTeam: "Hvem skal hjælpe dig?",
  forWhom: "Hvem skal vi ringe til?",
  forMe: "Mig",
  forOther: "En, jeg kender",
  name: "Hvad hedder du?",
  theirName: "Hvad hedder den person, vi skal ringe til?",
  phone: "Hvad er dit telefonnummer?",
  theirPhone: "Hvad er telefonnummeret?",
  email: "Eller din mail",
  theirEmail: "Eller en mail",
  emailHint: "Har du skrevet et nummer, kan du springe mailen over.",
  saidYes: "Personen har sagt ja til, at I ringer.",
  saidYesHint: "Spørg først. Siger personen nej til os, sletter vi det, du har skrevet.",
  relativeName: "Hvad hedder du selv?",
  relativeEmail: "Din egen mail, hvis du vil have en kvittering",
  when: "Hvornår må vi ringe?",
  whens: { morning: "Formiddag", afternoon: "Eftermiddag", any: "Lige meget" },
  mayLeaveMessage: "I må gerne lægge en besked",
  area: "Hvor i byen?",
  areaAny: "Vælg et område",
  otherArea: "Et område mere",
  postcodes: "Postnumre",
  areas: "Områder",
  days: "Dage",
  times: "Tid på dagen",
  themes: "Emner",
  wishes: "Hvad kan du godt lide?",
  wishesHint: "Du behøver ikke skrive om sygdom. Skriv ikke dit CPR-nummer.",
  trap: "Lad feltet stå tomt",
  send: "Ring mig op",
  sendOther: "Ring op",
  more: "Læs, hvem vi er, hvor længe vi gemmer, og hvad du har ret til",
  happens: "Det sker der",
  steps: (days: number): [string, string][] => [
    [
      `Vi ringer inden for ${days === 1 ? "1 hverdag" : `${days} hverdage`}.`,
      "Du får et link, hvor du kan se, hvor langt vi er.",
    ],
    ["Vi finder noget sammen,", "som passer med tid, sted, bus og økonomi."],
    ["Vi går gerne med", "de første gange."],
  ],
  notYet: {
    heading: "Vi er ikke helt klar endnu",
    text: "Snart kan du bede en brobygger om at ringe til dig. Lige nu er der ingen, der kan tage imod. Derfor kan du ikke skrive til os her endnu.",
    instead: "Det kan du gøre i stedet",
    board: "Se på opslagstavlen, hvad der sker tæt på dig. Du må gerne bare møde op.",
    doctor: "Har du det skidt, så tal med din egen læge.",
    urgent: "Kan det ikke vente? Så ring til et af de numre, der står her på siden.",
    find: "Find aktivitet",
  },
  beside: "Andre veje til hjælp",
  rather: "Vil du hellere ringe?",
  callNow: "Vil du ikke vente? Ring",
  call: "Ring",
  comeBy: "Kom forbi. Du skal ikke bestille tid:",
  orComeBy: "Eller kom forbi. Du skal ikke bestille tid:",
  doctor: "Lægevagten",
  lifeline: "Livslinien",
  emergency: "Ved livsfare",
  askedAgain: "Har skrevet til os igen.",
  saidNoAgain: "Har sagt nej tak på siden for en senere besked. Hør, om det også gælder denne.",
};

/** When the keys that lock what people write are not there. */
export const closedTexts = {
  title: "Vi har lukket her lige nu",
  help: "Vi kan ikke tage imod dit navn og dit nummer lige nu. Ring til os i stedet, eller prøv igen senere.",
  page: "Vi kan ikke vise den side lige nu. Intet er slettet. Prøv igen senere, eller ring til os.",
  staff:
    "Sig det til den, der passer siden: Nøglerne i CASE_KEYS er ikke dem, der har låst det, der ligger her. Er de væk for altid, så kør: npm run keys -- give-up",
};

/** The page behind the citizen's link. */
export const ownPage = {
  trialTitle: (title: string) => `Du skal prøve ${title}`,
  trialOff: "Dagen er aflyst eller flyttet. Vi ringer til dig om en ny.",
  listTitle: "Det har vi talt om",
  toldTitle: "Hvem vi har fortalt om dig",
  toldWho: (who: string, title: string) => (who ? `${who}, om »${title}«` : `Om »${title}«`),
  title: "Din henvendelse",
  reference: "Dit nummer hos os",
  referenceHint: "Sig det, hvis du ringer til os.",
  thanks: "Tak. Vi har fået din besked.",
  thanksOther: "Tak. Vi har fået beskeden.",
  keepLink: "Gem linket til siden. Så kan du altid se, hvor langt vi er.",
  now: "Hvad sker der nu?",
  newUntil: (day: string) => `En brobygger ringer til dig senest ${day}.`,
  onlyOnce: "Har du skrevet til os før? Så ringer vi kun én gang.",
  newLate: "Vi er bagud. Undskyld. Vi ringer til dig, så snart vi kan. Du er også velkommen til at ringe til os.",
  taken: (name: string) => `${name} er din brobygger.`,
  takenUntil: (name: string, day: string) => `${name} er din brobygger og ringer til dig senest ${day}.`,
  notReached: (name: string, when: string) => `${name} ringede ${when}, men fik ikke fat i dig. Vi prøver igen.`,
  messageLeft: (name: string, when: string) => `${name} ringede ${when} og lagde en besked. Vi prøver igen.`,
  spoken: (name: string) => `${name} er din brobygger. I har talt sammen.`,
  closed: "Forløbet er slut. Du kan altid skrive til os igen.",
  closedSilent: "Vi har ikke hørt fra dig, så vi har lukket din henvendelse. Du kan altid skrive til os igen.",
  closesOn: (day: string) =>
    `Vi har ikke talt sammen længe. Vil du stadig have hjælp? Så skriv herunder, eller ring. Hører vi intet, lukker vi din henvendelse den ${day}.`,
  withdrawn: (days: number) =>
    `Du har sagt nej tak. Ingen ringer til dig. ${days === 0 ? "Vi sletter det, du har skrevet, i dag." : `Vi sletter det, du har skrevet, inden ${days === 1 ? "1 dag" : `${days} dage`}.`} Kun hvis loven siger det, gemmer vi noget længere.`,
  callsNumber: (end: string) => `Vi ringer til det nummer, der slutter på ${end}.`,
  writesMail: "Vi skriver til den mail, du gav os.",
  wrongNumber: "Er nummeret forkert, så skriv det rigtige i en besked herunder.",
  yourNotes: "Det har du skrevet siden",
  addTitle: "Vil du sige mere?",
  addLabel: "Skriv til din brobygger",
  addSend: "Send besked",
  stopTitle: "Vil du ikke ringes op alligevel?",
  stopOpen: "Jeg vil sige nej tak",
  stopHow: (days: number) =>
    `Så ringer vi ikke. Det, du har skrevet, bliver slettet ${days === 0 ? "i dag" : `inden ${days === 1 ? "1 dag" : `${days} dage`}`}, hvis ikke loven siger, at vi skal gemme det. Du kan altid skrive til os igen.`,
  stopSend: "Ja, jeg siger nej tak",
  yesTitle: "Det har du sagt ja til",
  yesHint: "Du kan altid trække et ja tilbage. Så stopper det fra nu af. Det, der er sket, kan vi ikke gøre om.",
  yesKinds: {
    "call-and-store": "At vi ringer til dig og gemmer det, du har sagt",
    message: "At vi lægger en besked",
    "share-with-association": "At en forening får dit navn og nummer",
    "follow-up": "At vi ringer igen senere",
    "pass-on": "At et andet team tager over",
    "feed-back": "At det sted, der henviste dig, hører, hvordan det går",
    "who-5": "At vi spørger, hvordan du har det",
  } satisfies Record<ConsentKind, string>,
  takeBack: "Træk tilbage",
  takeBackNamed: (what: string) => `Træk tilbage: ${what}`,
  gone: "Linket virker ikke",
  goneText: "Måske er det ikke kopieret helt. Eller også har vi slettet det, du skrev. Du kan skrive til os igen.",
  again: "Skriv til os igen",
  relative: (day: string) =>
    `En brobygger ringer senest ${day}. Siger personen nej, ringer vi ikke igen, og vi sletter det, du har skrevet.`,
  relativeLink: "Når vi har talt sammen, får personen selv et link, hvor man kan følge med.",
  board: "Se, hvad der sker i byen",
};

/** Coming back with a number and a code, and the page behind it. */
export const comeBack = {
  title: "Jeg har været i kontakt med jer før",
  lead: "Har din brobygger givet dig en kode? Så kan du se her, hvad der sker nu, og skrive til os.",
  phone: "Dit telefonnummer",
  code: "Koden",
  codeHint: "6 tal. Du har fået dem af din brobygger.",
  send: "Vis mig, hvad der sker nu",
  noCode: "Har du ingen kode? Ring til os, så laver vi en.",
};
export const nextPage = {
  title: "Hvad sker der nu?",
  somebody: "En brobygger",
  nothing: "Der er ikke aftalt noget lige nu. Skriv herunder, hvis du vil tale med os.",
  trial: (day: string, clock: string | null) => `Du skal ud og prøve noget ${day}${clock ? ` kl. ${clock}` : ""}.`,
  wait: (who: string, day: string) =>
    `Du melder dig, når du er klar. Hører vi ikke fra dig, ringer ${who === nextPage.somebody ? "en brobygger" : who} ${day}.`,
  callsBy: (who: string, day: string) => `${who} ringer til dig senest ${day}.`,
  calls: (who: string, day: string, clock: string | null) =>
    `${who} ringer til dig ${day}${clock ? `, tidligst kl. ${clock}` : ""}.`,
  leave: "Er du på en andens computer? Så luk siden, når du er færdig.",
};

/** The mails about a request. Subjects and texts say nothing of a person. */
export const letters = {
  hello: "Hej",
  receipt: {
    subject: "Kvittering fra Fællesbro",
    received: (day: string) => `Tak for din besked. Vi kontakter dig senest ${day}.`,
    link: "Her kan du se, hvor langt vi er, og skrive mere:",
    reads: "Kun brobyggerne læser det, du skriver. Ingen, der arbejder med job eller dagpenge, kan læse det.",
    stop: "Vil du ikke kontaktes alligevel? Det kan du også sige på siden.",
  },
  relative: {
    subject: "Kvittering fra Fællesbro",
    received: (day: string) => `Tak for din besked. Vi tager kontakt senest ${day}.`,
    noMore: "Vi taler med personen selv. Derfor hører du ikke mere fra os om sagen.",
  },
  introduction: {
    subject: "En besked fra Fællesbro",
    said: {
      association: (title: string) =>
        `En brobygger vil gerne fortælle dig om en, der har lyst til at komme til »${title}«.`,
      companion: (title: string) => `En brobygger spørger, om du vil følges med en til »${title}«.`,
    } satisfies Record<IntroducedTo, (title: string) => string>,
    link: "Tryk her. På siden trykker du på en knap, og så ser du, hvem det er:",
    scanners: "Mailen selv fortæller ikke noget om personen.",
    days: "Linket virker i 14 dage. Du svarer med ét tryk.",
    call: "Vil du hellere tale med en? Så står vores nummer på siden.",
  },
  takenBack: {
    subject: "En besked fra Fællesbro",
    said: (title: string) =>
      `En brobygger har skrevet til dig om en, der havde lyst til »${title}«. Det er aflyst nu. Linket virker ikke mere.`,
    remove: "Har du skrevet navn eller nummer ned, så slet det. Du skal ikke gøre andet.",
  },
  reminder: {
    subject: "En påmindelse fra Fællesbro",
    said: "Du har en aftale i morgen.",
    where: "Her kan du se, hvad det er, hvor det er, og hvem du møder:",
  },
  list: {
    subject: "Dit link til Fællesbro",
    said: "Her er det, vi har talt om:",
  },
  link: {
    subject: "Dit link til Fællesbro",
    link: "Her kan du se, hvor langt vi er, og skrive til os:",
    stop: "Vil du ikke have hjælp mere? Det kan du også sige på siden.",
  },
  notice: {
    subject: "Besked fra Fællesbro",
    asks: "Vi har ikke talt sammen længe. Vil du stadig have hjælp?",
    answer: "Så svar på din egen side:",
    ends: (day: string) => `Hører vi intet, lukker vi din henvendelse den ${day}.`,
    again: "Du kan altid skrive eller ringe igen.",
  },
  cover: {
    subject: "Vikar på Fællesbro",
    said: (cover: string, away: string, from: string, until: string) =>
      `${cover} passer forløbene hos ${away} fra ${from} til og med ${until}.`,
    where: "Er det ikke rigtigt, kan I ændre det her:",
  },
  late: {
    subject: "Nogen har ventet for længe",
    said: (n: number) =>
      n === 1
        ? "En henvendelse har ventet længere, end vi lover."
        : `${n} henvendelser har ventet længere, end vi lover.`,
    see: "Se her, hvem der venter:",
    noLead: "Teamet har ingen leder, der kan gøre noget ved det. Find en her:",
  },
};
