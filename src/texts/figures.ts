/** The figures of a team: inside it, and what may leave it. Each says how it is counted. */
import type { Door } from "../../db/schema.ts";
import { casework } from "./casework.ts";
import { followTexts } from "./following.ts";
import { firstTimes } from "./first-times.ts";
import { referTexts } from "./units.ts";

const doors = {
  site: "Skrev selv på siden",
  relative: "En anden skrev",
  phone: "Ringede",
  "drop-in": "Kom forbi",
  letter: "Brev fra lægen",
  colleague: "Henvist af en kollega",
  sheet: "Fra jeres gamle ark",
  "other-team": "Fra et andet team",
} satisfies Record<Door | "other-team", string>;

const weeks = (many: number) => (many === 1 ? "1 uge" : `${many} uger`);

const PART =
  "Af dem, der er fulgt op efter 3 måneder. Afstanden er i lige linje fra midten af borgerens område til det første sted. Vi viser det kun, når mindst 20 er fulgt op.";
const PART_COMPANY =
  "Af dem, der er fulgt op efter 3 måneder. Nogen gik med mindst en gang, eller ingen gjorde. Vi viser det kun, når mindst 20 er fulgt op.";

export const figureTexts = {
  nav: "Tal",
  title: (team: string) => `Tal for ${team}`,
  lead: "Vi tæller sager. Her står ingen navne på borgere.",
  from: "Fra og med",
  until: "Til og med",
  team: "Team",
  show: "Vis",
  badSpan: "De måneder kan vi ikke vise. Vælg en måned, der er begyndt, og højst ti år. Her er det sidste år.",
  sheet: "Hent tallene som ark",
  rowSheet: "Hent en linje for hver sag",
  rowSheetHint: "Uden navne og numre. En brobygger får kun linjer fra sine egne sager.",
  out: "Tal, I må give videre",
  file: "tal.csv",
  rowFile: "tal-linjer.csv",
  asTable: "Som tabel",
  drawn: (many: number) => `De ${many} største er tegnet. Resten står i tabellen.`,
  all: "I alt",
  none: "Der er ingen i de måneder.",
  columns: { what: "Hvad", many: "Antal" },
  days: (many: number) => (many === 1 ? "1 dag" : `${many} dage`),
  workingDays: (many: number) => (many === 1 ? "1 hverdag" : `${many} hverdage`),
  percent: (many: number) => `${many} %`,
  of: (numerator: number, denominator: number) => `${numerator} af ${denominator}`,
  unknown: "Ved ikke",
  months: (from: string, until: string) => (from === until ? from : `${from} til ${until}`),

  compare: "Sammenlign med",
  compareNot: "Ikke noget",
  compared: { year: "Året før", before: "Tiden lige før" },
  before: (value: string) => `Før: ${value}`,
  beforeColumn: "Før",
  frozen: (day: string) => `Året blev lukket den ${day}. Her står tallene, som de var den dag.`,
  changed: "Ændret, siden året blev lukket",
  changedText:
    "Nogen har rettet en sag, eller en borger har svaret senere. De tal, I giver videre, er stadig de lukkede.",
  changedHead: { what: "Hvad", was: "Da året blev lukket", is: "Nu" },
  unchanged: "Der er ikke ændret noget siden.",
  loadTitle: "Hvor meget har hver?",
  loadText:
    "Åbne forløb er i dag. Forsøg og samtaler er i de måneder. Timerne skriver hver selv under Mine forløb. En brobygger ser kun sine egne tal.",
  loadHead: {
    name: "Brobygger",
    open: "Åbne forløb",
    attempts: "Forsøg og samtaler",
    hours: "Timer om ugen",
    perTen: "Forløb for hver 10 timer",
  },
  noHours: "Ikke skrevet",
  costTitle: "Hvad har året kostet?",
  costHint: "Løn, kørsel og alt andet, i kroner. Så regner vi ud, hvad hver borger har kostet.",
  costLabel: (year: number) => `Kroner i ${year}`,
  costSave: "Gem",
  paper: "Årets tal på papir",

  inTime: (first: number, later: number) =>
    `Et svar er i tide, når det kommer højst ${weeks(first)} før eller efter, at der er gået 3 uger, og højst ${weeks(later)} før eller efter 3 og 6 måneder.`,

  sections: {
    referred: "Hvem er kommet?",
    where: "Hvor er de nu?",
    waiting: "Hvor længe har de ventet?",
    started: "Hvem er kommet i gang?",
    followed: "Er de der stadig?",
    wellbeing: "Hvordan har de det? (WHO-5)",
    parts: "Betyder afstand og følge noget?",
    ways: "Sådan kom de i gang",
    load: "Hvem har brugt tiden?",
    missed: "Det mangler der",
    cost: "Hvad har det kostet?",
    now: "Lige nu",
  },

  singles: {
    total: {
      label: "henvendelser",
      definition: "Alle, der kom til jer i de måneder, også fra et andet team, og også dem, der er slettet siden.",
    },
    leftOut: {
      label: "tæller ikke",
      definition: "Det, der ikke var en rigtig henvendelse, og dem, der skrev igen, mens de ventede.",
    },
    firstTry: {
      label: "til første forsøg",
      definition:
        "Hele hverdage, fra borgeren bad om hjælp, til I prøvede første gang. Det er den midterste af dem, vi kender (medianen). Er der to i midten, er det den mindste. Den, der ringer eller kommer forbi, tæller som 0. Sager fra jeres gamle ark er ikke med.",
    },
    firstTryMost: {
      label: "for 9 af 10",
      definition: "Så mange hverdage eller færre ventede mindst 9 af 10. Det er et tal, som en af dem ventede.",
    },
    kept: {
      label: "inden for løftet",
      definition:
        "Så mange prøvede I at nå inden for det, I har lovet. Vi tæller af dem, I har prøvet at nå. Dem, der venter endnu, står for sig.",
    },
    late: {
      label: "venter over tid",
      definition: "De kom i de måneder. Løftet er brudt, og ingen har prøvet at nå dem.",
    },
    waitingNow: {
      label: "venter nu",
      definition: "Åbne sager i dag, hvor ingen har prøvet. Måneden betyder ikke noget. Så mange af dem er over tid.",
    },
    reached: {
      label: "har I talt med",
      definition: "Så mange har I fået fat i mindst en gang. Vi tæller af alle, der kom i de måneder.",
    },
    started: {
      label: "er kommet i gang",
      definition: "De er begyndt mindst et sted, og nogen har skrevet det op. Vi tæller af alle, der kom i de måneder.",
    },
    startedAtMost: {
      label: "er kommet i gang, hvis man tæller højt",
      definition:
        "Her er dem med, der selv har fundet noget, og dem, som et andet team har nu. Dem ved vi ikke, om er begyndt. Det rigtige tal ligger mellem de to.",
    },
    toStart: {
      label: "til første fremmøde",
      definition:
        "Dage fra borgeren bad om hjælp, til den første gang et sted. Det er den midterste af dem, vi kender (medianen).",
    },
    still3: {
      label: "stadig aktive efter 3 måneder, af dem I fulgte op",
      definition: "De kommer der stadig eller er aktive et andet sted. Vi tæller af dem, der har svaret i tide.",
    },
    still3OfStarted: {
      label: "stadig aktive efter 3 måneder, af alle der begyndte",
      definition:
        "De samme, men af alle, der er begyndt, og hvor tiden er gået, også dem, I ikke fulgte op. Dem, I ikke fik fat i, dem, der svarede for sent, og dem, hvor tiden ikke er gået, er ikke med. Det er dem, hvor brobyggeren ikke skal følge op, heller ikke.",
    },
    still3AtMost: {
      label: "stadig aktive efter 3 måneder, hvis dem, der selv fandt noget, er begyndt",
      definition: "De samme, men af flere: også dem, der selv har fundet en aktivitet. Vi ved ikke, om de er begyndt.",
    },
    still3OfReferred: {
      label: "stadig aktive efter 3 måneder, af alle der skulle følges op",
      definition:
        "De samme, men af alle, hvor brobyggeren skal følge op, også dem, der aldrig begyndte, og dem med en grund til, at I ikke fulgte op.",
    },
    coverage3: {
      label: "er fulgt op efter 3 måneder",
      definition: "Så mange har svaret i tide. Vi tæller af alle, der skulle følges op, og hvor tiden er gået.",
    },
    duty3: {
      label: "skal følges op efter 3 måneder",
      definition:
        "I de andre sager følger brobyggeren op efter behov, eller et andet team har sagen. Tallene her siger ikke noget om dem.",
    },
    still6: {
      label: "stadig aktive efter 6 måneder, af dem I fulgte op",
      definition: "Som efter 3 måneder. Det er ikke altid de samme borgere, så tallet kan også stige.",
    },
    still6OfStarted: {
      label: "stadig aktive efter 6 måneder, af alle der begyndte",
      definition: "Som efter 3 måneder.",
    },
    still6AtMost: {
      label: "stadig aktive efter 6 måneder, hvis dem, der selv fandt noget, er begyndt",
      definition: "Som efter 3 måneder.",
    },
    still6OfReferred: {
      label: "stadig aktive efter 6 måneder, af alle der skulle følges op",
      definition: "Som efter 3 måneder.",
    },
    coverage6: { label: "er fulgt op efter 6 måneder", definition: "Som efter 3 måneder." },
    duty6: { label: "skal følges op efter 6 måneder", definition: "Som efter 3 måneder." },
    same3: {
      label: "aktive efter 3 måneder, af de samme borgere",
      definition: "Kun dem, der har svaret i tide begge gange. De to tal her er af de samme borgere.",
    },
    same6: {
      label: "aktive efter 6 måneder, af de samme borgere",
      definition: "De samme borgere, tre måneder senere. Nogen kan være stoppet, og nogen kan være begyndt igen.",
    },
    who5Change: {
      label: "point mere efter end før",
      definition:
        "Gennemsnittet af dem, der har svaret begge gange og stadig siger ja til det. Skalaen går fra 0 til 100. Et minus er point mindre. Vi viser det kun, når mindst fem har svaret.",
    },
    who5Before: { label: "havde 50 point eller mindre før", definition: "Af de samme borgere." },
    who5After: { label: "har 50 point eller mindre efter", definition: "Af de samme borgere." },
    near: { label: "stadig aktive, når der er under 2 km", definition: PART },
    middle: { label: "stadig aktive, når der er 2 til 5 km", definition: PART },
    far: { label: "stadig aktive, når der er 5 km eller mere", definition: PART },
    with: { label: "stadig aktive, når nogen gik med", definition: PART_COMPANY },
    without: { label: "stadig aktive, når ingen gik med", definition: PART_COMPANY },
    costReached: {
      label: "for hver, I talte med",
      definition: "Det, året har kostet, delt med dem, I fik fat i.",
    },
    costStarted: { label: "for hver, der kom i gang", definition: "Det, året har kostet, delt med dem, der begyndte." },
    costActive: {
      label: "for hver, der er aktiv efter 3 måneder",
      definition:
        "Det, året har kostet, delt med dem, der svarede, at de stadig er aktive. Dem, I ikke spurgte, er ikke med.",
    },
    passes: { label: "aktivitetspas givet", definition: "Givet i de måneder." },
    passOre: { label: "givet i kroner", definition: "Alle pas, der er givet i de måneder." },
    passUses: { label: "gange brugt", definition: "Brugt i de måneder. Det, der er fortrudt, er ikke med." },
    passUsedOre: { label: "brugt i kroner", definition: "Brugt i de måneder. Det, der er fortrudt, er ikke med." },
    board: {
      label: "aktiviteter på tavlen",
      definition: "Alt, der står på tavlen i dag, fra alle foreninger.",
    },
  },

  tables: {
    doors: { title: "Hvordan kom de?", definition: "Den dør, de kom ind ad. Hver sag er her en gang." },
    units: {
      title: "Hvem henviser?",
      definition: "Kun dem, som en henviser har sendt.",
    },
    reasons: {
      title: "Hvorfor blev de henvist?",
      definition: "Kun dem, som en henviser har sendt.",
    },
    channels: { title: "Hvordan kendte henviseren jer?", definition: "Kun dem, som en henviser har sendt." },
    brobyggere: {
      title: "Hvem tog sagerne?",
      definition: "Den, der først havde sagen.",
    },
    groups: {
      title: "Hvor er de nu?",
      definition:
        "Sådan stod det, da tallene blev talt, for alle, der kom i de måneder. »Ude og aktiv« er begyndt et sted og ikke stoppet. Den, der har sagt nej tak, tæller kun der. Er sagen slettet, står den, som den stod til sidst.",
    },
    notWished: {
      title: "Derfor begyndte de ikke",
      definition: "En grund til hver af dem, der ikke ville eller kunne.",
    },
    otherEnds: { title: "Sluttet på en anden måde", definition: "En grund til hver af dem." },
    open: {
      title: "Åbne sager nu",
      definition: "Alle åbne sager i teamet i dag, også dem fra før.",
    },
    "months-3": {
      title: "Dem, vi ikke ved noget om efter 3 måneder",
      definition: "Også dem, der ikke er begyndt. Enhver har en grund.",
    },
    "months-6": {
      title: "Dem, vi ikke ved noget om efter 6 måneder",
      definition: "Også dem, der ikke er begyndt. Enhver har en grund.",
    },
    mattered: { title: "Havde støtten betydning?", definition: "Det sidste svar fra hver, der er spurgt." },
    received: { title: "Blev de godt modtaget?", definition: "Det sidste svar fra hver, der er spurgt." },
    gained: {
      title: "Hvad fik de ud af det?",
      definition:
        "Det, borgeren selv har sagt. En borger kan sige flere ting. I alt er dem, der er fulgt op efter 3 måneder.",
    },
    attempts: {
      title: "Forsøg og samtaler",
      definition:
        "Hver gang nogen prøvede at nå en borger i de måneder, også når ingen svarede. Hos den, der havde sagen.",
    },
    introductions: {
      title: "Hvad svarede foreningerne?",
      definition: "Hver gang I tog kontakt i de måneder. Ingen er væk: dem, der venter, er med.",
    },
    companions: {
      title: "Hvad svarede følgesvendene?",
      definition: "Hver gang I spurgte en følgesvend i de måneder.",
    },
    trials: {
      title: "Prøvetimer",
      definition: "Hver prøvetime, der lå i de måneder. Kom borgeren ikke, står grunden.",
    },
    company: {
      title: "Følgeskab",
      definition: "Hver gang nogen gik med i de måneder.",
    },
    gaps: {
      title: "Det mangler",
      definition: "Så mange gange har I skrevet op, at det mangler. Her er også det, I har gjort noget ved.",
    },
    gapAreas: { title: "Her mangler der noget", definition: "Det, I har skrevet op, efter sted." },
    gapThemes: { title: "Det mangler der mere af", definition: "Det, I har skrevet op, efter emne." },
    supplyAreas: { title: "På tavlen efter sted", definition: "Det, der står på tavlen i dag. Hver er her en gang." },
    supplyThemes: {
      title: "På tavlen efter emne",
      definition: "Det, der står på tavlen i dag. En aktivitet med to emner er her to gange.",
    },
  },

  doors,
  groups: {
    "not-wished": "Ville eller kunne ikke",
    "under-way": "Undervejs",
    active: "Ude og aktiv",
    stopped: "Stoppet, men stadig i gang",
    finished: "Færdig",
    "other-end": "Sluttet på en anden måde",
    moved: "Givet til et andet team",
  },
  notWished: { ...casework.reasons, withdrawn: "Har sagt nej tak" },
  otherEnds: casework.reasons,
  found: { active: "Stadig aktiv", stopped: "Stoppet" },
  experiences: followTexts.experiences,
  gains: followTexts.gainList,
  distances: { near: "under 2 km", middle: "2 til 5 km", far: "5 km eller mere" },
  notKnown: {
    ...followTexts.whys,
    "nobody-asked": "Ingen har spurgt",
    "not-started": "Begyndte aldrig, og sagen er sluttet",
    "not-reached": "Vi fik ikke fat i borgeren",
    late: "Svarede for sent",
    "not-due": "Tiden er ikke gået",
    "no-duty": "Skal ikke følges op",
  },
  reasons: referTexts.reasons,
  channels: referTexts.channels,
  notStated: "Ikke skrevet",
  otherUnit: "Et andet teams henviser",
  nobody: "Ingen endnu",
  nobodyYet: "Ingen endnu",
  others: "Andre",
  answers: { ...firstTimes.answers, waits: "Venter på svar" },
  trials: {
    came: "Kom",
    ...firstTimes.whys,
    "called-off": "Aflyst før dagen",
    ahead: "Ikke nået, eller ikke skrevet op",
  },
  companies: firstTimes.companies,
  nowhere: "Uden område",

  csv: {
    head: ["Del", "Hvad", "Navn", "Værdi", "Tæller", "Nævner", "Sådan tæller vi"],
    rows: {
      head: {
        kind: "Slags",
        month: "Måned",
        brobygger: "Brobygger",
        door: "Dør",
        unit: "Henviser",
        reason: "Grund",
        channel: "Kanal",
        group: "Hvor nu",
        why: "Hvorfor",
        waited: "Hverdage til forsøg",
        kept: "Løftet holdt",
        late: "Over tid",
        reached: "Talt med",
        started: "I gang",
        toStart: "Dage til start",
        at3: "Efter 3 måneder",
        at6: "Efter 6 måneder",
        distance: "Afstand",
        company: "Nogen gik med",
        answer: "Svar",
        figure: "Slettet: tal",
        key: "Slettet: kode",
        count: "Slettet: antal",
      },
      kinds: {
        case: "Sag",
        association: "Forening",
        companion: "Følgesvend",
        trial: "Prøvetime",
        company: "Følgeskab",
        erased: "Slettede sager",
      },
      yes: "ja",
      no: "nej",
      maybe: "måske",
    },
  },
};

