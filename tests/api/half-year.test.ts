import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoColleague } from "../../db/demo/people.ts";
import { feedbackTexts } from "../../src/texts/feedback.ts";
import { followTexts } from "../../src/texts/following.ts";
import { notices } from "../../src/texts/notices.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, visit, type Visitor } from "../harness/visitor.ts";

const PHONE = "+4541869917";
const LINK = `/henvis/${demoColleague.token}`;
const folder = temporaryFolder("half-year");
let server: RunningServer;
afterAll(async () => {
  await server.stop();
  folder.remove();
});

/** The site on another day, with all that it had. */
async function wakeUpOn(day: string): Promise<void> {
  if (server) await server.stop();
  server = await startServer(folder.path, { CLOCK: `${day}T09:00:00Z`, NODE_ENV: "test" });
}
beforeAll(() => wakeUpOn("2026-11-24"), 120_000);

const brobygger = async (): Promise<Visitor> => {
  const maria = visit(server.address);
  await maria.signIn(demoEmail("brobygger"));
  return maria;
};

/** Whoever refers, in a browser that has shown the code of the mail. */
async function colleague(): Promise<Visitor> {
  const anne = visit(server.address);
  const before = codesMailed();
  await anne.send(await anne.form(LINK, "units.mailCode"), {});
  await expect.poll(codesMailed).toHaveLength(before.length + 1);
  await anne.send(await anne.form(LINK, "units.enterCode"), { code: codesMailed().at(-1) ?? "" });
  return anne;
}

function codesMailed(): string[] {
  const mails = join(folder.path, "mails");
  if (!existsSync(mails)) return [];
  return readdirSync(mails)
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .map((name) => readFileSync(join(mails, name), "utf8"))
    .filter((mail) => new RegExp(`^To:.*${demoColleague.email}`, "im").test(mail))
    .flatMap((mail) => /^\d{6}\r?$/m.exec(mail)?.[0].trim() ?? []);
}

const newestCase = () => {
  const db = new Database(join(folder.path, "faellesbro.db"), { readonly: true });
  try {
    return db.prepare("SELECT id FROM cases ORDER BY rowid DESC LIMIT 1").pluck().get() as string;
  } finally {
    db.close();
  }
};

it("A citizen is referred, begins, and is asked after 3 weeks, 3 and 6 months; whoever referred reads how it went", async () => {
  const anne = await colleague();
  const refer = await anne.form(LINK, "units.refer");
  const referred = await anne.send(refer, {
    name: "Kirsten Sørensen",
    phone: "41 86 99 17",
    reason: "loneliness",
    yes: "written",
  });
  expect(referred.status).toBe(303);
  const id = newestCase();
  const page = `/brobygger/sag/${id}`;

  const maria = await brobygger();
  await maria.send(await maria.form(page, "casework.take"), {});
  await maria.send(await maria.form(page, "casework.logAttempt"), { result: "reached" });
  for (const kind of ["follow-up", "feed-back"])
    await maria.send(await maria.form(page, "casework.noteYes"), { kind, how: "oral" });
  await maria.send(await maria.form(page, "casework.place"), { offer: "Gåhold i Viby", startedOn: "2026-11-24" });
  expect(await textOf(maria, page)).toContain(followTexts.rounds["months-6"]);
  expect(await textOf(await colleague(), `${LINK}/gaar`)).toContain(feedbackTexts.steps.started);

  // Three weeks: by phone.
  await wakeUpOn("2026-12-15");
  const weeks = await brobygger();
  expect(await textOf(weeks, "/brobygger"), "it is due").toContain("Kirsten");
  await weeks.send(await weeks.form(page, "following.note"), { outcome: "still-there", received: "much" });

  // Three months: the citizen answers on the own page, by the code that was read aloud.
  await wakeUpOn("2027-02-25");
  const months = await brobygger();
  const made = await (await months.send(await months.form(page, "casework.makeCode"), {})).text();
  const code = /class="code"[^>]*>\s*(\d{3}) (\d{3})/.exec(made)?.slice(1).join("") ?? "";
  const citizen = visit(server.address);
  const back = await citizen.send(await citizen.form("/hjaelp/ind", "referrals.comeBack"), { phone: PHONE, code });
  const own = back.headers.get("location") ?? "";
  expect(own).toMatch(/^\/hjaelp\//);
  const told = await citizen.send(await citizen.form(own, "following.own"), { outcome: "still-there" });
  expect(await textOf(citizen, told.headers.get("location") ?? "")).toContain(notices["eget-svar"]);
  expect(await textOf(months, page)).toContain(followTexts.byCitizen);
  expect(await textOf(await colleague(), `${LINK}/gaar`)).toContain(feedbackTexts.steps["still-active"]);

  // Six months: still active, and the case ends.
  await wakeUpOn("2027-05-24");
  const last = await brobygger();
  await last.send(await last.form(page, "following.note"), { outcome: "elsewhere" });
  await last.send(await last.form(page, "casework.close"), { reason: "finished" });
  expect(await textOf(last, page)).toContain(followTexts.outcomes.elsewhere.toLowerCase());
  expect(await textOf(await colleague(), `${LINK}/gaar`)).toContain(feedbackTexts.steps["still-active"]);
  const figures = await textOf(last, "/brobygger/tal?fra=2026-11&til=2026-11");
  expect(figures).toContain("stadig aktive efter 6 måneder, af dem I fulgte op");
}, 240_000);

const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
