import { beforeEach, describe, expect, it } from "vitest";
import { logAttempt } from "../../src/casework/contact.ts";
import { noteYes } from "../../src/casework/consents.ts";
import { close, reopen } from "../../src/casework/deeds.ts";
import { eventInWords } from "../../src/casework/course-words.ts";
import { closingLetter, stillToCome, talksOf } from "../../src/casework/ending.ts";
import { closeForm } from "../../src/casework/forms.ts";
import { noteHelped } from "../../src/casework/introductions/company.ts";
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

describe("What may still come", () => {
  it("is told before: the days on which the two talk, and trials", () => {
    noteYes(way.db, way.box.keys, way.maria, way.id, { kind: "follow-up", how: "oral" }, NOW);
    place(way.db, way.box.keys, way.maria, way.id, { offer: "Kor", startedOn: "2026-11-20" }, NOW);
    expect(stillToCome(view(), NOW)).toEqual([
      "Efter 3 uger: I taler sammen fredag den 11. december 2026",
      "Efter 3 måneder: I taler sammen lørdag den 20. februar 2027",
      "Efter 6 måneder: I taler sammen torsdag den 20. maj 2027",
    ]);
    close(way.db, way.box.keys, way.maria, way.id, { reason: "finished", note: "" }, NOW);
    expect(stillToCome(view(), NOW)).toEqual([]);
  });
});

describe("A citizen who goes on to somebody else", () => {
  const end = { id: "x", reason: "needs-other-help", note: "" };

  it("is not closed before it is said to whom, and with which yes", () => {
    const errors = closeForm.safeParse(end).error?.issues.map(({ path, message }) => [path.join(), message]);
    expect(errors).toEqual([
      ["onwardTo", "chooseOnward"],
      ["onwardBy", "chooseOnwardBy"],
    ]);
    expect(closeForm.parse({ ...end, reason: "finished", onwardTo: "doctor" })).not.toHaveProperty("onward");
  });

  it("reads in the letter who takes over, and the case tells with which yes", () => {
    const { id: _id, ...closing } = closeForm.parse({ ...end, onwardTo: "doctor", onwardBy: "oral-yes" });
    close(way.db, way.box.keys, way.maria, way.id, closing, NOW);
    const letter = closingLetter(view(), { from: "Maria Bro", months: 12 });
    expect(letter).toContain("Du går videre til: Egen læge. Vi har taget kontakten, fordi du sagde ja til det.");
    const [ended] = view().events.filter(({ kind }) => kind === "closed");
    expect(eventInWords(ended!, view())).toContain("egen læge (jeg gør det. borgeren sagde ja)");
    reopen(way.db, way.maria, way.id, NOW);
    expect(closingLetter(view(), { from: "Maria Bro", months: 12 }).join()).not.toContain("Egen læge");
  });
});

describe("The letter at the end", () => {
  it("thanks who lends a hand", () => {
    place(way.db, way.box.keys, way.maria, way.id, { offer: "Kor", startedOn: "2026-11-20" }, NOW);
    const placement = view().placements[0]!.id;
    noteHelped(way.db, way.maria, way.id, { placement, signUp: false, pay: false, volunteer: true });
    expect(closingLetter(view(), { from: "Maria Bro", months: 12 }).join("\n")).toContain("også som frivillig");
  });

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
