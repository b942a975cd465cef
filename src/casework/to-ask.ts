/** What the citizen of a case can be asked to say yes to. */
import type { Db } from "../../db/client.ts";
import type { ConsentKind } from "../../db/schema.ts";
import { CONSENT_KINDS } from "../texts/consents.ts";
import { currentConsent } from "./consent-words.ts";
import { controllerOf } from "./controllers.ts";
import { whoHears } from "./feedback.ts";
import type { CaseRow } from "./store.ts";
import { asks } from "./wellbeing/note.ts";

/** What a brobygger asks the citizen of a case, by kind, in the words of whoever answers for its team. */
export function wordsToAsk(db: Db, stored: CaseRow, now: number): { kind: ConsentKind; text: string }[] {
  const controllerId = controllerOf(db, stored.teamId);
  return CONSENT_KINDS.filter((kind) => isAsked(db, stored, kind)).flatMap((kind) => {
    const words = currentConsent(db, kind, now, controllerId, "oral");
    return words ? [{ kind, text: words.text }] : [];
  });
}

/** Whether there is anything to say yes to: a team that asks with WHO-5, somebody who may hear how it goes. */
export function isAsked(db: Db, stored: CaseRow, kind: ConsentKind): boolean {
  if (kind === "who-5") return asks(db, stored);
  return kind !== "feed-back" || whoHears(db, stored) === "each";
}
