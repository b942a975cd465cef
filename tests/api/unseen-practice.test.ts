import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { noteChanged } from "../../db/outbox.ts";
import {
  activities,
  type Audience,
  images,
  memberships,
  practices,
  slugRedirects,
  teams,
  users,
} from "../../db/schema.ts";
import { readAllDocuments, readDocuments } from "../../search/read-documents.ts";
import { exportLines } from "../../src/exchange/export.ts";
import { paths } from "../../src/shared/paths.ts";
import { instantOf } from "../../src/shared/time.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, type Values, visit } from "../harness/visitor.ts";
import { addActivity } from "../world.ts";

/** A Monday: the site's clock, so that nothing on a page changes by itself. */
const AT = "2026-11-30T09:00:00Z";
const NOW = Date.parse(AT);
const HIDDEN = {
  id: "zyqxhemmelig",
  slug: "kviksoelvkredsen-zyqx",
  title: "Kviksølvkredsen Zyqxhval",
  summary: "Zyqxsammendrag",
  description: "Zyqxbeskrivelse om at fløjte.",
  placeName: "Zebraskuret Zyqxsted",
  address: "Zyqxvejen 3",
  contactName: "Zyqxvært",
  contactPhone: "97979797",
  schedule: [{ weekday: "tir" as const, start: "05:07", end: "05:53", from: "2026-09-01" }],
  themes: ["musik"],
  volunteerTasks: "Zyqxfrivillig",
  arrivalsWelcome: true,
  imageId: "zyqxbilledet",
};
const OLD_SLUG = "zyqx-gammel-adresse";
/** What of it may stand nowhere: its words, its id and slug, its hour however it is written. */
const TRACES = /zyqx|kviksølv|zebraskuret|97 ?97 ?97 ?97|05:07|05:53|kl\. 5\.07|T0[45]0700/i;

/** The search hears of a change within so many milliseconds: what is for all shows it. */
const HEARD_WITHIN = 4_000;

const folder = temporaryFolder("unseen");
let server: RunningServer;
let known: { id: string; slug: string; organisation: string; organisationId: string; list: string };
beforeAll(async () => {
  server = await startServer(folder.path, { CLOCK: AT });
  const db = connect(join(folder.path, "faellesbro.db"));
  const [one] = db.all<Omit<typeof known, "list">>(
    sql`SELECT a.id, a.slug, o.slug AS organisation, o.id AS organisationId FROM activities a JOIN organisations o ON o.id = a.organisation_id
      WHERE a.state = 'published' AND o.state = 'approved' ORDER BY a.id LIMIT 1`,
  );
  db.$client.close();
  const kept = await visit(server.address).post("/liste?_action=pointing.keep", { aktivitet: one?.id ?? "" });
  known = { ...one!, list: kept.headers.get("location")?.split("/").at(-1) ?? "" };
  expect(known.list).toMatch(/^[2-9A-Z]{8}$/);
});
afterAll(async () => {
  await server?.stop();
  folder.remove();
});

const SEARCHES = [
  "",
  "q=kviksølvkredsen",
  "q=kviksølvkredsen&omraade=viby",
  "q=zyqxhval",
  "q=zebraskuret",
  "q=fløjte",
  "q=%22zyqxbeskrivelse%22",
  "q=musik+tirsdag+kl+5",
  "tema=musik",
  "tema=musik&omraade=viby&dag=tir",
  "dag=tir&klfra=05:00&kltil=06:00",
  "omraade=viby&side=2",
  "naer=56.1262,10.1528&radius=1",
  "boks=56.0,10.0,56.3,10.3&zoom=18",
  "boks=56.0,10.0,56.3,10.3&zoom=9",
  "pris=gratis&sort=navn",
  "sort=nyeste",
];
const WITH_A_SEARCH: readonly string[] = [
  paths.board,
  paths.fragment,
  paths.week,
  paths.print,
  paths.code,
  paths.poster,
  paths.posterLink,
  paths.help,
  paths.feed.ics,
  paths.feed.rss,
  paths.feed.atom,
  paths.api.activities,
  paths.api.pins,
];
/** Addresses that tell how the program is doing, and not the same twice. */
const OF_THE_PROGRAM: readonly string[] = [paths.api.health, paths.api.metrics];

/** Every address of the site as anybody may ask for it: each that takes a part with all parts that somebody could try. */
function addresses(list: object = paths): string[] {
  return Object.values(list).flatMap((one: unknown) => {
    if (typeof one === "string") return withSearches(one);
    if (typeof one !== "function") return addresses(one as object);
    const parts = [known.slug, known.id, known.organisation, known.list, HIDDEN.slug, HIDDEN.id, OLD_SLUG];
    const files = [`${HIDDEN.imageId}-1200.webp`, `${HIDDEN.imageId}-480.webp`];
    return [...parts, ...(one === paths.picture ? files : [])].map((part) => (one as (part: string) => string)(part));
  });
}

