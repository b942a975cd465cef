/** The words that people use, and what they find. Plain Danish (or English, Ukrainian); both engines fold them. */

/** Whoever writes one of `words` also finds what is described by `finds`, but not the other way round. */
export interface Need {
  words: string[];
  finds: string[];
}

/** Groups of equal words, the rows of a new database: an editor changes them. */
export const SYNONYM_GROUPS: string[][] = [
  ["fitness", "styrketræning", "motion"],
  ["gåtur", "vandretur", "vandring", "gågruppe", "gåfællesskab", "gå tur"],
  ["lektiehjælp", "lektiecafé"],
  ["fællesspisning", "folkekøkken", "spisefællesskab", "spise sammen"],
  ["senior", "ældre", "pensionist"],
  ["it", "computer", "edb", "pc"],
  ["café", "kafe", "kaffestue"],
  ["læsekreds", "læsegruppe", "bogklub", "læseklub"],
  ["reparation", "repair", "fix"],
  ["kor", "sangkor", "synge sammen", "syng sammen"],
  ["børn", "unger", "småbørn"],
  ["mænd", "mand", "herre"],
  ["kvinder", "dame", "pige"],
  ["jogging", "løb", "løbeklub", "løbetræning"],
  ["madlavning", "lave mad", "kokkeskole"],
  ["håndarbejde", "krea", "strik", "hækling"],
  ["brætspil", "spilaften", "spillecafé"],
  ["svømning", "vandgymnastik"],
  ["mobil", "smartphone", "telefon"],
  ["mitid", "nemid", "digital post"],
  ["frivillig", "hjælper"],
  ["kirke", "sogn", "menighed"],
  ["gudstjeneste", "andagt"],
  ["loppemarked", "kræmmermarked", "genbrugsmarked"],
  ["afspænding", "mindfulness", "meditation"],
  ["dans", "danse", "folkedans", "linedance"],
  ["træværksted", "snedkeri", "sløjd"],
  ["dansk", "danskundervisning", "lær dansk"],
];

/** Words for a need, as people type them, and what may meet it. */
export const NEEDS: Need[] = [
  {
    words: [
      "ensom", "ensomhed", "alene", "føler mig alene", "har ingen venner", "ingen venner", "mangler venner", "nye venner", "få venner", "savner nogen", "mangler selskab", "keder mig", "isoleret", "nogen at snakke med",
      "nogen at tale med", "en at snakke med", "en at tale med", "snakke med nogen", "tale med nogen", "lonely", "someone to talk to", "самотність",
    ],
    finds: ["besøgsven", "samtale", "snak", "samvær", "fællesskab", "venner", "hygge", "værtinde", "mødested"],
  },
  {
    words: [
      "mistet min mand", "mistet min kone", "mistet min ægtefælle", "mistet en nær", "mistet mor", "mistet far", "mistet barn", "min mand er død", "min kone er død", "mistet", "er død", "dødsfald", "enke",
      "enkemand", "efterladt", "i sorg", "sorg",
    ],
    finds: ["sorg", "sorggruppe", "sorgcafé", "efterladt", "tab", "enke", "selvhjælpsgruppe"],
  },
  {
    words: ["ny i byen", "ny her", "lige flyttet", "flyttet hertil", "lige flyttet hertil", "tilflytter", "nytilflyttet", "kender ingen", "kender ikke nogen", "new in town", "newcomer"],
    finds: ["tilflytter", "nytilflyttet", "velkommen til byen", "velkomst", "netværk", "mød naboerne"],
  },
  {
    words: ["arbejdsløs", "ledig", "uden job", "uden arbejde", "mistet mit job", "mistet mit arbejde", "mistet jobbet", "fyret", "søger arbejde", "søger job", "unemployed"],
    finds: ["jobsøger", "jobsøgning", "ledig", "jobcafé", "jobklub"],
  },
  {
    words: ["sygemeldt", "syg", "stress", "stresset", "udbrændt", "langtidssyg", "sygemelding"],
    finds: ["sygemeldt", "stress", "mindfulness", "ro", "selvhjælpsgruppe", "rehabilitering"],
  },
  {
    words: ["angst", "nervøs", "bange", "depression", "deprimeret", "trist", "ked af det", "har det svært", "psykisk sårbar"],
    finds: ["angst", "depression", "selvhjælpsgruppe", "samtale", "støtte", "sårbar"],
  },
  {
    words: ["pårørende", "min mand er syg", "min kone er syg", "min mor er syg", "har demens", "demens", "dement", "alzheimer", "passer min mand", "passer min kone"],
    finds: ["pårørende", "demens", "dement", "aflastning", "demenscafé"],
  },
  {
    words: ["nybagt mor", "nybagt far", "nybagte forældre", "barsel", "på barsel", "baby", "lige født", "mødregruppe"],
    finds: ["barsel", "baby", "mødregruppe", "legestue", "babycafé", "babyrytmik"],
  },
  {
    words: ["ondt i ryggen", "dårlig ryg", "smerter", "kroniske smerter", "gigt", "dårlige knæ"],
    finds: ["smerter", "gigt", "rygtræning", "varmtvand", "stolegymnastik", "blid", "skånsom"],
  },
  {
    words: ["komme i form", "tabe mig", "vægttab", "røre mig", "bevægelse", "exercise", "workout", "тренування"],
    finds: ["motion", "træning", "gymnastik", "gåtur", "bevægelse"],
  },
  { words: ["stoppe med at ryge", "holde op med at ryge", "ryger"], finds: ["rygestop"] },
  { words: ["få penge", "ingen penge", "billig mad", "råd til mad"], finds: ["gratis", "folkekøkken", "fællesspisning", "madspild"] },
  { words: ["fritid", "noget at lave", "noget at rive i", "gøre en forskel", "hjælpe andre"], finds: ["frivillig", "værksted", "fællesskab"] },
  { words: ["flygtning", "indvandrer", "udlænding", "refugee", "immigrant", "international", "біженець"], finds: ["dansk", "sprogcafé", "international", "samtale", "netværk"] },
  { words: ["skilt", "skilsmisse", "single"], finds: ["skilsmisse", "single", "enlig", "samtalegruppe"] },
];

