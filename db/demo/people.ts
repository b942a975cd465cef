import type { Next } from "../../src/casework/next.ts";
import type {
  CarriedSearch,
  CloseReason,
  ConsentKind,
  ReferralChannel,
  ReferralReason,
  Role,
  UnitKind,
} from "../schema.ts";

export interface DemoLogin {
  email: string;
  name: string;
  role: Role;
  /** What the person does, in words for the list of logins. */
  title: string;
  /** Name of the organisation that a contact acts for. */
  organisation?: string;
  /** Id of the team in which somebody works; left out: the team that gets what no other shall have. */
  team?: string;
}

/** Id of the volunteer centre's team, which works beside the municipality's in two areas. */
export const CENTRE_TEAM = "sociale-brobyggere";

/** The link by which one tries the colleague's door; the code is in the mail that the site writes. */
export const demoColleague = { token: "proev-at-henvise", name: "Anne Lind", email: "henviser@eksempel.dk" };

/** The link by which those read who follow the work of the municipality's team. */
export const demoPartners = { token: "implementeringsgruppen", label: "Implementeringsgruppen" };

/** The password of every demo login. */
export const demoPassword = "prøv-fællesbro";

/** One login per role, a second of those that hand over to each other, and a brobygger of the other team. */
export const demoLogins: DemoLogin[] = [
  { email: "redaktoer@eksempel.dk", name: "Ellen Redaktør", role: "editor", title: "redaktør" },
  {
    email: "foreningen@eksempel.dk",
    name: "Lis Hjorth",
    role: "contact",
    title: "kontakt for Viby Bibliotek",
    organisation: "Viby Bibliotek",
  },
  {
    email: "folkehuset@eksempel.dk",
    name: "Sanne Lund",
    role: "contact",
    title: "kontakt for Folkehuset ved Åen",
    organisation: "Folkehuset ved Åen",
  },
  { email: "brobygger@eksempel.dk", name: "Maria Bro", role: "brobygger", title: "brobygger" },
  { email: "brobygger2@eksempel.dk", name: "Hassan Vej", role: "brobygger", title: "brobygger" },
  {
    email: "brobygger3@eksempel.dk",
    name: "Jonas Eng",
    role: "brobygger",
    title: "brobygger i Frivilligcenter Aarhus",
    team: CENTRE_TEAM,
  },
  { email: "raadgiver@eksempel.dk", name: "Dorte Vang", role: "data-officer", title: "databeskyttelsesrådgiver" },
  { email: "leder@eksempel.dk", name: "Birgitte Skov", role: "lead", title: "leder af brobyggerne" },
];

export type DemoEvent = { at: number; by: string } & (
  | { kind: "attempt"; result: "reached" | "not-reached" | "message-left" }
  | { kind: "note"; text: string }
  | { kind: "take" }
  | { kind: "hand-over"; to: string }
  | { kind: "next"; next: Next }
  | { kind: "yes"; to: ConsentKind }
  /** The first turn-up, at something of that theme on the board. */
  | { kind: "start"; theme: string }
  /** The citizen wants no more of it. */
  | { kind: "say-no" }
  | { kind: "close"; reason: CloseReason }
);

