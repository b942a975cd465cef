/** The end of a course: what one looks at before, and the letter that says what was agreed. */
export const endingTexts = {
  before: "Før du slutter",
  talks: (talks: number, weeks: number) =>
    `I har talt sammen ${talks === 1 ? "1 gang" : `${talks} gange`} på ${weeks === 1 ? "1 uge" : `${weeks} uger`}.`,
  checks: [
    "Er borgeren kommet i gang et sted, eller ved borgeren selv, hvor det kan begynde?",
    "Er der nogen, borgeren kan ringe til, når noget går skævt?",
    "Har borgeren brug for noget, som andre er bedre til? Så spørg, om du må give det videre.",
    "Har I aftalt, hvem der hører fra hvem nu?",
  ],
  supervision: "Er det svært at slippe? Tag det med til supervision, uden navn.",

  toLetter: "Skriv et brev til borgeren",
  letter: "Brev til borgeren",
  dear: (name: string) => `Kære ${name}`,
  thanks: "Tak for de gode samtaler.",
  agreed: "Her er det, vi har aftalt.",
  goesTo: (offer: string, day: string | null) =>
    day ? `Du er med i ${offer}, siden ${day}.` : `Du er med i ${offer}.`,
  list: "Det her har vi også talt om:",
  selfNow: "Du finder selv videre nu. Opslagstavlen er åben for alle.",
  stillCalls: (day: string) => `Vi ringer til dig ${day} og hører, hvordan det går.`,
  noCalls: "Vi ringer ikke til dig mere. Du er altid velkommen til at ringe til os.",
  back: "Vil du i gang igen, så ring. Så åbner vi det, hvor vi slap.",
  erased: (months: number) =>
    `Det, vi har skrevet ned, sletter vi om ${months === 1 ? "1 måned" : `${months} måneder`}. Vil du se det inden, så sig til.`,
  greeting: (name: string) => `Venlig hilsen ${name}`,
};
