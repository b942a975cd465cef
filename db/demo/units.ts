import { eq } from "drizzle-orm";
import type { MailBox } from "../../src/mail/outbox.ts";
import { defaultTeam } from "../../src/casework/routing.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { inviteColleague } from "../../src/referrals/unit-links.ts";
import { addUnit } from "../../src/referrals/units.ts";
import type { Db } from "../client.ts";
import { unitLinks, type UnitKind } from "../schema.ts";
import { demoColleague, demoLogins } from "./people.ts";
import { personOf, staffOf } from "./staff.ts";

/** Whoever refers for a unit, and what stands in the link. A union hands out cards and names nobody. */
const UNITS: [kind: UnitKind, name: string, colleague?: typeof demoColleague][] = [
  ["health-unit", "Sundhedscenter Viby", demoColleague],
  ["gp", "Lægerne ved Ringgaden", { token: "henvis-laege", name: "Sten Holm", email: "laege@eksempel.dk" }],
  ["job-centre", "Jobcentret", { token: "henvis-jobcenter", name: "Pia Rosen", email: "jobcenter@eksempel.dk" }],
  ["union", "Butiksansattes fagforening"],
  ["other", "Efterværn for pårørende", { token: "henvis-eftervaern", name: "Eva Bruhn", email: "eva@eksempel.dk" }],
];

/** The browser of the unit's colleague. */
const BROWSER = hashToken("a browser that nobody has");

/** The units that send citizens to the municipality's team, each with its colleague, from `since` on (epoch ms). */
export function loadUnits(db: Db, box: MailBox, since: number): void {
  const teamId = defaultTeam(db)?.id ?? "";
  const lead = personOf(staffOf(db), demoLogins.find(({ role }) => role === "lead")?.email ?? "");
  for (const [kind, name, colleague] of UNITS) {
    const unitId = addUnit(db, lead, { teamId, name, kind }, since);
    if (!colleague) continue;
    const { token, ...person } = colleague;
    const made = inviteColleague(db, box, lead, { unitId, ...person }, since);
    db.update(unitLinks)
      .set({ tokenHash: hashToken(token), browserHash: BROWSER })
      .where(eq(unitLinks.tokenHash, hashToken(made)))
      .run();
  }
}

/** The link of that kind of unit, as its colleague opens it. Throws where nobody has one. */
export function linkOf(kind: UnitKind): { token: string; browser: string } {
  const [, , colleague] = UNITS.find(([each]) => each === kind) ?? [];
  if (!colleague) throw new Error(`nobody refers from a ${kind}`);
  return { token: colleague.token, browser: BROWSER };
}
