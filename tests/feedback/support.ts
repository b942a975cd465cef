import { shownAs } from "../../src/casework/consent-words.ts";
import { noteYes } from "../../src/casework/consents.ts";
import { take } from "../../src/casework/deeds.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { readHeard } from "../../src/feedback/heard.ts";
import { referCitizen } from "../../src/referrals/refer.ts";
import { bindBrowser, inviteColleague, mailCode } from "../../src/referrals/unit-links.ts";
import { addUnit } from "../../src/referrals/units.ts";
import type { UnitKind } from "../../db/schema.ts";
import { attempt, openDesk } from "../casework/support.ts";
import { NOW, TEAM, waitingLetters } from "../world.ts";

export const ANNE = { name: "Anne Læge", email: "anne@laegerne.example" };
const PC = "the hash of Anne's browser";

/** A team, and a unit whose colleague has a link that works in her browser. */
export function openUnit(kind: UnitKind = "gp") {
  const desk = openDesk();
  const { db, box, lead, maria } = desk;
  let made = 0;

  /** A unit of that kind with a colleague. */
  function unitOf(kindOf: UnitKind, name: string, colleague = ANNE, now = NOW) {
    const unitId = addUnit(db, lead, { teamId: TEAM, name, kind: kindOf }, now);
    return { unitId, token: linkTo(unitId, colleague, now) };
  }

  /** A link that the colleague has shown the code of. */
  function linkTo(unitId: string, colleague = ANNE, now = NOW): string {
    const token = inviteColleague(db, box, lead, { unitId, ...colleague }, now);
    mailCode(db, box, token, now);
    const code = /^\d{6}$/m.exec(waitingLetters(db, box).at(-1)?.text ?? "")?.[0] ?? "";
    bindBrowser(db, box.keys, token, { code, browser: PC }, now);
    return token;
  }

  const { unitId, token } = unitOf(kind, "Lægerne i Viby");

  /** Somebody whom the colleague of a link refers; answers the case. */
  function refer(name = "Karen Holm", at = NOW, by = token): string {
    made += 1;
    const form = {
      formId: "",
      name,
      phone: `+45201122${String(made).padStart(2, "0")}`,
      email: null,
      area: "viby",
      whenToCall: null,
      mayLeaveMessage: false,
      reason: "loneliness" as const,
      channel: null,
      yes: "written" as const,
      whyOral: "",
      shown: [shownAs("call-and-store", { version: 1 })],
      about: "",
    };
    const { reference } = referCitizen(db, box.keys, { token: by, browser: PC }, form, at);
    return db.query.cases.findFirst({ where: (row, { eq }) => eq(row.reference, reference) }).sync()?.id ?? "";
  }

  return {
    ...desk,
    unitId,
    token,
    unitOf,
    linkTo,
    refer,
    /** Takes the case, and gets hold of the citizen. */
    talk(id: string, now = NOW) {
      take(db, maria, id, now);
      logAttempt(db, box, maria, id, attempt("reached", now), now);
    },
    yes: (id: string, now = NOW) => noteYes(db, box.keys, maria, id, { kind: "feed-back", how: "oral" }, now),
    heard: (now = NOW, by = token, browser: string | null = PC) => readHeard(db, box.keys, { token: by, browser }, now),
  };
}
