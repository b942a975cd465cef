import { eq, sql } from "drizzle-orm";
import type { MailBox } from "../../src/mail/outbox.ts";
import { hashPassword } from "../../src/accounts/password.ts";
import { importLines } from "../../src/exchange/import.ts";
import { spreadPublishing } from "../../src/activities/store.ts";
import { noteAllTold } from "../../src/upkeep/named.ts";
import { eraseWhatIsDue } from "../../src/casework/retention.ts";
import { loadHelpRequests } from "./requests.ts";
import { newId, slugOf } from "../../src/shared/ids.ts";
import { DAY, localDate } from "../../src/shared/time.ts";
import type { OpenDb } from "../client.ts";
import { activities, mails, memberships, organisations, teams, users } from "../schema.ts";
import { writeSetting } from "../settings.ts";
import { demoHelpRequests, demoLogins, demoPassword } from "./people.ts";
import { loadPartners } from "./partners.ts";
import { demoCourses } from "./tell-course.ts";
import { demoTown } from "./town.ts";
import { insertDemoTeam } from "./team.ts";
import { insertVolunteerCentre } from "./volunteer-centre.ts";
import { loadUnits } from "./units.ts";
import type { DemoOrganisation, ImportLine } from "./types.ts";

const MONTH = 30 * 24 * 60 * 60 * 1000;

/**
 * Fills a new database with the demo town: organisations, activities, two teams and the units that refer, a login
 * or more per role, help requests in different states.
 */
export async function loadDemo(db: OpenDb, box: MailBox, now: number): Promise<void> {
  const passwordHash = await hashPassword(demoPassword, "");
  const since = now - 15 * MONTH;
  insertDemoTeam(db, since);
  insertVolunteerCentre(db);
  loadTown(db, now);
  loadLogins(db, passwordHash, since);
  loadUnits(db, box, since);
  loadHelpRequests(db, box, [...demoCourses(now), ...demoHelpRequests(now)], now);
  eraseMonthByMonth(db, since, now);
  loadPartners(db, box.keys, now);
  writeSetting(db, "deskDevices", 1000); // everybody who tries the demo is the same few people
  noteAllTold(db, now);
  db.delete(mails).run(); // nobody of the demo town reads mail
}

/** What was promised of erasure has been kept all along: a look each month, and today. */
function eraseMonthByMonth(db: OpenDb, since: number, now: number): void {
  db.transaction((tx) => {
    for (let month = since; month < now; month += MONTH) eraseWhatIsDue(tx, month);
    while (eraseWhatIsDue(tx, now) > 0);
  });
}

function loadTown(db: OpenDb, now: number): void {
  const town = demoTown(localDate(now));
  loadActivities(db, town.organisations, town.activities, now);
  const { organisation, activities } = town.pending;
  loadActivities(db, [organisation], activities, now);
  spreadOverMonths(db, now);
  db.update(organisations)
    .set({ state: "pending", decidedAt: null })
    .where(eq(organisations.name, organisation.name))
    .run();
}

function loadActivities(db: OpenDb, associations: DemoOrganisation[], activities: ImportLine[], now: number): void {
  for (const organisation of associations) {
    db.insert(organisations)
      .values({
        id: newId(),
        slug: slugOf(organisation.name),
        name: organisation.name,
        description: organisation.description,
        phone: organisation.phone ?? null,
        email: organisation.email ?? null,
        url: organisation.url ?? null,
        state: organisation.state,
        createdAt: now - 6 * MONTH,
      })
      .run();
  }
  const report = importLines(
    db,
    activities.map((activity) => JSON.stringify(activity)),
    now,
  );
  const [bad] = report.bad;
  if (bad) throw new Error(`the demo town has a bad line: ${JSON.stringify(bad)}`);
}

/** Activities came to the board one by one over four months, not all at once. */
function spreadOverMonths(db: OpenDb, now: number): void {
  const ids = db
    .select({ id: activities.id })
    .from(activities)
    .orderBy(sql`rowid`)
    .all();
  spreadPublishing(
    db,
    ids.map(({ id }, at) => [id, now - ((((at + 1) * 7919) % 120) + 1) * DAY]),
  );
}

function loadLogins(db: OpenDb, passwordHash: string, since: number): void {
  const team = db
    .select()
    .from(teams)
    .all()
    .find((one) => one.isDefault);
  const organisationIds = new Map(
    db
      .select()
      .from(organisations)
      .all()
      .map(({ name, id }) => [name, id]),
  );
  for (const login of demoLogins) {
    const id = newId();
    db.insert(users).values({ id, email: login.email, name: login.name, passwordHash, createdAt: since }).run();
    const scope =
      login.role === "contact"
        ? organisationIds.get(login.organisation ?? "")
        : login.role === "editor" || login.role === "data-officer"
          ? ""
          : (login.team ?? team?.id);
    if (scope === undefined) throw new Error(`nothing for ${login.title} to act for`);
    db.insert(memberships).values({ userId: id, role: login.role, scope, createdAt: since }).run();
  }
}
