import { eq } from "drizzle-orm";
import type { MailBox } from "../../src/mail/outbox.ts";
import { defaultTeam } from "../../src/casework/routing.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { inviteColleague } from "../../src/referrals/unit-links.ts";
import { addUnit } from "../../src/referrals/units.ts";
import type { Db } from "../client.ts";
import { unitLinks, type UnitKind } from "../schema.ts";
import { demoColleague, demoLogins } from "./people.ts";

const UNITS: [name: string, kind: UnitKind][] = [
  ["Sundhedscenter Viby", "health-unit"],
  ["Lægerne ved Ringgaden", "gp"],
  ["Jobcentret", "job-centre"],
  ["Butiksansattes fagforening", "union"],
  ["Efterværn for pårørende", "other"],
];

/** The units that send citizens to the demo's team, and one colleague of the first. */
export function loadUnits(db: Db, box: MailBox, now: number): void {
  const teamId = defaultTeam(db)?.id ?? "";
  const { name, email } = demoLogins.find(({ role }) => role === "lead") ?? { name: "", email: "" };
  const lead = { id: email, name, email, memberships: [{ role: "lead" as const, scope: teamId }] };
  const [unitId = ""] = UNITS.map(([unit, kind]) => addUnit(db, lead, { teamId, name: unit, kind }, now));
  const { token, ...colleague } = demoColleague;
  const made = inviteColleague(db, box, lead, { unitId, ...colleague }, now);
  db.update(unitLinks)
    .set({ tokenHash: hashToken(token) })
    .where(eq(unitLinks.tokenHash, hashToken(made)))
    .run();
}
