import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { generateTOTP } from "@oslojs/otp";
import { openPost, type Post, textOf } from "../harness/post.ts";
import { ROOT } from "../harness/root.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { openTlsProxy, type TlsProxy } from "../harness/tls-proxy.ts";
import { formsIn, plain, visit, type Visitor } from "../harness/visitor.ts";

const PASSWORD = "cykel regnbue havn";
const PUBLIC = [
  "/",
  "/ugen",
  "/hjaelp",
  "/hjaelp/tak",
  "/privatliv",
  "/was",
  "/opret-forening",
  "/log-ind",
  "/foreslaa",
  "/plakat",
];
/** What the demo town says of itself. */
const INVENTED = /folkesundhed|frivilligcenter|86 ?00 ?00 ?00|rådhuspladsen|Ørums/i;

const folder = temporaryFolder("first-start");
const dataDir = join(folder.path, "var");
let post: Post;
let proxy: TlsProxy;
let env: Record<string, string>;
let server: RunningServer;

beforeAll(async () => {
  post = await openPost();
  proxy = await openTlsProxy();
  env = settingsOfAnOperator();
  server = await startServer(dataDir, env);
  proxy.sendTo(server.address);
});
afterAll(async () => {
  await server.stop();
  await proxy.close();
  await post.close();
  folder.remove();
});

it("Whoever starts the site reads where it is, and nothing that is not for them", () => {
  const said = server
    .output()
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\{"level":30,/.test(line));
  expect(said).toEqual([expect.stringMatching(/^Fællesbro: http/)]);
});

it("From an empty folder somebody takes a real site into use, and the first citizen who asks for help is answered", async () => {
  const passerBy = visit(proxy.address);
  await expectNothingInvented(passerBy);
  await expectNoHelpYet(passerBy);

  // The one who runs the machine lets the first editor in, without any mail.
  const invited = await admin("invite-editor", "rikke@bro.example", "Rikke Vang");
  expect(invited).toMatchObject({ code: 0 });
  const rikke = await accept(linkIn(invited.output), "Rikke Vang");
  expect((await rikke.get("/redaktion")).headers.get("location")).toBe("/totrin");
  await turnOnTwoSteps(rikke);
  const list = await (await rikke.get("/redaktion")).text();
  expect(list).toContain('href="/redaktion/kom-i-gang"');

  // Who is responsible: what makes no sense comes back with everything typed.
  expect(optionalOn(await (await rikke.get("/redaktion/kom-i-gang/hvem")).text())).toEqual(["adviser", "phoneHours"]);
  const who = await rikke.form("/redaktion/kom-i-gang/hvem", "saveSettings");
  const said = {
    controller: "Bro Kommune, Torvet 1, 8999 Bro",
    employer: "Brobyggerne er ansat i Bro Kommune.",
    phone: "ingen",
    phoneHours: "hverdage kl. 9–12",
  };
  const wrong = await rikke.send(who, said);
  expect(wrong.status).toBe(422);
  expect(plain(await wrong.text())).toContain(said.controller);
  await expectGoesTo(rikke.send(who, { ...said, phone: "86 11 22 33" }), "/redaktion/kom-i-gang");
  expect(plain(await (await passerBy.get("/privatliv")).text())).toContain(said.controller);

  await expectGoesTo(
    rikke.send(await rikke.form("/redaktion/hold/ny", "makeTeam"), { name: "Brobyggerne i Bro" }),
    "/redaktion/kom-i-gang",
  );
  const [, inviteAt = ""] =
    /href="(\/redaktion\/mennesker\/inviter\?adgang=brobygger:[^"]+)"/.exec(
      await (await rikke.get("/redaktion/kom-i-gang")).text(),
    ) ?? [];
  await expectGoesTo(
    rikke.send(await rikke.form(inviteAt, "invite"), { name: "Lis Holm", email: "lis@bro.example" }),
    "/redaktion/kom-i-gang",
  );
  const lis = await accept(await linkTo("lis@bro.example"), "Lis Holm");
  await turnOnTwoSteps(lis);
  await expectNoHelpYet(passerBy);

  // The words that citizens say yes to hold from when an editor has saved them. Then the door is open.
  await expectGoesTo(rikke.send(await rikke.form("/redaktion/samtykke", "saveConsents"), {}), "/redaktion/kom-i-gang");
  expect((await passerBy.get("/hjaelp")).status).toBe(200);

  // The first association signs up, and an editor lets it in.
  const kim = visit(proxy.address);
  const sentTo = await kim.send(await kim.form("/opret-forening", "register"), {
    organisation: "Bro Gåklub",
    name: "Kim",
    email: "kim@bro.example",
  });
  expect(sentTo.status).toBe(303);
  await accept(await linkTo("kim@bro.example"), "Kim");
  const [, organisation = ""] =
    /href="(\/redaktion\/foreninger\/[^"/]+)"/.exec(await (await rikke.get("/redaktion")).text()) ?? [];
  await expectGoesTo(rikke.send(await rikke.form(organisation, "organisations.approve"), {}), "/redaktion");
  expect((await passerBy.get("/foreninger/bro-gaaklub")).status).toBe(200);

  // A citizen asks, a brobygger takes it and calls, and the citizen sees that.
  const citizen = visit(proxy.address);
  const asked = await citizen.send(await citizen.form("/hjaelp", "referrals.ask"), {
    name: "Kirsten",
    phone: "41 86 09 00",
    wishes: "En at gå tur med",
  });
  expect(asked.status).toBe(303);
  const own = asked.headers.get("location") ?? "";
  const [, request = ""] =
    /href="(\/brobygger\/sag\/[^"/]+)"/.exec(await (await lis.get("/brobygger/nye")).text()) ?? [];
  expect((await lis.send(await lis.form(request, "casework.take"), {})).status).toBe(303);
  expect((await lis.send(await lis.form(request, "casework.logAttempt"), { result: "reached" })).status).toBe(303);
  expect(plain(await (await citizen.get(own)).text())).toContain("Lis er din brobygger. I har talt sammen.");
});

