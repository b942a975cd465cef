import type { Who5Phase, Who5Way } from "../../db/schema.ts";

/** How the last two weeks have been (WHO-5), on a case and on paper. The statements themselves: who5-wording.ts. */
export const who5Texts = {
  title: "Trivsel (WHO-5)",
  lead: "Fem spørgsmål om de sidste to uger. Læs dem højt, eller giv borgeren papiret, og bliv der imens. Borgeren kan springe over.",
  noYes: "Borgeren har ikke sagt ja til WHO-5. Spørg, og skriv svaret under Det har borgeren sagt ja til.",
  off: "I bruger ikke WHO-5 nu. Det, der er skrevet, bliver stående.",
  phases: { before: "Før", after: "Efter" } satisfies Record<Who5Phase, string>,
  phaseWhole: { before: "før borgeren kom i gang", after: "efter" } satisfies Record<Who5Phase, string>,
  ways: { paper: "På papir", talk: "I en samtale" } satisfies Record<Who5Way, string>,
  none: (phase: string) => `${phase}: ikke spurgt endnu`,
  score: (score: number) => `${score} af 100`,
  noScore: "Ingen score: der mangler et svar, eller borgeren har taget sit ja tilbage.",
  on: (day: string, way: string) => `${day}, ${way.toLowerCase()}`,
  bands: {
    low: "Borgeren har det svært lige nu",
    lowish: "Borgeren har det ikke så godt",
    fine: "Intet i svarene tyder på, at borgeren har det svært",
  },
  todo: {
    low: "Spørg roligt ind til det. Sig, at egen læge er et godt sted at gå hen, og tilbyd at ringe dertil sammen. Er du bange for borgeren, så brug Er du bekymret? her på siden.",
    lowish: "Spørg ind til det næste gang, I taler. Bliver det ved, er egen læge et godt sted at gå hen.",
    fine: "",
  },
  noDiagnosis: "Tallet er en hjælp til jeres samtale. Det er ikke en diagnose.",
  change: (points: number) =>
    points === 0
      ? "Det er det samme som før."
      : `Det er ${Math.abs(points)} ${points > 0 ? "højere" : "lavere"} end før.`,
  answers: "Se svarene",
  notAnswered: "Ikke svaret",
  note: "Skriv svarene",
  noteAgain: "Ret svarene",
  phase: "Hvornår i forløbet?",
  way: "Hvordan?",
  day: "Hvilken dag?",
  save: "Gem svarene",
  paper: "Print arket",
  paperTitle: "Hvordan har du haft det?",
  paperLead:
    "Du bestemmer selv, om du vil svare. Du kan springe et spørgsmål over. Giv arket til din brobygger, når du er færdig.",
  paperStays: "Skriv ikke dit navn. Din brobygger skriver dine svar ind i din sag og giver dig arket igen.",
  paperPoints: (points: number) => `(${points})`,
};
