import { describe, expect, it } from "vitest";
import { suggestions } from "../../db/schema.ts";
import { close, openSuggestions, pickUp, suggest, suggestionsForEditor } from "../../src/upkeep/suggestions.ts";
import { NOW, openSettledTown, refusalOf } from "../world.ts";

describe("A wish for what is missing", () => {
  it("is seen by associations without contact, picked up once, and closed by an editor", () => {
    const { db, box, lis, sanne, ellen } = openSettledTown();
    suggest(db, box.keys, { wish: "Langsom gåtur", area: "viby", theme: "natur", contact: "karen@eksempel.dk" }, NOW);
    expect(db.select().from(suggestions).get()?.sealedContact?.includes("karen")).toBe(false);
    const [wish] = openSuggestions(db, lis, NOW).rows;
    expect(wish).toMatchObject({ wish: "Langsom gåtur", area: "Viby", theme: "Natur og friluft", pickedUpBy: null });
    expect(JSON.stringify(wish)).not.toContain("karen");
    expect(openSuggestions(db, null, NOW).rows).toEqual([]);
    expect(suggestionsForEditor(db, box.keys, ellen, NOW).rows[0]?.contact).toBe("karen@eksempel.dk");
    expect(suggestionsForEditor(db, box.keys, lis, NOW).rows).toEqual([]);
    pickUp(db, lis, wish!.id, "viby-bibliotek");
    expect(refusalOf(() => pickUp(db, sanne, wish!.id, "folkehuset"))).toBe("pickedUpAlready");
    expect(refusalOf(() => pickUp(db, lis, wish!.id, "folkehuset"))).toBe("notYours");
    close(db, ellen, wish!.id, NOW);
    expect(openSuggestions(db, lis, NOW).rows).toEqual([]);
    expect(db.select().from(suggestions).get()?.sealedContact).toBeNull();
  });
});
