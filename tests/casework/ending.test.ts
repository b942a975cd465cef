import { beforeEach, describe, expect, it } from "vitest";
import { logAttempt } from "../../src/casework/contact.ts";
import { close } from "../../src/casework/deeds.ts";
import { closingLetter, talksOf } from "../../src/casework/ending.ts";
import { place } from "../../src/casework/placements.ts";
import { writeOnList } from "../../src/casework/talk/list.ts";
import { DAY, NOW } from "../world.ts";
import { openWay, seen } from "./introductions/support.ts";
import { attempt } from "./support.ts";

let way: ReturnType<typeof openWay>;
beforeEach(() => {
  way = openWay();
});
const view = (now = NOW) => seen(way.db, way.box, way.maria, way.id, now);

describe("Before a course ends", () => {
  it("a brobygger sees how often the two have talked, as a number", () => {
    const later = NOW + 69 * DAY;
    logAttempt(way.db, way.box, way.maria, way.id, attempt("not-reached", later), later);
    logAttempt(way.db, way.box, way.maria, way.id, attempt("reached", later), later);
    expect(talksOf(view(later), later)).toEqual({ talks: 2, weeks: 10 });
  });
});

describe("The letter at the end", () => {
  it("says where the citizen goes, what else was talked about, whether anybody calls, and how to come back", () => {
    place(way.db, way.box.keys, way.maria, way.id, { offer: "Kor i Sognegården", startedOn: "2026-11-20" }, NOW);
    const offer = { title: "Kaffe hos Inge", where: "Viby", when: "", call: "", about: "" };
    writeOnList(way.db, way.box.keys, way.maria, way.id, offer, NOW);
    close(way.db, way.box.keys, way.maria, way.id, { reason: "finds-own-way", note: "Hemmelig note" }, NOW);
    const letter = closingLetter(view(), { from: "Maria Bro", months: 12 });
    expect(letter).toEqual([
      "Kære Karen",
      expect.stringContaining("Tak"),
      "Du er med i Kor i Sognegården, siden fredag den 20. november 2026.",
      "Det her har vi også talt om:\n• Kaffe hos Inge, Viby",
      expect.stringContaining("Du finder selv videre"),
      expect.stringContaining("Vi ringer ikke til dig mere"),
      expect.stringContaining("ring"),
      "Det, vi har skrevet ned, sletter vi om 12 måneder. Vil du se det inden, så sig til.",
      "Venlig hilsen Maria Bro",
    ]);
    expect(letter.join()).not.toContain("Hemmelig");
  });
});