/** What may leave the team. */
export const figuresOutTexts = {
  title: "Tal, I må give videre",
  of: (team: string, period: string) => `${team}, ${period}`,
  quarter: (quarter: number, year: number) => `${quarter}. kvartal ${year}`,
  year: (year: number) => `hele ${year}`,
  lead: (fewest: number) =>
    `Her står ingen tal under ${fewest}. Kan man regne et skjult tal ud af de andre, er et mere skjult.`,
  choose: "Kvartal eller år",
  chooseHint: "Kun hele kvartaler og år, der er gået.",
  show: "Vis",
  badPeriod: "Den tid kan vi ikke vise. Vælg et kvartal eller et år, der er gået.",
  sheet: "Hent det som ark",
  back: "Tilbage til jeres egne tal",
  hidden: "skjult",
  hiddenWhy: (fewest: number) => `»Skjult« er et tal under ${fewest}, eller et, der kan røbe et andet.`,
  tooFew: (total: number | null) => `Der er for få til at vise dem.${total === null ? "" : ` I alt er der ${total}.`}`,
  made: (day: string) =>
    `Talt den ${day}. Tallene kan ændre sig, når nogen retter en sag, eller en sag bliver slettet.`,
  closed: (day: string) => `Året blev lukket den ${day}. Tallene ændrer sig ikke mere.`,
  nobody: "Der er ingen.",
  allTeams: "Alle teams lagt sammen",
  oneTeam: "Kun jeres eget team",
  together: "Alle teams, der har samme ansvarlige. Et tal er kun lagt sammen, når hvert team selv viser sit.",
  tries: { kept: "Inden for løftet", late: "Senere", unknown: "Ikke prøvet, eller uden løfte" },
  triesTitle: "Første forsøg",
  triesDefinition: "Om I prøvede at nå borgeren inden for det, I har lovet. Hver sag er her en gang.",
  startedTitle: "Kommet i gang",
  startedDefinition: "Om borgeren er begyndt et sted. Hver sag er her en gang.",
  starts: { yes: "Er begyndt et sted", no: "Ikke endnu, eller ikke hos os" },
  passTitle: "Aktivitetspas",
  passDefinition: "Hvor mange pas der er givet, og hvor mange gange de er brugt.",
  passRows: { issued: "Givet", used: "Gange brugt" },
  followed: {
    "months-3": { title: "Efter 3 måneder", definition: "Alle, der er begyndt et sted." },
    "months-6": { title: "Efter 6 måneder", definition: "Alle, der er begyndt et sted." },
  },
  followedWhy: {
    "months-3": {
      title: "Derfor blev de ikke fulgt op efter 3 måneder",
      definition: "De er begyndt, og tiden er gået.",
    },
    "months-6": {
      title: "Derfor blev de ikke fulgt op efter 6 måneder",
      definition: "De er begyndt, og tiden er gået.",
    },
  },
  followedNever: {
    "months-3": { title: "Ikke begyndt: efter 3 måneder", definition: "Alle, der ikke er begyndt hos os." },
    "months-6": { title: "Ikke begyndt: efter 6 måneder", definition: "Alle, der ikke er begyndt hos os." },
  },
  followedNeverWhy: {
    "months-3": { title: "Ikke begyndt: derfor", definition: "De skulle følges op efter 3 måneder." },
    "months-6": { title: "Ikke begyndt: derfor", definition: "De skulle følges op efter 6 måneder." },
  },
  found: {
    active: "Stadig aktive, der eller et andet sted",
    stopped: "Stoppet",
    "not-followed": "Ikke fulgt op",
    unknown: "Ikke nået, svarede for sent, eller tiden er ikke gået",
    "no-duty": "Skal ikke følges op",
  },
  fileOf: (period: string) => `tal-ud-${period}.csv`,
  head: ["Tabel", "Navn", "Antal", "Sådan tæller vi"],
};
