/**
 * Word lists of the Danish analysis, all folded (`fold.ts`). An addition here changes what is indexed: rebuild
 * afterwards.
 */

/** Words that say nothing about an activity. A query of nothing else is searched as it stands. */
export const STOP_WORDS: ReadonlySet<string> = words(`
  af alle alt andre at da de dem den der deres det dig din dine disse dit du efter eller en end er et fra for gerne ham han har hende hos hun
  hvad hver hvis hvor hvordan i ikke ind jeg jer jo kan kom kun lidt man med meget men mig min mine mit mod mon nogen noget nogle nu naar og ogsaa om op
  os over paa saa selv sig sin skal som til ud under uden var ved vi vil vores vaere vaer bliver blive gaar the and of for to with a an in at or`);

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

/** Stems that no rule finds: irregular plurals, and words whose ending only looks like one. */
export const IRREGULAR_STEMS: ReadonlyMap<string, string> = pairs(`
  boern:barn boernene:barn boerns:barn boernenes:barn barnet:barn maend:mand maends:mand maendene:mand maendenes:mand boeger:bog boegerne:bog bogen:bog
  foedder:fod foedderne:fod haender:haand haenderne:haand oejne:oeje oejnene:oeje soenner:soen doetre:datter moedre:mor moedrene:mor
  faedre:far faedrene:far broedre:bror soestre:soester koner:kone gaes:gaas koeer:ko taender:tand naetter:nat naetterne:nat raadhuse:raadhus
  aeldre:aeldre aeldste:aeldre gamle:gammel gammelt:gammel smaa:lille aften:aften aftener:aften aftenen:aften koer:koer mor:mor far:far by:by byer:by
  byen:by byerne:by saenger:sanger traeer:trae traeet:trae traeerne:trae soeen:soe soeer:soe knae:knae teen:te nyt:ny nye:ny gik:gaa gaar:gaa gaaende:gaa
  sang:sang sange:sang sangen:sang sangene:sang synger:syng synge:syng have:have haver:have haven:have haverne:have penge:penge pige:pige piger:pige
  pigerne:pige dreng:dreng drenge:dreng drengene:dreng unge:ung ung:ung unges:ung ro:ro ror:ro roer:ro roede:ro`);

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}

function pairs(text: string): Map<string, string> {
  return new Map([...words(text)].map((pair) => pair.split(":") as [string, string]));
}
