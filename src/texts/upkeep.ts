/** A board that is true: confirming, telling, asking and coming. */

/** What may be wrong with an activity. */
export const reasonNames = {
  locked: "Døren var låst",
  number: "Nummeret virker ikke",
  over: "Det er slut",
  other: "Noget andet",
} as const;

/** On the page of one activity. */
export const onPage = {
  full: "Fuldt lige nu",
  fullText: "Der er ikke plads lige nu.",
  doubted: (date: string) => `Ikke bekræftet siden ${date}. Ring og spørg, før du går derhen.`,
  goneFromCalendar: "Foreningens kalender nævner den ikke mere. Ring og spørg, før du går derhen.",
  goneTheirs: "Passer det stadig? Så står her ikke mere, at man skal ringe først.",
  neverConfirmed: "Ingen har bekræftet den endnu. Ring og spørg, før du går derhen.",
  lapsed: "Den er taget ned. Vi ved ikke, om den er der mere, for foreningen har ikke svaret os.",
  lapsedTheirs: "Passer det stadig? Så er den på tavlen igen med ét tryk.",
  comesBack: "Ja, det passer stadig",
  volunteers: "Vil du hjælpe til?",
  volunteersMore: (host: string) => `Sig det til ${host}, når du kommer, eller ring først.`,
  coming: "Sig, at du kommer",
  comingText: (host: string) =>
    `Så ved ${host}, at du kommer, og ser efter dig. Vi sender kun dit fornavn og dagen. Det er væk igen, når dagen er gået.`,
  firstName: "Dit fornavn",
  whichTime: "Hvornår kommer du?",
  alone: "Jeg kommer alene",
  comingMail: "Din mail",
  comingMailHint:
    "Så skriver vi, hvis dagen bliver aflyst eller flyttet. Værten ser den ikke. Den er slettet, når dagen er gået.",
  sayIt: "Jeg kommer",
  questions: "Hvad mangler du at vide?",
  questionsText: (host: string) =>
    `Spørg her. ${host} svarer, og så kan alle læse det. Skriv ikke noget om dig selv. Vi viser ikke, hvem der spørger.`,
  question: "Dit spørgsmål",
  askIt: "Spørg",
  answers: (host: string) => `${host} svarer:`,
  wrong: "Er noget forkert?",
  wrongText: "Sig det til os. Så får foreningen besked med det samme.",
  whatIsWrong: "Hvad er der galt?",
  tellMore: "Fortæl lidt mere",
  tellMoreHint: "Skriv ikke navne eller noget om dig selv.",
  tellIt: "Send besked",
  trap: "Lad feltet stå tomt",
  hostLink: "Er du tovholder her?",
  hostLinkText:
    "Vi sender et link til den mail, som foreningen har skrevet. Med linket kan du aflyse eller flytte en dag.",
  sendHostLink: "Send mig et link",
} as const;