function withSearches(path: string): string[] {
  if (OF_THE_PROGRAM.includes(path)) return [];
  if (WITH_A_SEARCH.includes(path)) return SEARCHES.map((search) => (search ? `${path}?${search}` : path));
  if (path === paths.api.suggestions) return ["kvik", "zyqx", "zebra", "musik", "fløj"].map((q) => `${path}?q=${q}`);
  return [path];
}

const ALONE = [
  "/robots.txt",
  "/.well-known/security.txt",
  "/llms.txt",
  "/favicon.svg",
  `${paths.help}?aktivitet=${HIDDEN.slug}`,
  `${paths.suggest}?oenske=fløjte`,
  `${paths.week}?fra=2026-12-01`,
  `${paths.activity(HIDDEN.slug)}?vis=kontakt`,
];

/** What a stranger may post about it. */
const POSTS: [page: string, action: string, values: Values][] = [
  [paths.lists, "pointing.keep", { aktivitet: HIDDEN.id }],
  [paths.lists, "pointing.keep", { aktivitet: HIDDEN.slug }],
  [paths.board, "upkeep.ask", { id: HIDDEN.id, spoergsmaal: "Hvornår er det?", telefax: "" }],
  [paths.board, "upkeep.report", { id: HIDDEN.id, hvad: "over", besked: "", telefax: "" }],
  [paths.board, "upkeep.hostLink", { id: HIDDEN.id, telefax: "" }],
  [
    paths.board,
    "upkeep.come",
    { id: HIDDEN.id, fornavn: "Bo", gang: String(instantOf("2026-12-01", "05:07")), telefax: "" },
  ],
];

/** All that strangers get, by what they asked for. */
async function crawl(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const asked = [...new Set([...addresses(), ...ALONE])];
  for (const path of asked) {
    const response = await fetch(server.address + encodeURI(decodeURI(path)), { redirect: "manual" });
    answers.set(path, await said(response));
  }
  for (const [page, action, values] of POSTS) {
    const response = await visit(server.address).post(`${page}?_action=${action}`, values);
    answers.set(`${action} ${Object.values(values)[0]}`, await said(response));
  }
  return answers;
}

/** What is told of it, without what was asked for and is only said again. */
async function said(response: Response): Promise<string> {
  const { status, headers } = response;
  const head = ["location", "etag", "last-modified", "content-disposition", "x-robots-tag"].map((name) =>
    name === "etag" && status === 200 ? "" : headers.get(name),
  );
  const text = `${status} ${head.join(" ")}\n${bodyOf(Buffer.from(await response.arrayBuffer()))}`;
  // What somebody says on the phone when a page was not what they came for, and what a form is known by.
  return text.replace(/så sig nummeret: *<strong>[^<]*/, "").replace(/name="formId" value="[^"]*"/, "");
}

/** Text as text; of a picture every byte. */
function bodyOf(bytes: Buffer): string {
  const text = bytes.toString();
  return text.includes("\uFFFD") ? bytes.toString("latin1") : text;
}

/** Puts it there, or changes whom it is for, and waits until the search has heard of it. */
async function publishFor(audience: Audience): Promise<void> {
  const db = connect(join(folder.path, "faellesbro.db"));
  db.transaction((tx) => {
    if (tx.select().from(activities).where(eq(activities.id, HIDDEN.id)).get())
      tx.update(activities).set({ audience }).where(eq(activities.id, HIDDEN.id)).run();
    else {
      const size = { width: 1200, height: 800 };
      tx.insert(images)
        .values({
          id: HIDDEN.imageId,
          organisationId: known.organisationId,
          alt: "Zyqxbillede",
          ...size,
          createdAt: NOW,
        })
        .run();
      addActivity(tx, { ...HIDDEN, audience, organisationId: known.organisationId, area: "viby" }, NOW);
      tx.insert(slugRedirects).values({ slug: OLD_SLUG, activityId: HIDDEN.id }).run();
    }
    noteChanged(tx, [HIDDEN.id]);
  });
  db.$client.close();
  mkdirSync(join(folder.path, "images"), { recursive: true });
  for (const width of [1200, 480])
    writeFileSync(join(folder.path, "images", `${HIDDEN.imageId}-${width}.webp`), "zyqxbillede");
  if (audience === "referred") return new Promise((done) => setTimeout(done, HEARD_WITHIN));
  const since = performance.now();
  await expect.poll(found, { timeout: HEARD_WITHIN }).toBe(1);
  expect(performance.now() - since, "what is for all is found before we look").toBeLessThan(HEARD_WITHIN);
}

