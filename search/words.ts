/**
 * Word lists of the Danish analysis, all folded (`fold.ts`). An addition here changes what is indexed: rebuild
 * afterwards.
 */

/** Words that say nothing about an activity. A query of nothing else is searched as it stands. */
export const STOP_WORDS: ReadonlySet<string> = words(`
  af alle alt andre at da de dem den der deres det dig din dine disse dit du efter eller en end er et fra for gerne ham han har hende hos hun
  hvad hver hvis hvor hvordan i ikke ind jeg jer jo kan kom kun lidt man med meget men mig min mine mit mod mon nogen noget nogle nu naar og ogsaa om op
  os over paa saa selv sig sin skal som til ud under uden var ved vi vil vores vaere vaer bliver blive gaar the and of for to with a an in at or`);

/** Words of sentences that say little of what is looked for: left out as long as others remain. */
export const SMALL_WORDS: ReadonlySet<string> = words(`
  har havde haft blev blevet bliver faar faaet fik goer goere gjort gaar gik gaaet kommer komme kommet tager tage taget finde finder fundet bruge bruger brug lave laver
  lavet lige nylig nyligt maaske rigtig rigtigt aldrig altid tit ofte mere mest hele helt nok bare boer maa maatte traenger soeger leder oensker kunne ville skulle sted
  steder ting tilbage sammen samtidig uge ugen doegnet tiden igen hedder synes tror foeler kender ingen nogensinde blandt blive hjemme laengere overskue
  sine hej tak venligst mange flere nemt svaert godt god gode lille stor store staar sidder siger sagde deres jeres hinanden aar dag dage gang gange
  ku ka ska gern mae aa ae nue te wos sku li awer itt hen henne taenk taenke taenker
  giver give ser vide kende faa mens naar siden siges udenfor anden andet hver slags noget lad lyst interesseret interesse kunnet want need looking find where how
  what do does any some get go my me is am are be have has can would like with about near people im`);

/** Whose they are tells little of what is looked for: *min mor*. */
export const KIN_WORDS: ReadonlySet<string> = words(`
  mor far mand kone soen datter bror soester barn nabo veninde ven svigermor svigerfar svigerdatter svigersoen moster faster onkel tante kaereste dreng pige teenager
  aegtefaelle mormor farmor morfar farfar bedstemor bedstefar farmand boern barnebarn boernebarn boerneboern mum mom dad mother father son daughter husband wife`);

/** Who it is about rather than what, where more is said: *farmand er mut, efter mor døde*. */
export const PEOPLE_SPOKEN_OF: ReadonlySet<string> = words(
  "mor far farmand mand kone mormor farmor morfar farfar svigermor svigerfar",
);

/** With whom somebody comes, or what they are: whom it is for, and not what it is. */
export const COMPANY_WORDS: ReadonlySet<string> = words(`
  par parret aegtepar kaerestepar single singler singles enlig enlige studerende tvillinger familie familier voksne unge aeldre seniorer senior pensionister
  maend kvinder begyndere nybegyndere`);

/** Before one of these a word of kin is somebody, not what is looked for. */
export const POSSESSIVES: ReadonlySet<string> = words(
  "min mit mine din dit dine sin sit sine hans hendes vores vor my our his her",
);

/** Last parts of Danish compounds that people search for by themselves: *svømning* in *seniorsvømning*. */
export const COMPOUND_HEADS: ReadonlySet<string> = words(`
  aften bad badning banko bibliotek billeder bio bold boeger bog boern bowling bridge butik by cafe cafeer cykling cykeltur dag dans
  familie fest fitness film fodbold forening foredrag forestilling forskning foto fotografi faellesskab gang genbrug golf grill gruppe grupper gus gymnastik
  haandarbejde haandbold have haver hjaelp historie hold hus hygge haekling kaffe kajak keramik klatring klub klubben koekken koncert konversation kor
  kreds kunst kursus kurser kvinder laesning leg legestue loeb mad madlavning maling marked meditation middag mindfulness moedested
  motion musik maend netvaerk orkester pleje prat rehabilitering rensning reparation ridning roning rytmik salmesang samling samtale samtaler sang sauna
  sejlads senior skak skole snak spejder spil spilsaften spisning strikning stoette styrke stoevne suppe svoemning syning tegning teater tennis
  traef traening tur ture tog undersoegelse undervisning vaerksted vandring vandretur ven venner vaert vaerter wellness workshop yoga`);

/** First parts of compounds that are shorter than three letters, and still worth finding alone. */
export const SHORT_FIRST_PARTS: ReadonlySet<string> = words("by it oe pc sy te tv");

/** Words whose end is another word by chance, or has long meant something else: *forældre* are no *ældre*. */
export const WORDS_OF_THEIR_OWN: ReadonlySet<string> = words(`
  foraeldre eftermiddag formiddag hverdag forhold indhold ophold behold forbehold henhold medhold underhold forehold tilhold forloeb tilloeb beloeb afloeb udloeb
  forsyning indgang udgang tilgang adgang overgang undergang gennemgang nedgang fremgang tilbagegang modgang medgang bortgang omgang foretog overtog modtog deltog
  temperatur litteratur arkitektur infrastruktur struktur kultur natur skulptur signatur agentur reparatur korrektur diktatur tastatur kandidatur akupunktur miniatur
  haven loven opgaven udgaven proeven skoven graven kurven marven reserven aktiven alternativen offensiven positiven overdreven kraften skaften forfatter manifest konkurser
  halvleg privileg kolleg`);

/** What stands before a word and makes another of it: *for-*, *ud-*. */
export const PARTICLES: ReadonlySet<string> = words(
  "for fore ind ud op af an be til ned med mod om over under efter gen sam fra frem bort bi ad er hen u mis und hver tilbage gennem",
);

/** Stems that no rule finds: irregular plurals, and words whose ending only looks like one. */
export const IRREGULAR_STEMS: ReadonlyMap<string, string> = pairs(`
  boern:barn boernene:barn boerns:barn boernenes:barn barnet:barn maend:mand maends:mand maendene:mand maendenes:mand boeger:bog boegerne:bog bogen:bog
  foedder:fod foedderne:fod haender:haand haenderne:haand oejne:oeje oejnene:oeje soenner:soen doetre:datter moedre:mor moedrene:mor
  faedre:far faedrene:far broedre:bror soestre:soester koner:kone gaes:gaas koeer:ko taender:tand naetter:nat naetterne:nat raadhuse:raadhus
  allerede:allerede aeldre:aeldre aeldste:aeldre gamle:gammel gammelt:gammel smaa:lille aften:aften aftener:aften aftenen:aften koer:koer mor:mor far:far by:by byer:by
  byen:by byerne:by saenger:sanger traeer:trae traeet:trae traeerne:trae soeen:soe soeer:soe knae:knae teen:te nyt:ny nye:ny gik:gaa gaar:gaa gaaende:gaa
  sang:sang sange:sang sangen:sang sangene:sang synger:syng synge:syng have:have haver:have haven:have haverne:have penge:penge pige:pige piger:pige
  pigerne:pige dreng:dreng drenge:dreng drengene:dreng unge:ung ung:ung unges:ung ro:ro ror:ro roer:ro roede:ro`);

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}

function pairs(text: string): Map<string, string> {
  return new Map(
    [...words(text)].map((pair) => {
      const [word = "", root = ""] = pair.split(":");
      return [word, root];
    }),
  );
}
