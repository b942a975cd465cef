import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compoundParts,
  distance,
  errorsAllowed,
  joinedWords,
  relatedWords,
  skeleton,
  stem,
  tokens,
} from "../../search/analysis.ts";
import { highlight } from "../../search/highlight.ts";
import { NEEDS, SYNONYM_GROUPS, THEME_WORDS } from "../../search/synonyms.ts";
import { STOP_WORDS } from "../../search/words.ts";

describe("A text becomes words", () => {
  it.each([
    ["IT-hjælp til 3D-print", ["it", "hjaelp", "til", "3d", "print"]],
    ["Brætspil- og kortaften", ["braetspil", "og", "kortaften"]],
    ["pc'er & tablets, 60+", ["pcer", "tablets", "60"]],
    ["Café på Ø-haven 8260", ["cafe", "paa", "oe", "haven", "8260"]],
    ["В'язання і хор", ["вязання", "і", "хор"]],
    ['🎉 … "!"', []],
  ])("%s", (text, words) => {
    expect(tokens(text)).toEqual(words);
  });

  it("and a hyphenated word is also one word", () => {
    expect(joinedWords("IT-hjælp og 3D‐print")).toEqual(["ithjaelp", "3dprint"]);
  });
});

describe("Words that mean the same have the same stem", () => {
  it.each([
    ["svoemning svoemmer svoemme svoem"],
    ["strikning strikke strikker strik"],
    ["gaature gaaturen gaaturene"],
    ["boern boernene barn"],
    ["maend mand maendene"],
    ["cykler cykling cykel"],
    ["haekling haekle haekler"],
    ["loeb loebe loeber"],
    ["boeger bog bogen"],
    ["robot robotter robotterne"],
    ["traening traener traene"],
  ])("%s", (words) => {
    expect(new Set(words.split(" ").map(stem)).size).toBe(1);
  });

  it.each([
    ["have", "hav"],
    ["kor", "kort"],
    ["mand", "mandag"],
  ])("but %s is not %s", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe("A compound is found by its parts", () => {
  it.each([
    ["strikkecafe", ["strikke", "cafe"]],
    ["seniorsvoemning", ["senior", "svoemning"]],
    ["ithjaelp", ["it", "hjaelp"]],
    ["byhave", ["by", "have"]],
    ["kvindekor", ["kvinde", "kor"]],
    ["gaatur", []],
    ["mandag", []],
    ["svoemning", []],
  ])("%s", (word, parts) => {
    expect(compoundParts(word)).toEqual(parts);
  });

  it("and by their stems", () => {
    expect(relatedWords("seniorsvoemning")).toContain("svoem");
  });
});

describe("Spelling", () => {
  it.each(["svømning", "svoemning", "svomning"].map((word) => [word]))("%s looks alike", (word) => {
    expect(skeleton(tokens(word)[0] as string)).toBe("svomning");
  });

  it.each([
    ["stirkkecafe", "strikkecafe", 1],
    ["haandblod", "haandbold", 1],
    ["bordtenis", "bordtennis", 1],
    ["faellespisnign", "faellesspisning", 2],
    ["kor", "kort", 1],
    ["yoga", "yoga", 0],
    ["svoemning", "gymnastik", 3],
  ])("%s and %s are %i errors apart", (one, other, errors) => {
    expect(distance(one, other, 2)).toBe(errors);
  });

  it("sees the beginning of a longer word", () => {
    expect(distance("petanqe", "petanquestaevne", 1, true)).toBe(1);
    expect(distance("petanqe", "petanquestaevne", 1)).toBe(2);
  });

  it("allows more errors in longer words, and none in short ones", () => {
    expect([4, 5, 8, 9].map(errorsAllowed)).toEqual([0, 1, 1, 2]);
  });

  it("is as far apart as a plain table says", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
        expect(distance(one, other, most)).toBe(Math.min(most + 1, plainDistance(one, other)));
      }),
    );
  });
});

describe("What matched is marked", () => {
  const marked = (text: string, matched: string[]) =>
    highlight(text, matched)
      .map((part) => (part.hit ? `[${part.text}]` : part.text))
      .join("");

  it.each([
    ["Strikkecafé i Viby", ["cafe"], "Strikke[café] i Viby"],
    ["Seniorsvømning", ["svoem"], "Senior[svømning]"],
    ["Svømning for børn", ["svoemmer", "svoem"], "[Svømning] for børn"],
    ["Gåtur ved åen", ["gaatur", "aaen"], "[Gåtur] ved [åen]"],
    ["Fossiljagt", ["fossil"], "[Fossil]jagt"],
    ["IT-hjælp, italiensk", ["it"], "[IT]-hjælp, italiensk"],
    ["<b>Kor</b> & sang", ["kor"], "<b>[Kor]</b> & sang"],
    ["🎉 Cafe\u0301 🎉", ["cafe"], "🎉 [Cafe\u0301] 🎉"],
    ["", ["kor"], ""],
  ])("%s", (text, matched, expected) => {
    expect(marked(text, matched)).toBe(expected);
  });

  it("and never changes the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.array(fc.constantFrom("ae", "kaffe", "oe", "a", "sang")),
        (text, matched) => {
          expect(
            highlight(text, matched)
              .map((part) => part.text)
              .join(""),
          ).toBe(text);
        },
      ),
    );
  });
});

describe("The lists", () => {
  it("hold no synonym or need that is a stop word alone", () => {
    const phrases = [
      ...SYNONYM_GROUPS.flat(),
      ...[...NEEDS, ...THEME_WORDS].flatMap((need) => [...need.words, ...need.finds]),
    ];
    expect(phrases.filter((phrase) => tokens(phrase).every((word) => STOP_WORDS.has(word)))).toEqual([]);
  });
});

function plainDistance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const swapped =
        one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] && i > 1 && j > 1
          ? at(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      (table[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        swapped,
      );
    }
  }
  return at(one.length, other.length);
}
