import { tokens } from "./analysis.ts";
import { fold } from "./fold.ts";
import { type Language, LANGUAGES } from "./language.ts";

/** What somebody may be in the middle of, by the words that were typed. Never stored, counted or logged. */
export interface Crisis {
  kind: "suicide" | "violence" | "illness";
  /** The language that it was typed in. */
  lang: Language;
  /** Whether activities may stand below: not for whoever may be thinking of dying, or is afraid at home. */
  withHits: boolean;
}

const END = "(?=$| (?:mere|mer|laengere|videre|saadan|nu|i dag|sammen med ham))";
const CLOSE =
  "(?:min |mine |en |et )?(?:mand|kone|kaereste|ekskaereste|eks|eksmand|far|mor|papfar|stedfar|onkel|bror|soen|partner|samlever|svigerfar|svigermor|chef|foraeldre)";
const HURTS = "(?:slaar|slog|slaet|sparker|banker|taever|kvaeler|truer|voldtager|voldtog|mishandler)";
const GAMES =
  "(?! (?:altid |hver gang )?i (?!hovedet|ansigtet|maven)| (?:altid|hver gang) (?:naar vi spiller|i )|.* (?:skak|kort|ludo|tennis|badminton|billard|dart|whist|bridge|quiz))";

/** Danish, in folded words with one space between. */
const DANISH: Record<Crisis["kind"], string[]> = {
  suicide: [
    "selvmor[dst]\\w*|selvm(?:rd|od|ord)|selv ?mord(?:s ?tanker)?|^cutte[rt]?$|^cutting$",
    `(?:vil|gider|orker|oensker|magter|kan|har lyst til|faar lyst til)(?: \\w+)? ikke (?:at )?(?:leve|livet|eksistere|vaere her|vaere til)${END}`,
    `(?:vil|gider|orker|oensker|magter) ikke (?:mere|laengere) (?:at )?(?:leve|livet)`,
    `ikke lyst til at leve(?: mere| laengere)?`,
    "(?:ingen grund|ikke nogen grund|intet) (?:til )?at leve(?: for)?|ikke (?:noget|nogen grund) at leve for|ikke vaerd at leve|livet er ikke (?:det )?vaerd",
    "(?:traet|led(?: og ked)?|faerdig|maet) (?:af|med) (?:at leve|livet)|livslede|mistet (?:al )?livslyst(?:en)?|ingen livslyst",
    "(?:vil|ville|oensker|oenske|vil have lov til at|haaber)(?: (?:bare|gerne|hellere|godt|helst|snart|faktisk|jeg|kun|virkelig|ogsaa|at))* (?:doe|do|doer|vaere doed)(?! (?:for|af grin|af skam))(?! \\w+ kaffe)",
    "(?:taenker|taenkt|tanker|lyst|tanken|klar|snakker|taler) (?:paa|om|til) (?:bare )?at doe|tanker om (?:doed|doeden)en?|have lov (?:til )?at doe",
    "(?:gid|bedre (?:hvis|om)|ville oenske) jeg (?:var|bare var) (?:doed|ikke til)",
    "(?:tage|tager|tog|tage sig af|taget) (?:mit|mit eget|sit|sit eget|hans|hendes) liv|(?:tage|tager|tog|taget) livet af (?:mig|sig)(?: selv)?",
    "(?:goere|goer) (?:en )?ende paa (?:det|livet|det hele|mit liv)|(?:afslutte|ende|slutte) (?:mit liv|livet|det hele)",
    "(?:slaa|slaar|draebe|draeber|skyde|haenge|haenger|drukne) (?:mig|sig) (?:selv|ihjel)(?: ihjel)?|(?:haenge|haenger) mig$",
    "(?:springe?r?|hoppe?r?|kaster? mig)(?: ud)? (?:ud )?(?:foran|fra|ud over) (?:et |en |toget|tog|broen|bro)\\w*",
    "(?:skaere|skaerer|skar|cutter|cutte|braende?r?) (?:i )?(?:mig|sig)(?: selv)?(?=$| (?:selv|i|naar|hver|om|igen))|selvskad\\w*|selv ?skade\\w*",
    "(?:skade|skader|goere? skade paa|straffe?r?) (?:mig|sig) selv|goere? (?:mig|sig) selv (?:ondt|fortraed)",
    "(?:tage|tager|taget|sluge|sluger|spise|spiser) (?:alle|for mange|en masse|hele glasset|alt for mange) (?:mine |sine |de |af mine )*(?:piller|medicin|tabletter|panodiler|sovepiller)|overdosis|hvor mange (?:piller|panodiler|sovepiller)",
    "(?:ingen|ingen mennesker) ville savne mig|bedre (?:stillet )?uden mig|vil ikke vaagne(?: op)?(?: igen| mere| i morgen)?|forlade denne verden",
  ],
  violence: [
    `(?:han|hun|de|${CLOSE}) ${HURTS} (?:mig|os|boernene|mine boern|mit barn|ham|hende)(?: (?:hver dag|igen|ihjel))?${GAMES}`,
    `(?:bange|raed|angst) for (?:min |mine )(?:mand|kone|kaereste|ekskaereste|eks|eksmand|far|mor|papfar|partner|samlever|foraeldre|soen)|bange for at (?:gaa|komme|vaere) hjem(?:me)?`,
    "vold$|(?:psykisk|fysisk|seksuel|partner|oekonomisk) ?vold|(?:udsat for|vold i|vold mod) (?:vold|hjemmet|familien|kvinder|boern|mig)|voldelig(?:e|t)? (?:mand|kone|kaereste|far|mor|eks|forhold|partner|soen)",
    "voldtaegt\\w*|voldtaget|seksuelt? (?:misbrug\\w*|overgreb)|incest|misbrug(?:t|er) (?:mig )?seksuelt",
    "tvangsaegteskab\\w*|(?:tvunget til|tvinger mig til) at gifte|aeresrelateret\\w*|krisecenter\\w*|stalke[rt]\\w* mig|bliver stalket",
    "(?:bliver|blev|er blevet|bliver jeg) (?:slaaet|banket|taevet|truet|mishandlet|voldtaget)(?! i (?:skak|kort|ludo|tennis))",
    "(?:truer|truet) (?:mig )?(?:med )?(?:at )?(?:slaa|draebe|med kniv)\\w*|(?:slaa|slaar) (?:mig|os) ihjel",
  ],
  illness: [
    "(?:faar|kan) (?:naesten )?ikke (?:faa )?(?:luft|traekke vejret)|kan ikke faa vejret",
    "(?:ondt|smerter|trykken|knuger) (?:i|for) brystet|hjerteanfald|hjertestop(?! kursus)|slagtilfaelde nu|har faaet en blodprop nu",
    "bevidstloes|(?:er )?besvimet|forgiftet|forgiftning|slugt gift|bloeder (?:meget|voldsomt|kraftigt)|lammet i (?:ansigtet|den ene side|armen)",
    "^(?:112|1813|akut|akut hjaelp|akut syg|skadestuen?|laegevagten?|psykiatrisk skadestue|ambulance)$|ring(?:e)? 112|psykiatrisk skadestue",
  ],
};

