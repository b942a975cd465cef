import type { ConsentKind } from "../../db/schema.ts";

/** What one can say yes to, in the order in which one is asked. */
export const CONSENT_KINDS = [
  "call-and-store",
  "message",
  "share-with-association",
  "follow-up",
  "pass-on",
  "feed-back",
  "who-5",
] as const satisfies readonly ConsentKind[];

/** General wordings, until an editor has read them and saved own ones. */
export const suggestedConsents: Record<ConsentKind, string> = {
  "call-and-store":
    "Når du trykker, siger du ja til, at en brobygger ringer til dig og gemmer det, du har skrevet. Du kan altid sige nej igen.",
  message: "I må gerne lægge en besked.",
  "share-with-association": "Brobyggeren må give mit fornavn og mit telefonnummer til foreningen.",
  "follow-up": "Brobyggeren må ringe igen senere og høre, hvordan det går.",
  "pass-on":
    "Brobyggeren må give det, I har talt om, videre til et team et andet sted, som kan hjælpe mig bedre. Mit ja gælder i et år.",
  "feed-back":
    "Brobyggeren må fortælle det sted, der henviste mig, om vi har talt sammen, om jeg er kommet i gang, og om jeg stadig er aktiv efter tre måneder. Ikke hvor, og ikke andet.",
  "who-5":
    "Brobyggeren må spørge, hvordan jeg har haft det de sidste to uger (WHO-5), før og efter, og gemme mine svar.",
};

/** The one that is said otherwise in a talk than it is read over the button. */
export const SAID_OTHERWISE = "call-and-store" satisfies ConsentKind;
export const suggestedSaid = "En brobygger må ringe til mig og gemme det, jeg fortæller. Jeg kan altid sige nej igen.";

/** An editor's page of them. */
export const consentPage = {
  title: "Det siger borgeren ja til",
  lead: "Læs teksterne, og ret dem, så de passer hos jer. Når du gemmer, gælder de fra nu af. Har nogen sagt ja til en ældre tekst, bliver den stående ved deres sag.",
  suggested: "Teksterne her er vores forslag. De gælder først, når du har gemt dem.",
  labels: {
    "call-and-store": "Ring til mig, og gem det, jeg har skrevet",
    message: "Læg en besked",
    "share-with-association": "Giv mit navn og nummer til en forening",
    "follow-up": "Ring igen senere",
    "pass-on": "Giv mig videre til et andet team",
    "feed-back": "Fortæl det sted, der henviste mig, hvordan det går",
    "who-5": "Spørg, hvordan jeg har det (WHO-5)",
  } satisfies Record<ConsentKind, string>,
  asked: {
    "call-and-store": "Står lige over knappen ved Få hjælp.",
    message: "Spørges der om ved Få hjælp og i telefonen.",
    "share-with-association": "Spørger brobyggeren om.",
    "follow-up": "Spørger brobyggeren om.",
    "pass-on": "Spørger brobyggeren om, før et forløb skifter til et team hos en anden dataansvarlig.",
    "feed-back": "Spørger brobyggeren om, når et sted, der må høre om borgeren, har henvist.",
    "who-5": "Spørger brobyggeren om, når teamet bruger WHO-5.",
  } satisfies Record<ConsentKind, string>,
  saidLabel: "Det samme, når det bliver sagt i en samtale",
  saidHint: "Står ved sagen, når borgeren siger ja i telefonen eller på papir.",
  version: (version: number, since: string) => `Udgave ${version}. Gælder fra ${since}.`,
  older: "Ældre udgaver",
  generalAgain: "De fælles tekster gjaldt.",
  ownTitle: (name: string) => `Det siger borgeren ja til hos ${name}`,
  ownLead:
    "Skriv kun det, der skal lyde anderledes her. Er et felt tomt, gælder den fælles tekst. Har nogen sagt ja til en ældre tekst, bliver den stående ved deres sag.",
  backTo: (name: string) => `Tilbage til ${name}`,
  button: "Gem teksterne",
};
