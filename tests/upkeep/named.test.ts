import { beforeEach, describe, expect, it } from "vitest";
import { tellNamed, takeNameAway } from "../../src/upkeep/named.ts";
import { linkHolder, readLink } from "../../src/upkeep/links.ts";
import { activityOf, addActivity, DAY, NOW, openSettledTown, type SettledTown, waitingLetters } from "../world.ts";

let town: SettledTown;
beforeEach(() => {
  town = openSettledTown();
});

const named = (id: string, contactEmail: string | null, own: object = {}) =>
  addActivity(town.db, { id, contactName: "Inge", contactPhone: "+4520000003", contactEmail, ...own });
const letters = () => waitingLetters(town.db, town.box);
const tokens = () => letters().flatMap(({ text }) => [...text.matchAll(/\/b\/(\S+)/g)].map(([, token = ""]) => token));

describe("A tovholder whose name stands on the board", () => {
  it("is told so once, in one mail for all that stands there, and again when another address does", () => {
    named("a", "Inge@eksempel.dk");
    named("b", "inge@eksempel.dk");
    expect([tellNamed(town.db, town.box, NOW), tellNamed(town.db, town.box, NOW + DAY)]).toEqual([1, 0]);
    expect(letters()).toMatchObject([{ to: "inge@eksempel.dk", kind: "named-host" }]);
    expect(tokens()).toHaveLength(2);
    town.db.$client.prepare("UPDATE activities SET contact_email = 'bo@eksempel.dk' WHERE id = 'a'").run();
    expect(tellNamed(town.db, town.box, NOW + DAY)).toBe(1);
    expect(letters().at(-1)).toMatchObject({ to: "bo@eksempel.dk" });
  });

  it("is not told by what is no address, what is a draft, or where the contact wrote the own", () => {
    named("a", null);
    named("b", "inge@eksempel.dk", { state: "draft" });
    named("c", "lis@bro.example");
    expect(tellNamed(town.db, town.box, NOW)).toBe(0);
  });

  it("takes the name away by the link: the association stands there instead, and its contacts hear of it", () => {
    town.db.$client.prepare("UPDATE organisations SET phone = '+4586000000', email = 'post@eksempel.dk'").run();
    named("a", "inge@eksempel.dk");
    tellNamed(town.db, town.box, NOW);
    const link = readLink(town.db, tokens()[0] ?? "", NOW);
    expect(link?.kind).toBe("named");
    takeNameAway(town.db, town.box, linkHolder(link!), "a", NOW);
    expect(activityOf(town.db, "a")).toMatchObject({
      contactName: "Viby Bibliotek",
      contactPhone: "+4586000000",
      contactEmail: "post@eksempel.dk",
      state: "published",
    });
    expect(letters().at(-1)).toMatchObject({ to: "lis@bro.example", kind: "name-taken" });
  });
});