it("Whoever runs the machine sees who may sign in, and is told what cannot be done", async () => {
  expect((await admin("list")).output).toMatch(/Rikke Vang.*rikke@bro\.example.*redaktør/);
  expect(await admin("invite-editor", "rikke@bro.example")).toMatchObject({
    code: 1,
    output: expect.stringContaining("allerede"),
  });
  expect(await admin("invite-editor", "rikke")).toMatchObject({
    code: 1,
    output: expect.stringContaining("mailadresse"),
  });
  expect(await admin("invite-lead", "birgit@bro.example")).toMatchObject({
    code: 0,
    output: expect.stringContaining("leder"),
  });
  expect(await admin("invite-lead", "bo@bro.example")).toMatchObject({ code: 1 });
  expect(await admin("reset-second-factor", "kim@bro.example")).toMatchObject({ code: 1 });
  expect(await admin("reset-second-factor", "ingen@bro.example")).toMatchObject({ code: 1 });
  expect(await admin("make-coffee")).toMatchObject({ code: 2, output: expect.stringContaining("invite-editor") });
  expect(await admin("--help")).toMatchObject({ code: 0, output: expect.stringContaining("reset-second-factor") });
});

it("The site stops when told, starts again, and never as a demo", async () => {
  await server.stop();
  const after = await startServer(dataDir, { ...env, DEMO: "1" }).then(
    (started) => started.stop().then(() => "started"),
    (error: Error) => error.message,
  );
  expect(after).toContain("DEMO: refused in production");
  server = await startServer(dataDir, env);
  proxy.sendTo(server.address);
  expect(await (await visit(proxy.address).get("/log-ind")).text()).not.toContain("eksempel.dk");
});

/** The fields of a page that say that they may stay empty. */
function optionalOn(page: string): string[] {
  return [...page.matchAll(/<label for="f-(\w+)"[^>]*>(?:(?!<\/label>)[\s\S])*\(valgfrit\)/g)].map(
    ([, name = ""]) => name,
  );
}