/** The page behind a link in a mail. */
export const linkPage = {
  named: "Dit navn står på opslagstavlen",
  namedLead: (title: string) => `Du står som den, man kan kontakte om »${title}«.`,
  namedHidden: "Andre ser først nummer og mail, når de trykker på en knap.",
  namedSee: "Se siden",
  namedAway: "Tag mit navn væk",
  namedThen: "Så står foreningen der i stedet, og den får besked.",
  namedGone: "Dit navn står der ikke.",
  gone: "Linket virker ikke mere",
  goneText: "Et link virker i 60 dage. Log ind, eller bed om et nyt link på aktivitetens side.",
  signIn: "Log ind",
  confirmTitle: "Passer det her stadig?",
  confirmLead: "Sådan står det på tavlen. Læs det igennem.",
  yes: "Ja, det passer stadig",
  edit: "Ret den",
  editText: "Du skal logge ind for at rette.",
  takeDown: "Tag den ned",
  takeDownText: "Så kan ingen finde den mere. Du kan fortryde her bagefter.",
  takeDownYes: "Ja, tag den ned",
  confirmed: (date: string) => `Den er bekræftet ${date}.`,
  lapsed: "Den er taget ned, fordi vi ikke hørte fra jer. Tryk på knappen, så er den på tavlen igen.",
  undo: "Fortryd",
  when: "Hvornår",
  where: "Hvor",
  price: "Pris",
  statePrice: "Skriv prisen",
  who: "Hvem tager imod",
  text: "Det sker",
  next: "De næste gange",
  online: "På nettet",
  see: "Se hele siden",
  told: "Nogen har skrevet til os:",
  handled: "Det er klaret",
  dates: "Aflys eller flyt en dag",
  datesLead: "Tryk ud for dagen. Alle ser det med det samme.",
  cancel: "Aflys",
  cancelOf: (when: string) => `Aflys ${when}`,
  restoreOf: (when: string) => `Fortryd: aflysning ${when}`,
  cancelled: "Aflyst",
  move: "Flyt",
  moveOf: (when: string) => `Flyt ${when}`,
  moveTo: "Ny dag",
  moveStart: "Fra kl.",
  moveEnd: "Til kl.",
  moveYes: "Flyt dagen",
  noDates: "Der er ingen dage endnu.",
  notOn: "Den er ikke på tavlen lige nu.",
  questions: "Svar på et spørgsmål",
  questionsLead: "Dit svar kan alle læse. Skriv ikke navne på andre.",
  answer: "Dit svar",
  sendAnswer: "Svar alle",
  skip: "Svar ikke",
  noQuestions: "Der er ingen spørgsmål lige nu.",
  waiting: "Venter på svar",
  answered: "Besvaret",
  comers: "Her kommer nogen",
  comesAlone: "kommer alene",
  willHear: (many: number) =>
    many === 1
      ? "Én får en mail, hvis du aflyser eller flytter dagen."
      : `${many} får en mail, hvis du aflyser eller flytter dagen.`,
  heard: (names: string) => `${names} får en mail om det.`,
  unheard: (names: string) => `Vi kan ikke skrive til ${names}. De kan kun se det på siden.`,
} as const;

/** What a citizen who said so sees. */
export const comingPage = {
  title: (host: string) => `${host} ved, du kommer`,
  text: (name: string, when: string) => `Hej ${name}. Vi har sagt, at du kommer ${when}.`,
  alone: "Du kommer alene. Det er helt i orden.",
  off: "Det er aflyst eller flyttet. Se siden, før du går derhen.",
  see: "Se, hvor det er",
  takeBack: "Kommer du ikke alligevel?",
  takeBackText: "Så siger vi det til værten. Dit navn bliver slettet.",
  takeBackYes: "Jeg kommer ikke",
  keep: "Gem siden, hvis du vil kunne sige fra. Alt er slettet, når dagen er gået.",
  gone: "Der står ikke noget her mere",
  goneText: "Enten er dagen gået, eller også har du sagt fra. Dit navn er slettet.",
  back: "Find en aktivitet",
} as const;

/** The wish for something that is missing. */
export const suggesting = {
  title: "Hvad mangler du på tavlen?",
  lead: "Fortæl, hvad du gerne vil. En redaktør læser det. Foreninger kan se ønsket og tage det op.",
  wish: "Hvad har du lyst til?",
  wishHint: "For eksempel: Et hold, hvor man går langsomt. Skriv ikke navne.",
  area: "Hvor skal det være?",
  theme: "Hvad handler det om?",
  any: "Lige meget",
  contact: "Din mail eller dit nummer",
  contactHint: "Kun hvis vi må skrive til dig, når der er noget. Kun redaktøren ser det.",
  send: "Send dit ønske",
  thanks: "Tak. Vi har fået dit ønske.",
  thanksText: "Vi ved ikke, om nogen kan tage det op. Men nu er det sagt. Har du brug for noget nu, så ring vi gerne.",
  see: "Se, hvad der er på tavlen",
  help: "Få hjælp",
} as const;

/** Yes or no to the monthly mail. */
export const monthlyChoice = {
  title: "Mail hver måned",
  wanted: "Vi skriver en gang om måneden, hvor tit jeres aktiviteter er brugt.",
  no: "Nej tak til mailen",
  unwanted: "Du har sagt nej tak. Vi sender dig ikke den mail mere.",
  yes: "Send mig den igen",
  else: "Vi skriver stadig, når nogen spørger om noget, eller når I skal svare på noget.",
  goneText: "Log ind, så kan du vælge på jeres eget bord.",
} as const;
