import type { CloseReason, Door, NoStep, ReferralReason, UnitKind } from "../schema.ts";
import type { Step } from "../../src/casework/rules.ts";

/** How a request came: through a door of one's own, or by a unit of that kind, for a reason. */
export type From = Exclude<Door, "colleague" | "sheet"> | [unit: UnitKind, reason: ReferralReason];

/** How it ended, what comes next, or that nobody has taken it yet. */
export type Standing = CloseReason | "withdrawn" | "new" | Step | NoStep;

/** One way of asking for help and what became of it, in a line. */
export type Course = [
  /** So many days ago. */
  asked: number,
  name: string,
  /** Slug of the lokalsamfund. */
  area: string,
  /** Slug of what was wished for. */
  theme: string,
  from: From,
  /** E-mail of the brobygger. */
  by: string,
  /** Working days before the first try. */
  waited: number,
  /** Each try, two working days apart: nobody answered (`-`), a message was left (`m`), reached (`+`). */
  tries: string,
  stands: Standing,
];

const MARIA = "brobygger@eksempel.dk";
const HASSAN = "brobygger2@eksempel.dk";
const JONAS = "brobygger3@eksempel.dk";

/**
 * Fourteen months of both teams, the oldest first. What is open is of the volunteer centre; of the municipality's team
 * only what is closed for longer than its lists go back.
 */
export const courses: Course[] = [
  [424, "Bodil Ravn", "midtbyen", "musik", "site", MARIA, 1, "+", "finds-own-way"],
  [419, "Henning Lyng", "vejlby-risskov", "natur", "letter", HASSAN, 2, "--m", "not-reached"],
  [413, "Rosa Birk", "hasle", "mad", "drop-in", JONAS, 0, "", "finds-own-way"],
  [409, "Erling Sand", "aaby", "spil", ["gp", "loss-of-spouse"], MARIA, 1, "-+", "does-not-wish"],
  [402, "Samira Holt", "brabrand-gellerup", "kurser", "site", JONAS, 0, "+", "outside-target-group"],
  [376, "Gunhild Mark", "holme-hoejbjerg-skaade", "haandarbejde", "relative", HASSAN, 1, "+", "finished"],
  [359, "Aase Krog", "hasle", "samvaer", "site", JONAS, 1, "-m-", "not-reached"],
  [347, "Villy Elkjær", "viby", "motion", ["health-unit", "pain"], HASSAN, 1, "m+", "finished"],
  [345, "Tage Ploug", "tranbjerg", "samtale", ["health-unit", "mental-illness"], MARIA, 3, "-+", "needs-other-help"],
  [338, "Lilian Toft", "midtbyen", "samtale", "site", MARIA, 0, "-", "withdrawn"],
  [331, "Omar Saleh", "brabrand-gellerup", "kurser", "phone", JONAS, 0, "", "finished"],
  [322, "Birthe Sig", "lystrup-elsted", "samvaer", ["other", "loneliness"], MARIA, 2, "+", "finished"],
  [
    313,
    "Kurt Nymark",
    "skejby-christiansbjerg",
    "natur",
    ["job-centre", "sick-leave"],
    HASSAN,
    1,
    "---",
    "not-reached",
  ],
  [304, "Yrsa Lind", "aaby", "musik", ["gp", "loss-of-spouse"], MARIA, 1, "+", "finished"],
  [296, "Mona Bisgaard", "hasle", "haandarbejde", "site", JONAS, 0, "-+", "finished"],
  [287, "Preben Dahl", "viby", "spil", "relative", HASSAN, 2, "+", "does-not-wish"],
  [279, "Inge Riis", "maarslet", "samvaer", "site", MARIA, 1, "+", "finished"],
  [268, "Farid Amiri", "midtbyen", "motion", ["job-centre", "job-clarification"], HASSAN, 4, "-+", "finished"],
  [261, "Dagny Bruun", "beder-malling", "natur", "letter", MARIA, 1, "--m", "not-reached"],
  [252, "Leif Ager", "brabrand-gellerup", "mad", "site", JONAS, 2, "+", "finds-own-way"],
  [243, "Vera Kvist", "vejlby-risskov", "motion", ["health-unit", "illness"], HASSAN, 0, "+", "finished"],
  [234, "Ejnar Bach", "solbjerg", "samtale", ["gp", "loneliness"], MARIA, 1, "-m+", "needs-other-help"],
  [226, "Hodan Warsame", "hasle", "motion", "drop-in", JONAS, 0, "", "finished"],
  [217, "Jytte Hald", "midtbyen", "kunst", "site", HASSAN, 1, "+", "finished"],
  [208, "Carl-Erik Vad", "skaering-egaa", "natur", ["other", "loneliness"], MARIA, 2, "---", "not-reached"],
  [199, "Tove Bech", "tilst", "haandarbejde", "site", HASSAN, 1, "-+", "finished"],
  [191, "Nils Overgaard", "brabrand-gellerup", "it", "phone", JONAS, 0, "", "finished"],
  [182, "Ragna Fisker", "aaby", "musik", ["health-unit", "illness"], MARIA, 0, "+", "finished"],
  [173, "Bjarne Stub", "hasle", "frivillig", "site", JONAS, 1, "--m", "not-reached"],
  [164, "Sonja Lauge", "holme-hoejbjerg-skaade", "mad", ["job-centre", "sick-leave"], HASSAN, 5, "+", "finished"],
  [155, "Arne Hviid", "viby", "spil", "relative", MARIA, 1, "+", "outside-target-group"],
  [147, "Esther Gade", "midtbyen", "samvaer", ["gp", "loss-of-spouse"], HASSAN, 1, "m+", "finished"],
  [138, "Parvin Azad", "brabrand-gellerup", "haandarbejde", "site", JONAS, 2, "-+", "does-not-wish"],
  [126, "Svend Aage Brix", "skoedstrup-loegten", "motion", ["health-unit", "pain"], MARIA, 1, "-m-", "not-reached"],
  [117, "Ulla Ørum", "hasle", "kunst", "site", JONAS, 1, "+", "finished"],
  [98, "Mogens Fly", "tranbjerg", "samtale", ["job-centre", "job-clarification"], HASSAN, 0, "+", "needs-other-help"],
  [64, "Zahra Noor", "brabrand-gellerup", "motion", "drop-in", JONAS, 0, "", "follow-up"],
  [38, "Gerda Tang", "hasle", "samvaer", "relative", JONAS, 1, "+", "after-first-time"],
  [27, "Ole Skytte", "brabrand-gellerup", "natur", "site", JONAS, 1, "---", "not-reached"],
  [19, "Rikke Damm", "hasle", "musik", "site", JONAS, 2, "-+", "trial"],
  [16, "Emil Harder", "brabrand-gellerup", "spil", "site", JONAS, 1, "+", "citizen-decides"],
  [12, "Lis Aaby", "hasle", "mad", "site", JONAS, 1, "--", "call"],
  [4, "Kaja Winther", "brabrand-gellerup", "samtale", "site", JONAS, 0, "", "withdrawn"],
  [2, "Bashir Haddad", "brabrand-gellerup", "kurser", "site", JONAS, 0, "", "new"],
  [1, "Lone Vestergaard", "hasle", "haandarbejde", "site", JONAS, 0, "", "new"],
  [1, "Egon Frost", "hasle", "spil", "site", JONAS, 0, "", "new"],
];
