import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { keptForms } from "../../db/schema.ts";
import { dropKeptForm, forgetKeptForms, keepForm, keptForm } from "../../src/accounts/kept-forms.ts";
import { addPerson, DAY, newBox, NOW, openTown } from "../world.ts";

const { keys } = newBox();
const PAGE = "/brobygger/sag/abc";
const note = { action: "casework.addNote", typed: { id: ["abc"], note: ["Talte med Inge om kor."] } };
let db: OpenDb;

beforeEach(() => {
  db = openTown();
  addPerson(db, "Maria", "brobygger", "folkesundhed");
  addPerson(db, "Hassan", "brobygger", "folkesundhed");
});

test("Half a note waits for the one who wrote it, on its page, and for nobody else", () => {
  keepForm(db, keys, "maria", PAGE, note, NOW);
  expect(keptForm(db, keys, "maria", PAGE, NOW + DAY - 1)).toEqual(note);
  expect(keptForm(db, keys, "maria", "/brobygger/sag/en-anden", NOW)).toBeNull();
  expect(keptForm(db, keys, "hassan", PAGE, NOW)).toBeNull();
});

test("It is not to be read in the database, nor moved to somebody else's name there", () => {
  keepForm(db, keys, "maria", PAGE, note, NOW);
  const stored = db.select().from(keptForms).get();
  expect(stored?.sealed.includes("Inge")).toBe(false);
  db.update(keptForms).set({ userId: "hassan" }).run();
  expect(() => keptForm(db, keys, "hassan", PAGE, NOW)).toThrow();
});

test("It is gone when it was given back, and a day later when nobody came", () => {
  keepForm(db, keys, "maria", PAGE, note, NOW);
  dropKeptForm(db, "maria", PAGE);
  expect(keptForm(db, keys, "maria", PAGE, NOW)).toBeNull();
  keepForm(db, keys, "maria", PAGE, note, NOW);
  expect(keptForm(db, keys, "maria", PAGE, NOW + DAY)).toBeNull();
  expect(forgetKeptForms(db, NOW + DAY)).toBe(1);
  expect(db.select().from(keptForms).all()).toEqual([]);
});

test("Of two that were sent from one page the last is kept", () => {
  keepForm(db, keys, "maria", PAGE, note, NOW);
  keepForm(db, keys, "maria", PAGE, { ...note, typed: { note: ["Ringer igen i morgen."] } }, NOW + 1);
  expect(keptForm(db, keys, "maria", PAGE, NOW + 2)?.typed).toEqual({ note: ["Ringer igen i morgen."] });
});

test("Passwords are never kept, nor more than a form of a desk takes", () => {
  keepForm(
    db,
    keys,
    "maria",
    "/konto",
    { action: "accounts.changePassword", typed: { current: ["x"], password: ["hemmelig"] } },
    NOW,
  );
  expect(JSON.stringify(keptForm(db, keys, "maria", "/konto", NOW))).not.toContain("hemmelig");
  expect(keepForm(db, keys, "maria", PAGE, { ...note, typed: { note: ["x".repeat(100_000)] } }, NOW)).toBe(false);
  expect(keptForm(db, keys, "maria", PAGE, NOW)).toBeNull();
});
