import { keysOf } from "../src/shared/keys-of.ts";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { keptRead } from "./kept-reads.ts";
import { settings } from "./schema.ts";

interface Described {
  label: string;
  help: string;
  /** Who below the site may have a value of their own. */
  own?: "team" | "controller";
  /** Whether its value must not stand in the audit trail. */
  secret?: boolean;
}
interface TextSetting extends Described {
  type: "text" | "long";
  /** Empty: only the people who run the site know it, and until they have written it no page speaks of it. */
  value: string;
}
interface NumberSetting extends Described {
  type: "number";
  value: number;
  min: number;
  max: number;
}
export type Setting = TextSetting | NumberSetting;

/**
 * What the people who run the site decide, in the order of the editor's form; `value` holds until somebody changes it.
 */
export const SETTINGS = {
  employer: {
    type: "text",
    label: "Hvem ringer?",
    help: "Står øverst ved Få hjælp. Sig, hvem brobyggerne er ansat hos. Skriv en hel sætning.",
    value: "",
    own: "team",
  },
  phone: {
    type: "text",
    label: "Telefon",
    help: "For dem, der hellere vil tale med en nu. Uden nummer kan ingen bede om hjælp på siden.",
    value: "",
    own: "team",
  },
  phoneHours: {
    type: "text",
    label: "Hvornår er telefonen åben?",
    help: "Skrives efter nummeret, for eksempel: hverdage kl. 9–14",
    value: "",
    own: "team",
  },
  followTimes: {
    type: "number",
    label: "Hvor mange gange følger I op?",
    help: "3: efter 3 uger, 3 måneder og 6 måneder. 1: kun efter 3 måneder. 0: når der er brug for det. Kan ændres i hver sag.",
    value: 3,
    min: 0,
    max: 3,
    own: "team",
  },
  followWeeksFirst: {
    type: "number",
    label: "Opfølgning efter 3 uger: så mange uger før eller efter",
    help: "Kommer svaret senere, tæller det ikke med i tallene.",
    value: 1,
    min: 0,
    max: 4,
    own: "team",
  },
  followWeeksLater: {
    type: "number",
    label: "Opfølgning efter 3 og 6 måneder: så mange uger før eller efter",
    help: "Kommer svaret senere, tæller det ikke med i tallene.",
    value: 4,
    min: 0,
    max: 8,
    own: "team",
  },
  promiseDays: {
    type: "number",
    label: "Vi ringer inden for så mange hverdage",
    help: "Løftet til borgeren. Helligdage tæller ikke med.",
    value: 3,
    min: 1,
    max: 20,
    own: "team",
  },
  difference: {
    type: "text",
    label: "Hvad kan teamet, som andre teams ikke kan?",
    help: "Én sætning. Dækker to teams det samme sted, vælger borgeren selv, og så står den ved Få hjælp.",
    value: "",
    own: "team",
  },
  full: {
    type: "text",
    label: "Besked, når alt er optaget",
    help: "Vises ved Få hjælp, når teamet er meldt fuldt.",
    value: "Lige nu har mange brug for os. Der kan gå lidt længere, før vi ringer.",
    own: "team",
  },
  readAtNight: {
    type: "text",
    label: "Hvornår læser ingen beskeder?",
    help: "Står ved knappen, så ingen venter på svar om natten.",
    value: "Vi læser ikke beskeder om aftenen, om natten og i weekenden.",
  },
  crisisIntro: {
    type: "text",
    label: "Hvis det ikke kan vente",
    help: "Står før de tre numre.",
    value: "Kan det ikke vente? Så ring:",
  },
  crisisEmergency: { type: "text", label: "Nummer ved fare for liv", help: "", value: "112" },
  crisisDoctor: { type: "text", label: "Lægevagtens nummer", help: "", value: "70 11 31 31" },
  crisisLifeline: { type: "text", label: "Livsliniens nummer", help: "", value: "70 201 201" },
  crisisViolence: {
    type: "text",
    label: "Nummer ved vold i hjemmet",
    help: "Står ved søgninger, der tyder på fare.",
    value: "1888",
  },
  targetGroup: {
    type: "long",
    label: "Hvem er hjælpen til?",
    help: "Brobyggeren ser det, når hun ringer. Det står ikke i vejen for nogen.",
    value:
      "Voksne over 18 år, som er i forløb i sundhedsvæsenet eller på jobcentret, og som har svært ved selv at finde vej til et fællesskab. Brobyggeren vurderer det sammen med borgeren.",
    own: "team",
  },
  elsewhere: {
    type: "long",
    label: "Hvor kan andre få hjælp?",
    help: "Borgeren ser det, når hjælpen ikke passer.",
    value:
      "Vi er desværre ikke de rette til at hjælpe dig videre. Du er altid velkommen til at finde noget på opslagstavlen og møde op.",
    own: "team",
  },
  controller: {
    type: "long",
    label: "Hvem er ansvarlig for oplysningerne?",
    help: "Den dataansvarlige, med adresse og telefon. Står på siden om privatliv. Uden den kan ingen bede om hjælp på siden.",
    value: "",
    own: "controller",
  },
  adviser: {
    type: "long",
    label: "Databeskyttelsesrådgiver",
    help: "Hvem man kan spørge om sine rettigheder, med telefon eller mail.",
    value: "",
    own: "controller",
  },
  legalBasis: {
    type: "long",
    label: "Hvad giver os lov?",
    help: "Det juridiske grundlag. Står på siden om privatliv.",
    value:
      "Du siger selv ja (samtykke: databeskyttelsesforordningens artikel 6, stk. 1, litra a, og artikel 9, stk. 2, litra a).",
    own: "controller",
  },
  agreement: {
    type: "long",
    label: "Aftalen om data",
    help: "Hvem har skrevet under på databehandleraftalen, og hvornår? Borgeren ser det ikke.",
    value: "",
    own: "controller",
  },
  retentionUnreachedDays: {
    type: "number",
    label: "Slet, når vi ikke får fat i nogen: dage efter sidste forsøg",
    help: "Gælder, når borgeren aldrig er nået.",
    value: 30,
    min: 1,
    max: 365,
    own: "controller",
  },
  retentionClosedMonths: {
    type: "number",
    label: "Slet afsluttede forløb: måneder efter afslutning",
    help: "Tallene bliver, personen forsvinder.",
    value: 12,
    min: 1,
    max: 120,
    own: "controller",
  },
  retentionWithdrawnDays: {
    type: "number",
    label: "Slet, når nogen har sagt nej: dage efter",
    help: "0 er samme dag.",
    value: 7,
    min: 0,
    max: 90,
    own: "controller",
  },
  handOverFirst: {
    type: "number",
    label: "Skal et forløb afleveres, før det slettes?",
    help: "1 er ja, 0 er nej. Med ja bliver et afsluttet forløb liggende, til brobyggeren har lagt det i jeres eget system og skrevet det her. Har I pligt til at journalisere, skal der stå 1.",
    value: 0,
    min: 0,
    max: 1,
    own: "controller",
  },
  passOn: {
    type: "number",
    label: "Giver I aktivitetspas?",
    help: "1 er ja, 0 er nej. Et pas er penge til folkeoplysende aktiviteter, til borgere, der mangler dem. Siger I nej, gælder de pas, der er givet, stadig.",
    value: 0,
    min: 0,
    max: 1,
    own: "team",
  },
  passAmount: {
    type: "number",
    label: "Hvor meget er der på et aktivitetspas? (hele kroner)",
    help: "Gælder de pas, der bliver givet fra nu af.",
    value: 1000,
    min: 1,
    max: 100_000,
    own: "team",
  },
  passYears: {
    type: "number",
    label: "Hvor længe gælder et aktivitetspas? (år efter det år, hvor det er givet)",
    help: "0 er til nytår, 1 er til og med det næste år. Gælder de pas, der bliver givet fra nu af.",
    value: 1,
    min: 0,
    max: 5,
    own: "team",
  },
  who5On: {
    type: "number",
    label: "Spørger I til trivsel med WHO-5?",
    help: "1 er ja, 0 er nej. Fem spørgsmål før og efter, i en samtale eller på papir, kun når borgeren siger ja. Siger I nej, bliver de svar, I har, stående.",
    value: 0,
    min: 0,
    max: 1,
    own: "team",
  },
  unitSilentWeeks: {
    type: "number",
    label: "Hvornår skal I besøge et sted, der ikke har henvist længe? (uger)",
    help: "Så står stedet på brobyggernes forside, til en af jer har været der. 0 er aldrig.",
    value: 12,
    min: 0,
    max: 104,
    own: "team",
  },
  passComplain: {
    type: "long",
    label: "Hvordan klager man over et nej til aktivitetspas?",
    help: "Står i brevet til borgeren. Skriv, hvem man klager til, og hvor længe man har til det. Spørg jeres jurister, om det er en afgørelse, som man kan klage over.",
    value: "Er du ikke enig? Så sig det til din brobygger, eller ring til os. Så ser vi på det igen.",
    own: "team",
  },
  seasonMonths: {
    type: "number",
    label: "Spørg, om aktiviteten passer: hver så mange måneder",
    help: "Foreningen får en mail. Svarer ingen, bliver der spurgt to gange til. Så kommer aktiviteten af tavlen.",
    value: 6,
    min: 1,
    max: 24,
  },
  securityContact: {
    type: "text",
    label: "Hvem skal høre om svage steder i siden?",
    help: "En mailadresse, eller adressen på en side. Står i /.well-known/security.txt. Skriv »ingen«, til I har en.",
    value: "ingen",
  },
  addressKey: {
    type: "text",
    label: "Nøgle til at slå adresser op",
    help: "Fra Adressevælger. Skriv »ingen«, hvis I ikke har en. Så står nålen midt i postnummeret, til nogen flytter den.",
    value: "ingen",
    secret: true,
  },
  secondFactor: {
    type: "number",
    label: "Skal brobyggere, ledere og redaktører logge ind i to trin?",
    help: "1 er ja, 0 er nej. Med ja skal de bruge en kode fra deres telefon, før de kan se noget. Det er 1 fra begyndelsen på en rigtig side.",
    value: 0,
    min: 0,
    max: 1,
  },
  deskHours: {
    type: "number",
    label: "Hvor længe er brobyggere, ledere og redaktører logget ind? (timer)",
    help: "Så skal de logge ind igen, også når de er midt i noget. Det, de har skrevet, er gemt imens.",
    value: 12,
    min: 1,
    max: 24,
  },
  deskIdleMinutes: {
    type: "number",
    label: "Hvor længe må de være væk, før de er logget ud? (minutter)",
    help: "Kort, for andre kan sætte sig ved skærmen.",
    value: 30,
    min: 5,
    max: 240,
  },
  contactDays: {
    type: "number",
    label: "Hvor længe er kontaktpersoner logget ind? (dage)",
    help: "",
    value: 30,
    min: 1,
    max: 90,
  },
  deskDevices: {
    type: "number",
    label: "Hvor mange steder må en brobygger, leder eller redaktør være logget ind på én gang?",
    help: "Logger de ind et sted til, er de logget ud det sted, hvor de sidst var for længst tid siden.",
    value: 3,
    min: 1,
    max: 1000,
  },
  auditMonths: {
    type: "number",
    label: "Hvor længe gemmer vi, hvem der har logget ind og rettet? (måneder)",
    help: "Sporet, som databeskyttelsesrådgiveren kan se. Det er mindst et halvt år.",
    value: 24,
    min: 6,
    max: 120,
  },
  signInPerAccount: {
    type: "number",
    label: "Forkerte forsøg på at logge ind, før man må vente et kvarter",
    help: "For én konto fra ét sted.",
    value: 5,
    min: 3,
    max: 50,
  },
  signInPerAddress: {
    type: "number",
    label: "Forkerte forsøg i alt fra ét sted i et kvarter",
    help: "Højt, for et helt bibliotek kan dele én forbindelse.",
    value: 100,
    min: 10,
    max: 10_000,
  },
  helpPerHour: {
    type: "number",
    label: "Beskeder om hjælp fra ét sted på en time",
    help: "Bliver det flere, må de næste vente eller ringe. Det, de har skrevet, bliver stående. Et sted, hvor en af jer har logget ind, må sende ti gange så mange.",
    value: 10,
    min: 1,
    max: 1000,
  },
  helpPerHourSite: {
    type: "number",
    label: "Beskeder om hjælp i alt på en time",
    help: "Stopper den, der sender fra mange steder på én gang. Sæt tallet højere end den travleste time. Et sted, hvor en af jer har logget ind, er fri for den grænse.",
    value: 60,
    min: 5,
    max: 10_000,
  },
  formsPerHour: {
    type: "number",
    label: "Andre beskeder fra ét sted på en time",
    help: "Fejl, spørgsmål, ønsker, tilmeldinger og den slags.",
    value: 20,
    min: 1,
    max: 1000,
  },
  formsPerHourSite: {
    type: "number",
    label: "Andre beskeder i alt på en time",
    help: "",
    value: 300,
    min: 10,
    max: 10_000,
  },
  listsPerDay: {
    type: "number",
    label: "Lister fra ét sted på en dag",
    help: "Højt, for et helt rådhus kan dele én forbindelse.",
    value: 300,
    min: 10,
    max: 10_000,
  },
  listsPerDaySite: { type: "number", label: "Lister i alt på en dag", help: "", value: 5000, min: 100, max: 100_000 },
  mailsPerDay: {
    type: "number",
    label: "Mails til én adresse på en dag, som fremmede kan udløse",
    help: "Kvitteringer, spørgsmål, fejl og den slags. Er der flere, kommer der én mail næste morgen, der siger hvor mange.",
    value: 3,
    min: 1,
    max: 50,
  },
  draftsPerOrganisation: {
    type: "number",
    label: "Kladder, som en forening kan have",
    help: "En forening, som ingen har sagt ja til endnu, kan have 20 aktiviteter i alt.",
    value: 600,
    min: 20,
    max: 100_000,
  },
  picturesPerOrganisation: {
    type: "number",
    label: "Billeder, som en forening kan have",
    help: "",
    value: 600,
    min: 20,
    max: 100_000,
  },
  helpTextMax: {
    type: "number",
    label: "Så lang må en besked være (tegn)",
    help: "",
    value: 2000,
    min: 200,
    max: 4000,
  },
} as const satisfies Record<string, Setting>;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<K extends SettingKey> = (typeof SETTINGS)[K]["type"] extends "number" ? number : string;
export type SettingValues<K extends SettingKey> = { [Key in K]: SettingValue<Key> };

