import { describe, expect, it } from "vitest";
import { crisisIn } from "../../search/crisis.ts";
import { rowsOf } from "./needs.ts";

const IN_DANGER: Record<string, string[]> = {
  da: [
    "jeg vil ikke leve mere",
    "orker ikke livet længere",
    "jeg vil bare dø",
    "tænker på at dø hele tiden",
    "tage livet af mig selv",
    "jeg har lyst til at dø",
    "selvskade",
    "min kæreste slår mig",
    "bange for min mand",
    "kan ikke få luft",
    "ondt i brystet",
  ],
  en: ["i want to kill myself", "I don't want to live anymore", "my husband beats me", "domestic violence"],
  uk: ["хочу померти", "самогубство", "чоловік б'є мене"],
  ar: ["أريد أن أموت", "لا أريد أن أعيش", "زوجي يضربني"],
  tr: ["ölmek istiyorum", "intihar etmek", "kocam beni dövüyor"],
  so: ["waxaan rabaa inaan dhinto"],
  pl: ["nie chcę żyć", "chcę się zabić", "mąż mnie bije"],
  fa: ["می‌خواهم بمیرم", "خودکشی"],
  de: ["ich will nicht mehr leben", "Selbstmord", "mein Mann schlägt mich"],
  ro: ["vreau să mor", "nu mai vreau să trăiesc"],
};

const WORN_OUT = [
  "jeg orker ikke mere",
  "jeg kan ikke mere",
  "livet er meningsløst",
  "jeg kan ikke holde det ud mere",
  "vil gerne væk fra det hele",
];

const ONLY_SOUNDS_LIKE_IT = [
  "kan ikke mere mad",
  "jeg kan ikke løbe mere",
  "kan ikke finde mere garn",
  "jeg er død træt",
  "dødtræt",
  "hænge ud med nogen",
  "et sted at hænge ud",
  "jeg dør af grin",
  "død som en sild",
  "min mand er død",
  "sorg efter dødsfald",
  "kan ikke leve uden musik",
  "vil leve sundere",
  "lev livet",
  "skriv dit liv",
  "skære i træ",
  "papir og saks",
  "slå græs",
  "min mand slår mig i skak",
  "banke kød og lave bøf",
  "hjælp til at tage piller til tiden",
  "krimi og mord",
  "førstehjælp ved hjertestop",
  "ondt i ryggen",
  "trykke i bordtennis",
  "kort og klip",
  "dræb tiden med kortspil",
  "over mine døde planter",
  "kill time",
  "dead good music",
  "cutting and sewing",
  "ende strikketøjet",
  "voldgade",
  "bange for at gå alene",
  "slut med at ryge",
];

describe("Whoever writes of danger", () => {
  it.each(Object.entries(IN_DANGER))("is told where to call, in the language %s", (lang, sentences) => {
    for (const q of sentences) expect(crisisIn(q), q).toMatchObject({ lang });
  });

  it("is told so for each row of the tables", () => {
    for (const { q, crisis } of [...rowsOf("needs-given.json"), ...rowsOf("needs-own.json")])
      expect(crisisIn(q) !== null, q).toBe(crisis ?? false);
  });

  it("is shown nothing to do when life is at stake, or home is not safe", () => {
    expect(crisisIn("overvejer selvmord")).toMatchObject({ kind: "suicide", withHits: false });
    expect(crisisIn("han slår mig")).toMatchObject({ kind: "violence", withHits: false });
    expect(crisisIn("kan ikke få luft")).toMatchObject({ kind: "illness", withHits: true });
  });

  it("still finds others who are left behind", () => {
    expect(crisisIn("efterladte efter selvmord")).toMatchObject({ withHits: true });
  });

  it("can search for the very words in quotation marks", () => {
    expect(crisisIn('"overvejer selvmord"')).toBeNull();
  });
});

describe("Whoever only sounds like it", () => {
  it.each(WORN_OUT)("is told where to call, and what there is: %s", (q) => {
    expect(crisisIn(q)).toEqual({ kind: "suicide", lang: "da", withHits: true });
  });

  it.each(ONLY_SOUNDS_LIKE_IT)("is not told where to call: %s", (q) => {
    expect(crisisIn(q)).toBeNull();
  });
});
