import type { Language } from "../../search/language.ts";

/** What is said beside the numbers for people in danger. */
interface CrisisTexts {
  title: string;
  text: string;
  lifeline: string;
  violence: string;
  doctor: string;
  emergency: string;
}

/** In the language that was typed: whoever is in danger should not have to read a foreign one. */
export const crisisTexts: Record<Language, CrisisTexts> = {
  da: {
    title: "Du er ikke alene. Ring og tal med nogen nu",
    text: "Livslinien og Lev Uden Vold spørger ikke, hvad du hedder. Vi gemmer ikke, hvad du har skrevet her.",
    lifeline: "Livslinien, når livet er svært",
    violence: "Lev Uden Vold, hele døgnet",
    doctor: "Lægevagten",
    emergency: "Ved livsfare, så ring",
  },
  en: {
    title: "You are not alone. Call and talk to somebody now",
    text: "Livslinien and Lev Uden Vold do not ask your name. We do not keep what you have written here.",
    lifeline: "Livslinien, when life is hard",
    violence: "Lev Uden Vold, if somebody hurts you, day and night",
    doctor: "Doctor on duty",
    emergency: "If a life is in danger, call",
  },
  uk: {
    title: "Ви не самі. Зателефонуйте й поговоріть з кимось зараз",
    text: "Не потрібно називати своє ім'я. Ми не зберігаємо того, що ви тут написали.",
    lifeline: "Livslinien, коли важко жити",
    violence: "Lev Uden Vold, якщо вас кривдять, цілодобово",
    doctor: "Черговий лікар",
    emergency: "Якщо є загроза життю, телефонуйте",
  },
  ar: {
    title: "لست وحدك. اتصل وتحدث مع شخص ما الآن",
    text: "لا حاجة لذكر اسمك. نحن لا نحفظ ما كتبته هنا.",
    lifeline: "Livslinien، عندما تكون الحياة صعبة",
    violence: "Lev Uden Vold، إذا كان أحد يؤذيك، ليل نهار",
    doctor: "الطبيب المناوب",
    emergency: "إذا كانت الحياة في خطر، اتصل بـ",
  },
  tr: {
    title: "Yalnız değilsiniz. Şimdi arayın ve biriyle konuşun",
    text: "Adınızı söylemeniz gerekmez. Burada yazdıklarınızı saklamıyoruz.",
    lifeline: "Livslinien, hayat zor olduğunda",
    violence: "Lev Uden Vold, biri size zarar veriyorsa, gece gündüz",
    doctor: "Nöbetçi doktor",
    emergency: "Hayati tehlike varsa arayın",
  },
  so: {
    title: "Keligaa ma tihid. Hadda wac oo qof la hadal",
    text: "Uma baahnid inaad magacaaga sheegto. Ma kaydinno waxaad halkan ku qortay.",
    lifeline: "Livslinien, marka noloshu adag tahay",
    violence: "Lev Uden Vold, haddii lagu dhibayo, habeen iyo maalin",
    doctor: "Dhakhtarka heeganka",
    emergency: "Haddii nolol khatar ku jirto, wac",
  },
  pl: {
    title: "Nie jesteś sam. Zadzwoń i porozmawiaj z kimś teraz",
    text: "Nie musisz podawać nazwiska. Nie zapisujemy tego, co tu napisano.",
    lifeline: "Livslinien, gdy życie jest trudne",
    violence: "Lev Uden Vold, jeśli ktoś cię krzywdzi, całą dobę",
    doctor: "Lekarz dyżurny",
    emergency: "Jeśli życie jest zagrożone, zadzwoń",
  },
  fa: {
    title: "شما تنها نیستید. همین حالا زنگ بزنید و با کسی صحبت کنید",
    text: "لازم نیست نام خود را بگویید. آنچه اینجا نوشته‌اید ذخیره نمی‌شود.",
    lifeline: "Livslinien، وقتی زندگی سخت است",
    violence: "Lev Uden Vold، اگر کسی به شما آسیب می‌زند، شبانه‌روز",
    doctor: "پزشک کشیک",
    emergency: "اگر جان کسی در خطر است، زنگ بزنید به",
  },
  de: {
    title: "Du bist nicht allein. Ruf an und sprich jetzt mit jemandem",
    text: "Du musst deinen Namen nicht sagen. Wir speichern nicht, was du hier geschrieben hast.",
    lifeline: "Livslinien, wenn das Leben schwer ist",
    violence: "Lev Uden Vold, wenn dir jemand Gewalt antut, Tag und Nacht",
    doctor: "Ärztlicher Notdienst",
    emergency: "Wenn ein Leben in Gefahr ist, ruf an",
  },
  ro: {
    title: "Nu ești singur. Sună și vorbește cu cineva acum",
    text: "Nu trebuie să îți spui numele. Nu păstrăm ce ai scris aici.",
    lifeline: "Livslinien, când viața este grea",
    violence: "Lev Uden Vold, dacă cineva îți face rău, zi și noapte",
    doctor: "Medicul de gardă",
    emergency: "Dacă o viață este în pericol, sună la",
  },
};

/** Under the numbers, where no activities are shown. */
export const crisisBelow = {
  text: "Vi viser ikke aktiviteter til de ord. Ledte du efter noget andet?",
  search: "Søg efter ordene alligevel",
};
