import { describe, expect, it } from "vitest";
import { questions } from "../../db/schema.ts";
import { answer, answeredQuestions, ask, hide, newAnswers } from "../../src/upkeep/questions.ts";
import { addActivity, DAY, NOW, openSettledTown, refusalOf, waitingLetters } from "../world.ts";

describe("Hvad mangler du at vide?", () => {
  it("stands in the mail to the host, unless it speaks of who asks", () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a" });
    ask(db, box, "a", "Må jeg komme, når jeg lige har mistet min mand?", NOW);
    expect(waitingLetters(db, box)[0]?.text).not.toContain("mistet");
  });

  it("is shown to all once the host has answered, and not after an editor has objected", () => {
    const { db, box, lis, sanne, ellen } = openSettledTown();
    addActivity(db, { id: "a" });
    addActivity(db, { id: "b" });
    ask(db, box, "a", "Er der plads til en kørestol?", NOW);
    expect(answeredQuestions(db, "a")).toEqual([]);
    const [letter] = waitingLetters(db, box);
    expect(letter).toMatchObject({ subject: "Fællesbro: et spørgsmål til »Strik a«" });
    expect(letter?.text).toContain("»Er der plads til en kørestol?«");
    const { id } = db.select().from(questions).get()!;
    expect(refusalOf(() => answer(db, sanne, "a", id, "Ja", NOW))).toBe("notYours");
    expect(refusalOf(() => answer(db, lis, "b", id, "Ja", NOW))).toBe("notYours");
    expect(refusalOf(() => hide(db, lis, id, "b"))).toBe("notYours");
    answer(db, lis, "a", id, "Ja, gennem porten.", NOW + DAY);
    expect(answeredQuestions(db, "a")).toMatchObject([
      { question: "Er der plads til en kørestol?", answer: "Ja, gennem porten." },
    ]);
    expect(newAnswers(db, lis, NOW + DAY).rows).toEqual([]);
    expect(newAnswers(db, ellen, NOW + DAY).rows).toHaveLength(1);
    hide(db, ellen, id);
    expect(answeredQuestions(db, "a")).toEqual([]);
    expect(refusalOf(() => answer(db, lis, "a", id, "Jo", NOW + 2 * DAY))).toBe("notPossibleNow");
  });

  it("refuses CPR numbers, links, and more than can be answered; the same question is asked once", () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a" });
    expect(refusalOf(() => ask(db, box, "a", "Jeg er 0101901234", NOW))).toBe("spoergsmaal: cpr");
    expect(refusalOf(() => ask(db, box, "a", "Se https://x.dk", NOW))).toBe("spoergsmaal: noLinksHere");
    for (let n = 0; n < 15; n += 1) ask(db, box, "a", `Spørgsmål ${n}?`, NOW);
    ask(db, box, "a", "Spørgsmål 1?", NOW);
    expect(db.select().from(questions).all()).toHaveLength(15);
    expect(refusalOf(() => ask(db, box, "a", "En til?", NOW))).toBe("spoergsmaal: manyQuestions");
  });
});
