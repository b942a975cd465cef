import type { DemoOrganisation } from "./types.ts";
import { mailName } from "./words.ts";

type Row = [name: string, kind: string, area: string, description: string];

const rows: Row[] = [
  [
    "Folkehuset ved Åen",
    "folkehus",
    "midtbyen",
    "Et åbent hus midt i byen. Her er kaffe, værksteder og plads til dig.",
  ],
  [
    "Hovedbiblioteket ved Havnen",
    "bibliotek",
    "midtbyen",
    "Byens store bibliotek med bøger, sprog, hjælp til it og stille kroge.",
  ],
  [
    "Kirken på Frederiksbjerg",
    "kirke",
    "midtbyen",
    "Kirke og sognehus med sang, mad og samtale. Du skal ikke tro på noget bestemt.",
  ],
  ["Aftenskolen Lærkereden", "aftenskole", "midtbyen", "Små hold i sprog, sang, krop og håndværk over hele byen."],
  ["Trøjborg Nabohus", "folkehus", "midtbyen", "Naboer, der laver ting sammen, siden vi overtog det gamle vaskeri."],
  [
    "Caféen Den Sjette Terning",
    "virksomhed",
    "midtbyen",
    "En café med 400 spil og folk, der gerne lærer dig reglerne.",
  ],
  ["Vinterbaderne ved Havnen", "forening", "midtbyen", "Vi bader hele året og varmer os i saunaen bagefter."],
  ["Sorgfællesskabet Lyset", "forening", "midtbyen", "For dig, der har mistet. Frivillige, som selv har prøvet det."],
  [
    "Yogastudiet Stille Vand",
    "virksomhed",
    "midtbyen",
    "Rolig yoga for alle kroppe. Vi er et lille firma med to lærere.",
  ],
  [
    "Keramikværkstedet Lergulvet",
    "virksomhed",
    "midtbyen",
    "Åbent værksted med drejeskiver, ovn og hjælpsomme hænder.",
  ],
  ["Pårørendenetværket Aarhus", "forening", "midtbyen", "For dig, der er tæt på en, som er syg. Du er også vigtig."],
  ["Jobcaféen Næste Skridt", "frivilliggruppe", "midtbyen", "Frivillige, der hjælper med ansøgning, mod og gode råd."],
  ["Højbjerg Folkehus", "folkehus", "holme-hoejbjerg-skaade", "Det gule hus bag skolen. Her er noget hver dag."],
  [
    "Menighedsplejen i Holme",
    "kirke",
    "holme-hoejbjerg-skaade",
    "Kirkens frivillige. Vi spiser, synger og besøger hinanden.",
  ],
  ["Skåde Vandrelaug", "gågruppe", "holme-hoejbjerg-skaade", "Vi går i skovene syd for byen, både langt og kort."],
  ["Viby Bibliotek", "bibliotek", "viby", "Bibliotek og mødested på Skanderborgvej."],
  ["Viby Nabohus", "folkehus", "viby", "Et hus drevet af naboer. Kom, som du er."],
  ["Viby Vestby Idrætsforening", "idrætsforening", "viby", "Bold, dans og træning for alle aldre."],
  ["Hasle Medborgerhus", "folkehus", "hasle", "Byens største køkken og varmeste velkomst."],
  ["Hasle Bakkers Venner", "naturgruppe", "hasle", "Vi passer stier, får og udsigt på bakkerne."],
  ["Christiansbjerg Folkehus", "folkehus", "skejby-christiansbjerg", "Tre etager med liv fra morgen til aften."],
  [
    "Hjertenetværket Aarhus",
    "patientforening",
    "skejby-christiansbjerg",
    "For dig med et sårbart hjerte, og for dem omkring dig.",
  ],
  ["Skejby Løbe- og Gåklub", "idrætsforening", "skejby-christiansbjerg", "Vi følges ad i alle slags tempo."],
  ["Risskov Bibliotek", "bibliotek", "vejlby-risskov", "Et lille bibliotek med havudsigt og mange samtaler."],
  ["Vejlby Idrætsforening", "idrætsforening", "vejlby-risskov", "Motion med plads til dem, der ikke er gode til det."],
  ["Vejlby Sognehus", "kirke", "vejlby-risskov", "Sognehus med højt til loftet og kaffe på kanden."],
  ["Åbyhøj Folkehus", "folkehus", "aaby", "Huset på bakken med værksted i kælderen."],
  ["Gigtkredsen i Aarhus", "patientforening", "aaby", "For dig med ømme led. Vi rører os sammen, blidt."],
  ["Åby Bibliotek", "bibliotek", "aaby", "Kvarterets dagligstue med bøger fra gulv til loft."],
  ["Tranbjerg Kulturhus", "kulturhus", "tranbjerg", "Musik, teater og fælles borde i Tranbjerg."],
  ["Tranbjerg Seniorsport", "idrætsforening", "tranbjerg", "Motion om formiddagen, kaffe bagefter."],
  ["Forsamlingshuset i Kolt", "forsamlingshus", "hasselager-kolt", "Et rigtigt gammelt forsamlingshus med nyt køkken."],
  ["Hasselager Gymnastik", "idrætsforening", "hasselager-kolt", "Gymnastik for krop og humør."],
  ["Stavtrup Beboerhus", "folkehus", "stavtrup-ormslev", "Mødested for hele Stavtrup og Ormslev."],
  ["Engsøens Naturvenner", "naturgruppe", "stavtrup-ormslev", "Fugle, sø og madpakke. Vi kender stierne."],
  ["Gellerup Kvindehus", "folkehus", "brabrand-gellerup", "Et hus for kvinder fra hele verden."],
  ["Brabrand Medborgerhus", "folkehus", "brabrand-gellerup", "Mad, musik og møder tæt på søen."],
  [
    "Mændenes Værksted",
    "frivilliggruppe",
    "brabrand-gellerup",
    "Mænd, der laver noget med hænderne. Snakken kommer af sig selv.",
  ],
  ["Svømmeklubben Gellerup", "idrætsforening", "brabrand-gellerup", "Vi lærer alle at svømme, også voksne."],
  ["Tilst Nærhus", "folkehus", "tilst", "Et lille hus med stort bord."],
  ["Tilst Idrætsforening", "idrætsforening", "tilst", "Badminton, gang og god stemning."],
  ["Lisbjerg Fælleshus", "folkehus", "lisbjerg", "Fælleshuset i den nye by ved marken."],
  ["Lystrup Folkehus", "folkehus", "lystrup-elsted", "Mødestedet ved letbanen i Lystrup."],
  ["Elsted Kirkecafé", "kirke", "lystrup-elsted", "Frivillige i præstegårdens gamle lade."],
  ["Egå Strandforening", "forening", "skaering-egaa", "Vi bruger stranden hele året."],
  ["Skæring Kulturhus", "kulturhus", "skaering-egaa", "Sport, sang og spil under samme tag."],
  ["Beder-Malling Folkehus", "folkehus", "beder-malling", "Byernes fælles hus med have og værksted."],
  ["Malling Jordlaug", "forening", "beder-malling", "Vi dyrker jorden sammen og deler det, der gror."],
  ["Mårslet Borgerhus", "folkehus", "maarslet", "Midt i byen, tæt på letbanen."],
  ["Naboerne i Mårslet", "privat initiativ", "maarslet", "Naboer, der åbner deres hjem for hinanden."],
  ["Solbjerg Forsamlingshus", "forsamlingshus", "solbjerg", "Fest og hverdag siden 1908."],
  ["Søgruppen i Solbjerg", "gågruppe", "solbjerg", "Vi går, bader og drikker kaffe ved søen."],
  ["Harlev Bibliotek", "bibliotek", "harlev-framlev", "Bibliotek og borgerhjælp under ét tag."],
  ["Framlev Sognegård", "kirke", "harlev-framlev", "Sang, suppe og stille stunder."],
  ["Sabro Kulturhus", "kulturhus", "sabro", "Lokalt liv for små og store."],
  ["Trige Fritidshus", "folkehus", "trige-spoerring", "Sport, mad og hjælp i Trige."],
  ["Spørring Præstegårdshave", "naturgruppe", "trige-spoerring", "En gammel have, som alle må bruge."],
  ["Hårup Forsamlingshus", "forsamlingshus", "haarup-mejlby", "Landsbyernes store stue."],
  ["Hjortshøj Fælleskøkken", "forening", "hjortshoej", "Vi laver mad af det, der er i haven."],
  ["Løgten Bibliotek", "bibliotek", "skoedstrup-loegten", "Læs, lån og bliv lidt længere."],
  ["Skødstrup Idrætsforening", "idrætsforening", "skoedstrup-loegten", "Hal, bane og klubhus med åben dør."],
  [
    "Hjerneskadegruppen Nyt Spor",
    "patientforening",
    "skejby-christiansbjerg",
    "For dig, hvor hovedet skal have mere ro end før.",
  ],
  [
    "Smertegruppen Åndehullet",
    "patientforening",
    "vejlby-risskov",
    "For dig, der lever med smerter. Vi kender det selv.",
  ],
  ["Sprogcaféen Verden Rundt", "frivilliggruppe", "midtbyen", "Vi taler dansk med fejl og godt humør."],
  ["Ukrainsk Hus i Aarhus", "forening", "hasle", "For dig fra Ukraine, og for dig, der vil lære os at kende."],
  [
    "Digital Hjælp i Øjenhøjde",
    "frivilliggruppe",
    "aaby",
    "Rolig hjælp til telefon, tablet og post fra det offentlige.",
  ],
  ["Danseskolen Fri Fod", "virksomhed", "viby", "Dans for voksne, der ikke kan danse endnu."],
  ["Besøgsvennerne i Aarhus", "frivilliggruppe", "midtbyen", "Frivillige, der besøger, følger og ringer."],
];

/** Every approved organisation of the demo town. */
export const organisations: DemoOrganisation[] = rows.map(organisationFrom);

/** Waits for an editor's yes. */
export const pendingOrganisation: DemoOrganisation = {
  name: "Modelbaneklubben Det Lille Spor",
  kind: "forening",
  area: "tilst",
  description: "Vi bygger modeltog og vil gerne have flere med.",
  email: "verner@eksempel.dk",
  state: "pending",
};

function organisationFrom([name, kind, area, description]: Row, index: number): DemoOrganisation {
  const phone = `20 00 00 ${String(index).padStart(2, "0")}`;
  const email = `${mailName(name)}@eksempel.dk`;
  const site = kind === "aftenskole" || kind === "virksomhed" ? { url: `https://${mailName(name)}.eksempel.dk` } : {};
  return { name, kind, area, description, phone, email, ...site, state: "approved" };
}
