import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { type ConsentKind, consentTexts, directoryPeople, memberships, users } from "../../db/schema.ts";
import { readSettings } from "../../db/settings.ts";
import { refuse } from "../texts/refusal.ts";
import { CONSENT_KINDS } from "../texts/consents.ts";
import { defaultTeam } from "./routing.ts";

/** What has to be there before a site may take a request for help, in the order in which an editor sets it up. */
export const NEEDED = ["controller", "phone", "team", "member", "consents"] as const;
export type Needed = (typeof NEEDED)[number];

export interface Effort {
  /** Who is responsible for what citizens write; empty: nobody has said. */
  controller: string;
  /** Where one can call instead; empty: nowhere. */
  phone: string;
  hasTeam: boolean;
  /** Whether somebody of the team can sign in, with a password or by the municipality's sign-in. */
  hasMember: boolean;
  /** What there are words to say yes to for, wherever a request goes. */
  consents: ReadonlySet<ConsentKind>;
}

/** What a site still lacks before it may take a request for help; nothing: it is ready. */
export function lackingIn({ controller, phone, hasTeam, hasMember, consents }: Effort): Needed[] {
  const isThere: Record<Needed, boolean> = {
    controller: controller !== "",
    phone: phone !== "",
    team: hasTeam,
    member: hasMember,
    consents: CONSENT_KINDS.every((kind) => consents.has(kind)),
  };
  return NEEDED.filter((needed) => !isThere[needed]);
}

/** As `lackingIn`, of the site as it is now: of the team that gets what no other team shall have. */
export function lackingForHelp(db: Db): Needed[] {
  return keptRead(db, "lacking for help", () => readLacking(db));
}

function readLacking(db: Db): Needed[] {
  const team = defaultTeam(db);
  return lackingIn({
    ...readSettings(db, ["controller", "phone"], team?.id),
    hasTeam: team !== null,
    hasMember: team !== null && hasMember(db, team.id),
    consents: new Set(
      db
        .selectDistinct({ kind: consentTexts.kind })
        .from(consentTexts)
        .where(isNull(consentTexts.controllerId))
        .all()
        .map(({ kind }) => kind),
    ),
  });
}

/** Refuses a request for help that nobody could answer. */
export function refuseUntilReady(db: Db): void {
  if (lackingForHelp(db).length > 0) refuse("notReadyForHelp");
}

function hasMember(db: Db, teamId: string): boolean {
  const isOfTeam = and(inArray(memberships.role, ["brobygger", "lead"]), eq(memberships.scope, teamId));
  const found = db
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(directoryPeople, eq(directoryPeople.userId, users.id))
    .where(and(isOfTeam, or(isNotNull(users.passwordHash), isNotNull(directoryPeople.userId))))
    .limit(1);
  return found.get() !== undefined;
}
