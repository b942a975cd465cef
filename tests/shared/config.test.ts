import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/shared/config.ts";

const REAL = {
  NODE_ENV: "production",
  SITE_URL: "https://bro.example",
  SMTP_URL: "smtps://mail.bro.example",
  CASE_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
};
const read = (env: Record<string, string>) => readConfig("/srv/site", env);
/** What somebody who starts the site with these settings is told. */
const told = (env: Record<string, string>) => {
  try {
    read(env);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

describe("The demo town, whose passwords are known to all", () => {
  it("comes by itself only to whoever tries the site on an own machine", () => {
    expect(read({}).demo).toBe(true);
    expect(read({ NODE_ENV: "development", HOST: "::1", SITE_URL: "http://localhost:4321" }).demo).toBe(true);
  });

  it.each([
    ["who listens for the whole world", { HOST: "0.0.0.0" }],
    ["who has a real address", { SITE_URL: "https://bro.example" }],
    ["who has a real address in capitals", { SITE_URL: "HTTPS://bro.example" }],
    ["a test", { NODE_ENV: "test" }],
    ["a real site", REAL],
    ["who says no", { DEMO: "0" }],
  ])("does not come by itself to %s", (_, env) => {
    expect(read(env).demo).toBe(false);
  });

  it("comes to whoever asks for it, except to a real site", () => {
    expect(read({ DEMO: "1", HOST: "0.0.0.0", SITE_URL: "https://bro.example" }).demo).toBe(true);
    expect(told({ ...REAL, DEMO: "1" })).toContain("DEMO: refused in production");
    expect(told({ ...REAL, DEMO: "0" })).toBe("");
  });
});

describe("Whoever starts the site", () => {
  it("is told when NODE_ENV is none that the site knows, so that no slip of the pen makes a real site a trial", () => {
    for (const slip of ["prod", "Production", "production "])
      expect(told({ ...REAL, NODE_ENV: slip })).toContain("NODE_ENV: must be development, test or production");
  });

  it("is told each setting that a real site lacks, an empty one too", () => {
    const lines = told({ NODE_ENV: "production", SMTP_URL: "" });
    for (const name of ["SITE_URL", "SMTP_URL", "CASE_KEYS"])
      expect(lines).toContain(`${name}: required in production`);
    expect(told({ ...REAL, CLOCK: "2026-11-24T08:00:00Z" })).toContain("CLOCK: refused in production");
  });
});

describe("Whoever signs in to a real site", () => {
  it("sends a cookie that nobody on the way reads: an address without TLS is refused, except on an own machine", () => {
    for (const open of [
      "http://bro.example",
      "HTTP://bro.example:8080/",
      "http://localhost.bro.example",
      "http://10.0.0.5",
    ])
      expect(told({ ...REAL, SITE_URL: open })).toContain("SITE_URL: must be https in production");
    for (const own of ["http://localhost:4400", "http://127.0.0.1", "http://[::1]:4400", "HTTPS://bro.example"])
      expect(told({ ...REAL, SITE_URL: own })).toBe("");
    expect(told({ NODE_ENV: "test", SITE_URL: "http://bro.example" })).toBe("");
  });
});

describe("The municipality's own sign-in", () => {
  const set = { OIDC_ISSUER: "https://login.kommune.example", OIDC_CLIENT_ID: "bro", OIDC_CLIENT_SECRET: "secret" };

  it("is there when all of it is set, and trusts no address and no second step by itself", () => {
    expect(read({}).directory).toBeNull();
    expect(read(set).directory).toMatchObject({
      issuer: set.OIDC_ISSUER,
      scope: "openid profile email",
      secondStep: [],
      trustsEmail: false,
    });
    expect(read({ ...set, OIDC_SECOND_STEP: "mfa, otp" }).directory?.secondStep).toEqual(["mfa", "otp"]);
  });

  it("is refused in part, and without TLS except on an own machine", () => {
    expect(told({ OIDC_ISSUER: set.OIDC_ISSUER })).toContain("OIDC_CLIENT_SECRET: required");
    expect(told({ OIDC_CLIENT_ID: "bro" })).toContain("OIDC_ISSUER: required");
    expect(told({ ...set, OIDC_ISSUER: "http://login.kommune.example" })).toContain("OIDC_ISSUER: must be https");
    expect(told({ ...set, OIDC_ISSUER: "login" })).toContain("OIDC_ISSUER: ");
    expect(read({ ...set, OIDC_ISSUER: "http://127.0.0.1:9" }).directory).not.toBeNull();
  });
});
