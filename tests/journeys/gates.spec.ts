import { demoPassword } from "../../db/demo/people.ts";
import { findActions } from "../harness/actions.ts";
import { demoEmail, visit } from "../harness/visitor.ts";
import { expect, test } from "./support.ts";

const ROLES = ["contact", "brobygger", "editor", "lead", "data-officer"] as const;
type Role = (typeof ROLES)[number];

/** A lead may what a brobygger may, an editor what a contact may. */
const MAY: Record<Role, string[]> = {
  contact: ["anyone", "signed-in", "contact"],
  brobygger: ["anyone", "signed-in", "brobygger"],
  editor: ["anyone", "signed-in", "editor", "contact"],
  lead: ["anyone", "signed-in", "lead", "brobygger"],
  "data-officer": ["anyone", "signed-in"],
};

const GATES: [string, Role[]][] = [
  ["/forening", ["contact", "editor"]],
  ["/brobygger", ["brobygger", "lead"]],
  ["/redaktion", ["editor"]],
  ["/spor", ["data-officer"]],
];

const guarded = findActions().filter(({ who }) => who !== "anyone");

test.describe("Who has no business there", () => {
  test("nobody posts what only people with a role may, from any page", async ({ baseURL }) => {
    const stranger = visit(baseURL ?? "");
    for (const { name } of guarded) {
      for (const page of ["/", "/hjaelp", "/brobygger", "/redaktion"]) {
        const answer = await stranger.post(`${page}?_action=${name}`, { id: "x" });
        expect(`${name} ${answer.status}`).toBe(`${name} 303`);
        expect(answer.headers.get("location")).toMatch(/^\/log-ind\?videre=/);
      }
    }
  });

  for (const role of ROLES) {
    test(`a ${role} posts only what a ${role} may`, async ({ baseURL }) => {
      const person = visit(baseURL ?? "");
      await person.signIn(demoEmail(role));
      for (const { name } of guarded.filter(({ who }) => !MAY[role].includes(who ?? ""))) {
        const answer = await person.post(`/?_action=${name}`, { id: "x" });
        expect(`${name} ${answer.status}`).toBe(`${name} 403`);
      }
    });

    test(`a ${role} enters only the desks of a ${role}`, async ({ baseURL }) => {
      const person = visit(baseURL ?? "");
      await person.signIn(demoEmail(role));
      for (const [path, roles] of GATES) {
        const answer = await person.get(path);
        expect(`${path} ${answer.status}`).toBe(`${path} ${roles.includes(role) ? 200 : 403}`);
      }
    });
  }

  test("nobody enters a desk, and comes back there after signing in", async ({ baseURL }) => {
    const stranger = visit(baseURL ?? "");
    for (const [path] of GATES) {
      for (const below of ["", "/", "/x", "/%2e", "/x?y=1"]) {
        const answer = await stranger.get(path + below);
        expect([303, 404, 301, 308], `${path}${below} ${answer.status}`).toContain(answer.status);
        if (answer.status === 303) expect(answer.headers.get("location")).toMatch(/^\/log-ind\?videre=/);
      }
    }
    const form = await stranger.form("/log-ind?videre=%2Fbrobygger", "signIn");
    const answer = await stranger.send(form, { email: demoEmail("brobygger"), password: demoPassword });
    expect(answer.headers.get("location")).toMatch(/^\/brobygger/);
  });

  test("signing in leads to no other site", async ({ baseURL }) => {
    for (const elsewhere of ["https://ond.example/", "//ond.example", "/\\ond.example", "javascript:alert(1)"]) {
      const person = visit(baseURL ?? "");
      const form = await person.form("/log-ind", "signIn");
      const answer = await person.send(form, {
        email: demoEmail("contact"),
        password: demoPassword,
        videre: elsewhere,
      });
      expect(answer.status).toBe(303);
      expect(answer.headers.get("location")).toMatch(/^\/(?![/\\])/);
    }
  });
});

test.describe("Who posts from another site", () => {
  const strangers: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://ond.example" },
  ];
  for (const headers of strangers) {
    test(`is refused: ${JSON.stringify(headers)}`, async ({ baseURL }) => {
      for (const { name } of findActions()) {
        const answer = await fetch(`${baseURL}/hjaelp?_action=${name}`, {
          method: "POST",
          body: new URLSearchParams({ name: "Ida" }),
          headers,
          redirect: "manual",
        });
        expect(`${name} ${answer.status}`).toBe(`${name} 403`);
      }
    });
  }
});

test.describe("What every answer says to the browser", () => {
  for (const path of [
    "/",
    "/aktiviteter/findes-ikke",
    "/hjaelp",
    "/log-ind",
    "/api/aktiviteter?q=strik",
    "/brobygger",
  ]) {
    test(`${path} keeps to the strict rules`, async ({ baseURL }) => {
      const answer = await fetch(`${baseURL}${path}`, { redirect: "manual" });
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(/default-src '(self|none)'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe-inline");
      expect(policy).not.toContain("unsafe-eval");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("referrer-policy")).toMatch(
        /^(same-origin|strict-origin-when-cross-origin|no-referrer)$/,
      );
      expect(answer.headers.get("x-powered-by")).toBeNull();
      expect(answer.headers.get("set-cookie")).toBeNull();
    });
  }

  test("a private link stays private", async ({ baseURL }) => {
    for (const path of [
      `/hjaelp/${"x".repeat(43)}`,
      `/henvis/${"x".repeat(43)}`,
      `/invitation/${"x".repeat(43)}`,
      `/ny-kode/${"x".repeat(43)}`,
    ]) {
      const answer = await fetch(baseURL + path, { redirect: "manual" });
      expect(answer.headers.get("cache-control")).toContain("no-store");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("x-robots-tag")).toContain("noindex");
    }
  });

  test("the cookie of a session is for the site alone", async ({ baseURL }) => {
    const person = visit(baseURL ?? "");
    const answer = await person.send(await person.form("/log-ind", "signIn"), {
      email: demoEmail("editor"),
      password: demoPassword,
    });
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/httponly/i);
    expect(cookie).toMatch(/samesite=lax|samesite=strict/i);
    expect(cookie).toMatch(/path=\//i);
  });

  test("a signed-in person's page is kept by nobody", async ({ baseURL }) => {
    const person = visit(baseURL ?? "");
    await person.signIn(demoEmail("brobygger"));
    expect((await person.get("/brobygger")).headers.get("cache-control")).toContain("no-store");
  });
});
