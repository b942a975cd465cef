import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findActions } from "../harness/actions.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, type Form, formsIn, textsOf, type Values, visit, type Visitor } from "../harness/visitor.ts";
import { expectCalm } from "./answers.ts";
import { tries } from "./size.ts";
import { wildText } from "./wild.ts";

/** Where each desk's forms stand; the pages that they link to are visited too. */
const DESKS = {
  nobody: ["/hjaelp", "/log-ind", "/opret-forening", "/glemt-kode", "/liste", "an activity"],
  contact: ["/forening"],
  brobygger: ["/brobygger"],
  editor: ["/redaktion"],
};
/** Ends the session, or counts failures that lock the next try. */
const LEFT_OUT = /signOut/;
const PAGES_A_DESK = 12;
/** Fields that people do not see: what fills them in is a machine. */
const TRAPS = ["website", "telefax"];
const NAMES_NOBODY_ASKED_FOR = ["__proto__", "constructor", "toString", "", "a[b]"];

const folder = temporaryFolder("fuzz-forms");
let server: RunningServer;

beforeAll(async () => {
  // Each post comes from an address of its own, so that no limit hides a fault.
  server = await startServer(folder.path, { TRUST_PROXY: "1" });
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

describe("Whoever fills in a form in the wildest way", () => {
  it.each(Object.entries(DESKS))("as %s, meets no fault, and finds everything typed again", async (role, starts) => {
    const visitor = visit(server.address);
    if (role !== "nobody") await visitor.signIn(demoEmail(role));
    const forms = await formsFrom(visitor, starts);
    expect(forms.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...forms),
        fc.infiniteStream(fc.option(fc.oneof(wildText, fc.array(wildText, { maxLength: 3 })))),
        async (form, wild) => {
          const typed = fillIn(form, wild);
          const response = await visitor.post(form.action, typed, { "x-forwarded-for": anAddress() });
          const body = await response.text();
          expectCalm(response, body);
          if (response.status === 422) expectKept(form, typed, body);
        },
      ),
      tries(60),
    );
  });

  it("on the way to the first time, meets no fault, and finds everything typed again", async () => {
    const visitor = visit(server.address);
    await visitor.signIn(demoEmail("brobygger"));
    const pages = await aCaseOnItsWay(visitor);
    const found = await Promise.all(pages.map(async (path) => formsIn(await (await visitor.get(path)).text())));
    const forms = found.flat().filter(({ action }) => /introductions\.|following\.|talk\./.test(action));
    expect(new Set(forms.map(({ action }) => action.replace(/^[^?]*/, ""))).size).toBeGreaterThan(8);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...forms),
        fc.infiniteStream(
          fc.option(fc.oneof(wildText, fc.constantFrom("9000000000000000", "-1", "9999-12-31", "nobody")), { freq: 2 }),
        ),
        async (form, wild) => {
          const typed = fillIn(form, wild);
          const response = await visitor.post(form.action, typed, { "x-forwarded-for": anAddress() });
          const body = await response.text();
          expectCalm(response, body);
          if (response.status === 422 && isOfItsRow(form, typed)) expectKept(form, typed, body);
        },
      ),
      tries(80),
    );
  });

  it("as nobody, with any name of an action on any page", async () => {
    const names = [
      "x",
      "__proto__.x",
      "constructor",
      "a.b.c",
      "..",
      "%00",
      "accounts",
      "accounts.",
      ...findActions().map(({ name }) => name),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("/", "/hjaelp", "/was", "/x", "/api/health"),
        fc.oneof(fc.constantFrom(...names), wildText),
        async (path, name) => {
          const response = await visit(server.address).post(
            `${path}?_action=${encodeURIComponent(name)}`,
            { name: "Ida" },
            { "x-forwarded-for": anAddress() },
          );
          expectCalm(response, await response.text());
        },
      ),
      tries(60),
    );
  });

  it("as nobody, with a body of any kind", async () => {
    const types = [
      "application/json",
      "text/plain",
      "multipart/form-data",
      "multipart/form-data; boundary=x",
      "application/x-www-form-urlencoded",
      "application/octet-stream",
      "nonsense",
      "",
    ];
    const actions = findActions().map(({ name }) => name);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...actions),
        fc.constantFrom(...types),
        fc.oneof(wildText, fc.json(), fc.constant('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n')),
        async (name, type, body) => {
          const headers = { "content-type": type, "sec-fetch-site": "same-origin", "x-forwarded-for": anAddress() };
          const response = await fetch(`${server.address}/hjaelp?_action=${name}`, {
            method: "POST",
            body,
            headers,
            redirect: "manual",
          });
          expectCalm(response, await response.text());
        },
      ),
      tries(60),
    );
  });

  it("as nobody, with more than the site reads", async () => {
    const body = `name=${"a".repeat(11 * 1024 * 1024)}`;
    const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
    const response = await fetch(`${server.address}/hjaelp?_action=referrals.ask`, {
      method: "POST",
      body,
      headers,
      redirect: "manual",
    });
    expectCalm(response, await response.text());
    expect(response.status).toBeGreaterThanOrEqual(400);
  });
});

