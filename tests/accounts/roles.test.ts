import { describe, expect, it } from "vitest";
import type { Role } from "../../db/schema.ts";
import {
  actsFor,
  deskOf,
  has,
  hasDesk,
  may,
  scopesOf,
  teamsOf,
  type Viewer,
  type Who,
  worksAtDesk,
} from "../../src/accounts/roles.ts";
import { paths } from "../../src/shared/paths.ts";

const ROLES: Role[] = ["contact", "brobygger", "lead", "referrer", "editor", "data-officer"];

const person = (name: string, ...memberships: Viewer["memberships"]): Viewer => ({
  id: name.toLowerCase(),
  name,
  email: "",
  memberships,
});
const lis = person("Lis", { role: "contact", scope: "viby" });
const maria = person("Maria", { role: "brobygger", scope: "nord" });
const hassan = person("Hassan", { role: "lead", scope: "syd" });
const ellen = person("Ellen", { role: "editor", scope: "" });
const dora = person("Dora", { role: "data-officer", scope: "" });
const bo = person("Bo", { role: "referrer", scope: "lægehuset" });
const waiting: Viewer = { ...person("Vibeke"), awaitsSecondFactor: true };

describe("What somebody may post", () => {
  const allowed = (viewer: Viewer | null) =>
    (["anyone", "signed-in", ...ROLES] satisfies Who[]).filter((who) => may(viewer, who));

  it("is for a visitor only what anyone may", () => {
    expect(allowed(null)).toEqual(["anyone"]);
  });

  it("is for somebody without a role what all with an account may", () => {
    expect(allowed(person("Ida"))).toEqual(["anyone", "signed-in"]);
  });

  it("is what each role may, for a lead what a brobygger may too, for an editor what a contact may", () => {
    const beside = (viewer: Viewer) => allowed(viewer).slice(2);
    expect(beside(lis)).toEqual(["contact"]);
    expect(beside(maria)).toEqual(["brobygger"]);
    expect(beside(hassan)).toEqual(["brobygger", "lead"]);
    expect(beside(bo)).toEqual(["referrer"]);
    expect(beside(ellen)).toEqual(["contact", "editor"]);
    expect(beside(dora)).toEqual(["data-officer"]);
  });
});

describe("Whom somebody acts for", () => {
  it("is for a contact her own associations, for an editor all of them, for others none", () => {
    expect([actsFor(lis, "viby"), actsFor(lis, "folkehuset")]).toEqual([true, false]);
    const both = person("Sanne", ...lis.memberships, { role: "contact", scope: "folkehuset" });
    expect(["viby", "folkehuset", "koret"].map((id) => actsFor(both, id))).toEqual([true, true, false]);
    expect(actsFor(ellen, "folkehuset")).toBe(true);
    expect(actsFor(person("Maria", { role: "brobygger", scope: "viby" }), "viby")).toBe(false);
    expect(actsFor(null, "viby")).toBe(false);
  });

  it("is for a brobygger and a lead their teams, each once", () => {
    const both = person("Mona", { role: "lead", scope: "syd" }, ...maria.memberships, {
      role: "brobygger",
      scope: "syd",
    });
    expect(teamsOf(both)).toEqual(["nord", "syd"]);
    expect(scopesOf(both, "lead")).toEqual(["syd"]);
    expect(teamsOf(lis)).toEqual([]);
  });

  it("is nobody for a visitor, who has no role", () => {
    expect(ROLES.filter((role) => has(null, role))).toEqual([]);
    expect([teamsOf(null), scopesOf(null, "contact")]).toEqual([[], []]);
  });

  it("needs the role itself", () => {
    expect(ROLES.filter((role) => has(hassan, role))).toEqual(["lead"]);
  });
});

describe("The desk", () => {
  it("with other people's lives in it is there for every role but a contact's", () => {
    expect(ROLES.filter((role) => hasDesk([{ role }]))).toEqual(ROLES.slice(1));
    expect(hasDesk([...lis.memberships, ...ellen.memberships])).toBe(true);
    expect(hasDesk([])).toBe(false);
  });

  it("counts also while it is withheld from somebody without a second factor", () => {
    expect([waiting, maria, lis].map(worksAtDesk)).toEqual([true, true, false]);
  });

  it("is where each comes to after signing in, and the second factor comes first", () => {
    expect([lis, maria, hassan, ellen, dora].map(deskOf)).toEqual([
      paths.host.desk,
      paths.brobygger.today,
      paths.brobygger.today,
      paths.editor.desk,
      paths.trail,
    ]);
    expect(deskOf({ ...maria, awaitsSecondFactor: true })).toBe(paths.twoSteps);
  });

  it("of those who edit and help is the one where citizens wait", () => {
    expect(deskOf(person("Mona", ...ellen.memberships, ...maria.memberships))).toBe(paths.brobygger.today);
    expect(deskOf(person("Mona", ...dora.memberships, ...ellen.memberships))).toBe(paths.editor.desk);
  });
});