export const SETTING_KEYS = keysOf(SETTINGS);

/** What a setting is, by its key. */
export function settingOf(key: SettingKey): Setting {
  return SETTINGS[key];
}

/** One setting: the team's own, else its controller's, else the site's, else the default. */
export function readSetting<K extends SettingKey>(db: Db, key: K, scope = ""): SettingValue<K> {
  return readSettings(db, [key], scope)[key];
}

/** Several settings at once, by key. `scope`: a team's or a controller's id. */
export function readSettings<K extends SettingKey>(db: Db, keys: readonly K[], scope = ""): SettingValues<K> {
  return keptRead(db, `settings ${scope} ${keys.join()}`, () => settingsOf(db, keys, scope));
}

function settingsOf<K extends SettingKey>(db: Db, keys: readonly K[], scope: string): SettingValues<K> {
  const controller = sql`(SELECT controller_id FROM teams WHERE id = ${scope})`;
  const rows = db
    .select()
    .from(settings)
    .where(
      and(inArray(settings.key, [...keys]), or(inArray(settings.scope, ["", scope]), eq(settings.scope, controller))),
    )
    .all();
  const rowOf = (key: K) => {
    const found = rows.filter((row) => row.key === key);
    return (
      found.find((row) => row.scope === scope) ?? found.find((row) => row.scope !== "") ?? found[0] ?? SETTINGS[key]
    );
  };
  return Object.fromEntries(keys.map((key) => [key, rowOf(key).value])) as SettingValues<K>;
}

/**
 * Keeps a value, for the whole site, one controller or one team. Throws on a value of another type or out of its
 * bounds: the form asks first (`fits`).
 */
export function writeSetting<K extends SettingKey>(db: Db, key: K, value: SettingValue<K>, scope = ""): void {
  const setting: Setting = SETTINGS[key];
  if (!fits(key, value)) throw new TypeError(`${key} cannot be ${JSON.stringify(value)}`);
  if (scope && !setting.own) throw new TypeError(`${key} is one for the whole site`);
  db.insert(settings)
    .values({ key, scope, value })
    .onConflictDoUpdate({ target: [settings.key, settings.scope], set: { value } })
    .run();
}

/** Back to what the one above (controller, site) or the default says. */
export function clearSetting(db: Db, key: SettingKey, scope = ""): void {
  db.delete(settings)
    .where(and(eq(settings.key, key), eq(settings.scope, scope)))
    .run();
}

/** Whether a value is of the setting's type and within its bounds. */
export function fits(key: SettingKey, value: unknown): boolean {
  const setting: Setting = SETTINGS[key];
  if (setting.type === "number")
    return Number.isInteger(value) && Number(value) >= setting.min && Number(value) <= setting.max;
  return typeof value === "string";
}
