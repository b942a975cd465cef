import { expect, it } from "vitest";
import { activities, organisations } from "../../db/schema.ts";
import { takenSlugs } from "../../db/slugs.ts";
import { freeSlug } from "../../src/shared/ids.ts";
import { addActivity, openSettledTown } from "../world.ts";

const { db } = openSettledTown();

it("an association and an activity of the same name do not take each other's address", () => {
  expect(freeSlug("Viby Bibliotek", takenSlugs(db, organisations))).toBe("viby-bibliotek-2");
  expect(freeSlug("Viby Bibliotek", takenSlugs(db, activities))).toBe("viby-bibliotek");
});

it.each([
  ["Українська кава", "ukrayinska-kava"],
  ["سباحة للنساء", "sbaht-llnsae"],
  ["Kadınlar için şarkı", "kadinlar-icin-sarki"],
  ["Spotkanie przy łóżku", "spotkanie-przy-lozku"],
  ["Åben ø i Ærø", "aaben-oe-i-aeroe"],
])("%s has an address in Latin letters: %s", (title, slug) => expect(freeSlug(title, () => false)).toBe(slug));

it("many activities of one title get numbers in a row, without asking for those given before", () => {
  addActivity(db, { id: "gaatur" });
  addActivity(db, { id: "gaatur-3" });
  const numbers = new Map<string, number>();
  const asked: string[] = [];
  const isTaken = takenSlugs(db, activities);
  const next = () => {
    asked.length = 0;
    return freeSlug("Gåtur", (slug) => asked.push(slug) > 0 && isTaken(slug), numbers);
  };
  expect(next()).toBe("gaatur-2");
  expect(next()).toBe("gaatur-4");
  expect(asked).toEqual(["gaatur-3", "gaatur-4"]);
});
