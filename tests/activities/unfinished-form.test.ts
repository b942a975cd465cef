import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import {
  forgetUnfinished,
  keepUnfinished,
  MOST_TYPED_BYTES,
  typedBefore,
  unfinishedName,
} from "../../src/activities/unfinished-form.ts";
import { addOrganisation, contactOf, DAY, NOW, openTown } from "../world.ts";

let db: OpenDb;
let lis: Viewer;
beforeEach(() => {
  db = openTown();
  lis = contactOf(db, addOrganisation(db, "Viby Bibliotek"));
});
const NEW = unfinishedName(null, "viby-bibliotek");
const sent = (typed: unknown, form = NEW) => JSON.stringify({ form, typed });

describe("What a contact types", () => {
  it("is kept, the newest of each form, and shown to nobody else", () => {
    expect(keepUnfinished(db, lis, sent({ title: ["Strik"] }), NOW)).toBe(true);
    expect(keepUnfinished(db, lis, sent({ title: ["Strikkecafé"], themes: ["spil", "mad"] }), NOW + 5000)).toBe(true);
    expect(keepUnfinished(db, lis, sent({ title: ["Kor"] }, unfinishedName("k3v9", "viby-bibliotek")), NOW)).toBe(true);
    expect(typedBefore(db, lis, NEW, NOW)?.typed).toEqual({ title: ["Strikkecafé"], themes: ["spil", "mad"] });
    expect(typedBefore(db, contactOf(db, "viby-bibliotek"), NEW, NOW)).toBeUndefined();
    expect(typedBefore(db, null, NEW, NOW)).toBeUndefined();
  });

  it("is gone when it was sent, and after a month", () => {
    keepUnfinished(db, lis, sent({ title: ["Strik"] }), NOW);
    expect(typedBefore(db, lis, NEW, NOW + 31 * DAY)).toBeUndefined();
    forgetUnfinished(db, lis, NEW);
    expect(typedBefore(db, lis, NEW, NOW)).toBeUndefined();
  });

  it.each([
    ["no JSON", "title=Strik"],
    ["another form", sent({ file: ["x"] }, "hent-kalender")],
    ["fields of another kind", sent({ title: "Strik" })],
    ["a field with another kind of name", sent({ "a b": ["x"] })],
    [
      "more than 100 kB",
      sent(Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`f${n}`, ["å".repeat(MOST_TYPED_BYTES / 20)]]))),
    ],
  ])("is refused when it is %s", (_, text) => {
    expect(keepUnfinished(db, lis, text, NOW)).toBe(false);
    expect(typedBefore(db, lis, NEW, NOW)).toBeUndefined();
  });
});
