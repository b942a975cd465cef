import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import type { OpenDb } from "../../db/client.ts";
import { memberships, teams, users } from "../../db/schema.ts";
import { addRule, listRules, removeRule, rulesInForce } from "../../src/accounts/claim-rules.ts";
import { recognise } from "../../src/accounts/directory-people.ts";
import { confirmLeadRule, dropLeadRule, type LeadRule, leadRulesFor } from "../../src/accounts/lead-rules.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { readTrail, trailFilterIn } from "../../src/accounts/trail.ts";
import { addPerson, NOW, openTown, refusalOf, TEAM } from "../world.ts";

const RULE: LeadRule = { claim: "groups", value: "fb-leder", teamId: TEAM };
let db: OpenDb;
let ellen: Viewer;
let rie: Viewer;
beforeEach(() => {
  db = openTown();
  ellen = addPerson(db, "Ellen", "editor");
  rie = addPerson(db, "Rie", "editor");
});

const ask = (by = ellen, { claim, value, teamId }: LeadRule = RULE) =>
  addRule(db, by, { claim, value, role: "lead", scope: teamId }, NOW);
const confirm = (by: Viewer, rule = RULE) => confirmLeadRule(db, by, rule, NOW + 1);
const comes = (groups = ["fb-leder"]) =>
  recognise(
    db,
    null,
    {
      issuer: "https://login.kommune.example",
      subject: "bente-1",
      name: "Bente Bak",
      email: "bente@bro.example",
      claims: { groups },
      secondStep: false,
    },
    NOW + 2,
  );
const rolesOfBente = () =>
  db
    .select({ role: memberships.role, scope: memberships.scope })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(users.email, "bente@bro.example"))
    .all();

describe("A rule that makes leads", () => {
  it("gives nobody anything until a second person has said yes", () => {
    ask();
    expect(rulesInForce(db)).toEqual([]);
    expect(comes()).toBeNull();
    confirm(rie);
    expect(comes()).not.toBeNull();
    expect(rolesOfBente()).toEqual([{ role: "lead", scope: TEAM }]);
    expect(leadRulesFor(db, ellen)).toEqual([]);
  });

  it("gives what else the person has meanwhile", () => {
    addRule(db, ellen, { claim: "groups", value: "fb-leder", role: "brobygger", scope: TEAM }, NOW);
    ask();
    comes();
    expect(rolesOfBente()).toEqual([{ role: "brobygger", scope: TEAM }]);
  });

  it("is not confirmed by who asked, nor by asking a second time", () => {
    ask();
    expect(leadRulesFor(db, ellen)).toMatchObject([{ askedBy: "Ellen", mayConfirm: false }]);
    expect(refusalOf(() => confirm(ellen))).toBe("leadNeedsAnother");
    expect(refusalOf(() => ask(rie))).toBe("value: leadRuleAskedAlready");
    expect(rulesInForce(db)).toEqual([]);
  });

  it("is confirmed by a lead of that team; another team's, a brobygger and a contact do not see it", () => {
    ask();
    db.insert(teams).values({ id: "nord", name: "Nord" }).run();
    for (const other of [
      addPerson(db, "Else", "lead", "nord"),
      addPerson(db, "Maria"),
      addPerson(db, "Lis", "contact", "viby"),
    ]) {
      expect(leadRulesFor(db, other)).toEqual([]);
      expect(refusalOf(() => confirm(other))).toBe("notYours");
      expect(refusalOf(() => dropLeadRule(db, other, RULE, NOW))).toBe("notYours");
    }
    expect(leadRulesFor(db, null)).toEqual([]);
    confirm(addPerson(db, "Birgitte", "lead"));
    expect(rulesInForce(db)).toHaveLength(1);
  });

  it("is confirmed as it was read, not as another that stands in its place by now", () => {
    ask();
    dropLeadRule(db, ellen, RULE, NOW);
    ask(ellen, { ...RULE, value: "alle" });
    expect(refusalOf(() => confirm(rie))).toBe("notYours");
    expect(rulesInForce(db)).toEqual([]);
  });

  it("is taken back by who asked, and said no to by the second", () => {
    for (const by of [ellen, rie]) {
      ask();
      dropLeadRule(db, by, RULE, NOW);
      expect(listRules(db)).toEqual([]);
    }
  });

  it("that holds is not asked for again, and is taken away with the leads it made", () => {
    ask();
    confirm(rie);
    ask();
    expect(listRules(db)).toMatchObject([{ askedById: null }]);
    comes();
    ask(ellen, { ...RULE, value: "fb-chef" });
    removeRule(db, ellen, rulesInForce(db)[0]?.id ?? 0, NOW + 3);
    expect(rolesOfBente()).toEqual([]);
    expect(leadRulesFor(db, rie)).toMatchObject([{ value: "fb-chef", mayConfirm: true }]);
  });

  it("that waits takes nothing from anybody when it is removed from the table", () => {
    ask();
    confirm(rie);
    comes();
    ask(ellen, { ...RULE, value: "fb-chef" });
    removeRule(db, ellen, listRules(db).find(({ askedById }) => askedById)?.id ?? 0, NOW + 3);
    expect(rolesOfBente()).toEqual([{ role: "lead", scope: TEAM }]);
  });
});

it("Other roles hold at once", () => {
  addRule(db, ellen, { claim: "groups", value: "fb-redaktion", role: "editor", scope: "" }, NOW);
  expect(rulesInForce(db)).toHaveLength(1);
  expect(leadRulesFor(db, rie)).toEqual([]);
});

it("A data officer reads who asked for such a rule, who said yes and who said no", () => {
  ask();
  confirm(rie);
  ask(ellen, { ...RULE, value: "fb-chef" });
  dropLeadRule(db, rie, { ...RULE, value: "fb-chef" }, NOW + 2);
  const { lines } = readTrail(db, addPerson(db, "Dorte", "data-officer"), trailFilterIn(new URLSearchParams()), 1);
  const said = lines.map(({ what, by, more }) => [what, by, more].join(" | "));
  const of = (value: string) => `Når groups er ${value}: leder for Folkesundhed Aarhus`;
  expect(said.filter((line) => line.startsWith("Ledere"))).toEqual([
    `Ledere fra kommunens login afvist | Rie | ${of("fb-chef")}`,
    `Ledere fra kommunens login godkendt | Rie | ${of("fb-leder")}`,
    `Ledere fra kommunens login foreslået | Ellen | ${of("fb-chef")}`,
    `Ledere fra kommunens login foreslået | Ellen | ${of("fb-leder")}`,
  ]);
});
