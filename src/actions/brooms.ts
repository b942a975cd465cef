import type { Swept } from "../../db/schema.ts";
import { questionBroom, reportBroom, wishBroom } from "../upkeep/sweeping.ts";
import { signUpBroom } from "../organisations/sweeping.ts";
import { requestBroom } from "../casework/sweeping.ts";
import type { Broom } from "../sweeping/broom.ts";

/** What an editor may sweep. */
export const BOARD_KINDS = ["reports", "wishes", "questions", "sign-ups"] as const satisfies readonly Swept[];

/** How lists of this kind are swept. */
export function broomOf(kind: Swept): Broom {
  return {
    requests: requestBroom,
    reports: reportBroom,
    wishes: wishBroom,
    questions: questionBroom,
    "sign-ups": signUpBroom,
  }[kind];
}
