import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { gaps } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { take } from "../../src/casework/deeds.ts";
import { noteGaps } from "../../src/casework/gaps.ts";
import { meetGap } from "../../src/casework/met-gaps.ts";
import { asSeen, talkForm } from "../../src/casework/talk/forms.ts";
import { EMPTY, type Sheet } from "../../src/casework/talk/sheet.ts";
import { openTalk, saveTalk } from "../../src/casework/talk/talk.ts";
import { gapOfKey, gapsOf, keyOf } from "../../src/casework/talk/wished-gaps.ts";
import { wishesOf } from "../../src/casework/talk/wishes.ts";
import { sheetInWords } from "../../src/casework/talk/words.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { themeOf } from "../../src/places/theme-words.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { addActivity, addOrganisation, DAY, NOW, refusalOf, TEAM } from "../world.ts";
import { ask, openDesk } from "./support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let stranger: Viewer;
let id: string;
beforeEach(() => {
  ({ db, box, maria, hassan, stranger } = openDesk());
  ({ id } = ask(db, box));
  take(db, maria, id, NOW);
});

const clear = (words: string) => themeOf(words, vocabularyOf(db), NOW);
const says = (sheet: Partial<Sheet>, of = id, by = maria) =>
  saveTalk(db, box.keys, by, of, { seen: EMPTY, sheet: { ...EMPTY, ...sheet } }, NOW);
const note = (of = id, by = maria, at = NOW) =>
  noteGaps(db, box.keys, by, of, { vocabulary: vocabularyOf(db), themeOf: clear }, at);
const WISHES = { likes: "strik", areas: ["viby"], times: ["man-aften", "tir-aften"] } satisfies Partial<Sheet>;

describe("What somebody wished and did not find", () => {
  const coded = (sheet: Partial<Sheet>, home: string | null = null) =>
    gapsOf(
      wishesOf({ ...EMPTY, ...sheet }, home ? { name: home, lat: 56, lng: 10 } : null, vocabularyOf(db)),
      home,
      clear,
    ).map(keyOf);

  it.each([
    [WISHES, ["viby|haandarbejde|hverdag aften"]],
    [{ likes: "synge i kor, kaffe" }, ["|musik|", "|samvaer|"]],
    [{ likes: "noget der ligner det fra dengang", areas: ["viby", "hasle"] }, ["viby||", "hasle||"]],
    [{ times: ["loer-formiddag", "soen-eftermiddag"] as const }, ["||weekend"]],
    [{ likes: "skak", times: ["fre-aften", "loer-aften"] as const }, ["|spil|aften"]],
    [{ likes: "noget helt andet", economy: "free" as const }, []],
  ])("%j is %j in codes, and no word of the citizen's", (sheet, keys) => {
    expect(coded(sheet as Partial<Sheet>)).toEqual(keys);
    expect(keys.map((key) => keyOf(gapOfKey(key)))).toEqual(keys);
  });

  it("is near home where nobody wished for another place, and in the evening for who cannot before four", () => {
    expect(coded({ likes: "strik", km: 2 }, "hasle")).toEqual(["hasle|haandarbejde|"]);
    expect(coded({ likes: "strik", earliest: "16:00" }, "hasle")).toEqual(["hasle|haandarbejde|aften"]);
    expect(coded({ likes: "strik", earliest: "10:00" }, null)).toEqual(["|haandarbejde|"]);
  });

  it("means no theme when the words are of several, or of danger", () => {
    expect([clear("strik"), clear("gåtur i skoven"), clear("pileflet"), clear("jeg vil dø")]).toEqual([
      "haandarbejde",
      null,
      null,
      null,
    ]);
  });
});

describe("A brobygger who notes that something is missing", () => {
  it("leaves area, theme, time and month, and nothing that leads to the case", () => {
    says(WISHES);
    expect(note()).toBe(1);
    expect(db.select().from(gaps).all()).toEqual([
      {
        id: 1,
        teamId: "folkesundhed",
        month: "2026-11",
        area: "viby",
        theme: "haandarbejde",
        time: "hverdag aften",
        metById: null,
      },
    ]);
  });

  it("notes the same once a case, and again from another", () => {
    says(WISHES);
    note();
    expect(refusalOf(() => note())).toBe("gapNoted");
    const other = ask(db, box, { phone: "+4541860901" }).id;
    take(db, hassan, other, NOW);
    says(WISHES, other, hassan);
    note(other, hassan, NOW + 10 * DAY);
    expect(db.select().from(gaps).all()).toMatchObject([{ month: "2026-11" }, { month: "2026-12" }]);
  });

  it("needs a wish that can be said in codes, and one's own case", () => {
    expect(refusalOf(() => note())).toBe("noGap");
    says({ likes: "noget med pil", struck: [] });
    expect(refusalOf(() => note())).toBe("noGap");
    says({ areas: ["Hos min søster Karen"] });
    expect(refusalOf(() => note())).toBe("noGap");
    says(WISHES);
    expect(refusalOf(() => note(id, hassan))).toBe("notYourCase");
    expect(db.select().from(gaps).all()).toEqual([]);
  });

  it("leaves out the wishes that are struck", () => {
    says({ ...WISHES, struck: ["where", "times"] });
    note();
    expect(db.select().from(gaps).all()).toMatchObject([{ area: "", theme: "haandarbejde", time: "" }]);
  });

  it("does not lose what was noted when the form is saved again", () => {
    says(WISHES);
    note();
    const stored = openTalk(db, box.keys, maria, id, NOW)!.sheet;
    const { seen, sheet } = talkForm.parse({ id, likes: "strik, sang", seen: asSeen(stored) });
    saveTalk(db, box.keys, maria, id, { seen, sheet }, NOW);
    const now = openTalk(db, box.keys, maria, id, NOW)!.sheet;
    expect([now.likes, now.gaps]).toEqual(["strik, sang", ["viby|haandarbejde|hverdag aften"]]);
    expect(sheetInWords(now, vocabularyOf(db)).at(-1)?.[1]).toBe("Viby, Håndarbejde og kreativt, hverdag aften");
  });

  it("says what meets it: what was noted so far is met, and what is noted later is not", () => {
    says(WISHES);
    note();
    addOrganisation(db, "Viby Bibliotek");
    addActivity(db, { id: "strik", title: "Strik i fred" });
    const gap = gapOfKey("viby|haandarbejde|hverdag aften");
    expect(refusalOf(() => meetGap(db, stranger, { teamId: TEAM, gap, activityId: "strik" }, NOW))).toBe("notYours");
    meetGap(db, hassan, { teamId: TEAM, gap, activityId: "strik" }, NOW);
    const other = ask(db, box, { phone: "+4541860901" }).id;
    take(db, maria, other, NOW);
    says(WISHES, other);
    note(other);
    expect(db.select().from(gaps).all()).toMatchObject([{ metById: "strik" }, { metById: null }]);
  });
});