/** The themes in the words of people who do not write Danish yet. */
export const THEME_WORDS: Need[] = [
  { words: ["company", "coffee", "meet people", "спілкування", "кава", "кафе"], finds: ["samvær", "café"] },
  { words: ["sport", "sports", "gym", "спорт", "рух", "фітнес"], finds: ["motion", "sport", "idræt", "fitness"] },
  { words: ["swimming", "swim", "плавання"], finds: ["svømning"] },
  { words: ["football", "soccer", "футбол"], finds: ["fodbold"] },
  { words: ["running", "біг"], finds: ["løb"] },
  { words: ["yoga class", "йога"], finds: ["yoga"] },
  { words: ["nature", "outdoor", "hiking", "walk", "walking", "природа", "прогулянка"], finds: ["natur", "friluft", "gåtur", "vandretur"] },
  { words: ["food", "cooking", "dinner", "їжа", "кулінарія", "готування"], finds: ["mad", "madlavning", "fællesspisning"] },
  { words: ["music", "singing", "choir", "song", "музика", "спів", "хор"], finds: ["musik", "sang", "kor"] },
  { words: ["dance", "dancing", "танці", "танець"], finds: ["dans"] },
  { words: ["craft", "crafts", "handicraft", "sewing", "рукоділля", "шиття"], finds: ["håndarbejde", "krea", "syning"] },
  { words: ["knitting", "knit", "вязання", "в'язання"], finds: ["strik", "strikning"] },
  { words: ["art", "culture", "painting", "theatre", "мистецтво", "культура", "малювання", "театр"], finds: ["kunst", "kultur", "maling", "teater"] },
  { words: ["games", "board games", "chess", "ігри", "настільні ігри", "шахи"], finds: ["spil", "brætspil", "skak"] },
  { words: ["computers", "phone help", "комп'ютер", "телефон"], finds: ["it", "computer", "it-hjælp"] },
  { words: ["course", "courses", "learning", "danish", "danish class", "learn danish", "language", "курс", "курси", "навчання", "мова", "данська", "данська мова"], finds: ["kursus", "læring", "dansk", "sprog", "sprogcafé"] },
  { words: ["conversation", "support", "talk", "розмова", "підтримка"], finds: ["samtale", "støtte"] },
  { words: ["volunteer", "volunteering", "волонтер", "волонтерство"], finds: ["frivillig"] },
  { words: ["children", "kids", "family", "діти", "сімя", "сім'я"], finds: ["børn", "familie"] },
  { words: ["women", "жінки"], finds: ["kvinder"] },
  { words: ["gentlemen", "чоловіки"], finds: ["mænd"] },
  { words: ["homework", "домашнє завдання"], finds: ["lektiehjælp"] },
];