/** Of somebody who is worn out by everything: nobody is left without a number, and nothing is taken away. */
const WORN_OUT = between(
  [
    "(?:orker|magter|kan|gider) (?:bare |snart |simpelthen |virkelig )*ikke mere$",
    "(?:kan|orker|magter) (?:bare |snart |simpelthen |virkelig )*ikke (?:holde (?:det|livet) ud|rumme mere|klare (?:det|livet))(?: mere| laengere)?",
    "(?:livet|alt|det hele|alting) er (?:saa |helt |fuldstaendig |bare )*(?:meningsloest|haabloest|sort)|ingen mening (?:med|i) livet|mistet haabet",
    "(?:vil|ville|oensker)(?: gerne| bare)* (?:vaek|bort) fra (?:det hele|alt)",
  ].join("|"),
);

/** Other languages as people write them; an asterisk stands for any ending. */
const OTHERS: Partial<Record<Language, Partial<Record<Crisis["kind"], string>>>> = {
  en: {
    suicide: `want to die|wanna die|wants to die|wish i was dead|wish i were dead|wanted to die|ready to die|better off dead|kill myself|killing myself|kill himself|
      kill herself|suicid*|end my life|end my own life|end it all|ending my life|take my life|take my own life|dont want to live|do not want to live|not want to live|
      dont want to be alive|dont want to be here anymore|dont want to exist|no reason to live|nothing to live for|tired of living|tired of life|cant go on living|self harm*|selfharm*|
      hurt myself|hurting myself|cut myself|cutting myself|took all my pills|take all my pills|too many pills|overdose*`,
    violence: `husband hits|husband beats|hits me|beats me|beating me|hitting me|boyfriend hits|partner hits|abuses me|abusing me|rapes me|raped|rape|domestic violence|domestic abuse|
      abusive husband|abusive partner|abusive relationship|afraid of my husband|afraid of my wife|afraid of my partner|afraid of my boyfriend|scared of my husband|scared of my partner|threatens to kill|forced marriage`,
    illness:
      "cant breathe|can not breathe|cannot breathe|chest pain*|heart attack|unconscious|having a stroke|call an ambulance|poisoned",
  },
  uk: {
    suicide: `не хочу жити|не хочу більше жити|жити не хочу|жити не хочеться|не хочеться жити|хочу померти|хочу вмерти|думаю про смерть|самогубств*|суїцид*|покінчити з собою|покінчити з життям|
      вбити себе|убити себе|накласти на себе руки|ріжу себе|порізати себе|не бачу сенсу жити|втомилась жити|втомився жити|не хочу жить|хочу умереть|самоубийств*|убить себя|покончить с собой`,
    violence: `мене бє чоловік|чоловік мене бє|чоловік бє мене|бє мене|мене бє|мене бють|домашнє насильство|насильств*|боюся чоловіка|боюсь чоловіка|зґвалт*|згвалт*|муж бьет|домашнее насилие`,
    illness: "не можу дихати|болить у грудях|біль у грудях|серцевий напад|швидка допомога|знепритомн*",
  },
  ar: {
    suicide: `أريد أن أموت|أريد الموت|اريد اموت|أتمنى الموت|أتمنى أن أموت|لا أريد أن أعيش|لا أريد العيش|ما بدي عيش|بدي موت|انتحار*|الانتحار|أنتحر|أقتل نفسي|قتل نفسي|إنهاء حياتي|أنهي حياتي|
      أؤذي نفسي|إيذاء نفسي|تعبت من الحياة|مللت من الحياة|أجرح نفسي`,
    violence: `زوجي يضربني|يضربني|يضربوني|عنف أسري|العنف الأسري|العنف المنزلي|عنف منزلي|خائفة من زوجي|أخاف من زوجي|اغتصاب|اغتصبني|زواج قسري`,
    illness: "لا أستطيع التنفس|ألم في الصدر|نوبة قلبية|إسعاف|فقد الوعي",
  },
  tr: {
    suicide: `ölmek istiyorum|ölmek istiyor|yaşamak istemiyorum|artık yaşamak istemiyorum|intihar*|kendimi öldür*|hayatıma son*|canıma kıy*|kendime zarar*|kendimi kesi*|kendimi kes|yaşamaktan bıktım`,
    violence: `beni dövüyor|kocam dövüyor|eşim dövüyor|beni dövüyorlar|aile içi şiddet*|ev içi şiddet*|şiddet görüyorum|kocamdan korkuyorum|eşimden korkuyorum|tecavüz*|zorla evlen*`,
    illness: "nefes alamıyorum|göğsüm ağrıyor|göğüs ağrısı|kalp krizi|ambulans*",
  },
  so: {
    suicide: `inaan dhinto|waxaan rabaa inaan dhinto|waan rabaa inaan dhinto|is dil*|isdil*|isdilid*|ma rabo inaan noolaado|ma rabo nolol|nafta iska qaad*|naftayda dil*`,
    violence: `i garaac*|wuu i garaacaa|i dilaa ninkayga|rabshadda guriga|rabshad guri*|kufsi*|waan ka baqayaa ninkayga`,
    illness: "ma neefsan karo|xabadka i xanuun*|wadno xanuun nooc deg deg",
  },
  pl: {
    suicide: `chcę umrzeć|chce umrzeć|chce umrzec|nie chcę żyć|nie chce żyć|nie chce zyc|nie chce mi się żyć|samobójst*|samobójcz*|samobojst*|zabić się|się zabić|sie zabic|zabiję się|skończyć ze sobą|
      odebrać sobie życie|nie mam po co żyć|tnę się|okaleczam*|samookalecz*|mam dość życia`,
    violence: `mąż mnie bije|maz mnie bije|bije mnie|mnie bije|przemoc domow*|przemoc w domu|przemocy domowej|boję się męża|boje sie meza|gwałt|zgwałc*`,
    illness: "nie mogę oddychać|nie moge oddychac|ból w klatce piersiowej|zawał|karetk*|straciła przytomność",
  },
  fa: {
    suicide: `می خواهم بمیرم|میخواهم بمیرم|میخوام بمیرم|می خوام بمیرم|نمی خواهم زنده بمانم|نمیخوام زنده باشم|نمی خواهم زندگی کنم|خودکشی*|خودم را بکشم|خودمو بکشم|به زندگی ام پایان|پایان دادن به زندگی|خودزنی|از زندگی خسته شدم`,
    violence: `شوهرم مرا می زند|شوهرم من را می زند|شوهرم کتکم می زند|کتکم می زند|کتک می خورم|خشونت خانگی|از شوهرم می ترسم|تجاوز|ازدواج اجباری`,
    illness: "نمی توانم نفس بکشم|درد قفسه سینه|حمله قلبی|آمبولانس",
  },
  de: {
    suicide: `will sterben|möchte sterben|will nicht mehr leben|möchte nicht mehr leben|mag nicht mehr leben|nicht mehr leben|lebensmüde|selbstmord*|suizid*|mich umbringen|bringe mich um|mir das leben nehmen|ritze mich|mich ritzen|selbstverletz*`,
    violence: `schlägt mich|mein mann schlägt|häusliche gewalt|gewalt in der familie|angst vor meinem mann|vergewalt*|zwangsheirat*`,
    illness: "keine luft|kann nicht atmen|schmerzen in der brust|herzinfarkt jetzt|bewusstlos|notarzt",
  },
  ro: {
    suicide: `vreau să mor|vreau sa mor|nu mai vreau să trăiesc|nu mai vreau sa traiesc|nu vreau să trăiesc|nu vreau să mai trăiesc|sinucid*|sinucig*|să mă omor|sa ma omor|mă omor|îmi iau viața|mă tai singur*|m am săturat de viață`,
    violence: `mă bate|ma bate soțul|soțul mă bate|violență domestică|violenta domestica|violență în familie|mi e frică de soțul|viol|violată|căsătorie forțată`,
    illness: "nu pot respira|durere în piept|infarct acum|ambulanț*",
  },
};

