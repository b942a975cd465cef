import type { Venue } from "../types.ts";

/** Midtbyen, Åby, Hasle, Skejby-Christiansbjerg and Vejlby-Risskov. */
export const midt: Venue[] = [
  {
    key: "folkehuset", org: "Folkehuset ved Åen", name: "Folkehuset ved Åen", area: "midtbyen", by: "i midtbyen",
    address: "Åboulevarden 214", postcode: "8000", lat: 56.1571, lng: 10.2071, bus: "1A, 4A, 5A",
    facts: "trinfri handicaptoilet teleslynge", door: "den blå dør ud mod åen", home: "Alle bybusser kører fra Park Allé lige om hjørnet.",
    rooms: ["Vi sidder i caféen med udsigt til åen.", "Vi har stuen på første sal, og der er elevator.", "Rummet ligger stille, bagest i huset."],
  },
  {
    key: "hovedbib", org: "Hovedbiblioteket ved Havnen", name: "Hovedbiblioteket ved Havnen", area: "midtbyen", by: "i midtbyen",
    address: "Skolebakken 190", postcode: "8000", lat: 56.1556, lng: 10.2122, bus: "2A, 14, letbanen",
    facts: "trinfri handicaptoilet teleslynge", door: "informationen i stueetagen", home: "Letbanen holder lige udenfor.",
    rooms: ["Vi er i sal 2 på første sal. Følg de gule pile.", "Vi sidder ved de runde borde bag romanerne.", "Du finder os i glasrummet ved trappen."],
  },
  {
    key: "frb-kirke", org: "Kirken på Frederiksbjerg", name: "Sognehuset på Frederiksbjerg", area: "midtbyen", by: "på Frederiksbjerg",
    address: "Ingerslevs Boulevard 131", postcode: "8000", lat: 56.1507, lng: 10.2036, bus: "4A, 6A",
    facts: "trinfri handicaptoilet teleslynge", door: "den lave dør til højre for kirken", home: "Bus 4A kører hjem fra Skt. Pauls Kirkeplads hvert kvarter.",
    rooms: ["Vi er i den store stue med bøger og bløde stole.", "Vi sidder i køkkenet, når vi er få.", "Salen har højt til loftet og et godt klaver."],
  },
  {
    key: "laerkereden", org: "Aftenskolen Lærkereden", name: "Aftenskolen Lærkereden", area: "midtbyen", by: "i midtbyen",
    address: "Vester Allé 163", postcode: "8000", lat: 56.1551, lng: 10.2004, bus: "3A, 5A",
    facts: "trinfri", door: "porten med den lille lærke på", home: "Der går busser fra Rådhuset hele aftenen.",
    rooms: ["Vi er i lokale 4. Det er malet grønt.", "Lokalet er lyst, med store vinduer mod gården.", "Vi er i den gamle tegnesal øverst. Der er elevator."],
  },
  {
    key: "troejborg", org: "Trøjborg Nabohus", name: "Trøjborg Nabohus", area: "midtbyen", by: "på Trøjborg",
    address: "Tordenskjoldsgade 198", postcode: "8200", lat: 56.1652, lng: 10.2108, bus: "1A, 18",
    facts: "", door: "døren med den røde markise", home: "Bus 1A kører fra Tordenskjoldsgade hvert tiende minut.",
    rooms: ["Vi sidder i det gamle vaskeri.", "I godt vejr rykker vi ud i gården.", "Vi har rummet mod gaden, hvor alle vinker ind."],
  },
  {
    key: "terning", org: "Caféen Den Sjette Terning", name: "Den Sjette Terning", area: "midtbyen", by: "i midtbyen",
    address: "Mejlgade 117", postcode: "8000", lat: 56.1598, lng: 10.2127, bus: "1A, 2A",
    facts: "", door: "baren", home: "Natbusserne går fra Park Allé.",
    rooms: ["Vi holder det lange bord i kælderen.", "Der er tre trin ned til os."],
  },
  {
    key: "havnebad", org: "Vinterbaderne ved Havnen", name: "Badehuset ved havnen", area: "midtbyen", by: "ved havnen",
    address: "Bernhardt Jensens Boulevard 144", postcode: "8000", lat: 56.1639, lng: 10.2231, bus: "23", parking: true,
    facts: "handicaptoilet", door: "lågen til badehuset", home: "Bus 23 holder ved Bassin 7.",
    rooms: ["Vi mødes på bænkene foran saunaen.", "Trappen ned i vandet har gelænder i begge sider."],
  },
  {
    key: "yogastudie", org: "Yogastudiet Stille Vand", name: "Stille Vand", area: "midtbyen", by: "på Frederiksbjerg",
    address: "Jægergårdsgade 188", postcode: "8000", lat: 56.1490, lng: 10.2065, bus: "4A, 6A",
    facts: "stille trinfri", door: "døren ind fra gården", home: "Der er ti minutters gang til banegården.",
    rooms: ["Salen er varm, og lyset er dæmpet.", "Vi har måtter, tæpper og puder til alle."],
  },
  {
    key: "lergulvet", org: "Keramikværkstedet Lergulvet", name: "Lergulvet", area: "midtbyen", by: "i midtbyen",
    address: "Grønnegade 137", postcode: "8000", lat: 56.1590, lng: 10.2063, bus: "1A, 11",
    facts: "trinfri", door: "det store vindue med krukkerne", home: "Bus 1A kører fra Nørregade.",
    rooms: ["Værkstedet ligger i stuen, ud til gården.", "Der dufter af ler og kaffe."],
  },
  {
    key: "botanisk", org: "Folkehuset ved Åen", name: "Botanisk Have", area: "midtbyen", by: "i midtbyen",
    address: "Peter Holms Vej 12", postcode: "8000", lat: 56.1592, lng: 10.1953, bus: "3A, 14", parking: true,
    facts: "trinfri handicaptoilet", door: "porten til haven", home: "Bus 14 holder ved Eugen Warmings Vej.",
    rooms: ["Vi mødes ved de store drivhuse.", "Stierne er brede og faste."],
  },
  {
    key: "aabyhoej", org: "Åbyhøj Folkehus", name: "Åbyhøj Folkehus", area: "aaby", by: "i Åbyhøj",
    address: "Ludvig Feilbergs Vej 87", postcode: "8230", lat: 56.1541, lng: 10.1637, bus: "3A, 4A",
    facts: "trinfri handicaptoilet", door: "hoveddøren oppe ad rampen", home: "Bus 4A stopper på Silkeborgvej, to minutter herfra.",
    rooms: ["Vi er i pejsestuen.", "Værkstedet er i kælderen, og der er elevator.", "Vi sidder i det lange lokale mod haven."],
  },
  {
    key: "aaby-bib", org: "Åby Bibliotek", name: "Åby Bibliotek", area: "aaby", by: "i Åbyhøj",
    address: "Silkeborgvej 259", postcode: "8230", lat: 56.1532, lng: 10.1578, bus: "4A, 11",
    facts: "trinfri teleslynge", door: "skranken", home: "Bus 4A holder lige over for døren.",
    rooms: ["Vi sidder i hjørnet ved aviserne.", "Vi har det lille lokale bag børnebøgerne."],
  },
  {
    key: "aaby-park", org: "Gigtkredsen i Aarhus", name: "Åparken", area: "aaby", by: "i Åbyhøj",
    address: "Søren Frichs Vej 61", postcode: "8230", lat: 56.1492, lng: 10.1667, bus: "15", parking: true,
    facts: "trinfri", door: "bænken ved den store pil", home: "Bus 15 kører tilbage mod byen hver halve time.",
    rooms: ["Vi mødes ved den store pil.", "Stien langs åen er flad og fast."],
  },
  {
    key: "hasle-medborgerhus", org: "Hasle Medborgerhus", name: "Hasle Medborgerhus", area: "hasle", by: "i Hasle",
    address: "Herredsvej 44", postcode: "8210", lat: 56.1723, lng: 10.1657, bus: "5A, 15",
    facts: "trinfri handicaptoilet teleslynge", door: "den brede dør ved cykelskuret", home: "Bus 5A kører fra Hasle Torv hvert tiende minut.",
    rooms: ["Vi holder til i storkøkkenet og spisesalen.", "Vi har det gule rum til venstre.", "Huset har trapper, men alt foregår i stuen."],
  },
  {
    key: "hasle-bakker", org: "Hasle Bakkers Venner", name: "Hasle Bakker", area: "hasle", by: "i Hasle",
    address: "Viborgvej 301", postcode: "8210", lat: 56.1711, lng: 10.1508, bus: "15, 114", parking: true,
    facts: "", door: "infotavlen på pladsen", home: "Bus 15 går fra Viborgvej.",
    rooms: ["Vi mødes ved infotavlen for enden af vejen.", "Der er stejlt nogle steder. Vi holder mange pauser."],
  },
  {
    key: "ukrainsk-hus", org: "Ukrainsk Hus i Aarhus", name: "Ukrainsk Hus", area: "hasle", by: "i Hasle",
    address: "Ryhavevej 58", postcode: "8210", lat: 56.1693, lng: 10.1689, bus: "12, 15",
    facts: "trinfri", door: "døren med de gule og blå bånd", home: "Bus 12 holder på Ryhavevej.",
    rooms: ["Vi er i stuen. Der er legehjørne til børn.", "Vi sidder rundt om samovaren."],
  },
  {
    key: "chr-folkehus", org: "Christiansbjerg Folkehus", name: "Christiansbjerg Folkehus", area: "skejby-christiansbjerg", by: "på Christiansbjerg",
    address: "Otte Ruds Gade 121", postcode: "8200", lat: 56.1846, lng: 10.1940, bus: "2A, 16",
    facts: "trinfri handicaptoilet", door: "hjørnedøren", home: "Bus 2A går fra Randersvej hele dagen.",
    rooms: ["Vi er på anden sal. Elevatoren er lige inden for døren.", "Vi sidder i kælderens værksted.", "Vi har hjørnestuen med de mange planter."],
  },
  {
    key: "skejby-klub", org: "Skejby Løbe- og Gåklub", name: "Klubhuset i Skejby", area: "skejby-christiansbjerg", by: "i Skejby",
    address: "Brendstrupgårdsvej 72", postcode: "8200", lat: 56.1898, lng: 10.1776, bus: "1A, 6A, letbanen", parking: true,
    facts: "trinfri", door: "den grønne dør i klubhuset", home: "Letbanen holder 300 meter væk.",
    rooms: ["Vi mødes i klubhuset. Her er bad og skabe.", "Der er plads til tasker og våde sko."],
  },
  {
    key: "vestereng", org: "Skejby Løbe- og Gåklub", name: "Vestereng", area: "skejby-christiansbjerg", by: "ved Vestereng",
    address: "Herredsvej 190", postcode: "8200", lat: 56.1858, lng: 10.1809, bus: "5A", parking: true,
    facts: "", door: "bommen ved parkeringen", home: "Bus 5A holder på Herredsvej.",
    rooms: ["Vi mødes ved bommen.", "Her er åbent land og højt til himlen."],
  },
  {
    key: "nyt-spor", org: "Hjerneskadegruppen Nyt Spor", name: "Det Stille Hus", area: "skejby-christiansbjerg", by: "i Skejby",
    address: "Tyge Søndergaards Vej 95", postcode: "8200", lat: 56.1937, lng: 10.1869, bus: "1A, 18", parking: true,
    facts: "stille trinfri handicaptoilet", door: "døren ved de tre birketræer", home: "Bus 1A går fra Skejbygårdsvej.",
    rooms: ["Her er dæmpet lys og ingen musik.", "Der er et hvilerum, som altid er åbent."],
  },
  {
    key: "risskov-bib", org: "Risskov Bibliotek", name: "Risskov Bibliotek", area: "vejlby-risskov", by: "i Risskov",
    address: "Fortebakken 31", postcode: "8240", lat: 56.2011, lng: 10.2301, bus: "17, letbanen",
    facts: "trinfri handicaptoilet", door: "hylden med de nye bøger", home: "Letbanen fra Vestre Strandallé kører to gange i timen.",
    rooms: ["Vi sidder i vinduet mod bugten.", "Vi er i mødelokalet bag skranken."],
  },
  {
    key: "vejlby-hal", org: "Vejlby Idrætsforening", name: "Vejlbyhallen", area: "vejlby-risskov", by: "i Vejlby",
    address: "Vejlby Centervej 66", postcode: "8240", lat: 56.1996, lng: 10.2142, bus: "2A, 17", parking: true,
    facts: "trinfri handicaptoilet", door: "cafeteriet i hallen", home: "Bus 2A holder på Grenåvej.",
    rooms: ["Vi er i den lille sal. Hallen har bad og skabe.", "Vi bruger bane 3 og 4.", "Vi er i spejlsalen på første sal."],
  },
  {
    key: "vejlby-sogn", org: "Vejlby Sognehus", name: "Vejlby Sognehus", area: "vejlby-risskov", by: "i Vejlby",
    address: "Vejlby Toft 28", postcode: "8240", lat: 56.2037, lng: 10.2186, bus: "2A, 31", parking: true,
    facts: "trinfri", door: "glasdøren mod kirken", home: "Bus 31 kører hver halve time.",
    rooms: ["Salen er lys, og stolene har armlæn.", "Vi sidder i den lille stue med ovnen."],
  },
  {
    key: "risskov-strand", org: "Smertegruppen Åndehullet", name: "Bellevue Strand", area: "vejlby-risskov", by: "i Risskov",
    address: "Strandvejen 112", postcode: "8240", lat: 56.1992, lng: 10.2418, bus: "20", parking: true,
    facts: "handicaptoilet", door: "isboden", home: "Bus 20 stopper oppe ved vejen.",
    rooms: ["Vi mødes ved isboden på stranden.", "Der er bænke hele vejen langs vandet."],
  },
];
