import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { outboxLog, suggestions, themes } from "../../db/schema.ts";
import { readNames } from "../../search/embedded/names.ts";
import { readQuery } from "../../search/query.ts";
import { readAllDocuments } from "../../search/read-documents.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { createDraft, edit } from "../../src/activities/writing.ts";
import { publish, withdraw } from "../../src/activities/publishing.ts";
import { historyOf } from "../../src/activities/history.ts";
import { undo } from "../../src/activities/undoing.ts";
import { cardsOf } from "../../src/board/cards.ts";
import { newThemeForm, themesForm } from "../../src/editing/forms.ts";
import {
  addTheme,
  arrangeThemes,
  listThemes,
  nextHue,
  removeTheme,
  type Theme,
  themeUses,
} from "../../src/editing/themes.ts";
import { importLines } from "../../src/exchange/import.ts";
import { themesIn } from "../../src/places/theme-words.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { HUE_SLUGS } from "../../src/shared/hues.ts";
import {
  activityOf,
  addOrganisation,
  addPerson,
  contactOf,
  NOW,
  openTown,
  refusalOf,
  wholeFields,
  wholeLine,
} from "../world.ts";

let db: OpenDb;
let editor: Viewer;
beforeEach(() => {
  db = openTown();
  editor = addPerson(db, "Ellen", "editor");
});

/** The form as it stands, with what the editor typed over it. */
const form = (typed: Record<string, Partial<Theme>> = {}) =>
  listThemes(db).map((theme, at) => ({ ...theme, position: at + 1, ...typed[theme.slug] }));
const order = () => listThemes(db).map(({ slug }) => slug);

test("A theme that is given a place stands on it, moved up or down, and the others close ranks", () => {
  fc.assert(
    fc.property(fc.nat(11), fc.integer({ min: 1, max: 12 }), (which, place) => {
      const before = order();
      const moved = before[which] as string;
      arrangeThemes(db, editor, form({ [moved]: { position: place } }));
      expect(order().indexOf(moved)).toBe(place - 1);
      expect(order().filter((slug) => slug !== moved)).toEqual(before.filter((slug) => slug !== moved));
    }),
    { numRuns: 40 },
  );
});

test("A theme gets a new name, everywhere it is found; two may not share one", () => {
  arrangeThemes(db, editor, form({ spil: { name: "Spil og leg" } }));
  expect(listThemes(db).find(({ slug }) => slug === "spil")?.name).toBe("Spil og leg");
  expect(refusalOf(() => arrangeThemes(db, editor, form({ spil: { name: "mad og fællesspisning" } })))).toBe(
    "navn-mad: themeTwice",
  );
  expect(refusalOf(() => arrangeThemes(db, editor, form({ spil: { name: "" } })))).toBe("navn-spil: required");
  expect(db.select().from(outboxLog).all()).toEqual([]);
});

test("A place that is no number and a colour that is none come back beside their fields", () => {
  const read = themesForm.safeParse({ "navn-spil": "Spil", "plads-spil": "to", "farve-spil": "pink" });
  expect(read.error?.issues).toMatchObject([
    { path: ["plads-spil"], message: "wholeNumber" },
    { path: ["farve-spil"], message: "unknown" },
  ]);
});

test("An editor adds a theme: it stands last, under a slug of its name, which a new name does not change", () => {
  const slug = addTheme(db, editor, { name: "Fiskeri og lystsejlads", hue: "natblaa" });
  expect(slug).toBe("fiskeri-og-lystsejlads");
  expect(listThemes(db).at(-1)).toEqual({ slug, name: "Fiskeri og lystsejlads", hue: "natblaa", position: 12 });
  arrangeThemes(db, editor, form({ [slug]: { name: "På vandet", hue: "fjord" } }));
  expect(listThemes(db).at(-1)).toMatchObject({ slug, name: "På vandet", hue: "fjord" });
  expect(addTheme(db, editor, { name: "Fiskeri og lystsejlads", hue: "natblaa" })).toBe(`${slug}-2`);
});

test("Nobody but an editor adds, changes or removes a theme, and none is added that says nothing or is there", () => {
  const contact = contactOf(db, addOrganisation(db, "Roklubben"));
  const roning = { name: "Roning", hue: "natblaa" } as const;
  expect(refusalOf(() => addTheme(db, contact, roning))).toBe("notYours");
  expect(refusalOf(() => removeTheme(db, contact, "spil"))).toBe("notYours");
  expect(refusalOf(() => arrangeThemes(db, contact, form()))).toBe("notYours");
  expect(refusalOf(() => addTheme(db, editor, { ...roning, name: "..." }))).toBe("navn: required");
  expect(refusalOf(() => addTheme(db, editor, { ...roning, name: "SPIL" }))).toBe("navn: themeTwice");
  expect(newThemeForm.safeParse({ navn: "Roning", farve: "pink" }).error?.issues).toMatchObject([
    { path: ["farve"], message: "unknown" },
  ]);
});

test("A new theme is offered a colour that no other has, as long as there is one", () => {
  const free = HUE_SLUGS.length - 12;
  for (let number = 1; number <= free; number++) addTheme(db, editor, { name: `Emne ${number}`, hue: nextHue(db) });
  expect(new Set(listThemes(db).map(({ hue }) => hue)).size).toBe(HUE_SLUGS.length);
  expect(HUE_SLUGS).toContain(nextHue(db));
});