/** A request for help and what became of it. Instants are epoch ms, `by` and `to` are e-mails of demo logins. */
export interface DemoHelpRequest {
  name: string;
  phone?: string;
  email?: string;
  /** Slug of the lokalsamfund. */
  area: string;
  wishes: string;
  callTimes?: "morning" | "afternoon" | "any";
  mayLeaveMessage?: boolean;
  forWhom: "me" | "other";
  /** Who wrote for somebody else. */
  relative?: { name: string; email?: string };
  door: "site" | "phone" | "drop-in" | "letter" | "colleague";
  /** Of a colleague's referral: from what kind of unit, why, and how the unit knew of us. */
  referral?: { from: UnitKind; reason: ReferralReason; channel: ReferralChannel };
  /** Id of the team; left out: the one that gets what no other shall have. */
  team?: string;
  search?: CarriedSearch & { q?: string };
  createdAt: number;
  history: DemoEvent[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MARIA = "brobygger@eksempel.dk";
const HASSAN = "brobygger2@eksempel.dk";

/** Requests in every state as they stand at `now` (epoch ms): new and late, under way, closed. */
export function demoHelpRequests(now: number): DemoHelpRequest[] {
  return [...waiting(now), ...underWay(now), ...closed(now)];
}

function waiting(now: number): DemoHelpRequest[] {
  return [
    {
      name: "Karen Holm",
      phone: "20 00 00 51",
      area: "viby",
      forWhom: "me",
      door: "site",
      callTimes: "morning",
      mayLeaveMessage: true,
      wishes:
        "Jeg vil gerne ud og have noget at strikke sammen med nogen om. Jeg går dårligt, så det skal være tæt på.",
      search: { q: "strikkecafe", omraade: ["viby"], tema: ["haandarbejde"], found: 3 },
      createdAt: now - 2 * HOUR,
      history: [],
    },
    {
      name: "Bent",
      phone: "20 00 00 52",
      area: "hasle",
      forWhom: "me",
      door: "phone",
      callTimes: "any",
      wishes: "Ringede selv. Savner nogen at spise sammen med om aftenen. Vil helst ikke til noget stort.",
      createdAt: now - 5 * HOUR,
      history: [],
    },
    {
      name: "Amira",
      email: "amira@eksempel.dk",
      area: "brabrand-gellerup",
      forWhom: "me",
      door: "site",
      callTimes: "afternoon",
      wishes: "Jeg er ny i Danmark og vil gerne lære kvinder at kende. Jeg kan lide at svømme og lave mad.",
      search: { omraade: ["brabrand-gellerup"], fakta: ["kun-kvinder"], tema: ["motion"], found: 2 },
      createdAt: now - 2 * DAY,
      history: [],
    },
    {
      name: "Jørgen Friis",
      phone: "20 00 00 53",
      area: "haarup-mejlby",
      forWhom: "other",
      door: "site",
      mayLeaveMessage: true,
      relative: { name: "Line", email: "line@eksempel.dk" },
      wishes:
        "Min far har mistet min mor og kommer ikke ud mere. Han har spillet kort hele livet. Han har sagt ja til, at I ringer.",
      search: { omraade: ["haarup-mejlby"], tema: ["spil"], found: 1 },
      createdAt: now - 5 * DAY,
      history: [],
    },
    {
      name: "Solveig",
      phone: "20 00 00 54",
      area: "solbjerg",
      forWhom: "me",
      door: "letter",
      callTimes: "morning",
      wishes: "Kom med brev fra egen læge. Vil gerne i gang med at røre sig igen, gerne i varmt vand.",
      createdAt: now - 9 * DAY,
      history: [],
    },
    {
      name: "Poul-Erik",
      phone: "20 00 00 55",
      area: "skoedstrup-loegten",
      forWhom: "me",
      door: "drop-in",
      callTimes: "any",
      wishes: "Stod i døren tirsdag. Har meget tid og kan lave alt med træ. Vil gerne være til nytte.",
      createdAt: now - DAY,
      history: [],
    },
  ];
}

function underWay(now: number): DemoHelpRequest[] {
  return [
    {
      name: "Grethe Madsen",
      phone: "20 00 00 56",
      area: "midtbyen",
      forWhom: "me",
      door: "site",
      callTimes: "morning",
      mayLeaveMessage: true,
      wishes:
        "Søndagene er lange. Jeg kunne godt tænke mig et kor eller en café, hvor man kan sidde lidt for sig selv først.",
      search: { q: "kor søndag", omraade: ["midtbyen"], dag: ["soen"], found: 6 },
      createdAt: now - 5 * DAY,
      history: [
        { kind: "take", at: now - 4 * DAY, by: MARIA },
        { kind: "attempt", result: "reached", at: now - 4 * DAY + HOUR, by: MARIA },
        {
          kind: "note",
          text: "Vi prøver søndagscaféen på Frederiksbjerg sammen på søndag. Jeg henter hende ved busstoppet.",
          at: now - 4 * DAY + 2 * HOUR,
          by: MARIA,
        },
      ],
    },
    {
      name: "Thomas",
      phone: "20 00 00 57",
      email: "thomas@eksempel.dk",
      area: "skejby-christiansbjerg",
      forWhom: "me",
      door: "site",
      callTimes: "afternoon",
      wishes: "Jeg har været hjemme længe og vil gerne i gang stille og roligt. Ikke for mange mennesker på én gang.",
      search: { fakta: ["stille"], omraade: ["skejby-christiansbjerg"], found: 4 },
      createdAt: now - 9 * DAY,
      history: [
        { kind: "take", at: now - 8 * DAY, by: MARIA },
        { kind: "attempt", result: "not-reached", at: now - 8 * DAY + HOUR, by: MARIA },
        { kind: "attempt", result: "message-left", at: now - 6 * DAY, by: MARIA },
        { kind: "attempt", result: "reached", at: now - 3 * DAY, by: MARIA },
        {
          kind: "note",
          text: "Kan godt lide brætspil og at gå. Vil helst skrive sammen. Næste skridt: øveholdet onsdag formiddag.",
          at: now - 3 * DAY + HOUR,
          by: MARIA,
        },
      ],
    },
    {
      name: "Nadia",
      phone: "20 00 00 58",
      area: "tilst",
      forWhom: "me",
      door: "drop-in",
      callTimes: "any",
      wishes: "Vil gerne tale dansk med nogen og finde noget til sig selv, mens børnene er i skole.",
      createdAt: now - 16 * DAY,
      history: [
        { kind: "take", at: now - 16 * DAY + HOUR, by: HASSAN },
        { kind: "attempt", result: "reached", at: now - 16 * DAY + HOUR, by: HASSAN },
        {
          kind: "note",
          text: "Var med i sprogcaféen første gang. Kom igen ugen efter på egen hånd.",
          at: now - 7 * DAY,
          by: HASSAN,
        },
      ],
    },
    {
      name: "Else Marie",
      phone: "20 00 00 59",
      area: "maarslet",
      forWhom: "other",
      door: "site",
      relative: { name: "Kirsten" },
      wishes: "Min nabo er alene det meste af ugen. Hun har sagt, at hun gerne vil ringes op. Hun holder af at læse.",
      createdAt: now - 12 * DAY,
      history: [
        { kind: "take", at: now - 11 * DAY, by: MARIA },
        { kind: "attempt", result: "reached", at: now - 11 * DAY + HOUR, by: MARIA },
        { kind: "hand-over", to: HASSAN, at: now - 5 * DAY, by: MARIA },
        {
          kind: "note",
          text: "Overtaget, mens Maria har ferie. Ringer mandag om læsekredsen i Mårslet.",
          at: now - 5 * DAY + HOUR,
          by: HASSAN,
        },
      ],
    },
    {
      name: "Ib",
      phone: "20 00 00 60",
      area: "lystrup-elsted",
      forWhom: "me",
      door: "phone",
      callTimes: "morning",
      wishes: "Vil gerne spille billard eller noget andet, hvor man ikke skal sige så meget.",
      createdAt: now - 7 * DAY,
      history: [
        { kind: "take", at: now - 6 * DAY, by: HASSAN },
        { kind: "attempt", result: "not-reached", at: now - 6 * DAY + HOUR, by: HASSAN },
        { kind: "attempt", result: "not-reached", at: now - 2 * DAY, by: HASSAN },
      ],
    },
  ];
}

function closed(now: number): DemoHelpRequest[] {
  return [
    {
      name: "Hanne Kjær",
      phone: "20 00 00 61",
      area: "aaby",
      forWhom: "me",
      door: "site",
      callTimes: "any",
      mayLeaveMessage: true,
      wishes: "Jeg vil gerne bruge mine hænder og møde nogen på min egen alder.",
      search: { tema: ["haandarbejde"], omraade: ["aaby"], found: 5 },
      createdAt: now - 110 * DAY,
      history: [
        { kind: "take", at: now - 109 * DAY, by: MARIA },
        { kind: "attempt", result: "reached", at: now - 109 * DAY + HOUR, by: MARIA },
        { kind: "start", theme: "haandarbejde", at: now - 98 * DAY, by: MARIA },
        {
          kind: "note",
          text: "Gik med to gange til syværkstedet. Hun kommer nu fast og hjælper nye i gang.",
          at: now - 80 * DAY,
          by: MARIA,
        },
        { kind: "close", reason: "finished", at: now - 70 * DAY, by: MARIA },
      ],
    },
    {
      name: "Mikkel",
      email: "mikkel@eksempel.dk",
      area: "midtbyen",
      forWhom: "me",
      door: "site",
      wishes: "Er lige flyttet hertil og kender ingen. Kan I sende mig nogle gode steder at begynde?",
      search: { q: "ny i byen", omraade: ["midtbyen"], found: 9 },
      createdAt: now - 75 * DAY,
      history: [
        { kind: "take", at: now - 74 * DAY, by: HASSAN },
        { kind: "attempt", result: "reached", at: now - 74 * DAY + 2 * HOUR, by: HASSAN },
        { kind: "close", reason: "finds-own-way", at: now - 73 * DAY, by: HASSAN },
      ],
    },
    {
      name: "Viggo",
      phone: "20 00 00 62",
      area: "trige-spoerring",
      forWhom: "me",
      door: "letter",
      wishes: "Kom med brev fra egen læge. Vil måske gerne ud at gå med andre.",
      createdAt: now - 60 * DAY,
      history: [
        { kind: "take", at: now - 59 * DAY, by: HASSAN },
        { kind: "attempt", result: "not-reached", at: now - 59 * DAY + HOUR, by: HASSAN },
        { kind: "attempt", result: "not-reached", at: now - 55 * DAY, by: HASSAN },
        { kind: "attempt", result: "not-reached", at: now - 48 * DAY, by: HASSAN },
        { kind: "close", reason: "not-reached", at: now - 41 * DAY, by: HASSAN },
      ],
    },
  ];
}