const KINDS = ["suicide", "violence", "illness"] as const;
/** Whoever is left behind looks for others who are: that is no danger, and is answered. */
const LEFT_BEHIND =
  /(?:^| )(?:efterlad\w*|paaroerende|mistet|sorg\w*|tog (?:sit|sit eget) liv|begik|bereaved|lost my)(?: |$)/;
/** What only sounds like it. */
const SAYINGS =
  /(?:^| )(?:doed ?traet\w*|doede?r? af (?:grin|skam|varme|sult|kulde|kedsomhed|nysgerrighed)|haenge(?:r)? (?:ud|sammen|op|paa)|(?:forebyg\w*|kursus|foredrag|krimi\w*|film|bog|roman|teater\w*|quiz|foerstehjaelp\w*)(?: |$).*|.* (?:kursus|foredrag|krimi|film|roman|quiz))(?: |$)/;

const patterns: { kind: Crisis["kind"]; lang: Language; pattern: RegExp }[] = KINDS.flatMap((kind) => [
  { kind, lang: "da" as const, pattern: between(DANISH[kind].join("|")) },
  ...LANGUAGES.flatMap((lang) => {
    const phrases = OTHERS[lang]?.[kind];
    return phrases === undefined ? [] : [{ kind, lang, pattern: between(sourceOf(phrases)) }];
  }),
]);

/** Whether a query says that somebody is in danger; what stands in quotation marks is words only. */
export function crisisIn(q: string): Crisis | null {
  const text = tokens(q.replace(/"[^"]*"/g, " ")).join(" ");
  if (text === "") return null;
  const found = patterns.find(({ pattern }) => pattern.test(text));
  if (SAYINGS.test(` ${text} `)) return null;
  if (!found) return WORN_OUT.test(text) ? { kind: "suicide", lang: "da", withHits: true } : null;
  return { kind: found.kind, lang: found.lang, withHits: found.kind === "illness" || LEFT_BEHIND.test(text) };
}

/** Whole words, as they stand between spaces. */
function between(source: string): RegExp {
  return new RegExp(`(?:^| )(?:${source.replaceAll("\\w", "[\\p{L}\\p{N}]")})(?= |$)`, "u");
}

function sourceOf(phrases: string): string {
  return phrases
    .split("|")
    .map(
      (phrase) =>
        tokens(fold(phrase.trim()).replaceAll("*", "")).join(" ") + (phrase.trim().endsWith("*") ? "\\w*" : ""),
    )
    .join("|");
}
