import { eq } from "drizzle-orm";
import type { z } from "zod";
import { noteAudit } from "../../db/audit.ts";
import type { OpenDb } from "../../db/client.ts";
import { users } from "../../db/schema.ts";
import { invite } from "../accounts/invitations.ts";
import { admitFirstLead } from "../accounts/leads.ts";
import { listStaff } from "../accounts/members.ts";
import { hasSecondFactor, liftSecondFactor } from "../accounts/second-factor.ts";
import { confirmClock } from "../jobs/clock.ts";
import { fittingRing, readOrMakeRing } from "../keys/ring.ts";
import type { MailBox } from "../mail/outbox.ts";
import { email as emailField, personName } from "../shared/forms.ts";
import { log } from "../shared/log.ts";
import { paths } from "../shared/paths.ts";
import { isRefusal, refuse } from "../texts/refusal.ts";
import { placeInWords } from "../texts/accounts.ts";
import { commands } from "../texts/commands.ts";
import { refusalOf, refusals } from "../texts/refusals.ts";
import { openSiteDb } from "./database.ts";
import { OPERATOR } from "./operator.ts";
import { isKeyOf } from "../shared/keys-of.ts";

const texts = commands.admin;

interface Site {
  db: OpenDb;
  box: MailBox;
  now: number;
}

interface Subcommand {
  /** How many words may follow it. */
  takes: [least: number, most: number];
  /** Does it and answers what to tell; refuses with a key of texts/refusals.ts. */
  run(site: Site, ...words: string[]): string[];
}

const SUBCOMMANDS: Record<string, Subcommand> = {
  "invite-editor": { takes: [1, 2], run: inviteEditor },
  "invite-lead": { takes: [1, 2], run: inviteLead },
  "reset-second-factor": { takes: [1, 1], run: resetSecondFactor },
  list: { takes: [0, 0], run: listPeople },
  "clock-ok": { takes: [0, 0], run: clockOk },
};

/**
 * `npm run admin -- COMMAND …`, while the site runs or not: 0 when it was done, 1 when it was refused, 2 when it was
 * asked wrongly or could not be done.
 */
process.exitCode = run(process.argv.slice(2));

function run([name = "", ...words]: string[]): number {
  if (name === "--help") return say([texts.usage], 0);
  const command = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  if (!command || words.length < command.takes[0] || words.length > command.takes[1]) return say([texts.usage], 2);
  try {
    const { db, config, file, isNew } = openSiteDb();
    if (isNew) say([texts.newDatabase(file)], 0);
    const keys = fittingRing(db.$client, readOrMakeRing(config, log), log);
    const site = { db, box: { keys, siteUrl: config.siteUrl }, now: Date.now() };
    const told = command.run(site, ...words);
    noteAudit(db, { kind: "command", detail: { command: name } }, site.now);
    db.$client.close();
    return say(told, 0);
  } catch (error) {
    if (isRefusal(error)) return say([refusalOf(error.key)], 1);
    return say([texts.failed(error instanceof Error ? error.message : String(error))], 2);
  }
}

/** Goes to standard output when all is well, else to standard error. */
function say(lines: string[], code: number): number {
  for (const line of lines) (code === 0 ? console.log : console.error)(line);
  return code;
}

/** The link stands on the terminal too: the first way in must not hang on mail that works. */
function inviteEditor({ db, box, now }: Site, typedEmail = "", typedName?: string): string[] {
  const email = read(emailField, typedEmail);
  const name = read(personName, typedName ?? email.slice(0, email.indexOf("@")));
  return letIn(box, email, texts.editor, invite(db, box, OPERATOR, { email, name, role: "editor", scope: "" }, now));
}

/** The first lead of the site's team; who comes after is agreed on by two, on the site. */
function inviteLead({ db, box, now }: Site, typedEmail = "", typedName?: string): string[] {
  const email = read(emailField, typedEmail);
  const name = read(personName, typedName ?? email.slice(0, email.indexOf("@")));
  return letIn(box, email, texts.leader, admitFirstLead(db, box, OPERATOR, { email, name }, now));
}

function letIn({ siteUrl }: MailBox, email: string, role: string, token: string | null): string[] {
  return token
    ? [texts.invited(email, role), `${siteUrl}${paths.invitation(token)}`]
    : [texts.added(email, role), `${siteUrl}${paths.signIn}`];
}

function resetSecondFactor({ db, box, now }: Site, typedEmail = ""): string[] {
  const email = read(emailField, typedEmail);
  const user = db.select({ id: users.id }).from(users).where(eq(users.email, email)).get() ?? refuse("noAccount");
  if (!hasSecondFactor(db, user.id)) refuse("noSecondFactor");
  liftSecondFactor(db, box, OPERATOR, user.id, now);
  return [texts.lifted(email)];
}

/** Everybody who may read what citizens write or decide over the site. */
function listPeople({ db }: Site): string[] {
  const told = listStaff(db, OPERATOR).map((member) => {
    const places = member.memberships.map(({ role, scopeName }) => placeInWords(role, scopeName));
    return texts.person(member, places.join(", "));
  });
  return told.length > 0 ? told : [texts.nobody];
}

/** The clock of the machine is right, though it jumped: what erases and sends may go on. */
function clockOk({ db, now }: Site): string[] {
  confirmClock(db, now);
  return [texts.clockOk(new Date(now).toISOString().slice(0, 16).replace("T", " "))];
}

function read(field: z.ZodType<string>, typed: string): string {
  const found = field.safeParse(typed);
  if (found.success) return found.data;
  const key = found.error.issues[0]?.message ?? "";
  return refuse(isKeyOf(refusals, key) ? key : "notUnderstood");
}