/** Whether a form still names the row that it stood at: what is posted for a row that is not there has no place to come back to. */
function isOfItsRow({ values }: Form, typed: Values): boolean {
  return ["introduction", "trial"].every((name) => String(values[name] ?? "") === String(typed[name] ?? ""));
}

/** A case of which an association was told and said welcome: its page, its talk, and those that belong to it. */
async function aCaseOnItsWay(visitor: Visitor): Promise<string[]> {
  const linkIn = (html: string, path: RegExp) => path.exec(html)?.[1] ?? "";
  const mine = await (await visitor.get("/brobygger/mine")).text();
  const [case_] = [...mine.matchAll(/href="(\/brobygger\/sag\/[a-z0-9]{12})"/g)].map(([, path = ""]) => path);
  const talk = `${case_}/samtale`;
  await visitor.send(await visitor.form(talk, "talk.write"), { title: "Kor", call: "20000001" });
  const contact = linkIn(await (await visitor.get(talk)).text(), /href="(\/brobygger\/kontakt\/\d+)"/);
  const told = { way: "phone", yes: "ja", answer: "welcome" };
  await visitor.send(await visitor.form(contact, "introductions.contact"), told);
  const association = linkIn(
    await (await visitor.get("/brobygger/foreninger")).text(),
    /href="(\/brobygger\/foreninger\/[^"]+)"/,
  );
  return [case_ ?? "", talk, contact, association, "/tovholder/x"];
}

/** Every different form on these pages and on the pages of the same desk that they link to. */
async function formsFrom(visitor: Visitor, starts: string[]): Promise<Form[]> {
  const forms = new Map<string, Form>();
  const waiting = await Promise.all(starts.map((start) => (start === "an activity" ? anActivity(visitor) : start)));
  for (let at = 0; at < waiting.length && at < PAGES_A_DESK; at++) {
    const html = await (await visitor.get(waiting[at] ?? "/")).text();
    for (const form of formsIn(html))
      if (!LEFT_OUT.test(form.action)) forms.set(form.action.replace(/^[^?]*/, ""), form);
    for (const [, path = ""] of html.matchAll(/href="(\/[^"#?]*)/g))
      if (starts.some((start) => path.startsWith(`${start}/`)) && !waiting.includes(path)) waiting.push(path);
  }
  return [...forms.values()];
}

async function anActivity(visitor: Visitor): Promise<string> {
  const { hits } = (await (await visitor.get("/api/aktiviteter?q=strik")).json()) as { hits: { slug: string }[] };
  return `/aktiviteter/${hits[0]?.slug}`;
}

function fillIn(form: Form, wild: fc.Stream<string | string[] | null>): Values {
  const typed: Values = {};
  for (const [name, value] of Object.entries(form.values)) typed[name] = wild.next().value ?? value;
  for (const name of NAMES_NOBODY_ASKED_FOR)
    if (wild.next().value === null) Object.defineProperty(typed, name, { value: "x", enumerable: true });
  return typed;
}

/** Texts come back as they were typed; a browser writes line ends in its own way, a password is never sent back. */
function expectKept(form: Form, typed: Values, body: string): void {
  const shown = textsOf(body, form.action);
  if (!shown) return;
  for (const [name, text] of Object.entries(shown)) {
    const sent = [typed[name] ?? []].flat();
    if (sent.length === 1 && !TRAPS.includes(name))
      expect(ends(text), `${form.action} ${name}`).toBe(ends(sent[0] ?? ""));
  }
}

/** Spaces and line ends around a text are no part of it; a line has none within. */
const ends = (text: string) => text.replace(/\s+/g, " ").trim();

let posted = 0;
function anAddress(): string {
  posted += 1;
  return `10.${(posted >> 16) & 255}.${(posted >> 8) & 255}.${posted & 255}`;
}
