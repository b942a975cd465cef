import type { Venue } from "../types.ts";

/** Brabrand-Gellerup, Tilst, Stavtrup-Ormslev, Harlev-Framlev and Sabro. */
export const vest: Venue[] = [
  {
    key: "kvindehus", org: "Gellerup Kvindehus", name: "Gellerup Kvindehus", area: "brabrand-gellerup", by: "i Gellerup",
    address: "Karen Blixens Boulevard 91", postcode: "8220", lat: 56.1547, lng: 10.1238, bus: "4A, 11",
    facts: "kun-kvinder trinfri", door: "den orange dør", home: "Bus 4A kører fra Gudrunsvej. Vi følges gerne.",
    rooms: ["Vi er i den store stue med tæpper og puder.", "Børn kan lege i rummet ved siden af."],
  },
  {
    key: "brabrand", org: "Brabrand Medborgerhus", name: "Brabrand Medborgerhus", area: "brabrand-gellerup", by: "i Brabrand",
    address: "Hovedgaden 47", postcode: "8220", lat: 56.1553, lng: 10.0937, bus: "12, 113",
    facts: "trinfri handicaptoilet", door: "hovedindgangen under uret", home: "Bus 12 går fra Hovedgaden til midtbyen.",
    rooms: ["Vi er i salen med scenen.", "Vi sidder i caféen ved køkkenet.", "Vi har lokale 2 på første sal. Der er elevator."],
  },
  {
    key: "vaerksted", org: "Mændenes Værksted", name: "Mændenes Værksted", area: "brabrand-gellerup", by: "i Brabrand",
    address: "Edwin Rahrs Vej 142", postcode: "8220", lat: 56.1574, lng: 10.1132, bus: "5A, 16", parking: true,
    facts: "kun-maend trinfri", door: "den store port", home: "Bus 5A holder ud for porten.",
    rooms: ["Værkstedet er varmt, og kaffen er stærk.", "Vi har drejebænk, cykelstativ og et langt bord."],
  },
  {
    key: "svoemmehal", org: "Svømmeklubben Gellerup", name: "Badet i Gellerup", area: "brabrand-gellerup", by: "i Gellerup",
    address: "Dortesvej 71", postcode: "8220", lat: 56.1522, lng: 10.1212, bus: "4A, 15", parking: true,
    facts: "trinfri handicaptoilet", door: "billetlugen", home: "Bus 4A kører til midtbyen hvert kvarter.",
    rooms: ["Vandet er 32 grader i det lille bassin.", "Der er lift ned i vandet og rum til at klæde om alene."],
  },
  {
    key: "brabrandsoe", org: "Brabrand Medborgerhus", name: "Brabrand Sø", area: "brabrand-gellerup", by: "ved Brabrand Sø",
    address: "Engdalsvej 85", postcode: "8220", lat: 56.1508, lng: 10.0953, bus: "12", parking: true,
    facts: "trinfri", door: "bådhuset", home: "Bus 12 holder for enden af Engdalsvej.",
    rooms: ["Vi mødes ved bådhuset.", "Stien er bred og uden bakker."],
  },
  {
    key: "tilst-naerhus", org: "Tilst Nærhus", name: "Tilst Nærhus", area: "tilst", by: "i Tilst",
    address: "Tilst Skolevej 17", postcode: "8381", lat: 56.1904, lng: 10.1094, bus: "4A, 26",
    facts: "trinfri", door: "den hvide dør med klokken", home: "Bus 4A går fra Tilst Centret.",
    rooms: ["Vi sidder om det store bord i stuen.", "Vi er i værkstedet ud mod haven.", "Vi har det stille rum på første sal."],
  },
  {
    key: "tilst-hal", org: "Tilst Idrætsforening", name: "Tilsthallen", area: "tilst", by: "i Tilst",
    address: "Tilst Vestervej 52", postcode: "8381", lat: 56.1873, lng: 10.1043, bus: "4A", parking: true,
    facts: "trinfri handicaptoilet", door: "opslagstavlen i hallen", home: "Bus 4A holder ved hallen.",
    rooms: ["Vi har hele hallen for os selv.", "Vi er i den lille sal bag cafeteriet."],
  },
  {
    key: "tilst-skov", org: "Tilst Idrætsforening", name: "True Skov", area: "tilst", by: "ved Tilst",
    address: "Viborgvej 640", postcode: "8381", lat: 56.1879, lng: 10.1169, bus: "114", parking: true,
    facts: "", door: "skovens røde bom", home: "Bus 114 stopper ved skoven. Flere kører også i bil.",
    rooms: ["Vi mødes ved den røde bom.", "Skoven er ung, og stierne er brede."],
  },
  {
    key: "stavtrup", org: "Stavtrup Beboerhus", name: "Stavtrup Beboerhus", area: "stavtrup-ormslev", by: "i Stavtrup",
    address: "Ormslevvej 211", postcode: "8260", lat: 56.1321, lng: 10.1108, bus: "18", parking: true,
    facts: "", door: "døren ved siden af købmanden", home: "Bus 18 går to gange i timen.",
    rooms: ["Vi er i fællesrummet med brændeovn.", "Vi sidder i det lyse rum mod legepladsen."],
  },
  {
    key: "engsoe", org: "Engsøens Naturvenner", name: "Årslev Engsø", area: "stavtrup-ormslev", by: "ved Årslev Engsø",
    address: "Constantinsborgvej 118", postcode: "8260", lat: 56.1330, lng: 10.0786, bus: "113", parking: true,
    facts: "", door: "fugletårnet", home: "Mange kører i bil. Spørg, så får du et lift.",
    rooms: ["Vi mødes ved fugletårnet.", "Tag støvler på, for der kan være vådt."],
  },
  {
    key: "ormslev-hjem", org: "Stavtrup Beboerhus", name: "Privat hjem i Ormslev", area: "stavtrup-ormslev", by: "i Ormslev",
    address: "Ormslev Kirkevej 9", postcode: "8260", lat: 56.1274, lng: 10.0893, private: true, bus: "18", parking: true,
    facts: "stille", door: "havelågen", home: "Bus 18 går fra Ormslev. Vi følger dig gerne til stoppet.",
    rooms: ["Vi sidder i en almindelig stue med kat og klaver.", "Du får adressen, når du ringer."],
  },
  {
    key: "harlev-bib", org: "Harlev Bibliotek", name: "Harlev Bibliotek", area: "harlev-framlev", by: "i Harlev",
    address: "Næshøjvej 83", postcode: "8462", lat: 56.1447, lng: 10.0012, bus: "15, 113", parking: true,
    facts: "trinfri handicaptoilet", door: "kaffebordet", home: "Bus 15 kører til Aarhus hver halve time.",
    rooms: ["Vi sidder i læsehjørnet.", "Vi har salen mod skolen.", "Der er et lille rum til dem, der vil have ro."],
  },
  {
    key: "framlev-sogn", org: "Framlev Sognegård", name: "Framlev Sognegård", area: "harlev-framlev", by: "i Framlev",
    address: "Stillingvej 29", postcode: "8462", lat: 56.1508, lng: 9.9992, bus: "15", parking: true,
    facts: "trinfri teleslynge", door: "den gamle egedør", home: "Bus 15 holder nede ved vejen. Mange kører sammen.",
    rooms: ["Vi er i stuen med klaveret.", "Der er langbord, levende lys og gode stole."],
  },
  {
    key: "sabro", org: "Sabro Kulturhus", name: "Sabro Kulturhus", area: "sabro", by: "i Sabro",
    address: "Sabro Skolevej 6", postcode: "8471", lat: 56.2121, lng: 10.0368, bus: "114, 115", parking: true,
    facts: "trinfri", door: "den store glasdør", home: "Bus 114 kører hver time. Vi holder øje med tiden.",
    rooms: ["Vi er i foyeren ved de bløde møbler.", "Vi har lokalet over hallen. Der er elevator.", "Vi sidder i køkkenet, hvor der er varmt."],
  },
  {
    key: "sabro-sti", org: "Sabro Kulturhus", name: "Sporet ved Sabro", area: "sabro", by: "i Sabro",
    address: "Stillebækvej 40", postcode: "8471", lat: 56.2098, lng: 10.0312, bus: "115", parking: true,
    facts: "", door: "hesteskoen ved stien", home: "Bus 115 holder på Viborgvej.",
    rooms: ["Vi mødes, hvor asfalten holder op.", "Turen går mellem marker og heste."],
  },
];
