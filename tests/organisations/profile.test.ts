import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit, organisations } from "../../db/schema.ts";
import { removeContact } from "../../src/organisations/contacts.ts";
import { approve, reject } from "../../src/organisations/approval.ts";
import { appeal, describeOrganisation, type Profile } from "../../src/organisations/profile.ts";
import { listOrganisations, organisationFor } from "../../src/organisations/queries.ts";
import { organisationPage } from "../../src/board/organisation-page.ts";
import { embedLines, embedOf } from "../../src/pointing/embed.ts";
import { addActivity, addPerson, noted, NOW, openSettledTown, refusalOf } from "../world.ts";

const profile: Profile = {
  name: "Viby Bibliotek",
  description: "Et bibliotek med strik.",
  url: "https://viby.example",
  contactName: "Lis",
  phone: "12 34 56 78",
  email: "lis@eksempel.dk",
};

describe("What an association says of itself", () => {
  it("is written by its contact, and read on its page", () => {
    const { db, lis } = openSettledTown();
    describeOrganisation(db, lis, "viby-bibliotek", profile, NOW);
    expect(organisationPage(db, "viby-bibliotek", NOW)).toMatchObject({
      description: "Et bibliotek med strik.",
      url: "https://viby.example",
      contact: { name: "Lis", phone: "12 34 56 78", email: "lis@eksempel.dk" },
    });
    expect(noted(db)).toEqual([]);
  });

  it("may mend its name: the search hears, the trail tells, the address stays", () => {
    const { db, lis, ellen } = openSettledTown();
    addActivity(db, { id: "a" });
    describeOrganisation(db, lis, "viby-bibliotek", { ...profile, name: "Biblioteket i Viby" }, NOW);
    expect(organisationPage(db, "viby-bibliotek", NOW)?.name).toBe("Biblioteket i Viby");
    expect(noted(db)).toEqual(["a"]);
    expect(db.select().from(audit).where(eq(audit.kind, "organisation-renamed")).get()?.detail).toEqual({
      from: "Viby Bibliotek",
      to: "Biblioteket i Viby",
    });
    describeOrganisation(db, ellen, "viby-bibliotek", profile, NOW);
  });

  it("is nobody else's, takes no other's name and no CPR number", () => {
    const { db, lis, sanne } = openSettledTown();
    const to = (change: Partial<Profile>, by = lis) =>
      refusalOf(() => describeOrganisation(db, by, "viby-bibliotek", { ...profile, ...change }, NOW));
    expect(to({}, sanne)).toBe("notYours");
    expect(to({ name: "folkehuset" })).toBe("name: organisationKnown");
    expect(to({ description: "Ring til 010190-1234" })).toBe("description: cpr");
  });
});

describe("An association that was refused", () => {
  it("writes back, waits for an editor again, who reads both, and is let in", () => {
    const { db, box, lis, ellen } = openSettledTown();
    reject(db, box, ellen, "viby-bibliotek", "Det ligner et salgsmøde.", NOW);
    expect(refusalOf(() => appeal(db, ellen, "viby-bibliotek", "Nej", NOW))).toBe("notYours");
    appeal(db, lis, "viby-bibliotek", "Alle kan være med gratis nu.", NOW + 1);
    expect(listOrganisations(db, ellen, { state: "pending" }).rows.map(({ id }) => id)).toEqual(["viby-bibliotek"]);
    expect(organisationFor(db, ellen, "viby-bibliotek")).toMatchObject({
      decisionText: "Det ligner et salgsmøde.",
      answerText: "Alle kan være med gratis nu.",
    });
    expect(refusalOf(() => appeal(db, lis, "viby-bibliotek", "Igen", NOW + 2))).toBe("notPossibleNow");
    approve(db, box, ellen, "viby-bibliotek", NOW + 3);
    expect(db.select().from(organisations).where(eq(organisations.id, "viby-bibliotek")).get()).toMatchObject({
      state: "approved",
      answerText: null,
    });
  });
});

describe("A contact of an association", () => {
  it("takes a colleague out, and neither oneself nor somebody elsewhere", () => {
    const { db, lis, sanne } = openSettledTown();
    const bo = addPerson(db, "Bo", "contact", "viby-bibliotek");
    expect(refusalOf(() => removeContact(db, sanne, "viby-bibliotek", bo.id, NOW))).toBe("notYours");
    expect(refusalOf(() => removeContact(db, lis, "viby-bibliotek", lis.id, NOW))).toBe("notPossibleNow");
    removeContact(db, lis, "viby-bibliotek", bo.id, NOW);
    expect(organisationFor(db, lis, "viby-bibliotek")?.contacts.map(({ name }) => name)).toEqual(["Lis"]);
  });
});

describe("What an association shows on its own website", () => {
  it("is its activities with whole addresses, and nothing of it is read as markup", () => {
    const { db } = openSettledTown();
    addActivity(db, { id: "a", title: "Strik <b>& snak</b>" });
    const page = organisationPage(db, "viby-bibliotek", NOW)!;
    const html = embedOf(page, "https://bro.example");
    expect(html).toContain(
      '<a href="https://bro.example/aktiviteter/a">Strik &lt;b&gt;&amp; snak&lt;/b&gt;</a><br>Næste gang:',
    );
    expect(embedLines("https://bro.example", "viby-bibliotek").split("\n")).toHaveLength(3);
  });
});
