/**
 * Emoji in Danish words, an emoji a line: from emojibase-data 17.0.0 (MIT), whose words are those of Unicode CLDR
 * (Unicode-3.0).
 */
export const EMOJI_WORDS = `
😀 grinende ansigt, ansigt, glad
😃 grinende ansigt med store øjne, ansigt, glad
😄 grinende ansigt med smilende øjne, ansigt, glad
😁 strålende ansigt med smilende øjne, ansigt, glad
😆 grinende ansigt med lukkede øjne, ansigt, glad
😅 grinende ansigt med sveddråbe, ansigt, grine
🤣 ruller rundt på gulvet af grin, ansigt, griner
😂 ansigt med glædestårer, ansigt, glad
🙂 let smilende ansigt, ansigt, smil
🙃 omvendt ansigt, ansigt, omvendt
🫠 smeltende ansigt, flov, flydende
😉 blinkende ansigt, ansigt, ansigt der blinker
😊 smilende ansigt og øjne, ansigt, smil med smileøjne
😇 smilende ansigt med glorie, engel, glorie
🥰 smilende ansigt med tre hjerter, ansigt, elsker
😍 smilende ansigt med hjerteøjne, ansigt, forelsket
🤩 benovet, ansigt, fantastisk
😘 kyssende ansigt, ansigt, sender kys
😗 kysseansigt, ansigt, kys
☺ smilende ansigt, afslappet, smil
😚 kysseansigt med lukkede øjne, ansigt, kys
😙 kysseansigt med smilende øjne, ansigt, kys
🥲 smilende ansigt med tåre, glad, lettet
😋 nydende ansigt, ansigt, god mad
😛 ansigt med tungen ude, ansigt, række tunge
😜 ansigt med tungen ude og blinkende øje, blink, blinke
🤪 skørt ansigt, ansigt, fjoget
😝 ansigt med tungen ude og sammenknebne øjne, ansigt, rækker tunge
🤑 ansigt med dollartegn, ansigt, mund
🤗 krammende ansigt, ansigt, knus
🤭 ansigt med hånd over munden, ansigt, fnis
🫢 ansigt med åbne øjne og hånden over munden, bange, chok
🫣 ansigt, der smugkigger, angst, ansigt
🤫 tyssende ansigt, ansigt, shh
🤔 tænkende ansigt, ansigt, hmm
🫡 ansigt, der gør honnør, ansigt, der gør honnør
🤐 ansigt med lynlåsmund, ansigt, hemmelighed
🤨 ansigt med løftet øjenbryn, ansigt, elevatorblik
😐 neutralt ansigt, ansigt, ikke sjovt
😑 udtryksløst ansigt, ansigt, ikke glad
😶 ansigt uden mund, ansigt, mund
🫥 stiplet linje ansigt, deprimeret, forsvinde
😏 ansigt med smørret grin, ansigt, smørret
😒 uimponeret ansigt, ansigt, ikke glad
🙄 ansigt med rullende øjne, ansigt, det hvide ud af øjnene
😬 sammenbidt ansigt, ansigt, lave grimasse
🤥 løgneransigt, ansigt, lang næse
🫨 rystende ansigt, ansigt, chok
😌 lettet ansigt, ansigt, fred
😔 eftertænksomt ansigt, ansigt, eftertænksom
😪 søvnigt ansigt, ansigt, dyb søvn
🤤 savlende ansigt, ansigt, savl
😴 sovende ansigt, ansigt, godnat
🫩 ansigt med poser under øjnene, ansigt, poser
😷 ansigt med mundbind, doktor, forkølet
🤒 ansigt med termometer, ansigt, syg
🤕 ansigt med bandage, ansigt, bandage
🤢 ansigt med kvalme, bræk, kaste op
🤮 ansigt, der kaster op, ad, bræk
🤧 nysende ansigt, forkølet, lommetørklæde
🥵 svedende ansigt, feber, hedeslag
🥶 frysende ansigt, blåfrossen, forfrysning
🥴 ørt ansigt, beruset, bølget mund
😵 svimmelt ansigt, ansigt, svimmel
🤯 hoved, der eksploderer, chokeret, eksploderer
🤠 ansigt med cowboyhat, ansigt, cowboy
🥳 festansigt, fejring, fest
🥸 maske, ansigt, briller
😎 smilende ansigt med solbriller, cool, sej
🤓 nørdansigt, ansigt, briller
🧐 ansigt med monokel, gammeldags, monokel
😕 forvirret ansigt, ansigt, ikke sikker
🫤 ansigt med skrå mund, forvirret, forvirring
😟 bekymret ansigt, ansigt, bekymret
🙁 lidt trist ansigt, ansigt, ked af det
☹ trist ansigt, ansigt, ked af det
😮 ansigt med åben mund, ansigt, chokeret
😯 tavst ansigt, ansigt, forbavset
😲 overrasket ansigt, chokeret, omg
😳 rødmende ansigt, omtumlet, røde kinder
🫪 forvrænget ansigt, angst, chokeret
🥺 bønfaldende ansigt, ansigt, barmhjertighed
🥹 ansigt, der holder tårer tilbage, ansigt, beundre
😦 måbende ansigt med åben mund, ansigt, overrasket
😧 forpint ansigt, ansigt, lider
😨 bange ansigt, ansigt, bekymret
😰 ansigt med åben mund og koldsved, blå i ansigtet, koldsved
😥 skuffet men lettet ansigt, ansigt, ked
😢 grædende ansigt, ansigt, ked af det
😭 stortudende ansigt, græde, hulke
😱 skrigende ansigt, angst, skriget
😖 forbistret ansigt, ansigt, forbandet
😣 stædigt ansigt, ansigt, hovedpine
😞 skuffet ansigt, ansigt, ked af det
😓 ansigt med koldsved, ansigt, bange
😩 udmattet ansigt, ansigt, græde
😫 træt ansigt, ansigt, fortvivlet
🥱 gabende ansigt, ansigt, gab
😤 fnysende ansigt, hånligt ansigt, jeg vandt
😡 surt ansigt, rasende, rød
😠 vredt ansigt, ansigt, vred
🤬 ansigt med symboler på munden, ansigt, bande
😈 glad lilla djævel, djævel, fantasi
👿 sur lilla djævel, djævel, dæmon
💀 kranium, dødningehoved, kranie
☠ kranium og korslagte knogler, død, dødningehoved
💩 bæ, bunke bæ, dynge lort
🤡 klovneansigt, ansigt, klovn
👹 uhyre, djævel, maske
👺 ånd, ansigt, maske
👻 spøgelse, ansigt, eventyr
👽 rumvæsen, alien, ufo
👾 alien-monster, alien, monster
🤖 robot, ansigt, monster
😺 smilende kat, dyr, glad kat
😸 grinende kat, dyr, kat
😹 kat med glædestårer, græder af grin, kat
😻 glad kat med hjerteøjne, kat smiler
😼 kat med ironisk smil, dyr, ironisk kat
😽 kyssende kat, dyr, kat
🙀 overrasket kat, chokeret kat, dyr
😿 grædende kat, kat græder
😾 sur kat, dyr, kattehoved
🙈 ikke se, abe, dyr
🙉 ikke høre, abe, dyr
🙊 ikke tale, abe, dyr
💌 kærlighedsbrev, brev med hjerte, kærestebrev
💘 hjerte med pil, amor, følelser
💝 hjerte med bånd, bånd, følelser
💖 hjerte med stjerner, funkle, følelser
💗 voksende hjerte, følelser, hjerte
💓 bankende hjerte, hjerte, kærlighed
💞 roterende hjerter, følelser, hjerter
💕 to hjerter, kærlighed, romantik
💟 hjertedekoration, hjerte, lilla hjerte
❣ hjerte som udråbstegn, hjerte, tegnsætning
💔 knust hjerte, hjerte, itu
❤ rødt hjerte, følelse, hjerte
🩷 lyserødt hjerte, elsker, følelse
🧡 orange hjerte, følelser, hjerte
💛 gult hjerte, følelser, gul
💚 grønt hjerte, følelser, grøn
💙 blåt hjerte, blå, følelser
🩵 lyseblåt hjerte, cyan, elsker
💜 violet hjerte, følelser, hjerte
🤎 brunt hjerte, brun, hjerte
🖤 sort hjerte, hjerte, ondskab
🩶 gråt hjerte, elsker, følelse
🤍 hvidt hjerte, hjerte, hvid
💋 læbeaftryk, kys, læber
💯 100 point, 100, alle rigtige
💢 vrede, følelse, tegn for vrede
🫯 slagsmålssky, debat, kamp
💥 kollision, bombe, eksplosion
💫 svimmel, følelser, se stjerner
💦 sveddråber, dråber, følelser
💨 smutter, er løbet, følelser
🕳 hul, sort
💬 taleboble, tale
🗨 taleboble til venstre, dialog, snak
🗯 vred taleboble til højre, ballon, boble
💭 tankeboble, tanke
💤 søvnig, følelse, godnat
👋 vinker, farvel, hallo
🤚 løftet håndryg, bagside af hånd, hånd
🖐 hånd med spredte fingre, finger, hånd
✋ løftet hånd, high five, hånd
🖖 vulcan-hilsen, finger, hånd
🫱 hånd til højre, give hånd, holde
🫲 hånd til venstre, give hånd, holde
🫳 håndflade nedad, afslå, afvise
🫴 håndflade opad, fortæl mig, holde
🫷 hånd skubber mod venstre, afslå, blokere
🫸 hånd skubber mod højre, afslå, blokere
👌 ok-tegn, aftale, fino
🤌 samlede fingre, fingre, gestus
🤏 lidt vist med tommel- og pegefinger, en smule, fingre
✌ v-tegn, fred, sejr
🤞 krydsede fingre, finger, held og lykke
🫰 krydset pegefinger og tommelfinger, <3, dyrt
🤟 elsker dig-gestus, elsker dig, hånd
🤘 djævletegn, finger, fingre
🤙 ring til mig-hånd, hånd, krop
👈 peger mod venstre, finger, finger peger til venstre
👉 peger mod højre, finger, finger peger til højre
👆 peger opad, finger, finger peger op
🖕 langefinger, finger, fuck
👇 peger nedad, finger, finger peger ned
☝ rækker finger op, finger, hånd
🫵 peger på seeren, dig, finger
👍 tommelfinger op, forstået, godt
👎 tommelfinger ned, dårligt, håndtegn
✊ løftet knytnæve, hånd, knytnæve
👊 knytnæve, hånd, knyttet hånd
🤛 venstrevendt knytnæve, hånd, hånd knyttet mod venstre
🤜 højrevendt knytnæve, hånd, hånd knyttet mod højre
👏 klappende hænder, applaus, bifald
🙌 løftede hænder, begge hænder oppe, hurra
🫶 hjertehænder, <3, elsker
👐 åbne hænder, håndtegn, åbne hænder-tegn
🤲 håndflader samlet og løftet, bede, bøn
🤝 håndtryk, aftale, enighed
🙏 foldede hænder, bede, bøn
✍ skrivende hånd, hånd, skrive
💅 neglelak, hånd, kosmetik
🤳 selfie, arm, foto
💪 armmuskler, biceps, bodybuilder
🦾 mekanisk arm, handicap, protese
🦿 mekanisk ben, handicap, protese
🦵 ben, halte, humpe
🦶 fod, ankel, sparke
👂 øre, høre, krop
🦻 øre med høreapparat, høreapparat, tilgængelighed
👃 næse, ansigt, dufte
🧠 hjerne, intelligent
🫀 hjerte, anatomi, blodomløb
🫁 lunger, indånding, krop
🦷 tand, tandlæge
🦴 knogle, hund, kødben
👀 øjne, ansigt, se
👁 øje, krop
👅 tunge, krop, slikke
👄 mund, krop, kys
🫦 bider i læben, angst, bange
👶 baby, barn, dreng
🧒 barn, ungt menneske
👦 dreng, barn, menneske
👧 pige, barn, menneske
🧑 voksen, person
👱 blond person, ansigt, blond
👨 mand, menneske, person
🧔 person med skæg, fuldskæg, mand
👩 kvinde, menneske, person
🧓 ældre menneske, gammel person, voksen
👴 gammel mand, mand, menneske
👵 gammel kvinde, bedstemor, farmor
🙍 Utilfreds person, alvorlig mine, frustreret
🙎 surmulende person, gestus, grimasse
🙅 signalerer nej, aldrig i livet, bevægelse
🙆 signalerer ok, allright, ansigt
💁 person vender håndfladen op, fræk, hjælp
🙋 person med løftet hånd, fingeren oppe, hej
🧏 døv person, døv, handicap
🙇 person bukker dybt, bevægelse, bukkende person
🤦 slå sig for panden, ansigt, chok
🤷 trækker på skuldrene, aner det ikke, jeg ved det ikke
👮 politibetjent, arrestere, betjent
🕵 detektiv, spion
💂 garder, garderofficer, gardist
🥷 ninja, hemmelig, krig
👷 bygningsarbejder, arbejde, arbejder
🫅 person med krone, adelig, dronning
🤴 prins, kongelig, kongesøn
👸 prinsesse, dronning, eventyr
👳 person med turban, person, turban
👲 mand med kinesisk hat, menneske
🧕 kvinde med tørklæde, hijab, tørklæde
🤵 person i smoking, brudgom, festdeltager
👰 person med brudeslør, brud, brud med slør
🤰 gravid kvinde, gravid, kvinde
🫃 gravid mand, gravid, mand
🫄 gravid person, gravid, mave
🤱 kvinde, der ammer, amme, amning
👼 babyengel, baby, engel
🎅 julemand, eventyr, fantasi
🤶 julemandens kone, dame, fru julemand
🦸 superhelt, god, helt
🦹 superskurk, kriminel, ond
🧙 magiker, fantasi, fortrylle
🧚 fe, eventyr, fantasi
🧛 vampyr, blod, dracula
🧜 havvæsen, eventyr, hav
🧝 elver, alf, fortryllende
🧞 magisk ånd, fantasi, gnid på lampen
🧟 zombie, apokalypsen, farlig
🧌 trold, eventyr, fantasy
🫈 behåret væsen, behåret, bigfoot
💆 ansigtsmassage, afslapning, afslappende
💇 bliver klippet, frisure, frisør
🚶 fodgænger, gang, gå
🧍 stående person, person, stå
🧎 knælende person, knælende, på knæ
🏃 løber, bevægelse, bevæger
💃 danser, dans, fest
🕺 dansende mand, dans, danser
🕴 svævende forretningsmand, forretning, forretningsmand
👯 personer med kaninører, bedste ven, bedste veninde
🧖 person i dampbad, afslappende, damp
🧗 bjergbestiger, bestige, bjerg
🤺 fægter, fægtning, person
🏇 hestevæddeløb, galop, hest
⛷ skiløber, ski, sne
🏂 snowboarder, snowboard, snowboarding
🏌 golfspiller, birdie, bold
🏄 surfer, bølger, hav
🚣 roer, båd, flod
🏊 svømmer, freestyle, sport
⛹ person, der dribler med en bold, atletik, basketball
🏋 vægtløfter, bodybuilder, dødløft
🚴 cyklist, cykel, cykelrytter
🚵 mountainbikerytter, atletisk, bjerg
🤸 person slår vejrmølle, aktiv, glad
🤼 brydere, bryder, brydeturnering
🤽 vandpolospiller, person, polo
🤾 håndboldspiller, atletik, bold
🤹 jonglør, balance, balancere
🧘 lotusstilling, afslappende, fred
🛀 bad, badekar, karbad
🛌 person i seng, godnat, hotel
👭 to kvinder hånd i hånd, elsker, kærlighed
👫 mand og kvinde hånd i hånd, flirt, holde hånd
👬 to mænd hånd i hånd, hånd i hånd, kærlighed
💏 kys, kærlighed, par med hjerte
💑 par med hjerte, kærlighed, romantik
🗣 talende hoved, ansigt, hoved
👤 buste i silhuet, buste
👥 buster i silhuet, buster
🫂 knus, farvel, goddag
👪 familie, barn, far
👣 fodspor, fødder
🫆 fingeraftryk, identitet, retsmedicin
🦰 rødt hår, rødhåret
🦱 krøllet hår, afro, krøller
🦳 hvidt hår, gammel, grå
🦲 skaldet, barberet, ingen hår
🐵 abehoved, abe, dyr
🐒 abe, banan, dyr
🦍 gorilla, abe, dyr
🦧 orangutang, abe, dyr
🐶 hundehoved, dyr, hoved
🐕 hund, dyr, kæledyr
🦮 førerhund, blind, dyr
🐩 puddel, dyr, hund
🐺 ulvehoved, dyr, ulv
🦊 rævehoved, dyr, ræv
🦝 vaskebjørn, nysgerrig, snu
🐱 kattehoved, dyr, hoved
🐈 kat, dyr, killing
🦁 løvehoved, hoved, løve
🐯 tigerhoved, dyr, hoved
🐅 tiger, dyr
🐆 leopard, dyr
🐴 hestehoved, dyr, hest
🫎 elg, alces, dyr
🫏 æsel, dyr, muldyr
🐎 hest, dyr, hestevæddeløb
🦄 enhjørningehoved, dyr, enhjørning
🦓 zebra, dyr, striber
🦌 hjort, dådyr, gevir
🦬 bison, bøffel, dyr
🐮 kohoved, dyr, hoved
🐂 okse, dyr
🐃 vandbøffel, bøffel, dyr
🐄 ko, dyr
🐷 grisehoved, bacon, dyr
🐖 gris, dyr
🐗 vildsvin, dyr
🐽 grisetryne, dyr, gris
🐏 vædder, dyr, stjernetegn
🐑 får, dyr, mæh
🐐 ged, dyr
🐪 dromedar, dyr, pukkel
🐫 kamel, dyr, to pukler
🦙 lama, alpaka, dyr
🦒 giraf, dyr, pletter
🐘 elefant, dyr
🦣 mammut, dyr, stor
🦏 næsehorn, dyr, horn
🦛 flodhest, dyr
🐭 musehoved, dyr, hoved
🐁 mus, dyr
🐀 rotte, dyr
🐹 hamsterhoved, hamster, kæledyr
🐰 kaninhoved, dyr, hoved
🐇 kanin, dyr
🐿 jordegern, dyr, egern
🦫 bæver, dyr, dæmning
🦔 pindsvin, dyr, pigge
🦇 flagermus, dyr, nat
🐻 bjørnehoved, bamse, bjørn
🐨 koala, australien, dyr
🐼 pandahoved, dyr, panda
🦥 dovendyr, doven, dyr
🦦 odder, fisker, legesyg
🦨 stinkdyr, dyr, stank
🦘 kænguru, australien, dyr
🦡 grævling, dyr, honninggrævling
🐾 poteaftryk, dyr, poter
🦃 kalkun, dyr, fugl
🐔 høne, dyr, kylling
🐓 hane, dyr
🐣 nyudklækket kylling, dyr, kylling
🐤 kylling, dyr, kyllingehoved
🐥 kylling forfra, dyr, kylling set forfra
🐦 fugl, dyr, ornitologi
🐧 pingvin, antarktis, dyr
🕊 due, dyr, flyve
🦅 ørn, dyr, fugl
🦆 and, andrik, dyr
🦢 svane, dyr, fugl
🦉 ugle, dyr, fugl
🦤 dronte, dyr, kæmpefugl
🪶 fjer, fjerdragt, flyve
🦩 flamingo, dyr, flamboyant
🦚 påfugl, dyr, fugl
🦜 papegøje, dyr, fugl
🪽 vinge, engleagtig, flyve
🪿 gås, and, dyr
🐸 frø, frøhoved
🐊 krokodille, dyr
🐢 skildpadde, dyr, langsom
🦎 firben, dyr, krybdyr
🐍 slange, dyr
🐲 dragehoved, drage, hoved
🐉 drage, eventyr, kinesisk drage
🦕 sauropod, brachiosaurus, brontosaurus
🦖 T-Rex, dinosaur, dinosaurus
🐳 hval med vandsprøjt, blåhval, dyr
🐋 hval, dyr
🐬 delfin, dyr
🫍 spækhugger, hav, hval
🦭 sæl, dyr, hav
🐟 fisk, dyr
🐠 tropisk fisk, dyr, fisk
🐡 kuglefisk, dyr, fisk
🦈 haj, dyr, fisk
🐙 blæksprutte, dyr
🐚 konkylie, dyr, muslingeskal
🪸 koral, hav, klimaforandring
🪼 gople, akvarium, av
🦀 krabbe, krebsen, stjernetegn
🦞 hummer, bisque, kløer
🦐 reje, dyr, havdyr
🦑 sprutte, arme, blæk
🦪 østers, dykke, gourmet
🐌 snegl, dyr, langsom
🦋 sommerfugl, dyr, insekt
🐛 larve, dyr, orm
🐜 myre, dyr
🐝 honningbi, bi, dyr
🪲 bille, dyr, insekt
🐞 mariehøne, dyr
🦗 fårekylling, græshoppe, insekt
🪳 kakerlak, dyr, insekt
🕷 edderkop, dyr, insekt
🕸 edderkoppespind, edderkop, spind
🦂 skorpion, skorpionen, stjernetegn
🦟 myg, feber, insekt
🪰 flue, dyr, hestebremse
🪱 orm, dyr, ledorm
🦠 mikrobe, amøbe, bakterie
💐 blomsterbuket, blomster, buket
🌸 kirsebærblomst, blomst, blomstrende kirsebær
💮 hvid blomst, blomst
🪷 lotus, blomst, buddhisme
🏵 roset, plante
🌹 rose, blomst, kærlighed
🥀 vissen blomst, afblomstret, blomst
🌺 hibiscus, blomst, hawaiiblomst
🌻 solsikke, blomst
🌼 blomst, gul blomst
🌷 tulipan, blomst
🪻 hyacint, blomst, blomstre
🌱 spire, plantespire
🪴 potteplante, hjem, hus
🌲 nåletræ, grantræ, juletræ
🌳 løvtræ, løvfældende træ, skov
🌴 palme, palmetræ
🌵 kaktus, kaktusplante, plante
🌾 risplante, korn, ris
🌿 urt, blade, plante
☘ kløver, grøn, irland
🍀 firkløver, held, heldig
🍁 ahornblad, ahorn, efterår
🍂 faldende blade, blade, efterårsblade
🍃 blade i vinden, blad, blæst
🪹 tom rede, hjem, rede
🪺 rede med æg, fugl, rede
🍄 svamp, fluesvamp, plante
🪾 træ uden blade, gold, tørke
🍇 vindruer, frugt, vin
🍈 melon, frugt
🍉 vandmelon, frugt, sommer
🍊 appelsin, citrus, frugt
🍋 citron, citrus, frugt
🍌 banan, frugt
🍍 ananas, frugt
🥭 mango, frugt, tropisk
🍎 rødt æble, frugt, rød
🍏 grønt æble, frugt, grøn
🍐 pære, frugt
🍑 fersken, frugt
🍒 kirsebær, frugt
🍓 jordbær, bær, frugt
🫐 blåbær, blå, bær
🥝 kiwifrugt, frugt, kiwi
🍅 tomat, grøntsag
🫒 oliven, gren, mad
🥥 kokosnød, kokos, palme
🥑 avokado, avocado, frugt
🍆 aubergine, grøntsag
🥔 kartoffel, grøntsag, mad
🥕 gulerod, grøntsag, mad
🌽 majs, majskolbe
🌶 chili, grøntsag, mad
🫑 peberfrugt, grøn peber, grøntsag
🥒 agurk, grøntsag, mad
🥬 bladgrønt, grønkål, kål
🥦 broccoli, grøntsag, kål
🧄 hvidløg, smag
🧅 løg, give smag, smag
🥜 jordnødder, jordnød, nød
🫘 bønner, bælgfrugt, kidney
🌰 kastanje, plante
🫚 ingefærrod, ginger ale, ingefær
🫛 ærtebælg, bælg, bælgfrugt
🫜 rodfrugt, grøntsag, have
🍞 brød, bage, toastbrød
🥐 croissant, brød, fransk
🥖 flute, baguette, brød
🫓 fladbrød, arepas, lavash
🥨 kringle, bager, saltkringle
🥯 bagel, bagværk
🥞 pandekager, crêpe, mad
🧇 vaffel, jern, ubeslutsom
🧀 et stykke ost, ost
🍖 kød, kødben
🍗 kyllingelår, fjerkræ, kalkun
🥩 kødudskæring, bøf, kotelet
🥓 bacon, gris, kød
🍔 hamburger, burger, mad
🍟 pomfritter, fastfood, pomfrit
🍕 pizza, mad, pizzastykke
🌭 hotdog, frankfurter, pølse
🥪 sandwich, brød
🌮 taco, mexicansk
🌯 burrito, mexicansk, wrap
🫔 tamales, mad, mexicansk
🥙 fyldt pitabrød, falafel, fladbrød
🧆 falafel, kikært, kødbolle
🥚 æg, mad
🍳 stegepande, madlavning, morgenmad
🥘 pande med mad, mad, paella
🍲 gryde med mad, gryde, gryderet
🫕 fondue, chokolade, gryde
🥣 ske i skål, havregrød, morgenmad
🥗 grøn salat, grøn, mad
🍿 popcorn, biograf, film
🧈 smør, mejeriprodukt
🧂 salt, krydderi, saltbøsse
🥫 konserves, dåse, dåsemad
🍱 bento, bentoboks, boks
🍘 riskiks, kiks, mad
🍙 riskugle, japansk, mad
🍚 ris, restaurant, skål ris
🍛 ris og karry, karry, karryret
🍜 nudler, ramen-nudler, restaurant
🍝 spaghetti, pasta, restaurant
🍠 sød kartoffel, kartoffel, stegt
🍢 mad på spyd, fisk, grillspyd
🍣 sushi, mad, nigiri
🍤 dybstegt reje, reje, skaldyr
🍥 fiskekage, fiskekage med spiral
🥮 månekage, efterår, festival
🍡 dango, is, iskugler
🥟 dumpling, gyōza, jiaozi
🥠 lykkekage, spådom
🥡 kinesisk takeaway, china box, kinaboks
🍦 softice, is
🍧 isdessert, is, slush ice
🍨 is, dessert, isdessert
🍩 donut, dessert, kage
🍪 småkage, cookie, kage
🎂 fødselsdagskage, dessert, fødselsdag
🍰 lagkage, et stykke kage, kage
🧁 cupcake, bagværk, dessert
🥧 tærte, dessert, fyld
🍫 chokolade, et stykke chokolade
🍬 bolsje, slik
🍭 slikkepind, slik
🍮 dessert, budding
🍯 honning, bjørn, honningkrukke
🍼 sutteflaske, flaske, mælk
🥛 glas mælk, drik, drikke
☕ varm drik, dampende, drik
🫖 tekande, drik, kande
🍵 tekrus, kop, te
🍶 sake, flaske sake, sakeflaske
🍾 flaske med flyvende prop, bar, bobler
🍷 vinglas, et glas vin, glas
🍸 cocktailglas, cocktail, martini
🍹 tropisk drink, cocktail
🍺 ølkrus, fadøl, krus
🍻 skålende ølkrus, fadøl, krus
🥂 skål, champagne, drikke
🥃 fladbundet glas, shotglas, shots
🫗 hælde vand, drik, glas
🥤 bæger med sugerør, bæger, glas med sugerør
🧋 bubble tea, bobler, boblete
🧃 brik, juice, juicebrik
🧉 mate, argentina, drik
🧊 isterning, is, isbjerg
🥢 spisepinde, asiatisk
🍽 kniv og gaffel med tallerken, gaffel, kniv
🍴 kniv og gaffel, bestik, gaffel
🥄 ske, bestik
🔪 køkkenkniv, kniv, kok
🫙 krukke, beholder, glas
🏺 amfora, drik, kande
🌍 globus med Europa og Afrika, afrika, europa
🌎 globus med Nord- og Sydamerika, amerika, globus med nord- og sydamerika
🌏 globus med Asien og Australien, asien, australien
🌐 globus med meridianer, breddegrader, globus
🗺 verdenskort, kort, verden
🗾 kort over Japan, japan, kort
🧭 kompas, magnetisk, navigation
🏔 sneklædt bjerg, bjerg, koldt
⛰ bjerg
🛘 jordskred, bjerg, fare
🌋 vulkan, vulkanudbrud
🗻 Fuji-bjerget, bjerg, fuji
🏕 camping, telt
🏖 strand med parasol, parasol, strand
🏜 ørken, kaktus, sol
🏝 øde ø, palme, ø
🏞 nationalpark, park
🏟 stadion, sport
🏛 klassisk bygning, bygning, klassisk
🏗 byggeplads, byggeri, bygning
🧱 mursten, ler, mur
🪨 sten, kampesten, klippe
🪵 træ, bjælke, brænde
🛖 hytte, hus, jurte
🏘 huse, by, bygning
🏚 faldefærdigt hus, bygning, faldefærdig
🏠 hus, bygning, hjem
🏡 hus med have, have, hjem
🏢 kontorbygning, bygning, kontor
🏣 japansk posthus, japansk, posthus
🏤 posthus, bygning, europæisk posthus
🏥 hospital, bygning, doktor
🏦 bank, bygning, pengeinstitut
🏨 hotel, bygning
🏩 kærlighedshotel, hotel, romantik
🏪 døgnkiosk, døgnåben, kiosk
🏫 skole, bygning
🏬 stormagasin, butik, forretning
🏭 fabrik, bygning
🏯 japansk slot, bygning, slot
🏰 slot, borg, bygning
💒 bryllup, kirke, kærlighed
🗼 Tokyo Tower, japan, tokyo
🗽 Frihedsgudinden, frihed, frihedsgudinden
⛪ kirke, bygning, kors
🕌 moské, islam, muslim
🛕 hindutempel, hindu, tempel
🕍 synagoge, jøde, jødisk
⛩ Shinto-helligdom, alter, religion
🕋 Kabaen, islam, kabaen
⛲ springvand, fontæne
⛺ telt, camping
🌁 tåget, tåge
🌃 stjernehimmel, nat, skyline
🏙 bylandskab, by, bygning
🌄 solopgang over bjerge, bjerge, morgensol
🌅 solopgang, morgensol
🌆 by i solnedgang, aften, by
🌇 solnedgang, by, højhuse
🌉 bro i mørke, bro, bro i natten
♨ varme kilder, damp, kilder
🎠 karrusel, karruselhest, karruseltur
🛝 legeplads-rutsjebane, forlystelsespark, glide
🎡 pariserhjul, forlystelse, forlystelsespark
🎢 rutsjebane, forlystelse, forlystelsespark
💈 barber, barbersalon
🎪 cirkus, cirkustelt, telt
🚂 lokomotiv, damplokomotiv, tog
🚃 togvogn, jernbane, sporvogn
🚄 lyntog, højhastighedstog, jernbane
🚅 højhastighedstog, tog
🚆 tog, jernbane, køretøj
🚇 metro, køretøj, undergrund
🚈 letbane, køretøj, tog
🚉 togstation, jernbane, station
🚊 sporvogn, køretøj, letbane
🚝 monorail, køretøj
🚞 bjergbane, bjerg, jernbane
🚋 vogn, køretøj, sporvogn
🚌 bus, køretøj, skolebus
🚍 bus forfra, bus, forfra
🚎 trolleybus, bus, køretøj
🚐 minibus, bus, varevogn
🚑 ambulance, køretøj, nødsituation
🚒 brandbil, brand, køretøj
🚓 politibil, politi
🚔 politibil forfra, kørende politibil, politi
🚕 taxa, bil, køretøj
🚖 taxa forfra, kørende taxa, taxa
🚗 bil, køretøj
🚘 bil forfra, bil, fartøj
🚙 firehjulstrækker, bil, fritid
🛻 pickup, bil, køretøj
🚚 lastbil, køretøj, levering
🚛 lastvogn, køretøj, lastbil
🚜 traktor, køretøj
🏎 racerbil, bil, racerløb
🏍 motorcykel, racerløb
🛵 scooter, knallert, transportmiddel
🦽 manuel kørestol, handicap, handikap
🦼 elektrisk kørestol, handicap, handikap
🛺 motor-rickshaw, rickshaw, tuk tuk
🚲 cykel, drengecykel, herrecykel
🛴 løbehjul, transportmiddel
🛹 skateboard, bræt, hjul
🛼 rulleskøjte, rulle, skøjte
🚏 busstoppested, bus, stoppested
🛣 motorvej, vej
🛤 jernbane, spor, tog
🛢 olietønde, olie, tønde
⛽ tankstation, benzinpumpe, benzintank
🛞 hjul, bil, cirkel
🚨 politiblink, politi, politilys
🚥 liggende trafiklys, blinklys, lys
🚦 trafiklys, blinklys, lys
🛑 stopskilt, ottekant, ottekantet
🚧 byggeri, spærring, vejspærring
⚓ anker, båd, skib
🛟 redningskrans, bøje, flyde
⛵ sejlbåd, båd, skib
🛶 kano, båd, ro
🚤 speedbåd, båd
🛳 passagerskib, fartøj, færge
⛴ færge, båd
🛥 motorbåd, båd, fartøj
🚢 skib, fartøj, færge
✈ fly, flyvemaskine, rejse
🛩 lille fly, fly, flyvemaskine
🛫 flyafgang, afgang, afrejse
🛬 flyankomst, ankomme, ankomst
🪂 faldskærm, hangglider, paraglider
💺 sæde, plads, stol
🚁 helikopter, fartøj
🚟 luftbane, fartøj, hængende
🚠 kabelbane, bjerg, fartøj
🚡 svævebane, fartøj, gondol
🛰 satellit, fartøj, rummet
🚀 raket, fartøj, rumfartøj
🛸 ufo, flyvende tallerken, marsmand
🛎 hotelklokke, hotel, klokke
🧳 bagage, kuffert, pakke
⌛ udløbet timeglas, sand, tid
⏳ timeglas med løbende sand, sand, tid
⌚ ur, armbåndsur
⏰ vækkeur, alarm, ur
⏱ stopur, tid, ur
⏲ æggeur, tidtager, ur
🕰 pynteur, ur
🕛 kl. tolv, 12.00, 24.00
🕧 halv et, 0.30, 12.30
🕐 kl. et, 1.00, 13.00
🕜 halv to, 1.30, 13.30
🕑 kl. to, 14.00, 2.00
🕝 halv tre, 14.30, 2.30
🕒 kl. tre, 15.00, 3.00
🕞 halv fire, 15.30, 3.30
🕓 kl. fire, 16.00, 4.00
🕟 halv fem, 16.30, 4.30
🕔 kl. fem, 17.00, 5.00
🕠 halv seks, 17.30, 5.30
🕕 kl. seks, 18.00, 6.00
🕡 halv syv, 18.30, 6.30
🕖 kl. syv, 19.00, 7.00
🕢 halv otte, 19.30, 7.30
🕗 kl. otte, 20.00, 8.00
🕣 halv ni, 20.30, 8.30
🕘 kl. ni, 21.00, 9.00
🕤 halv ti, 21.30, 9.30
🕙 kl. ti, 10.00, 22.00
🕥 halv elleve, 10.30, 22.30
🕚 kl. elleve, 11.00, 23.00
🕦 halv tolv, 11.30, 23.30
🌑 nymåne, måne, månefase
🌒 tiltagende måne, måne, månefase
🌓 halvmåne 1. fjerdedel, første kvarter måne, måne
🌔 tiltagende måne næsten fuld, måne, månefase
🌕 fuldmåne, måne, månefase
🌖 aftagende måne næsten fuld, måne, månefase
🌗 halvmåne 4. fjerdedel, måne, månefase
🌘 aftagende måne, måne, månefase
🌙 halvmåne, tiltagende måne
🌚 nymåne med ansigt, ansigt i måne, nymåne
🌛 måne med ansigt 1. fjerdedel, halvmåne, måne
🌜 måne med ansigt 4. fjerdedel, 4., ansigt
🌡 termometer, vejr
☀ sol, lys, solskin
🌝 fuldmåne med ansigt, fuldmåne, fuldmåneansigt
🌞 sol med ansigt, ansigt, sol
🪐 planet med ringe, planet, saturn
⭐ stjerne
🌟 blinkende stjerne, lysende stjerne, lyser
🌠 stjerneskud, stjerne
🌌 mælkevejen, galakse
☁ sky, vejr
⛅ sol bag sky, sky, sol
⛈ sky med lyn og regn, regn, sky
🌤 sol bag lille sky, sky, sol
🌥 sol bag stor sky, sky, sol
🌦 sol bag sky med regn, regn, sky
🌧 sky med regn, regn, sky
🌨 sky med sne, kulde, sky
🌩 tordensky, lyn, sky
🌪 tornado, hvirvelvind, sky
🌫 tåge, sky, vejr
🌬 vindansigt, ansigt, blæse
🌀 cyklon, svimmel, tornado
🌈 regnbue, lgbt, regn
🌂 lukket paraply, paraply, regn
☂ paraply, regn, tøj
☔ paraply med regndråber, dråbe, paraply
⛱ parasol, paraply, regn
⚡ højspænding, advarsel, elektricitet
❄ snefnug, kulde, rimfrost
☃ snemand, kulde, sne
⛄ snemand uden snevejr, koldt, sne
☄ komet, rummet
🔥 ild, flamme, varm
💧 dråbe, dråbe sved, følelser
🌊 bølge, havbølge, vandbølge
🎃 græskarmand, græskar, græskarlygte
🎄 juletræ, grantræ, jul
🎆 fyrværkeri, fest, nytår
🎇 stjernekaster, fyrværkeri, nytår
🧨 kanonslag, dynamit, eksplosiv
✨ stjerner, glimt, magi
🎈 ballon, fest, fødselsdag
🎉 bordbombe, fest, konfetti
🎊 konfetti, fest, konfettidåse
🎋 træ med papirpynt, festival, japansk
🎍 fyrretræsdekoration, japansk nytår
🎎 japanske dukker, fejring, festival
🎏 karpevimpel, banner med fisk, banner med karper
🎐 vindspil, vindpiber
🎑 måneceremoni, ceremoni, fejring
🧧 pengegave, gave, held og lykke
🎀 sløjfe, fejring
🎁 gave, fødselsdag, overraskelse
🎗 mindebånd, bånd, fejring
🎟 adgangsbillet, adgang, billet
🎫 billet, entré, forlystelse
🎖 militærmedalje, dekoreret, fejring
🏆 pokal, pris, præmie
🏅 sportsmedalje, guld, medalje
🥇 guldmedalje, førsteplads, førstepræmie
🥈 sølvmedalje, andenplads, andenpræmie
🥉 bronzemedalje, bronze, medalje
⚽ fodbold, bold
⚾ baseball, bold, sport
🥎 softball, bold, handske
🏀 basketball, bold, sport
🏐 volleyball, bold, spil
🏈 amerikansk fodbold, football, sport
🏉 rugbybold, bold, rugby
🎾 tennis, bold, sport
🥏 frisbee, ultimate
🎳 bowling, bowlingkugle, spille
🏏 cricket, bat, bold
🏑 hockey, bold, spil
🏒 ishockey, hockey, is
🥍 lacrosse, bold, mål
🏓 bordtennis, bat, bold
🏸 badminton, fjerbold, ketsjer
🥊 boksehandske, bokse, boksning
🥋 karatedragt, judo, kampsport
🥅 målnet, mål, net
⛳ golfhul med flag, golf, sport
⛸ skøjte, is
🎣 fiskestang, fisk, fiskeri
🤿 dykkermaske, dykke, maske
🎽 løbetrøje, atletik, løbe
🎿 ski, skisport, sne
🛷 kælk, slæde
🥌 curlingsten, curling, spil
🎯 pletskud, bullseye, dart
🪀 yoyo, legetøj
🪁 legetøjsdrage, drage, drageflyver
🔫 vandpistol, pistol, revolver
🎱 billard, billardkugle, pool
🔮 krystalkugle, spådom, spådomskunst
🪄 tryllestav, heks, magi
🎮 videospil, controller, håndcontroller
🕹 joystick, spil, videospil
🎰 spillemaskine, enarmet tyveknægt, kasino
🎲 terning, spil, terningspil
🧩 brik til puslespil, brik, puslespil
🧸 bamse, bjørn, legetøj
🪅 piñata, cinco de mayo, fastelavn
🪩 diskokugle, dans, disko
🪆 russiske dukker, babusjka, dukke
♠ spar, es, kort
♥ hjerter, hjerte, kort
♦ ruder, kort, spil
♣ klør, kort, spil
♟ skakbrik, bonde, skak
🃏 joker, kort, kortspil
🀄 mahjong-brik, drage, mahjong
🎴 spillekort med blomster, japansk, kortspil
🎭 masker, optræden, skuespiller
🖼 ramme med billede, billede, kunst
🎨 palet, farver, kunstner
🧵 tråd, nål, rød tråd
🪡 synål, broderi, nål
🧶 garn, garnnøgle, hækle
🪢 knude, binde, knob
👓 briller, beklædning, solbriller
🕶 solbriller, briller, mørk
🥽 sikkerhedsbriller, beskyttelsesbriller, dykkerbriller
🥼 kittel, eksperiment, forsker
🦺 sikkerhedsvest, nødsituation, sikkerhed
👔 slips, beklædning, skjorte
👕 T-shirt, beklædning, bluse
👖 bukser, beklædning, jeans
🧣 halstørklæde, beklædning, hals
🧤 handsker, beklædning, hånd
🧥 frakke, beklædning, dynejakke
🧦 sokker, beklædning, strømper
👗 kjole, beklædning
👘 kimono, beklædning, kåbe
🥻 sari, kjole, tøj
🩱 badedragt, badetøj
🩲 badebukser, badetøj, bikiniunderdel
🩳 shorts, badebukser, underbukser
👙 bikini, badetøj, beklædning
👚 bluse, beklædning
🪭 sammenklappelig håndvifte, afkøle, blafre
👛 pung, pengepung
👜 håndtaske, taske
👝 clutch, pung, taske
🛍 indkøbsposer, hotel, pose
🎒 rygsæk, skole, skoletaske
🩴 klipklapper, badesandaler, ferie
👞 herresko, sko
👟 løbesko, fritidssko, gummisko
🥾 vandrestøvle, backpacking, camping
🥿 flad sko, ballerina, ballerinasko
👠 høje hæle, højhælet sko, sko
👡 damesandal, sandaler, sko
🩰 balletsko, ballerina, ballet
👢 damestøvle, sko, støvler
🪮 afrokam, afro, hår
👑 krone, diadem, dronning
👒 hat, beklædning, damehat
🎩 høj hat, hat, sort hat
🎓 eksamenshat, eksamen, hat
🧢 kasket, baseballkasket, cap
🪖 militærhjelm, hjelm, hær
⛑ hjelm med hvidt kors, ansigt, hjelm
📿 bedekrans, bøn, halskæde
💄 læbestift, kosmetik, makeup
💍 ring, bryllup, diamant
💎 ædelsten, diamant, juvel
🔇 højttaler fra, højttaler, lyd fra
🔈 højttaler lav lydstyrke, højttaler, lav
🔉 højttaler mellem lydstyrke, højtaler med en lydbølge, højttaler medium volumen
🔊 højttaler høj lydstyrke, høj volumen, højtaler med høj volumen
📢 elektrisk megafon, højttaler, megafon
📣 megafon, højttaler, kommunikation
📯 posthorn, post
🔔 klokke, kirke
🔕 ingen klokke, ingen lyd, klokke med streg over
🎼 partitur, g-nøgle, musik
🎵 node, musik
🎶 noder, musik, node
🎙 studiemikrofon, mikrofon, musik
🎚 volumenkontrol, lydstyrke, musik
🎛 knapper, musik
🎤 mikrofon, karaoke, sang
🎧 hovedtelefon, høretelefon, lyd
📻 radio, æteren
🎷 saxofon, instrument, musik
🎺 trompet, instrument, musik
🪊 basun, instrument, jazz
🪗 akkordeon, bandoneon, harmonika
🎸 guitar, elektrisk guitar, elguitar
🎹 klaver, instrument, keyboard
🎻 violin, instrument, musik
🪕 banjo, musik, strengeinstrument
🥁 tromme, musik, rytme
🪘 høj tromme, beat, conga
🪇 maracas, danse, fest
🪈 fløjte, band, blokfløjte
🪉 harpe, amor, instrument
📱 mobil, mobiltelefon
📲 mobil med pil, indgående opkald, lav et opkald
☎ telefon, fastnet
📞 telefonrør, kommunikation
📟 personsøger, bipper, kommunikation
📠 fax, faxmaskine, kommunikation
🔋 batteri, opladet, opladning
🪫 lavt batteriniveau, batteri, drænet
🔌 stik, elektricitet, elektrisk
💻 bærbar computer, computer, laptop
🖥 stationær computer, computer, skærm
🖨 printer, computer, stationær
⌨ tastatur, computer, keyboard
🖱 computermus, computer, knap
🖲 trackball, computer
💽 cd-rom, cd, computer
💾 diskette, computer
💿 cd, blu-ray, computer
📀 dvd, blu-ray, cd
🧮 kugleramme, matematik, regne
🎥 filmkamera, biograf, film
🎞 filmstrimmel, biograf, film
📽 filmprojektor, biograf, film
🎬 klaptræ, film, filmklapper
📺 tv, fjernsyn
📷 kamera, foto, instagram
📸 kamera med blitz, blitz, kamera
📹 videokamera, kamera, video
📼 videobånd, bånd, gammeldags
🔍 forstørrelsesglas til venstre, forstørrelse, forstørrelsesglas
🔎 forstørrelsesglas til højre, forstørrelse, forstørrelsesglas
🕯 stearinlys, lys
💡 elpære, ide, idé
🔦 lommelygte, lygte
🏮 papirlanterne, kulørte lamper, lanterne
🪔 diya-lampe, diya, lampe
📔 notesbog med udsmykning, notesbog
📕 lukket bog, bog
📖 åben bog, bog, læse
📗 grøn bog, bog
📘 blå bog, bibliotek, bog
📙 orange bog, bog
📚 bøger, bibliotek, bog
📓 notesbog, noter
📒 regnskabsbog, notesbog
📃 side med fold, ark, dokument
📜 skriftrulle, papir
📄 dokument, side
📰 avis, nyheder
🗞 sammenrullet avis, avis, nyheder
📑 faner, bogmærke, mærke
🔖 bogmærke, mærke
🏷 mærkat, etiket, label
🪙 mønt, guld, metal
💰 pengepose, dollar, penge
🪎 skattekiste, bytte, diamanter
💴 yenseddel, penge, yen
💵 dollarseddel, dollar, penge
💶 euroseddel, euro, penge
💷 pundseddel, penge, pund
💸 flyvende penge, forbrug, penge
💳 kreditkort, bank, kort
🧾 kvittering, bevis, bilag
💹 stigende marked, opadgående graf, tendens
✉ konvolut, brev, e-mail
📧 mail, brev, e-mail
📨 indgående post, brev, e-mail
📩 udgående post, brev, e-mail
📤 udbakke, kommunikation, sendt
📥 indbakke, kommunikation, modtaget
📦 pakke, boks, kasse
📫 lukket postkasse med hævet flag, brev, post
📪 lukket postkasse med sænket flag, brev, post
📬 åben postkasse med hævet flag, brev, post
📭 åben postkasse med sænket flag, brev, post
📮 postkasse, post
🗳 valgurne med stemmeseddel, boks, kasse
✏ blyant, skrive
✒ sort fyldepen, fyldepen, pen
🖋 fyldepen, pen
🖊 kuglepen, pen
🖌 malerpensel, maleri, maling
🖍 farvekridt, farveblyant, fedtfarve
📝 notat, blyant, kommunikation
💼 attachémappe, mappe
📁 mappe, dokument, filer
📂 åben mappe, dokument, filer
🗂 kartotekskort, kartotek, kort
📅 kalender, dato
📆 kalenderblok, afrivningskalender, dato
🗒 notesblok, blok, note
🗓 spiralkalender, blok, kalender
📇 kartotek, indekskort, kontakter
📈 opadgående graf, diagram, graf
📉 nedadgående graf, diagram, graf
📊 søjlediagram, diagram, graf
📋 clipboard, noter, skriveunderlag
📌 tegnestift, stift
📍 rund tegnestift, nål, stift
📎 papirclips, clips
🖇 sammensatte papirclips, clips, papirclip
📏 lineal, lige kant, matematik
📐 tegnetrekant, matematik, vinkel
✂ saks, klippe, papir
🗃 arkivkasse, arkiv, kasse
🗄 arkivskab, arkiv, skab
🗑 papirkurv, skraldespand
🔒 lukket hængelås, låst, privat
🔓 åben hængelås, låst op, åben lås
🔏 lukket hængelås med pen, fyldepen, lås med fyldepen
🔐 lukket hængelås med nøgle, lås med nøgle, låst
🔑 nøgle, adgangskode, password
🗝 gammel nøgle, gammel, lås
🔨 hammer, værktøj
🪓 økse, kløve brænde, træ
⛏ hakke, mine, værktøj
⚒ hammer og hakke, hakke, hammer
🛠 hammer og skruenøgle, hammer, skruenøgle
🗡 dolk, daggert, kniv
⚔ korslagte sværd, korslagt, sværd
💣 bombe, eksplosion, fare
🪃 boomerang, australien, bagslag
🏹 bue og pil, bue, bueskytte
🛡 skjold, våben
🪚 sav, save, snedker
🔧 skruenøgle, svensknøgle, værktøj
🪛 skruetrækker, redskab, skrue
🔩 møtrik og bolt, bolt, møtrik
⚙ tandhjul, gear, værktøj
🗜 skruetvinge, skruestik, værktøj
⚖ vægt, balance, jura
🦯 blindestok, blind, handicap
🔗 link, kæde, link-tegn
⛓ kæder, kæde
🪝 krog, besnære, fange
🧰 værktøjskasse, håndværker, mekaniker
🧲 magnet, hestesko, magnetisk
🪜 stige, bestige, klatre
🪏 skovl, grave, hul
⚗ kolbe, kemi, værktøj
🧪 reagensglas, eksperiment, forskning
🧫 petriskål, bakterie, biolog
🧬 dna, biolog, evolution
🔬 mikroskop, naturfag, redskab
🔭 teleskop, astronomi, redskab
📡 parabolantenne, aliens, antenne
💉 sprøjte, indsprøjtning, injektion
🩸 bloddråbe, blod, bloddonor
💊 pille, læge, medicin
🩹 plaster
🩼 krykke, handicap, hjælp
🩺 stetoskop, doktor, hjerte
🩻 røntgen, knogler, kranie
🚪 dør, hoveddør, lukket dør
🛗 elevator, adgangsforhold, handicapadgang
🪞 spejl, genspejling, makeup
🪟 vindue, frisk luft, gennemsigtig
🛏 seng, hotel, sove
🛋 sofa og lampe, hotel, lampe
🪑 stol, spisestuestol
🚽 toilet, badeværelse, wc
🪠 svupper, blikkenslager, stoppet afløb
🚿 brusebad, bad, vand
🛁 badekar, bad, karbad
🪤 musefælde, fange, fælde
🪒 ragekniv, barberblad, barbering
🧴 bodylotion, creme, fugtighedscreme
🧷 sikkerhedsnål, ble, punk-rock
🧹 kost, feje, heks
🧺 kurv, indkøb, picnic
🧻 papirrulle, køkkenrulle, toiletpapir
🪣 spand, bassin, beholder
🧼 sæbe, bad, håndsæbe
🫧 bobler, boble, bøvs
🪥 tandbørste, badeværelse, børste
🧽 vaskesvamp, absorbere, porøs
🧯 brandslukker, brand, pulverslukker
🛒 indkøbsvogn, butik, forretning
🚬 cigaret, rygning, rygning tilladt
⚰ kiste, begravelse, død
🪦 gravsten, død, grav
⚱ urne, begravelse, død
🧿 nazaramulet, amulet, blå øje
🪬 hamsa, amulet, beskyt
🗿 statue, moai, moai-statue
🪧 skilt, banner, demo
🪪 legitimationskort, autorisation, brugeroplysninger
`;
