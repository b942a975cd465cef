import { verify } from "@node-rs/argon2";
import { beforeEach, expect, test, vi } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { organisations, users } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import { type Limits, openLimits } from "../../src/accounts/limits.ts";
import { limitsOf } from "../../src/accounts/limit-numbers.ts";
import { hashPassword } from "../../src/accounts/password.ts";
import { signIn } from "../../src/accounts/sign-in.ts";
import { addOrganisation, addPerson, NOW, openTown, PASSWORD, refusalOf } from "../world.ts";

vi.mock("@node-rs/argon2", { spy: true });

let db: OpenDb;
let limits: Limits;
beforeEach(() => {
  db = openTown();
  limits = openLimits(() => limitsOf(db));
  addPerson(db, "Lis", "contact", "viby");
});

const attempt = (password: string, { email = "lis@bro.example", address = "10.0.0.1" } = {}) =>
  signIn(db, limits, { email, password }, address);

test("The right password signs in", async () => {
  expect(await attempt(PASSWORD)).toBe("lis");
});

test("A wrong password, an unknown address and an invitation not yet accepted get the same answer", async () => {
  db.insert(users).values({ id: "ny", email: "ny@bro.example", name: "Ny", createdAt: NOW }).run();
  expect(await refusalOf(() => attempt("forkert kode"))).toBe("wrongSignIn");
  expect(await refusalOf(() => attempt(PASSWORD, { email: "ingen@bro.example" }))).toBe("wrongSignIn");
  expect(await refusalOf(() => attempt("", { email: "ny@bro.example" }))).toBe("wrongSignIn");
});

test("An unknown address costs the same work as a known one, so that the time says nothing", async () => {
  const workOf = async (email: string) => {
    vi.mocked(verify).mockClear();
    await refusalOf(() => attempt("forkert kode", { email }));
    return vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split("$").slice(0, 4));
  };
  const known = await workOf("lis@bro.example");
  expect(known).toHaveLength(1);
  expect(await workOf("ingen@bro.example")).toEqual(known);
});

test("After five wrong tries somebody waits, even with the right password; from elsewhere it still goes", async () => {
  for (let n = 0; n < 5; n++) expect(await refusalOf(() => attempt("forkert kode"))).toBe("wrongSignIn");
  expect(await refusalOf(() => attempt(PASSWORD))).toBe("tooManySignIns");
  expect(await attempt(PASSWORD, { address: "10.0.0.2" })).toBe("lis");
});

test("Tries at the same moment are counted too", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => refusalOf(() => attempt("forkert kode"))));
  expect(answers.filter((answer) => answer === "wrongSignIn")).toHaveLength(5);
});

test("Signing in clears the count, so that it never adds up over a day", async () => {
  for (let n = 0; n < 4; n++) await refusalOf(() => attempt("forkert kode"));
  await attempt(PASSWORD);
  for (let n = 0; n < 4; n++) await refusalOf(() => attempt("forkert kode"));
  expect(await attempt(PASSWORD)).toBe("lis");
});

test("A town hall behind one address signs in a hundred times and more", async () => {
  for (let n = 0; n < 110; n++)
    expect(await limits.guess({ account: `person${n}`, address: "10.0.0.9" }, async () => n)).toBe(n);
  expect(await attempt(PASSWORD, { address: "10.0.0.9" })).toBe("lis");
});

test("Whoever signs in makes the address known, when somebody on the site has said yes to them", async () => {
  const askTwenty = (address: string) =>
    Array.from({ length: 20 }, (_, n) => limits.admit("help", { address, browser: `browser ${n}`, accountId: null }));
  addOrganisation(db, "Viby", "pending");
  await attempt(PASSWORD);
  expect(refusalOf(() => askTwenty("10.0.0.1"))).toBe("helpLater");
  db.update(organisations).set({ state: "approved" }).run();
  await attempt(PASSWORD, { address: "10.0.0.2" });
  expect(askTwenty("10.0.0.2")).toHaveLength(20);
});

test("An editor's other numbers hold at once", async () => {
  writeSetting(db, "signInPerAccount", 3);
  for (let n = 0; n < 3; n++) expect(await refusalOf(() => attempt("forkert kode"))).toBe("wrongSignIn");
  expect(await refusalOf(() => attempt("forkert kode"))).toBe("tooManySignIns");
  writeSetting(db, "signInPerAccount", 5);
  expect(await refusalOf(() => attempt("forkert kode"))).toBe("wrongSignIn");
});

test("A password is long enough, not among the commonest, and not the address itself", async () => {
  expect(await refusalOf(() => hashPassword("kort kode", "lis@bro.example"))).toBe("password: passwordShort");
  expect(await refusalOf(() => hashPassword("Password123", "lis@bro.example"))).toBe("password: passwordCommon");
  expect(await refusalOf(() => hashPassword("adgangskode", "lis@bro.example"))).toBe("password: passwordCommon");
  expect(await refusalOf(() => hashPassword("LIS@bro.example", "lis@bro.example"))).toBe("password: passwordCommon");
  expect(await refusalOf(() => hashPassword("aaaaaaaaaaaa", "lis@bro.example"))).toBe("password: passwordCommon");
  expect(await refusalOf(() => hashPassword("x".repeat(201), "lis@bro.example"))).toBe("password: tooLong");
  expect(await hashPassword(PASSWORD, "lis@bro.example")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
