/**
 * What people type for a need, and the words that such activities carry: a need a line, `words = finds`, in plain Danish.
 * The table of meaning is made from these lines, too (search/meaning/build.py).
 */
export const DANISH_NEEDS = `
# --- alone, new, company
alene; ensom; ensomt; isoleret; kontakt; selskab; bekendtskaber = ensomhed; besøgsven; samvær; fællesskab; café; venner
snakke; tale; talk; sludre; sludder; sladre = samtale; snak; samvær; café; besøgsven
nogen at være sammen med; ikke være alene; kende nogen; møde mennesker; møde andre; nye mennesker; møde nye; lære folk at kende; netværk = samvær; fællesskab; venner; netværk; café; spisning
venskab; veninde; veninder; kammerat; kammerater = venner; samvær; fællesskab; venskab
kæreste; dating; date; partner; forelsket = single; singler; dans
genert; sky; tør ikke; usikker; socialt svært; social angst = angst; øvefællesskab; samtalegruppe; rolig
komme ud; komme ud af huset; komme hjemmefra; ud blandt folk; sidder hjemme; hjemme hele dagen = café; gåtur; samvær; udflugt; værtinde
bo alene; bor alene; enlig; single; eneboer = spisning; fællesspisning; samvær; besøgsven
weekenden er lang; lange aftener; stille søndage; søndag alene = søndagscafé; café; spisning; samvær
nabo; naboer; naboskab; opgang; kvarter; lokalområde = naboer; fællesspisning; beboer; lokal
ny nabo; flyttet; tilflytter; ny i kvarteret; kender ingen i byen = velkomst; tilflytter; naboer; netværk
telefonven; ringe; nogen der ringer; opkald = telefonven; besøgsven; tryghedsopkald
jul; juleaften; højtid; nytår; nytårsaften = jul; julehygge; julefrokost; nytår
fødselsdag; fejre; fest = fest; fællesspisning; dans
# --- loss, crisis
sorg; døde; død; dødsfald; begravelse; begravet; mistede; mistet; afdød; savn; savner; gravsted = sorg; sorggruppe; sorgcafé; efterladte; enke
enke; enkemand; alenetilbage; min mand gik bort; gik bort; gået bort = sorg; sorggruppe; enke; efterladte
selvmord; selvmordstanker; tog sit eget liv = efterladte; sorg; samtale; støtte
skilt; skilsmisse; separeret; brud; brudt op; eks; ekskone; eksmand; gået fra hinanden = skilsmisse; samtalegruppe; single; enlig
vold; slår; bange for min mand; truet; krisecenter = krise; rådgivning; kvinder; samtale
krise; livskrise; svær tid; svær periode; hårdt = samtale; selvhjælp; støtte; rådgivning
traume; traumer; ptsd; flashback; krig; veteran; soldat; udsendt = veteran; traume; selvhjælp; natur
# --- mind
angst; bekymret; bekymring; bekymringer; nervøs; panik; panikanfald; tankemylder; urolig; uro; bange = angst; mindfulness; selvhjælp; samtale
depression; deprimeret; nedtrykt; tungsind; trist; grå; ked; håbløs; livslyst; græder = depression; selvhjælp; samtale; støtte
stress; stresset; udbrændt; overvældet; sygemeldt; slidt ned; presset = stress; mindfulness; ro; naturterapi
søvn; sove; søvnløs; søvnløshed; vågen; vågner; ligger vågen; insomni = søvn; søvnskole; mindfulness; afspænding
ro; afslapning; slappe af; slap af; pause; åndehul; afstresning; geare ned = mindfulness; yoga; meditation; afspænding; ro; wellness
meditation; meditere; mindfuld; nærvær; vejrtrækning; åndedræt = meditation; mindfulness; yoga; åndedræt
psykisk; psykiatri; psykisk syg; sindslidende; skizofreni; bipolar; borderline; personlighedsforstyrrelse = psykisk; sårbar; værested; selvhjælp; recovery
adhd; autisme; autist; asperger; diagnose; neurodivers; koncentration = adhd; autisme; rolig; netværk
selvværd; selvtillid; tro på mig selv; mod = selvværd; gruppe; kursus; øvefællesskab
vrede; vred; raseri; temperament = samtale; gruppe; kursus
tung hoved; hovedet er fuldt; hovedet kører; tanker = mindfulness; stress; samtale
stemmehører; hører stemmer; medicin; bivirkninger = psykisk; recovery; samtale
overgreb; misbrugt; seksuelt; incest = samtale; gruppe; støtte; senfølger
# --- addiction
ryge; ryger; cigaretter; cigaret; nikotin; rygning; tobak; smøger; snus; vape = rygestop
alkohol; drikke; drikker; druk; sprut; alkoholiker; fuld; vin hver dag = alkohol; misbrug; anonyme; rådgivning
stoffer; hash; misbrug; afhængig; afhængighed; narkotika; kokain; clean = misbrug; rådgivning; anonyme; værested
ludomani; spille penge; spillegæld; gambling; betting = ludomani; rådgivning; selvhjælp
# --- body and illness
ryg; rygsmerter; lænd; hekseskud; prolaps; diskusprolaps; iskias = ryg; rygtræning; pilates; varmtvand; genoptræning
smerte; smerter; ondt; gør ondt; kronisk; fibromyalgi; migræne; hovedpine = smerter; smertegruppe; varmtvand; yoga; skånsom
gigt; slidgigt; led; knæ; hofte; artrose; stiv; stive led = gigt; varmtvand; stolegymnastik; yoga
hjerte; hjertet; blodprop; hjertesyg; hjerteanfald; åreforkalkning; blodtryk; hjerteopereret = hjerte; hjertetræning; motion; rehabilitering
diabetes; sukkersyge; sukkersyg; insulin; blodsukker; blodsukkeret; prædiabetes = diabetes; diabetesgruppe; kost
kol; lunger; lunge; åndenød; forpustet; vejret; astma; iltapparat = kol; lunge; lungekor; træning
kræft; tumor; kemo; kemoterapi; kræftramt; brystkræft; prostata; stråler; metastaser = kræft; kræftramt; rådgivning; senfølger
parkinson; ryster; rysten; skælver = parkinson; træning; bordtennis
sklerose; muskelsvind; als; lammet; lammelse = sklerose; patientforening; varmtvand; kørestol
apopleksi; hjerneskade; hjerneblødning; hjernerystelse; slagtilfælde; afasi = hjerneskade; afasi; rehabilitering; genoptræning
demens; dement; glemmer; glemsom; hukommelse; husker; hukommelsen; husker dårligt; alzheimer; alzheimers = demens; demenscafé; hukommelse; pårørende
fald; falde; faldet; vælter; vælte; svimmel; balance; balancen; usikker på benene; rollator; stok; snuble = faldforebyggelse; balance; stolegymnastik; seniortræning
operation; opereret; genoptræning; brækket; brud; komme sig; efter sygdom = genoptræning; rehabilitering; træning; varmtvand
overvægt; overvægtig; tyk; vægt; slank; slankekur; slanke; tabe; kilo; tabe sig; bmi = vægttab; sundhed; kost; motion; livsstil
sundhed; sund; sundere; livsstil; helbred; kondi; kondition = sundhed; motion; træning; livsstil
form; i form; motionere; dyrke motion; få pulsen op; bevæge; svede; styrke; muskler = motion; træning; fitness; gymnastik
stol; siddende; kan ikke stå; svage ben; gangbesværet; dårlige ben; dårligt gående; kørestol = stolegymnastik; stoleyoga; stolemotion; siddende
blind; blinde; syn; synet; svagsynet; synshandicap; ser dårligt; se dårligt = blinde; svagsynet; syn; lydbog; ledsager
døv; døve; hørelse; hørelsen; høreapparat; tunghør; tinnitus; nedsat hørelse; hører dårligt = hørelse; høreapparat; døve; tegnsprog
handicap; handicappet; udviklingshæmmet; funktionsnedsættelse = handicap; parasport; specialklub
overgangsalder; hedeture; kvindekroppen; underliv; bækkenbund = kvinder; bækkenbund; yoga
gravid; graviditet; vente barn; fødsel; termin = gravid; fødsel; gravidyoga; mødregruppe
bevægelse til ældre; let motion; blid træning; skånsom; stille og roligt = seniortræning; stolegymnastik; yoga; gåtur
strække ud; smidig; smidighed; smidiggøring = yoga; pilates; udspænding; gymnastik
massage; nakke; skuldre; spændinger = afspænding; wellness; massage; yoga
varmt vand; varmtvandsbassin; bassin = varmtvandstræning; vandgymnastik; svømning
# --- relatives and care
pårørende; passe; passer; plejer; aflastning; syg mand; syg kone; syg mor; syg far; omsorg = pårørende; pårørendegruppe; aflastning
bekymret for mit barn; barn har det svært; teenager; teenageproblemer; problemer med min søn; problemer med min datter = forældre; rådgivning; familie; unge
barnebarn; børnebørn; bedsteforælder; bedsteforældre; bedstemor; bedstefar; mormor; farfar; morfar; farmor = bedsteforældre; reservebedste; børn; familie
reservebedste; mine børn har ingen bedsteforældre = reservebedste; bedste; familie
# --- children and family
baby; babyer; spædbarn; nyfødt; lille ny; barsel; barselsorlov; orlov; mor for første gang = baby; babycafé; mødregruppe; babyrytmik; babysalmesang; barsel
far; fædre; fædregruppe; nybagt far; far på barsel = far; fædre; legestue; far og barn
småbørn; tumling; toårig; treårig; vuggestue; dagpleje; ikke i institution = legestue; rytmik; småbørn; tumle
børn; unger; ungerne; poder; rollinger; knægt; knægte; skolebarn = børn; familie; leg; spejder; børneklub
lektier; skolearbejde; matematik; opgaver; eksamen; stile; skole; fysik; regne = lektiehjælp; lektiecafé; matematik
teenager; unge; ung; teenagere; ungdom; ungdomsklub = unge; ungdomsklub; ungdom
regnvejr med børn; noget for hele familien; familietur; ferie; sommerferie; efterårsferie; vinterferie = familie; børn; ferie; udflugt; leg
lege; leg; legeplads; tumlesal = leg; legestue; legeplads; tumle
alenemor; enlig mor; enlig far; aleneforsørger; eneforsørger = enlig; familie; forældre; mødregruppe
# --- work, money, rights
job; arbejde; arbejdsløs; ledig; karriere; jobsamtale; cv; ansøgning; kontanthjælp; dagpenge = jobcafé; jobsøgning; ledig; netværk
pension; pensionist; gået på pension; efterløn; otium; folkepension; stoppet på arbejdsmarkedet = senior; pensionist; frivillig; seniorklub
førtidspension; fleksjob; ressourceforløb; jobcenter; kommunen; sagsbehandler; bisidder = rådgivning; bisidder; fleksjob; netværk
gæld; regninger; økonomi; penge; budget; økonomisk; låne; inkasso; fattig; betale; husleje = gældsrådgivning; økonomi; rådgivning; gratis
advokat; jura; ret; retshjælp; testamente; arv; kontrakt = retshjælp; advokat; rådgivning
bolig; hjemløs; lejlighed; husvild; sover på gaden = værested; bolig; rådgivning; varmestue
tøj; billigt tøj; genbrug; brugt; bytte; brugte ting; tøjbytte = genbrug; loppemarked; byttemarked; tøjbytte
billigt; gratis; uden penge; råd til; koster ikke noget; lavt budget = gratis
skat; årsopgørelse; selvangivelse; forskudsopgørelse = skat; rådgivning; it-hjælp
julehjælp; mad til jul; fødevarehjælp; madkasse; overskudsmad = madspild; fødevare; folkekøkken; julehjælp
# --- IT and daily life
telefon; mobil; smartphone; iphone; android; ipad; tablet; app; apps; sms; mobilen = mobilhjælp; it-hjælp; tablet; smartphone
computer; computeren; internet; internettet; mail; e-mail; wifi; netbank; printer; word; excel; digital; teknik; teknologi = it-hjælp; computer; it-café; datastue
mitid; nemid; e-boks; digital post; borger.dk; selvbetjening; eboks; sundhed.dk; sundhedsplatform = mitid; digital post; it-hjælp; borgerservice
facetime; videoopkald; zoom; skype; messenger; facebook; sociale medier = it-hjælp; tablet; mobilhjælp
svindel; hacket; phishing; sikker på nettet; snydt på nettet = it-hjælp; it-sikkerhed; foredrag
papirer; breve; skema; blanket; udfylde; formular; ansøge; læse brev = rådgivning; borgerservice; skrivehjælp; it-hjælp
indkøb; handle ind; supermarked; dagligvarer; bære varer = indkøb; besøgsven; indkøbshjælp
transport; kørsel; kører ikke bil; bus; flextrafik; komme derhen; afhentning = kørsel; bus; ledsager
ledsager; følges; følge; gå sammen med; en at følges med; kan ikke gå alene = ledsager; besøgsven; følgeskab; gåven
havearbejde; græs; klippe hæk; snerydning; praktisk hjælp; hænge lampe op; handyman = frivillig; hjælp; håndværker
# --- mending, making
reparere; ordne; fikse; lave; i stykker; gået i stykker; defekt; ødelagt; virker ikke; brødrister; støvsuger; lampe; cykel punkteret; hul i bukserne = reparation; repair; fix; værksted; cykelværksted
cykel; punktering; cykler; lappe = cykelværksted; cykel; cykling
garn; pinde; strikke; strikkepinde; maske; masker; sweater; sokker; uld = strik; strikning; strikkecafé; håndarbejde
hækle; hæklenål; bedstemorfirkanter = hækling; håndarbejde; strik
sy; symaskine; symaskinen; stof; tøj; nål; tråd; bukser; kjole; lægge op = syning; sycafé; syværksted; håndarbejde
brodere; broderi; væve; vævning; væv; patchwork; quilt; filt; knipling = broderi; vævning; håndarbejde; patchwork
træ; snedker; høvl; sav; hammer; tømrer; tømmer; snitte; drejebænk; møbler = træværksted; snedkeri; sløjd; snitning; trædrejning
ler; keramik; potte; dreje; glasur; lertøj; skål; pottemager = keramik; ler; drejning
male; maleri; akvarel; pensel; lærred; farver; oliemaling = maling; akvarel; kunst; malehold
tegne; tegning; blyant; croquis; skitse; tegneserie = tegning; croquis; kunst
smykker; perler; sølv; glas; mosaik; guldsmed = smykker; glas; mosaik; krea
kreativ; kreativt; krea; hobby; håndværk; lave noget med hænderne; bruge hænderne; finmotorik = krea; håndarbejde; værksted; kunst
jern; smed; svejse; esse; metal = smedje; metal; værksted
skrue; motor; bil; scooter; knallert; mekaniker = mekaniker; værksted; motor
3d; robot; elektronik; programmere; kode; lodde = 3d-print; makerspace; kodning; elektronik; teknik
papir; origami; scrapbog; kort; klip; juleklip = krea; papir; klip
foto; fotografere; kamera; billede; billeder; fotos; linse = foto; fotografi; fotoklub
video; filme; klippe film; youtube = film; video; medie
# --- music, stage, words
synge; sang; stemme; kor; sangstemme; syng; fællessang; salmer; højskolesang = kor; sang; fællessang; sangcafé
musik; spille; instrument; guitar; klaver; violin; trommer; tromme; fløjte; harmonika; band; jam = musik; orkester; band; sammenspil; guitar
koncert; jazz; klassisk; opera; rock; livemusik; høre musik = koncert; musik; jazz
dans; danse; salsa; tango; vals; folkedans; ballet; svinge = dans; folkedans; linedance; salsa
teater; skuespil; skuespiller; rolle; drama; scene; revy; komedie; forestilling; impro = teater; drama; revy; impro
film; biograf; biffen; se film; serie = film; filmklub; bio
bog; bøger; læse; roman; romaner; litteratur; digte; læselyst; forfatter; højtlæsning = læsekreds; bogklub; læsegruppe; bogcafé; litteratur
skrive; skriver; erindringer; livshistorie; dagbog; noveller; digt; poesi = skriveværksted; erindring; skrive
foredrag; debat; viden; historie; samfund; politik; videnskab; høre om = foredrag; debat; historie; studiekreds
slægt; forfædre; aner; oldeforældre; stamtavle; kirkebøger; arkiv = slægtsforskning; lokalhistorie; arkiv
gamle dage; lokalhistorie; byens historie; arkæologi; museum; vikinger = lokalhistorie; museum; byvandring; erindring
kunst; galleri; udstilling; maleriudstilling; museum; kultur = kunst; udstilling; museum; kultur
filosofi; tro; mening; livets mening; eksistens; livet = filosofi; samtale; studiekreds; tro
gud; bibel; kirke; bøn; tro; kristen; kristendom; præst; koran; moské; islam = kirke; gudstjeneste; bibel; tro; andagt
# --- games
spil; kort; kortspil; whist; bridge; spille kort = bridge; whist; kortspil; spil
brætspil; ludo; matador; dungeons; rollespil; warhammer; magic = brætspil; spilaften; rollespil; spillecafé
skak; skakbræt; mat; bonde = skak; skakklub
banko; bingo; lotto; præmier; plader = banko
computerspil; gaming; playstation; xbox; esport; minecraft; fortnite = e-sport; gaming; esport
billard; dart; bowling; kegler; petanque; kroket; kugler = billard; dart; bowling; petanque; kroket
quiz; paratviden; hjernegymnastik = quiz; hjernegymnastik; spil
# --- sport
bold; fodbold; spark; spille bold; mål; old boys = fodbold; gåfodbold; bold; boldspil
ketsjer; ketcher; badminton; tennis; padel; fjerbold; squash = badminton; tennis; padel; bordtennis
bordtennis; pingpong; ping pong = bordtennis
håndbold; volley; volleyball; basket; basketball; hockey = håndbold; volleyball; basketball; hockey
svømme; svømning; crawl; vand; livredning; vandskræk; bange for vand; lære at svømme; bade; svømmehal = svømning; svømmehal; vandgymnastik; vandskræk
koldt vand; havet; vinterbad; kold dukkert; dyppe; is; kolde gys; sauna; gus; saunagus = vinterbad; vinterbadning; sauna; saunagus; havbad
løbe; jogge; løb; løbesko; marathon; halvmaraton; parkrun; fem kilometer = løb; løbeklub; løbetræning; motion
cykle; cykeltur; racer; mountainbike; cykelture; elcykel = cykling; cykeltur; mountainbike; cykelklub
ro; roning; båd; sejle; sejlads; kajak; kano; padle; sup; årer; vandsport = roning; kajak; sejlads; roklub; kano
sejle; sejlbåd; jolle; havn; sømand; windsurf; surf = sejlads; sejlklub; havn; surf
klatre; klatring; boulder; væg; højder = klatring; boulder
ridning; ride; hest; heste; pony; rideskole = ridning; heste; rideklub
kampsport; selvforsvar; karate; judo; boksning; taekwondo; forsvare sig; slås; tai chi; qigong; jiujitsu = selvforsvar; karate; judo; boksning; tai chi; kampsport
styrketræning; fitness; vægte; crossfit; motionscenter = fitness; styrketræning; crossfit
gymnastik; springgymnastik; rytme; holdtræning = gymnastik; motion; rytmisk
yoga; pilates; kropsbevidsthed; stretch = yoga; pilates
golf; minigolf; discgolf; frisbee = golf; discgolf; minigolf
ski; skøjter; skøjte; rulleskøjter; skateboard; skate; løbehjul = skøjter; skate; rulleskøjter; ski
skyde; skydning; bue; pil; bueskydning; jagt = skydning; bueskydning; jagt
dykke; dykning; snorkel; fridykning = dykning; undervandsrugby; dykkerklub
# --- nature and animals
skov; skoven; natur; ud i det fri; frisk luft; friluft; udendørs; ude; grønne omgivelser; i det fri = natur; skovtur; gåtur; friluft; naturvandring
gå; gåtur; gåture; traske; spadsere; vandre; vandring; skridt; stavgang; pilgrim; gå en tur = gåtur; vandretur; vandring; gågruppe; stavgang; pilgrimsvandring
fugl; fugle; kikkert; ornitolog; ugle; fuglekasse = fugle; fugletur; natur
plante; planter; blomst; blomster; botanik; urter; svampe; tang; sanke; bær = botanik; svampe; urter; natur; planter
have; haven; jord; dyrke; grøntsager; grønsager; kartofler; drivhus; kompost; så; tomater; kolonihave; spade = have; fælleshave; byhave; nyttehave; køkkenhave; havefællesskab
bier; honning; bistade; biavler; insekter; sommerfugle = bier; biavl; insekter
hund; hvalp; hunden; hundetræning; lufte hund; kæledyr; kat; dyr; kanin; marsvin = hund; hundetræning; hundelufter; dyr; kæledyr
fiske; fisk; lystfisker; fiskestang; mede; lystfiskeri; havørred = fiskeri; lystfiskeri; fisketur
bål; bålmad; shelter; overnatte ude; telt; spejder; lejr; camping = bål; friluft; spejder; shelter
strand; havet; kyst; vandkanten; fjord = strand; havbad; kyst; natur
klima; miljø; bæredygtig; grøn; affald; plastik; samle skrald; verdensmål = klima; miljø; bæredygtig; skrald; genbrug
stjerner; stjernehimmel; astronomi; planet; rummet = astronomi; stjerner
sten; fossiler; geologi; mineraler = geologi; fossil; sten
udflugt; tur; bustur; rejse; opleve noget; komme på tur; seværdigheder = udflugt; tur; busture; rejse
# --- food
mad; aftensmad; middag; måltid; spise; sulten; spise sammen; spise med andre; varm mad = fællesspisning; folkekøkken; spisning; spisefællesskab
lave mad; madlavning; opskrift; opskrifter; kok; gryde; kokkerere; retter; suppe = madlavning; madklub; køkken; kokkeskole
bage; bagning; brød; kage; kager; surdej; dej; boller = bagning; surdej; kage; brød
kaffe; te; kop kaffe; kaffetår; kage; kaffeklub; cafe; hygge; hyggeligt = café; kaffe; samvær; hygge
morgenmad; brunch; frokost; rundstykker = morgenmad; brunch; frokost; spisning
vin; øl; vinsmagning; brygge; ølbrygning; smagning = vin; øl; ølbrygning; smagning
vegetar; vegansk; plantebaseret; grønt køkken; kost; ernæring; diæt = vegetar; vegansk; kost; madlavning
madspild; rester; skraldning = madspild; folkekøkken
sylte; marmelade; syltetøj; fermentere; konservere = syltning; fermentering; madlavning
# --- learning, language
dansk; sprog; tale dansk; øve dansk; lære dansk; dansktime; udtale; grammatik; prøve i dansk; indfødsretsprøve; statsborgerskab = dansk; dansktræning; sprogcafé; danskundervisning; samtalegruppe
engelsk; spansk; tysk; fransk; italiensk; fremmedsprog; arabisk; kinesisk; konversation = sprog; engelsk; spansk; konversation; tysk; fransk
ordblind; ordblindhed; læsevanskeligheder; læse og skrive; stave; staveproblemer = ordblind; læsning; skrive; ovi
lære; lære noget nyt; undervisning; kursus; kurser; aftenskole; højskole; uddanne; dygtiggøre = kursus; aftenskole; undervisning; læring
tegnsprog; mund; tegn = tegnsprog
førstehjælp; hjertestarter; genoplivning; hjertemassage = førstehjælp; hjertestarter
køreprøve; kørekort; knallertkørekort; teori = kørekort; trafik
flygtning; indvandrer; asyl; udlænding; ny i danmark; opholdstilladelse; integration; familiesammenført = integration; dansk; sprogcafé; international; flygtning; netværk
udlandet; rejse; andre kulturer; tværkulturel; international = international; sprogcafé; kultur
studerende; studere; universitet; studie; kollegie; gymnasiet = studie; studerende; unge; lektiecafé
# --- giving
frivillig; hjælpe; hjælpe andre; gøre gavn; gøre nytte; give noget tilbage; bidrage; hjælpe nogen; være til gavn; velgørenhed; en hjælpende hånd = frivillig; besøgsven; mentor; reservebedste
mentor; mentee; vejleder; rollemodel = mentor; vejledning; frivillig
besøge; besøge ældre; plejehjem; plejehjemsbeboer = besøgsven; plejehjem; frivillig
bestyrelse; forening; starte forening; medbestemmelse; foreningsliv = forening; bestyrelse; frivillig
indsamling; donere; nødhjælp = indsamling; genbrugsbutik; frivillig
bloddonor; donor = bloddonor
# --- who
mænd; mandehørm; mandeklub; fyre; drenge; gutter; mandefællesskab = mænd; herre; mandeklub; madklub
kvinder; piger; dame; damer; kvindeklub; pigeaften = kvinder; kvindecafé; piger
ældre; gammel; senior; oldinge; 60+; 70+; oppe i årene; pensionister = senior; ældre; seniorklub; pensionist
lgbt; homo; bøsse; lesbisk; trans; queer; regnbue; nonbinær = lgbt; regnbue; queer
voksen; midaldrende; 40+; 50+; halvtreds = voksne; netværk
nørd; nørder; fantasy; sci-fi; cosplay; anime; manga = rollespil; brætspil; tegneserie; anime
tidligt; morgenmenneske; før arbejde = morgen
efter arbejde; fyraften = aften
stille; roligt; lavmælt; uden larm; sanse; lydfølsom = rolig; stille
`;
