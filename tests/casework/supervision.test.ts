import { beforeEach, describe, expect, it } from "vitest";
import { supervisionQuestions } from "../../db/schema.ts";
import {
  askAtSupervision,
  dropQuestion,
  forgetSupervision,
  questionsOf,
  SUPERVISION_KEPT_DAYS,
} from "../../src/casework/supervision.ts";
import { DAY, NOW, refusalOf } from "../world.ts";
import { openDesk } from "./support.ts";

let desk: ReturnType<typeof openDesk>;
beforeEach(() => {
  desk = openDesk();
});
const ask = (question: string) => askAtSupervision(desk.db, desk.box.keys, desk.maria, question, NOW);
const mine = () => questionsOf(desk.db, desk.box.keys, desk.maria).map(({ question }) => question);

describe("A question for supervision", () => {
  it("is read by who wrote it alone, sealed, and belongs to no case", () => {
    ask("Hvornår slipper jeg?");
    expect(mine()).toEqual(["Hvornår slipper jeg?"]);
    expect(questionsOf(desk.db, desk.box.keys, desk.lead)).toEqual([]);
    const [row] = desk.db.select().from(supervisionQuestions).all();
    expect(Object.keys(row!)).toEqual(["id", "userId", "sealedQuestion", "createdAt"]);
    expect(row!.sealedQuestion.toString()).not.toContain("slipper");
  });

  it.each([
    ["Ring til 20 30 40 50", "noPersonsHere"],
    ["010150-1234 er svær", "cpr"],
  ])("leads to no citizen: %j is refused", (question, key) => {
    expect(refusalOf(() => ask(question))).toBe(`question: ${key}`);
  });

  it("is erased by who wrote it, or after half a year", () => {
    ask("Hvornår slipper jeg?");
    const { id } = questionsOf(desk.db, desk.box.keys, desk.maria)[0]!;
    expect(refusalOf(() => dropQuestion(desk.db, desk.hassan, id))).toBe("notYours");
    expect(forgetSupervision(desk.db, NOW + (SUPERVISION_KEPT_DAYS - 1) * DAY)).toBe(0);
    dropQuestion(desk.db, desk.maria, id);
    ask("Hvad er min opgave?");
    expect(forgetSupervision(desk.db, NOW + SUPERVISION_KEPT_DAYS * DAY)).toBe(1);
    expect(mine()).toEqual([]);
  });
});
