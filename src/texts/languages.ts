import type { Language } from "../../search/language.ts";

/** Said above the hits of a search in another language, in that language. */
export const inDanish: Record<Exclude<Language, "da">, string> = {
  en: "The activities are described in Danish. Press »Få hjælp«, and somebody will help you find one.",
  uk: "Заняття описані данською. Натисніть »Få hjælp«, і вам допоможуть знайти потрібне.",
  ar: "الأنشطة موصوفة باللغة الدنماركية. اضغط على »Få hjælp« وسيساعدك أحد في العثور على نشاط.",
  tr: "Etkinlikler Danca anlatılmıştır. »Få hjælp« düğmesine basın, biri size yardım eder.",
  so: "Hawlaha waxaa lagu qoray af Deenish. Riix »Få hjælp«, qof ayaa ku caawin doona.",
  pl: "Zajęcia są opisane po duńsku. Naciśnij »Få hjælp«, a ktoś pomoże ci coś znaleźć.",
  fa: "فعالیت‌ها به زبان دانمارکی نوشته شده‌اند. روی »Få hjælp« بزنید تا کسی به شما کمک کند.",
  de: "Die Angebote sind auf Dänisch beschrieben. Drück auf »Få hjælp«, dann hilft dir jemand.",
  ro: "Activitățile sunt descrise în daneză. Apasă »Få hjælp« și cineva te va ajuta să găsești una.",
};
