import type { Trouble } from "../../db/schema.ts";

const kinds: Record<string, string> = {
  "access-added": "Nyt bord til en, der har et",
  "account-news": "Nyt om en konto",
  arrival: "En kommer",
  "arrival-taken-back": "En kommer ikke",
  "confirm-reminder": "Passer det stadig? (igen)",
  "confirm-season": "Passer det stadig?",
  "editor-news": "Nyt til redaktøren",
  "held-back": "Dagens rest",
  "help-link": "Link til egen side",
  "help-receipt": "Svar til en, der bad om hjælp",
  "help-receipt-relative": "Svar til en pårørende",
  "host-link": "Link til tovholderen",
  invitation: "Invitation",
  "late-requests": "Nogen venter for længe",
  monthly: "Månedens tal",
  "off-the-board": "Taget af tavlen",
  "organisation-approved": "Ja til en forening",
  "organisation-rejected": "Nej til en forening",
  "organisation-wanted": "En vil med i foreningen",
  question: "Et spørgsmål",
  report: "En fejl er meldt",
  reset: "Ny adgangskode",
};

/** The editor's list of mails that did not get through. */
export const undeliveredTexts = {
  title: "Mails",
  heading: "Mails, der ikke kom frem",
  lead: "Siden har prøvet ti gange. Den prøver stadig en gang om dagen, og så snart mailserveren svarer igen. Du kan ikke se, hvem de er til.",
  none: "Alle mails er sendt.",
  sendAll: "Send alle igen",
  send: "Send igen",
  sendOf: (what: string, ago: string) => `Send igen: ${what}, ${ago}`,
  drop: "Slet",
  dropOf: (what: string, ago: string) => `Slet: ${what}, ${ago}`,
  emptied: (days: number) => `Den er over ${days} dage gammel. Det, der stod i den, er slettet.`,
  code: "Kode:",
  troubles: {
    away: "Mailserveren svarede ikke.",
    refused: "Modtagerens server sagde nej. Måske er adressen skrevet forkert.",
    other: "Den kunne ikke sendes.",
  } satisfies Record<Trouble, string>,
  unknown: "En mail",
  kinds,
};
