/** Wishes in other languages: days, parts of the day, prices and languages. Folded as they are made. */
import { addDays, nextWeekday } from "../../src/shared/time.ts";
import { WEEKDAYS } from "../../src/shared/week.ts";
import type { TimeOfDay } from "../../src/shared/week.ts";
import { fold } from "../fold.ts";
import type { Phrase, Reading } from "./phrase.ts";

/** Monday to Sunday: en, uk, ar, tr, so, pl, fa, de, ro; a bar between other spellings. */
const DAYS: string[][] = [
  "mondays? tuesdays? wednesdays? thursdays? fridays? saturdays? sundays?".split(" "),
  "понеділ(?:ок|ка|ки) вівтор(?:ок|ка|ки) серед(?:а|у|и) четвер(?:га|ги)? пятниц(?:я|ю|і) субот(?:а|у|и) неділ(?:я|ю|і)".split(
    " ",
  ),
  "(?:يوم )?الاثنين|(?:يوم )?الثلاثاء|(?:يوم )?الأربعاء|(?:يوم )?الخميس|(?:يوم )?الجمعة|(?:يوم )?السبت|(?:يوم )?الأحد".split(
    "|",
  ),
  "pazartesi salı çarşamba perşembe cuma cumartesi pazar".split(" "),
  "isniin(?:ta)? talaado(?:da)? arbaco(?:da)? khamiis(?:ta)? jimc(?:o|aha|ada) sabti(?:da)? axad(?:da)?".split(" "),
  "poniedziałek wtorek środ[aę] czwartek piątek sobot[aę] niedziel[aę]".split(" "),
  "دوشنبه سه شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه".split(/ (?!شنبه)/),
  "montags? dienstags? mittwochs? donnerstags? freitags? (?:samstags?|sonnabends?) sonntags?".split(" "),
  "luni marți miercuri joi vineri sâmbătă duminică".split(" "),
];

const TIMES: [TimeOfDay, string][] = [
  ["morgen", "in the mornings?|вранці|зранку|sabahleyin|rano|dimineața"],
  [
    "eftermiddag",
    "in the afternoons?|afternoons?|після обіду|вдень|بعد الظهر|öğleden sonra|po południu|بعد از ظهر|nachmittags?|am nachmittag|după amiaza",
  ],
  [
    "aften",
    "in the evenings?|evenings?|ввечері|вечорами|увечері|في المساء|مساء|akşamları|akşamleyin|habeenkii|wieczorem|عصرها|abends|am abend|seara",
  ],
];

const WISHES: [Reading, string][] = [
  [
    { pris: "gratis" },
    `free of charge|for free|free|no money|безкоштовно|безкоштовний|безкоштовна|безкоштовні|مجاني|مجانا|مجانية|ücretsiz|bedava|bilaash|darmowe|darmowy|za darmo|bezpłatnie|bezpłatne|رایگان|مجانی|kostenlos|umsonst|gratuit`,
  ],
  [
    { fakta: ["kun-kvinder"] },
    "women only|only women|only for women|тільки для жінок|тільки жінки|للنساء فقط|sadece kadınlar|tylko dla kobiet|فقط زنان|nur für frauen|nur frauen|doar femei",
  ],
  [{ fakta: ["ukrainsk"] }, "українською|українська мова|українська|українці|in ukrainian|ukrainian"],
  [{ fakta: ["arabisk"] }, "باللغة العربية|بالعربية|بالعربي|عربي|العربية|arabic|in arabic"],
  [{ fakta: ["engelsk"] }, "in english|english speaking|english|англійською|auf englisch|po angielsku|ingilizce"],
  [{ fakta: ["begynder"] }, "for beginners|beginners?|для початківців|للمبتدئين|dla początkujących|für anfänger"],
  [
    { fakta: ["trinfri"] },
    "wheelchair(?: accessible| access)?|інвалідний візок|كرسي متحرك|tekerlekli sandalye|wózek inwalidzki|rollstuhl",
  ],
  [
    { dag: ["loer", "soen"] },
    "(?:on |at )?(?:the )?weekends|вихідні|на вихідних|عطلة نهاية الأسبوع|hafta sonu|w weekend|آخر هفته|am wochenende|wochenende",
  ],
];

const SOON: [(today: string) => Reading, string][] = [
  [
    (today) => ({ dates: [today, today], tid: ["aften"] }),
    "(?:what'?s on |what is on )?(?:tonight|this evening)|сьогодні ввечері|الليلة|bu akşam|bu gece|caawa|dziś wieczorem|dzisiaj wieczorem|امشب|heute abend|diseară",
  ],
  [
    (today) => ({ dates: [today, today] }),
    "(?:what'?s on |what is on )?today|сьогодні|اليوم|bugün|maanta|dziś|dzisiaj|امروز|heute|astăzi|azi",
  ],
  [(today) => ({ dates: [addDays(today, 1), addDays(today, 1)] }), "tomorrow|завтра|غدا|yarın|berri|jutro|فردا|mâine"],
  [
    (today) => {
      const sunday = nextWeekday(today, "soen");
      return { dates: [addDays(sunday, -1) < today ? today : addDays(sunday, -1), sunday] };
    },
    "this weekend",
  ],
];

export const FOREIGN_PHRASES: Phrase[] = [
  ...SOON.map(([read, source]) => foreign(source, (_, today) => read(today))),
  ...WEEKDAYS.map((weekday, at) =>
    foreign(`(?:on |every |am |jeden |у |в |що |w |كل )?(?:${DAYS.map((days) => days[at]).join("|")})`, () => ({
      dag: [weekday],
    })),
  ),
  ...TIMES.map(([time, source]) => foreign(source, () => ({ tid: [time] }))),
  ...WISHES.map(([reading, source]) => foreign(source, () => reading)),
];

function foreign(source: string, read: Phrase["read"]): Phrase {
  return { pattern: new RegExp(`(?:${fold(source)})(?![\\p{L}\\p{N}]|-\\p{L})`, "uy"), read };
}
