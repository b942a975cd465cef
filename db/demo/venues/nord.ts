import type { Venue } from "../types.ts";

/** Lisbjerg, Lystrup-Elsted, Skæring-Egå, Trige-Spørring, Hårup-Mejlby, Hjortshøj and Skødstrup-Løgten. */
export const nord: Venue[] = [
  {
    key: "lisbjerg", org: "Lisbjerg Fælleshus", name: "Lisbjerg Fælleshus", area: "lisbjerg", by: "i Lisbjerg",
    address: "Elstedvej 22", postcode: "8200", lat: 56.2249, lng: 10.1612, bus: "1A, letbanen", parking: true,
    facts: "trinfri", door: "træporten", home: "Letbanen fra Lisbjerg går hvert kvarter.",
    rooms: ["Vi er i storstuen med det grønne køkken.", "Vi sidder på første sal. Der er elevator.", "Vi er i orangeriet mellem husene."],
  },
  {
    key: "lisbjerg-skov", org: "Lisbjerg Fælleshus", name: "Lisbjerg Skov", area: "lisbjerg", by: "i Lisbjerg",
    address: "Lisbjerg Parkvej 10", postcode: "8200", lat: 56.2213, lng: 10.1668, bus: "1A, letbanen", parking: true,
    facts: "", door: "shelteret i skovkanten", home: "Letbanen er ti minutters gang herfra.",
    rooms: ["Vi mødes ved shelteret.", "Der er bålsted og tørt brænde."],
  },
  {
    key: "lystrup", org: "Lystrup Folkehus", name: "Lystrup Folkehus", area: "lystrup-elsted", by: "i Lystrup",
    address: "Lystrup Centervej 63", postcode: "8520", lat: 56.2371, lng: 10.2372, bus: "16, letbanen",
    facts: "trinfri handicaptoilet", door: "døren ved letbanen", home: "Letbanen holder næsten ved døren.",
    rooms: ["Vi er i caféen.", "Vi har sal 1 med udsigt over marken.", "Vi er i det lille rum med sofaerne."],
  },
  {
    key: "elsted", org: "Elsted Kirkecafé", name: "Laden i Elsted", area: "lystrup-elsted", by: "i Elsted",
    address: "Elsted Byvej 17", postcode: "8520", lat: 56.2338, lng: 10.2189, bus: "16", parking: true,
    facts: "trinfri teleslynge", door: "den røde ladeport", home: "Bus 16 går fra Elsted Skole hver halve time.",
    rooms: ["Laden er varm, også om vinteren.", "Vi sidder ved ovnen i den gamle stald."],
  },
  {
    key: "lystrup-hal", org: "Lystrup Folkehus", name: "Lystruphallen", area: "lystrup-elsted", by: "i Lystrup",
    address: "Lystrup Skolevej 24", postcode: "8520", lat: 56.2399, lng: 10.2307, bus: "16, letbanen", parking: true,
    facts: "trinfri handicaptoilet", door: "bordet med vand og frugt", home: "Letbanen er fem minutters gang væk.",
    rooms: ["Vi har den store hal.", "Vi er i motionsrummet med de store ruder."],
  },
  {
    key: "skaering", org: "Skæring Kulturhus", name: "Skæring Kulturhus", area: "skaering-egaa", by: "i Skæring",
    address: "Skæring Skolevej 52", postcode: "8250", lat: 56.2287, lng: 10.2992, bus: "20, 17", parking: true,
    facts: "trinfri handicaptoilet", door: "den runde skranke", home: "Bus 17 kører til Risskov og midtbyen.",
    rooms: ["Vi er i musiklokalet.", "Vi har hallen halvdelen af tiden.", "Vi sidder i caféen på balkonen. Der er elevator."],
  },
  {
    key: "egaa-strand", org: "Egå Strandforening", name: "Egå Strand", area: "skaering-egaa", by: "i Egå",
    address: "Egå Havvej 35", postcode: "8250", lat: 56.2219, lng: 10.2801, bus: "20", parking: true,
    facts: "handicaptoilet", door: "den hvide badehytte", home: "Bus 20 holder på Egå Havvej.",
    rooms: ["Vi mødes ved badehytten.", "Der er en bro med rækværk og en varm hytte."],
  },
  {
    key: "egaa-hjem", org: "Egå Strandforening", name: "Privat hjem i Egå", area: "skaering-egaa", by: "i Egå",
    address: "Mejlbyvej 102", postcode: "8250", lat: 56.2246, lng: 10.2745, private: true, bus: "17, 20", parking: true,
    facts: "stille", door: "døren med kransen på", home: "Bus 17 holder ved kirken.",
    rooms: ["Vi sidder i udestuen hos en af os.", "Du får adressen, når du ringer."],
  },
  {
    key: "trige", org: "Trige Fritidshus", name: "Trige Fritidshus", area: "trige-spoerring", by: "i Trige",
    address: "Smedebroen 26", postcode: "8380", lat: 56.2661, lng: 10.1519, bus: "1A, 118",
    facts: "trinfri", door: "hoveddøren ved boldbanen", home: "Bus 1A går hver halve time.",
    rooms: ["Vi er i hallens café.", "Vi har multirummet.", "Vi sidder i sofaerne ved køkkenet."],
  },
  {
    key: "spoerring-have", org: "Spørring Præstegårdshave", name: "Præstegårdshaven i Spørring", area: "trige-spoerring", by: "i Spørring",
    address: "Spørring Kirkevej 4", postcode: "8380", lat: 56.2752, lng: 10.1648, bus: "118", parking: true,
    facts: "stille", door: "lågen i hækken", home: "Bus 118 kører fra Spørring. Vi kører gerne sammen.",
    rooms: ["Vi mødes ved lågen i hækken.", "Der er læ, gamle æbletræer og et lysthus."],
  },
  {
    key: "haarup", org: "Hårup Forsamlingshus", name: "Hårup Forsamlingshus", area: "haarup-mejlby", by: "i Hårup",
    address: "Hårup Bygade 15", postcode: "8530", lat: 56.2838, lng: 10.2251, bus: "120", parking: true,
    facts: "", door: "rampen til salen", home: "Bus 120 kører hver time. Flere har plads i bilen.",
    rooms: ["Vi er i den lille sal.", "Vi sidder i køkkenet ved det store komfur.", "Vi fyrer op i ovnen, før du kommer."],
  },
  {
    key: "mejlby", org: "Hårup Forsamlingshus", name: "Gadekæret i Mejlby", area: "haarup-mejlby", by: "i Mejlby",
    address: "Lindåvej 61", postcode: "8530", lat: 56.2931, lng: 10.2187, bus: "120", parking: true,
    facts: "", door: "bænken ved gadekæret", home: "Bus 120 standser ved gadekæret.",
    rooms: ["Vi mødes ved gadekæret.", "Vi går ad små veje uden biler."],
  },
  {
    key: "hjortshoej", org: "Hjortshøj Fælleskøkken", name: "Fælleskøkkenet i Hjortshøj", area: "hjortshoej", by: "i Hjortshøj",
    address: "Gl. Kirkevej 71", postcode: "8530", lat: 56.2551, lng: 10.2742, bus: "16, 120, letbanen", parking: true,
    facts: "handicaptoilet", door: "køkkendøren", home: "Letbanen fra Hjortshøj går to gange i timen.",
    rooms: ["Vi er i køkkenet og spisestuen.", "Vi er i det runde hus ved haven.", "Vi sidder i stuen ved ovnen."],
  },
  {
    key: "hjortshoej-skov", org: "Hjortshøj Fælleskøkken", name: "Hjortshøj Skov", area: "hjortshoej", by: "i Hjortshøj",
    address: "Egå Mosevej 20", postcode: "8530", lat: 56.2602, lng: 10.2661, bus: "16, letbanen", parking: true,
    facts: "", door: "stien ved de hvide sten", home: "Letbanen er et kvarters gang herfra.",
    rooms: ["Vi mødes ved de hvide sten.", "Stien er blød og går i ring."],
  },
  {
    key: "loegten-bib", org: "Løgten Bibliotek", name: "Løgten Bibliotek", area: "skoedstrup-loegten", by: "i Løgten",
    address: "Løgten Allé 33", postcode: "8541", lat: 56.2779, lng: 10.3178, bus: "120, letbanen",
    facts: "trinfri teleslynge", door: "skranken midt i rummet", home: "Letbanen i Løgten går to gange i timen.",
    rooms: ["Vi sidder i den grønne krog.", "Vi er i foredragssalen.", "Vi er ved de store borde bagest."],
  },
  {
    key: "skoedstrup-hal", org: "Skødstrup Idrætsforening", name: "Skødstruphallen", area: "skoedstrup-loegten", by: "i Skødstrup",
    address: "Grenåvej 733", postcode: "8541", lat: 56.2688, lng: 10.3128, bus: "120, letbanen", parking: true,
    facts: "trinfri handicaptoilet", door: "klubhusets dør", home: "Letbanen fra Skødstrup er fem minutter væk.",
    rooms: ["Vi er i klubhuset.", "Vi har halvdelen af hallen.", "Vi er i salen med musikanlægget."],
  },
  {
    key: "loegten-strand", org: "Skødstrup Idrætsforening", name: "Strandstien ved Løgten", area: "skoedstrup-loegten", by: "i Løgten",
    address: "Strandvangsvej 14", postcode: "8541", lat: 56.2717, lng: 10.3291, bus: "120", parking: true,
    facts: "", door: "flagstangen ved stranden", home: "Letbanen ligger oppe i byen, tyve minutter til fods.",
    rooms: ["Vi mødes ved flagstangen.", "Her er sand, sten og frisk luft."],
  },
];