async function found(): Promise<number> {
  const answer = await fetch(`${server.address}${paths.api.activities}?q=zyqxhval&passer=helt`);
  const { total }: { total: number } = await answer.json();
  return total;
}

describe("An activity for referred citizens only", () => {
  it("leaves no trace in anything that a stranger can ask for, and is there as soon as it is for all", async () => {
    const before = await crawl();
    const again = await crawl();
    expect(differing(before, again), "what does not stand still by itself").toEqual([]);

    await publishFor("referred");
    const after = await crawl();
    expect(differing(before, after)).toEqual([]);
    const told = [...after].filter(([asked]) => tracesIn(decodeURI(asked)).length === 0);
    expect(told.flatMap(([asked, answer]) => tracesIn(answer).map((trace) => `${asked}: ${trace}`))).toEqual([]);

    await publishFor("all");
    const open = await crawl();
    const shown = differing(after, open);
    expect(shown.length).toBeGreaterThan(100);
    for (const path of [
      paths.activity(HIDDEN.slug),
      paths.activity(OLD_SLUG),
      paths.activityCalendar(HIDDEN.slug),
      paths.linkPreview(HIDDEN.slug),
      paths.picture(`${HIDDEN.imageId}-480.webp`),
      paths.organisation(known.organisation),
      paths.sitemap,
      `${paths.feed.rss}?tema=musik`,
      `${paths.api.activities}?q=zyqxhval`,
      `${paths.api.suggestions}?q=kvik`,
      `pointing.keep ${HIDDEN.id}`,
    ])
      expect(shown, "the crawl sees it where it is").toContain(path);
  });

  it("is sent to no search engine and to no export, unless somebody asks for it", async () => {
    await publishFor("referred");
    const db = connect(join(folder.path, "faellesbro.db"));
    const all = [...readAllDocuments(db.$client, NOW)];
    expect(all.length).toBeGreaterThan(100);
    expect(tracesIn(JSON.stringify(all))).toEqual([]);
    expect(readDocuments(db.$client, [HIDDEN.id, known.id], NOW).map(({ id }) => id)).toEqual([known.id]);
    const open = [...exportLines(db, { contacts: true })];
    expect(open.length).toBeGreaterThan(100);
    expect(tracesIn(open.join("\n"))).toEqual([]);
    const whole = [...exportLines(db, { contacts: false, referred: true })];
    expect(whole).toHaveLength(open.length + 1);
    expect(whole.find((line) => tracesIn(line).length > 0)).toContain('"audience":"referred"');
    db.$client.close();
  });

  it("is seen by a contact of its association, by an editor and by the team that leads it; by nobody else", async () => {
    await publishFor("referred");
    const db = connect(join(folder.path, "faellesbro.db"));
    const idOf = (role: string) =>
      db
        .select()
        .from(users)
        .where(eq(users.email, demoEmail(role)))
        .get()!.id;
    const held = { userId: idOf("contact"), role: "contact" as const, scope: known.organisationId };
    db.insert(memberships)
      .values({ ...held, createdAt: NOW })
      .onConflictDoNothing()
      .run();
    const own = db
      .select()
      .from(memberships)
      .where(eq(memberships.userId, idOf("brobygger")))
      .all();
    const teamId = own.find(({ role }) => role === "brobygger")?.scope ?? "";
    const { controllerId } = db.select().from(teams).where(eq(teams.id, teamId)).get()!;
    db.insert(teams).values({ id: "et-andet", name: "Et andet team", controllerId }).run();
    const practice = { activityId: HIDDEN.id, stepsBackOn: "2027-03-01", madeAt: NOW };
    db.insert(practices)
      .values({ ...practice, teamId: "et-andet" })
      .run();
    const sees = async (role: string | null) => {
      const somebody = visit(server.address);
      if (role) await somebody.signIn(demoEmail(role));
      const page = await somebody.get(paths.activity(HIDDEN.slug));
      const picture = await somebody.get(paths.picture(`${HIDDEN.imageId}-480.webp`));
      expect(picture.headers.get("cache-control") ?? "").not.toMatch(/public/);
      return [page.status, picture.status];
    };
    expect(await sees(null)).toEqual([404, 404]);
    expect(await sees("contact")).toEqual([200, 200]);
    expect(await sees("editor")).toEqual([200, 200]);
    expect(await sees("brobygger")).toEqual([404, 404]);
    db.update(practices).set({ teamId }).run();
    expect(await sees("brobygger")).toEqual([200, 200]);
    db.$client.close();
  });
});

function tracesIn(text: string): string[] {
  return TRACES.exec(text) ?? [];
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...one.keys()].filter((asked) => one.get(asked) !== other.get(asked));
}