/** Every setting that the example names for a site beside a proxy, filled in. What it leaves empty stays empty. */
function settingsOfAnOperator(): Record<string, string> {
  const example = readFileSync(join(ROOT, ".env.example"), "utf8");
  const named = Object.fromEntries(
    [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  return {
    ...named,
    DATA_DIR: dataDir,
    SITE_URL: proxy.address,
    SMTP_URL: `${post.url}/?from=hej@bro.example`,
    CASE_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    DEMO: "",
  };
}

async function expectNothingInvented(visitor: Visitor): Promise<void> {
  expect(existsSync(join(dataDir, "case-keys"))).toBe(false);
  for (const path of PUBLIC) {
    const page = await visitor.get(path);
    expect(page.status, path).toBe(200);
    expect(page.headers.get("strict-transport-security"), path).toContain("max-age");
    expect(await page.text(), path).not.toMatch(INVENTED);
  }
  expect(await (await visitor.get("/log-ind")).text()).not.toContain("eksempel.dk");
}

/** The page is kind and has no form; who posts it all the same is told, and loses nothing of what was typed. */
async function expectNoHelpYet(visitor: Visitor): Promise<void> {
  const page = await (await visitor.get("/hjaelp")).text();
  expect(formsIn(page)).toEqual([]);
  expect(plain(page)).toContain("Vi er ikke helt klar endnu");
  for (const number of ["tel:112", "tel:70113131", "tel:70201201"]) expect(page).toContain(number);
  const answer = await visitor.post("/hjaelp?_action=referrals.ask", {
    name: "Kirsten",
    phone: "41 86 09 00",
    wishes: "En at gå tur med",
  });
  expect(answer.status).toBe(422);
  const back = plain(await answer.text());
  expect(back).toContain("Din besked er ikke sendt.");
  expect(back).toContain("En at gå tur med");
}

async function expectGoesTo(sent: Promise<Response>, path: string): Promise<void> {
  const answer = await sent;
  expect({ status: answer.status, to: new URL(answer.headers.get("location") ?? "", proxy.address).pathname }).toEqual({
    status: 303,
    to: path,
  });
}

/**
 * Opens an invitation, chooses a password, and is signed in with a cookie that only https carries. The link works once.
 */
async function accept(path: string, name: string): Promise<Visitor> {
  const visitor = visit(proxy.address);
  const form = await visitor.form(path, "acceptInvitation");
  const answer = await visitor.send(form, { name, password: PASSWORD });
  expect(answer.status).toBe(303);
  expect(answer.headers.getSetCookie().join("\n")).toMatch(/; Secure/i);
  expect(await (await visit(proxy.address).get(path)).text()).not.toContain('name="password"');
  return visitor;
}

/** A real site asks for it before anybody sees other people's lives. */
async function turnOnTwoSteps(visitor: Visitor): Promise<void> {
  const form = await visitor.form("/totrin", "turnOnSecondFactor");
  const [secret = ""] = form.values["secret"] ?? [];
  const code = generateTOTP(decodeBase32IgnorePadding(secret), 30, 6);
  expect((await visitor.send(form, { code })).status).toBe(200);
}

/** The link of the newest invitation that arrived there. */
async function linkTo(email: string): Promise<string> {
  const arrived = () => post.arrived.filter(({ to }) => to.includes(email)).map(({ raw }) => textOf(raw));
  await expect.poll(() => arrived().some((text) => text.includes("/invitation/")), { timeout: 30_000 }).toBe(true);
  return linkIn(arrived().findLast((text) => text.includes("/invitation/")) ?? "");
}

function linkIn(text: string): string {
  return new RegExp(`^${proxy.address}(/invitation/\\S+)$`, "m").exec(text)?.[1] ?? `no link in ${text}`;
}

/** `npm run admin -- …` beside the running site, with the same settings. */
async function admin(...words: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(ROOT, "src/commands/admin.ts"), ...words], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  return { code, output };
}
