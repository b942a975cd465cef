import type { Venue } from "../types.ts";

/** Holme-Højbjerg-Skåde, Viby, Tranbjerg, Hasselager-Kolt, Beder-Malling, Mårslet and Solbjerg. */
export const syd: Venue[] = [
  {
    key: "hoejbjerg", org: "Højbjerg Folkehus", name: "Højbjerg Folkehus", area: "holme-hoejbjerg-skaade", by: "i Højbjerg",
    address: "Rosenvangsalle 167", postcode: "8270", lat: 56.1171, lng: 10.2009, bus: "4A, 17",
    facts: "trinfri handicaptoilet", door: "den gule dør bag skolen", home: "Bus 4A går fra Rosenvangs Allé hvert kvarter.",
    rooms: ["Vi er i salen mod haven.", "Vi sidder i køkkenet ved det lange bord.", "Vi har atelieret øverst. Der er elevator."],
  },
  {
    key: "holme-sogn", org: "Menighedsplejen i Holme", name: "Holme Sognehus", area: "holme-hoejbjerg-skaade", by: "i Holme",
    address: "Holme Byvej 12", postcode: "8270", lat: 56.1121, lng: 10.1839, bus: "6A, 31", parking: true,
    facts: "trinfri teleslynge", door: "døren ved stendiget", home: "Bus 6A holder nede ved kirken.",
    rooms: ["Vi er i konfirmandstuen. Der er bløde stole.", "Vi dækker op i den store sal."],
  },
  {
    key: "skaade-skov", org: "Skåde Vandrelaug", name: "Skåde Bakker", area: "holme-hoejbjerg-skaade", by: "i Skåde",
    address: "Oddervej 204", postcode: "8270", lat: 56.1075, lng: 10.2087, bus: "100, 302", parking: true,
    facts: "", door: "det høje udsigtspunkt", home: "Bus 100 kører fra Oddervej.",
    rooms: ["Vi mødes ved parkeringen øverst.", "Der er bakker op og ned, men vi har god tid."],
  },
  {
    key: "hoejbjerg-hal", org: "Højbjerg Folkehus", name: "Rundhøjhallen", area: "holme-hoejbjerg-skaade", by: "i Højbjerg",
    address: "Holmevej 195", postcode: "8270", lat: 56.1158, lng: 10.1902, bus: "6A, 17", parking: true,
    facts: "trinfri", door: "billetlugen i forhallen", home: "Bus 6A holder ved Rundhøj Torv.",
    rooms: ["Vi er i sal B. Der er varmt gulv.", "Hallen har udlån af sko og ketsjere."],
  },
  {
    key: "viby-bib", org: "Viby Bibliotek", name: "Viby Bibliotek", area: "viby", by: "i Viby",
    address: "Skanderborgvej 170", postcode: "8260", lat: 56.1262, lng: 10.1528, bus: "4A, 16",
    facts: "trinfri handicaptoilet teleslynge", door: "glasdøren mod torvet", home: "Bus 4A og 16 holder på Viby Torv, et minut herfra.",
    rooms: ["Vi sidder ved vinduerne mod torvet.", "Vi er i salen på første sal. Elevatoren er ved trappen.", "Du finder os bag hylden med krimier."],
  },
  {
    key: "viby-nabohus", org: "Viby Nabohus", name: "Viby Nabohus", area: "viby", by: "i Viby",
    address: "Kongsgårdsvej 36", postcode: "8260", lat: 56.1238, lng: 10.1602, bus: "4A, 14",
    facts: "trinfri", door: "døren under den grønne lampe", home: "Bus 14 kører fra Kongsvang Allé.",
    rooms: ["Vi er i stuen med de mange lamper.", "Vi er i værkstedet i baghuset.", "Der er have, hønsehus og bålplads."],
  },
  {
    key: "viby-hal", org: "Viby Vestby Idrætsforening", name: "Viby Vestby-hallen", area: "viby", by: "i Viby",
    address: "Søndervangs Allé 61", postcode: "8260", lat: 56.1221, lng: 10.1467, bus: "1A, 16", parking: true,
    facts: "trinfri handicaptoilet", door: "den røde bænk i hallen", home: "Bus 1A holder lige foran hallen.",
    rooms: ["Vi har den lille sal.", "Vi er på bane 2. Du kan låne alt.", "Vi er i salen med spejle."],
  },
  {
    key: "viby-park", org: "Viby Nabohus", name: "Parken ved Viby", area: "viby", by: "i Viby",
    address: "Vestre Strandvej 8", postcode: "8260", lat: 56.1287, lng: 10.1489, bus: "4A, 14", parking: true,
    facts: "trinfri", door: "springvandet", home: "Bus 4A kører hvert kvarter fra Skanderborgvej.",
    rooms: ["Vi mødes ved springvandet.", "Vi holder os på de faste stier."],
  },
  {
    key: "fri-fod", org: "Danseskolen Fri Fod", name: "Danseskolen Fri Fod", area: "viby", by: "i Viby",
    address: "Grøfthøjparken 122", postcode: "8260", lat: 56.1297, lng: 10.1562, bus: "16", parking: true,
    facts: "trinfri", door: "knagerækken", home: "Bus 16 går to gange i timen.",
    rooms: ["Gulvet er af træ, og musikken er ikke for høj.", "Der er stole langs væggen til dem, der vil se på."],
  },
  {
    key: "tranbjerg", org: "Tranbjerg Kulturhus", name: "Tranbjerg Kulturhus", area: "tranbjerg", by: "i Tranbjerg",
    address: "Tranbjerg Hovedgade 66", postcode: "8310", lat: 56.0931, lng: 10.1352, bus: "4A, letbanen", parking: true,
    facts: "trinfri handicaptoilet teleslynge", door: "garderoben", home: "Letbanen mod Aarhus går to gange i timen.",
    rooms: ["Vi er i den lille sal med flyglet.", "Vi sidder i foyeren under de store billeder.", "Vi har værkstedet i kælderen. Der er elevator."],
  },
  {
    key: "tranbjerg-hal", org: "Tranbjerg Seniorsport", name: "Tranbjerghallen", area: "tranbjerg", by: "i Tranbjerg",
    address: "Grønløkkevej 25", postcode: "8310", lat: 56.0897, lng: 10.1309, bus: "4A", parking: true,
    facts: "trinfri", door: "kaffevognen", home: "Bus 4A holder på Kirketorvet.",
    rooms: ["Vi er i hal 1, tæt på indgangen.", "Vi har springsalen. Der er måtter nok."],
  },
  {
    key: "tranbjerg-skov", org: "Tranbjerg Seniorsport", name: "Stien ved Tranbjerg", area: "tranbjerg", by: "i Tranbjerg",
    address: "Jegstrupvej 77", postcode: "8310", lat: 56.0961, lng: 10.1401, bus: "103", parking: true,
    facts: "", door: "tavlen for enden af vejen", home: "Letbanen er ti minutters gang herfra.",
    rooms: ["Vi mødes ved tavlen med kortet.", "Vi går på grus og skovbund."],
  },
  {
    key: "kolt", org: "Forsamlingshuset i Kolt", name: "Forsamlingshuset i Kolt", area: "hasselager-kolt", by: "i Kolt",
    address: "Kolt Østervej 34", postcode: "8361", lat: 56.1087, lng: 10.0724, bus: "4A, 202", parking: true,
    facts: "", door: "den dobbelte dør med lygter", home: "Bus 4A går fra Kolt Skovvej hvert kvarter.",
    rooms: ["Vi er i krostuen.", "Vi er i salen med det gamle trægulv.", "Vi sidder i det nye køkken."],
  },
  {
    key: "hasselager-gym", org: "Hasselager Gymnastik", name: "Gymnastiksalen i Hasselager", area: "hasselager-kolt", by: "i Hasselager",
    address: "Hasselager Centervej 28", postcode: "8361", lat: 56.1035, lng: 10.0789, bus: "4A", parking: true,
    facts: "trinfri", door: "skabet med bolde", home: "Bus 4A holder på Koltvej.",
    rooms: ["Salen er lille og lun.", "Vi har stole, bolde og elastikker til alle."],
  },
  {
    key: "kolt-skov", org: "Hasselager Gymnastik", name: "Kolt Skov", area: "hasselager-kolt", by: "i Kolt",
    address: "Kolt Skovvej 80", postcode: "8361", lat: 56.1091, lng: 10.0641, bus: "4A", parking: true,
    facts: "", door: "det store egetræ", home: "Bus 4A vender lige ved skoven.",
    rooms: ["Vi mødes under det store egetræ.", "Der er et rundt spor på tre kilometer."],
  },
  {
    key: "beder", org: "Beder-Malling Folkehus", name: "Beder-Malling Folkehus", area: "beder-malling", by: "i Beder",
    address: "Kirkebakken 41", postcode: "8330", lat: 56.0497, lng: 10.2171, bus: "100, letbanen", parking: true,
    facts: "trinfri handicaptoilet", door: "døren ved haven", home: "Letbanen fra Beder kører hver halve time.",
    rooms: ["Vi er i havestuen.", "Vi er i værkstedet i laden.", "Vi sidder i det lille bibliotek."],
  },
  {
    key: "jordlaug", org: "Malling Jordlaug", name: "Jordlauget i Malling", area: "beder-malling", by: "i Malling",
    address: "Ajstrupvej 55", postcode: "8340", lat: 56.0382, lng: 10.2129, bus: "100, letbanen", parking: true,
    facts: "", door: "drivhuset", home: "Letbanen i Malling er et kvarters gang væk.",
    rooms: ["Vi mødes ved drivhuset.", "Der er læ, kaffe og en bænk til enhver."],
  },
  {
    key: "malling-hal", org: "Beder-Malling Folkehus", name: "Mallinghallen", area: "beder-malling", by: "i Malling",
    address: "Bredgade 118", postcode: "8340", lat: 56.0406, lng: 10.2069, bus: "100, letbanen", parking: true,
    facts: "trinfri", door: "tavlen i forhallen", home: "Letbanen går fra Malling to gange i timen.",
    rooms: ["Vi er i den nye sal.", "Vi har det halve af hallen, bag nettet."],
  },
  {
    key: "maarslet", org: "Mårslet Borgerhus", name: "Mårslet Borgerhus", area: "maarslet", by: "i Mårslet",
    address: "Hørretvej 31", postcode: "8320", lat: 56.0721, lng: 10.1671, bus: "103, letbanen",
    facts: "trinfri handicaptoilet", door: "den røde dør midt på gavlen", home: "Letbanen er tre minutters gang væk.",
    rooms: ["Vi er i stuen mod torvet.", "Vi er i salen. Den er lys og varm.", "Vi sidder i biblioteket oppe under taget. Der er elevator."],
  },
  {
    key: "maarslet-hjem", org: "Naboerne i Mårslet", name: "Privat hjem i Mårslet", area: "maarslet", by: "i Mårslet",
    address: "Visbjerg Hegn 73", postcode: "8320", lat: 56.0701, lng: 10.1725, private: true, bus: "103, letbanen",
    facts: "stille", door: "hoveddøren", home: "Vi følger dig til letbanen, hvis du vil.",
    rooms: ["Vi sidder om et spisebord i et helt almindeligt hjem.", "Du får adressen, når du ringer."],
  },
  {
    key: "giber", org: "Mårslet Borgerhus", name: "Giber Ådal", area: "maarslet", by: "i Mårslet",
    address: "Giber Ringvej 14", postcode: "8320", lat: 56.0762, lng: 10.1771, bus: "103", parking: true,
    facts: "", door: "broen over åen", home: "Letbanen i Mårslet er et kvarter herfra til fods.",
    rooms: ["Vi mødes på broen over åen.", "Stien kan være smal, så vi går to og to."],
  },
  {
    key: "solbjerg", org: "Solbjerg Forsamlingshus", name: "Solbjerg Forsamlingshus", area: "solbjerg", by: "i Solbjerg",
    address: "Solbjerg Hovedgade 88", postcode: "8355", lat: 56.0372, lng: 10.0902, bus: "4A, 202", parking: true,
    facts: "trinfri", door: "den grønne dobbeltdør", home: "Bus 4A går fra Hovedgaden hver halve time.",
    rooms: ["Vi er i lillesalen.", "Vi sidder i pejsestuen.", "Vi er i køkkenet, hvor alle hjælper til."],
  },
  {
    key: "solbjerg-soe", org: "Søgruppen i Solbjerg", name: "Solbjerg Sø", area: "solbjerg", by: "ved Solbjerg Sø",
    address: "Søvej 19", postcode: "8355", lat: 56.0418, lng: 10.0931, bus: "202", parking: true,
    facts: "", door: "badebroen", home: "Bus 202 holder oppe i byen.",
    rooms: ["Vi mødes ved badebroen.", "Ved søen er der borde, bænke og læ."],
  },
  {
    key: "solbjerg-hal", org: "Solbjerg Forsamlingshus", name: "Solbjerghallen", area: "solbjerg", by: "i Solbjerg",
    address: "Kærgårdsvej 7", postcode: "8355", lat: 56.0347, lng: 10.0958, bus: "4A", parking: true,
    facts: "trinfri handicaptoilet", door: "caféen i hallen", home: "Bus 4A stopper ved skolen.",
    rooms: ["Vi er i hallens lille sal.", "Vi bruger hele gulvet og al musikken."],
  },
];
