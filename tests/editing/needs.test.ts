import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { DEFAULT_LEXICON } from "../../search/lexicon/needs.ts";
import { readLexicon } from "../../search/read-documents.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import {
  addNeed,
  listLexicon,
  listNamedPlaces,
  placesAsText,
  placesIn,
  rowsAsText,
  rowsIn,
  saveLexicon,
  saveNamedPlaces,
} from "../../src/editing/needs.ts";
import { addPerson, openTown, refusalOf } from "../world.ts";

let db: OpenDb;
let editor: Viewer;
beforeEach(() => {
  db = openTown();
  editor = addPerson(db, "Ellen", "editor");
});

describe("An editor keeps the words for needs", () => {
  it("and begins with those that the program brings", () => {
    expect(listLexicon(db)).toEqual(DEFAULT_LEXICON);
    expect(readLexicon(db.$client)).toEqual(DEFAULT_LEXICON);
  });

  it("of one language, and those of the others stay", () => {
    saveLexicon(db, editor, "da", [{ words: ["fnulre"], finds: ["strik"] }]);
    const others = DEFAULT_LEXICON.filter(({ lang }) => lang !== "da");
    expect(readLexicon(db.$client)).toEqual([{ lang: "da", words: ["fnulre"], finds: ["strik"] }, ...others]);
  });

  it("and adds one that found nothing", () => {
    addNeed(db, editor, "fnulre", ["strik"]);
    expect(listLexicon(db)[0]).toEqual({ lang: "da", words: ["fnulre"], finds: ["strik"] });
    expect(listLexicon(db)).toHaveLength(DEFAULT_LEXICON.length + 1);
  });

  it("and is told when a line has only one side", () => {
    expect(refusalOf(() => saveLexicon(db, editor, "da", rowsIn("ensom")))).toBe("behov: needRow");
  });

  it("and reads back what was written, line by line", () => {
    const rows = listLexicon(db).filter(({ lang }) => lang === "uk");
    const read = rowsIn(rowsAsText(rows));
    expect(read).toEqual(rows.map(({ words, finds }) => ({ words, finds })));
  });

  it("and nobody else does", () => {
    expect(refusalOf(() => saveLexicon(db, { ...editor, memberships: [] }, "da", []))).toBe("notYours");
  });
});

describe("An editor keeps the places that people name", () => {
  it("line by line", () => {
    saveNamedPlaces(db, editor, placesIn("Torvet = 56.1, 10.2\n\nHallen=56.2,10.3"));
    expect(placesAsText(listNamedPlaces(db))).toBe("Hallen = 56.2, 10.3\nTorvet = 56.1, 10.2");
  });

  it("and is told when one has no point", () => {
    expect(refusalOf(() => saveNamedPlaces(db, editor, placesIn("Torvet")))).toBe("steder: placeRow");
  });
});
