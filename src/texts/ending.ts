import type { Onward, OnwardTo } from "../../db/schema.ts";

/** The end of a course: what one looks at before, and the letter that says what was agreed. */
export const endingTexts = {
  before: "Før du slutter",
  talks: (talks: number, weeks: number) =>
    `I har talt sammen ${talks === 1 ? "1 gang" : `${talks} gange`} på ${weeks === 1 ? "1 uge" : `${weeks} uger`}.`,
  when: "Det er tid, når",
  criteria: [
    "borgeren er kommet i gang et sted, eller selv ved, hvor det kan begynde",
    "borgeren kender en der, og kan sige til, hvis noget går skævt",
    "I har aftalt, hvem der hører fra hvem nu.",
  ],
  limits: "Det er ikke din opgave",
  limitList: [
    "at være ven, behandler eller sagsbehandler",
    "at blive ved med at gå med. Så hører en følgesvend til",
    "at hjælpe med penge, breve og medicin. Det er andre bedre til.",
  ],
  out: "Ude og aktiv",
  outAs: (offer: string, asVolunteer: boolean) => `${offer}, ${asVolunteer ? "som frivillig" : "som deltager"}`,
  outHint: "Er borgeren med som frivillig? Så skriv det under »Ude og aktiv«, før du slutter.",
  coming: "Det er aftalt, og det falder væk, når du slutter:",
  comingCall: (round: string, day: string) => `${round}: I taler sammen ${day}`,
  comingTrial: (title: string, day: string) => `Prøvetime ${day}: ${title}`,
  comingHint: "Skal det blive ved, så vent med at slutte.",
  supervision: "Er det svært at slippe? Skriv et spørgsmål til supervision, uden navn.",
  onwardTo: "Hvem tager over?",
  onwards: {
    doctor: "Egen læge",
    municipality: "Kommunen",
    "mental-health": "Psykiatrien",
    "job-centre": "Jobcentret",
    "patient-association": "En patientforening",
    "other-team": "Et andet team",
    other: "Andre",
  } satisfies Record<OnwardTo, string>,
  onwardBy: "Hvem tager kontakten?",
  onwardHint: "Du må kun fortælle noget videre, når borgeren har sagt ja til, hvem der får det at vide.",
  onwardWays: {
    citizen: "Borgeren gør det selv",
    "oral-yes": "Jeg gør det. Borgeren sagde ja",
    "written-yes": "Jeg gør det. Borgeren skrev under",
  } satisfies Record<Onward["by"], string>,
  onwardSaid: (to: string, by: string) => `videre til: ${to.toLowerCase()} (${by.toLowerCase()})`,
  goesOn: (to: string) => `Du går videre til: ${to}.`,
  goesOnBy: {
    citizen: "Du tager selv kontakten.",
    "oral-yes": "Vi har taget kontakten, fordi du sagde ja til det.",
    "written-yes": "Vi har taget kontakten, fordi du sagde ja til det.",
  } satisfies Record<Onward["by"], string>,

  toLetter: "Skriv et brev til borgeren",
  letter: "Brev til borgeren",
  dear: (name: string) => `Kære ${name}`,
  thanks: "Tak for de gode samtaler.",
  agreed: "Her er det, vi har aftalt.",
  goesTo: (offer: string, day: string | null) =>
    day ? `Du er med i ${offer}, siden ${day}.` : `Du er med i ${offer}.`,
  asVolunteer: "Du er der også som frivillig. Det er til glæde for andre.",
  list: "Det her har vi også talt om:",
  selfNow: "Du finder selv videre nu. Opslagstavlen er åben for alle.",
  stillCalls: (day: string) => `Vi ringer til dig ${day} og hører, hvordan det går.`,
  noCalls: "Vi ringer ikke til dig mere. Du er altid velkommen til at ringe til os.",
  back: "Vil du i gang igen, så ring. Så åbner vi det, hvor vi slap.",
  erased: (months: number) =>
    `Det, vi har skrevet ned, sletter vi om ${months === 1 ? "1 måned" : `${months} måneder`}. Vil du se det inden, så sig til.`,
  greeting: (name: string) => `Venlig hilsen ${name}`,
};
