import { describe, expect, it } from "vitest";
import { leave } from "../../src/organisations/contacts.ts";
import { addPerson, NOW, openSettledTown, refusalOf } from "../world.ts";

describe("A contact who stops", () => {
  it("leaves when another can sign in, and not before", () => {
    const { db, lis } = openSettledTown();
    expect(refusalOf(() => leave(db, lis, "viby-bibliotek", NOW))).toBe("lastContact");
    addPerson(db, "Per", "contact", "viby-bibliotek");
    expect(refusalOf(() => leave(db, lis, "folkehuset", NOW))).toBe("notYours");
    leave(db, lis, "viby-bibliotek", NOW);
    expect(db.$client.prepare("SELECT user_id FROM memberships WHERE scope = 'viby-bibliotek'").all()).toEqual([
      { user_id: "per" },
    ]);
  });
});
