import { writeSetting } from "../../db/settings.ts";
import { take } from "../../src/casework/deeds.ts";
import { issuePass, usePass } from "../../src/passes/deeds.ts";
import { type Pass, passesOf } from "../../src/passes/of-case.ts";
import { addActivity, addOrganisation, NOW } from "../world.ts";
import { ask, openDesk } from "../casework/support.ts";

export const KR = 100;

/** A desk whose team issues passes, a case of Maria's, and two activities: one folkeoplysende (`kor`), one not (`fitness`). */
export function openPassDesk() {
  const desk = openDesk();
  const { db, box, maria } = desk;
  writeSetting(db, "passOn", 1);
  addOrganisation(db, "Viby Bibliotek");
  addActivity(db, { id: "kor", facts: ["folkeoplysende"] });
  addActivity(db, { id: "fitness", facts: ["dropin"] });
  const { id } = ask(db, box);
  take(db, maria, id, NOW);
  const newest = (): Pass => {
    const [pass] = passesOf(db, id);
    if (!pass) throw new Error("no pass");
    return pass;
  };
  return {
    ...desk,
    id,
    newest,
    issue: (now = NOW) => issuePass(db, maria, id, now),
    use: (kroner: number, usedOn = "2026-11-24", own: { chosen?: string; address?: string; now?: number } = {}) =>
      usePass(
        db,
        maria,
        id,
        newest().id,
        { chosen: own.chosen ?? (own.address ? "" : "kor"), address: own.address ?? "", ore: kroner * KR, usedOn },
        own.now ?? NOW,
      ),
  };
}