test("What an editor adds can be chosen, imported, filtered, suggested and found by its name at once", () => {
  const organisation = addOrganisation(db, "Roklubben");
  const contact = contactOf(db, organisation);
  vocabularyOf(db);
  const slug = addTheme(db, editor, { name: "Fiskeri og sejlads", hue: "natblaa" });
  const { id } = createDraft(db, contact, organisation, wholeFields({ themes: [slug] }), NOW);
  publish(db, contact, id, NOW);
  expect(importLines(db, [JSON.stringify(wholeLine({ themes: [slug] }))], NOW)).toMatchObject({ added: 1, bad: [] });

  const [document] = [...readAllDocuments(db.$client, NOW)].filter((one) => one.id === id);
  expect(document).toMatchObject({ themes: [slug], names: expect.arrayContaining(["Fiskeri og sejlads"]) });
  const vocabulary = vocabularyOf(db);
  expect(readQuery(new URLSearchParams({ tema: slug }), vocabulary, NOW)).toMatchObject({ query: { tema: [slug] } });
  expect(readQuery(new URLSearchParams({ q: "fiskeri" }), vocabulary, NOW).query.lifts.tema).toEqual([slug]);
  expect(readNames(db.$client)).toContainEqual({ kind: "theme", label: "Fiskeri og sejlads", value: slug });
  expect(themesIn("Fiskeri fra båd hver lørdag", vocabulary)).toEqual([slug]);
  const next = activityOf(db, id).schedule.length > 0 ? Date.parse("2026-11-24T09:00:00Z") : 0;
  expect(cardsOf(db, [{ id, next, distance: null, by: "literal" }])).toMatchObject([
    { theme: { slug, name: "Fiskeri og sejlads", hue: "natblaa" } },
  ]);
});

test("A theme that any activity is in stays, also when it was taken down; an unused one goes, and wishes for it stay", () => {
  const organisation = addOrganisation(db, "Roklubben");
  const contact = contactOf(db, organisation);
  const { id } = createDraft(db, contact, organisation, wholeFields({ themes: ["spil", "mad"] }), NOW);
  publish(db, contact, id, NOW);
  withdraw(db, contact, id, NOW);
  expect(refusalOf(() => removeTheme(db, editor, "mad"))).toBe("themeUsed");
  expect(themeUses(db)).toEqual(
    new Map([
      ["spil", 1],
      ["mad", 1],
    ]),
  );

  db.insert(suggestions).values({ id: "w", wish: "Kor for mænd", theme: "musik", createdAt: NOW }).run();
  removeTheme(db, editor, "musik");
  expect(db.select().from(themes).where(eq(themes.slug, "musik")).all()).toEqual([]);
  expect(db.select().from(suggestions).all()).toMatchObject([{ wish: "Kor for mænd", theme: null }]);
});

test("Undoing a change does not bring back a theme that is gone", () => {
  const organisation = addOrganisation(db, "Roklubben");
  const contact = contactOf(db, organisation);
  const { id } = createDraft(db, contact, organisation, wholeFields({ themes: ["spil", "mad"] }), NOW);
  edit(db, contact, id, wholeFields({ themes: ["mad"] }), NOW);
  removeTheme(db, editor, "spil");
  undo(db, contact, id, historyOf(db, contact, id)[0]!.id, NOW);
  expect(activityOf(db, id).themes).toEqual(["mad"]);
});

test("Whatever an editor does with the themes, no two share a slug, a name or a place, and none in use is lost", () => {
  const organisation = addOrganisation(db, "Roklubben");
  const contact = contactOf(db, organisation);
  const name = fc.constantFrom("Roning", "roning", "Spil", "Ro-ning", "Åben dør", "Samtale", "!");
  const deed = fc.oneof(
    fc.record({ do: fc.constant("add" as const), name, hue: fc.constantFrom(...HUE_SLUGS) }),
    fc.record({ do: fc.constant("remove" as const), which: fc.nat(20) }),
    fc.record({ do: fc.constant("rename" as const), which: fc.nat(20), name, place: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ do: fc.constant("use" as const), which: fc.nat(20) }),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      for (const one of deeds) {
        const all = listThemes(db);
        const slug = "which" in one ? (all[one.which % all.length]?.slug ?? "") : "";
        refusalOf(() => {
          if (one.do === "add") addTheme(db, editor, one);
          else if (one.do === "remove") removeTheme(db, editor, slug);
          else if (one.do === "use") createDraft(db, contact, organisation, wholeFields({ themes: [slug] }), NOW);
          else arrangeThemes(db, editor, form({ [slug]: { name: one.name, position: one.place } }));
        });
        const after = listThemes(db);
        const differ = (of: (theme: Theme) => string | number) => new Set(after.map(of)).size === after.length;
        expect(differ((theme) => theme.slug) && differ((theme) => theme.name.toLowerCase())).toBe(true);
        expect(after.map((theme) => theme.slug)).toEqual(expect.arrayContaining([...themeUses(db).keys()]));
      }
    }),
    { numRuns: 30 },
  );
});
