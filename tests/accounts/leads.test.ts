import { beforeEach, describe, expect, it } from "vitest";
import { and, eq } from "drizzle-orm";
import type { OpenDb } from "../../db/client.ts";
import { memberships, teams } from "../../db/schema.ts";
import {
  admitFirstLead,
  confirmLead,
  dropLeadProposal,
  leadProposalsFor,
  proposeLead,
} from "../../src/accounts/leads.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { OPERATOR } from "../../src/commands/operator.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addPerson, newBox, NOW, openTown, refusalOf, TEAM, waitingLetters } from "../world.ts";

let db: OpenDb;
let box: MailBox;
let ellen: Viewer;
beforeEach(() => {
  db = openTown();
  box = newBox();
  ellen = addPerson(db, "Ellen", "editor");
});

const bente = { email: "bente@bro.example", name: "Bente", teamId: TEAM };
const leadsOf = (teamId: string) =>
  db
    .select()
    .from(memberships)
    .where(and(eq(memberships.role, "lead"), eq(memberships.scope, teamId)))
    .all();
const idOf = (viewer: Viewer) => leadProposalsFor(db, viewer)[0]?.id ?? "";

describe("A lead", () => {
  it("is let in when a second person says yes, and is told then and not before", () => {
    proposeLead(db, ellen, bente, NOW);
    expect(waitingLetters(db, box)).toEqual([]);
    expect(leadProposalsFor(db, ellen)).toMatchObject([{ name: "Bente", askedBy: "Ellen", mayConfirm: false }]);
    expect(refusalOf(() => confirmLead(db, box, ellen, idOf(ellen), NOW))).toBe("leadNeedsAnother");
    const rie = addPerson(db, "Rie", "editor");
    confirmLead(db, box, rie, idOf(rie), NOW);
    expect(leadsOf(TEAM)).toHaveLength(1);
    expect(waitingLetters(db, box).map(({ to }) => to)).toEqual([bente.email]);
    expect(leadProposalsFor(db, ellen)).toEqual([]);
  });

  it("an editor does not become by asking for herself, nor by a yes of her own", () => {
    proposeLead(db, ellen, { ...bente, email: ellen.email }, NOW);
    const rie = addPerson(db, "Rie", "editor");
    expect(refusalOf(() => confirmLead(db, box, ellen, idOf(ellen), NOW))).toBe("leadNeedsAnother");
    proposeLead(db, rie, { ...bente, email: ellen.email, teamId: addedTeam() }, NOW);
    const asked = leadProposalsFor(db, ellen).find(({ askedBy }) => askedBy === "Rie");
    expect(refusalOf(() => confirmLead(db, box, ellen, asked?.id ?? "", NOW))).toBe("leadNeedsAnother");
  });

  it("of the team may say yes or no; of another team, a brobygger and a contact do not see it", () => {
    proposeLead(db, ellen, bente, NOW);
    const birgitte = addPerson(db, "Birgitte", "lead");
    for (const other of [
      addPerson(db, "Else", "lead", addedTeam()),
      addPerson(db, "Maria"),
      addPerson(db, "Lis", "contact", "viby"),
    ]) {
      expect(leadProposalsFor(db, other)).toEqual([]);
      expect(refusalOf(() => confirmLead(db, box, other, idOf(birgitte), NOW))).toBe("notYours");
    }
    dropLeadProposal(db, birgitte, idOf(birgitte), NOW);
    expect(leadProposalsFor(db, ellen)).toEqual([]);
    proposeLead(db, ellen, bente, NOW);
    expect(refusalOf(() => proposeLead(db, ellen, bente, NOW))).toBe("email: leadAskedAlready");
  });

  it("is asked for by an editor alone", () => {
    expect(refusalOf(() => proposeLead(db, addPerson(db, "Maria"), bente, NOW))).toBe("notYours");
    expect(refusalOf(() => proposeLead(db, ellen, { ...bente, teamId: "findes-ikke" }, NOW))).toBe("access: unknown");
  });

  it("the first of the team is let in by whoever may start a command, and no second one", () => {
    expect(admitFirstLead(db, box, OPERATOR, bente, NOW)).toBeTypeOf("string");
    expect(leadsOf(TEAM)).toHaveLength(1);
    const second = { email: "bo@bro.example", name: "Bo" };
    expect(refusalOf(() => admitFirstLead(db, box, OPERATOR, second, NOW))).toBe("hasLeadAlready");
  });
});

function addedTeam(): string {
  db.insert(teams).values({ id: "nord", name: "Nord" }).run();
  return "nord";
}
