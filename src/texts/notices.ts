/** What a page says after a deed, by the key in `?besked=`. */
export const notices = {
  "hjaelp-modtaget": "Tak. Vi har fået din besked. Herunder kan du se, hvad der sker nu.",
  "besked-sendt": "Din besked er sendt.",
  "nej-tak": "Du har sagt nej tak. Ingen ringer til dig.",
  "sag-taget": "Sagen er din. Ring, når du er klar.",
  "forsoeg-noteret": "Forsøget er noteret.",
  "skridt-gemt": "Næste skridt er gemt.",
  "opgave-gjort": "Det er gjort.",
  "note-gemt": "Noten er gemt.",
  "sag-givet": "Sagen er givet videre.",
  ryddet: "Det er ryddet op. Var det en fejl? Så kan du fortryde herunder.",
  "rydning-fortrudt": "Det er tilbage på listen.",
  "sag-lukket": "Forløbet er afsluttet. Var det en fejl? Så åbn det igen herunder.",
  "sag-aabnet": "Forløbet er åbent igen.",
  "borger-skrevet-op": "Borgeren er skrevet op.",
  "logget-ud": "Du er logget ud.",
  "log-ind-igen": "Der gik lidt for lang tid. Log ind igen.",
  "vaek-laenge": "Du har været væk et stykke tid. Log ind igen, så kommer du tilbage til siden.",
  "tekst-gemt": "Du har været væk et stykke tid. Log ind igen. Det, du skrev, er gemt imens.",
  "sted-logget-ud": "Du er logget ud det sted.",
  "andre-logget-ud": "Du er logget ud alle andre steder.",
  "kode-gemt": "Din nye adgangskode er gemt. Du er logget ud alle andre steder.",
  "kode-forkert-fem": "Koden var forkert fem gange. Log ind igen. Vi har skrevet en mail til den, der ejer kontoen.",
  "kommune-svarer-ikke":
    "Kommunens login svarer ikke lige nu. Prøv igen om lidt. Har du en adgangskode, kan du bruge den her.",
  "kommune-igen": "Det lykkedes ikke at logge dig ind. Prøv igen.",
  "kommune-afbrudt": "Du blev ikke logget ind. Prøv igen, når du vil.",
  "kommune-ingen-adgang":
    "Vi kan se, hvem du er. Men du har ikke fået adgang til Fællesbro endnu. Bed din leder eller en redaktør om det.",
  "kommune-ingen-mail":
    "Kommunens login fortalte os ikke din mailadresse. Uden den kan vi ikke lukke dig ind. Bed jeres it om hjælp.",
  "kommune-har-kode":
    "Du har en konto her i forvejen. Log ind med adgangskoden denne ene gang. Så hører kommunens login til den.",
  "kommune-anden": "En anden har brugt din mailadresse med kommunens login. Bed en redaktør se på det.",
  "kommune-gemt": "Det er gemt. Det gælder, næste gang nogen logger ind.",
  "kommune-glemt": "Kommunens login hører ikke længere til den konto.",
  "totrin-slaaet-fra": "Du logger nu ind med adgangskoden alene.",
  "totrin-loeftet": "Det andet trin er slået fra. Personen kan logge ind med adgangskoden og slå det til igen.",
  "ny-kode": "Din nye adgangskode er gemt, og du er logget ind.",
  velkommen: "Velkommen. Du er logget ind.",
  inviteret: "Invitationen er på vej med mail.",
  "adgang-fjernet": "Adgangen er taget væk.",
  "forening-godkendt": "Foreningen er godkendt. Den får besked med mail.",
  "forening-afvist": "Foreningen får dit svar med mail.",
  "temaer-gemt": "Temaerne er gemt.",
  "tema-lavet": "Temaet er lavet. Det kan vælges nu.",
  "tema-fjernet": "Temaet er fjernet.",
  "indstillinger-gemt": "Indstillingerne er gemt.",
  "samtykke-gemt": "Teksterne er gemt. De gælder fra nu af.",
  "hold-lavet": "Holdet er lavet.",
  "aktivitet-gemt": "Det er gemt.",
  "aktivitet-magen": "Her er en magen til. Det er en kladde. Ret det, der er anderledes.",
  "saeson-udgivet": "Den nye sæson er på tavlen nu.",
  "aktivitet-udgivet": "Den er på tavlen nu. Folk kan finde den med det samme.",
  "aktivitet-venter": "Den er klar. Den kommer på tavlen, når vi har sagt ja til jeres forening.",
  "aktivitet-pause": "Den holder pause. Sæt den på tavlen igen, når I er klar.",
  "aktivitet-igen": "Den er på tavlen igen.",
  "aktivitet-taget-ned": "Den er taget ned. Du kan fortryde herunder.",
  "aktivitet-tilbage": "Den er tilbage hos dig. Sæt den på tavlen, når du er klar.",
  "dato-aflyst": "Dagen er aflyst. Det kan alle se nu. Var det en fejl? Så tryk på Fortryd ud for dagen.",
  "dato-flyttet-bord": "Dagen er flyttet. Det kan alle se nu. Var det en fejl? Så fortryd under Historik.",
  "dato-flyttet": "Dagen er flyttet. Det kan alle se nu. Var det en fejl? Så tryk på Fortryd.",
  "fejl-meldt": "Tak. Foreningen og redaktøren har fået besked.",
  spurgt: "Tak. Dit spørgsmål er sendt. Svaret kommer på siden her.",
  svaret: "Dit svar er på siden nu. Alle kan læse det.",
  skjult: "Det er skjult.",
  kommer: "Godt. Gem siden, hvis du vil kunne sige fra.",
  "kommer-ikke": "Du har sagt fra. Dit navn er slettet.",
  "link-sendt": "Har vi en mail til tovholderen, så er linket på vej.",
  ordnet: "Det er gemt. Alle kan se det nu.",
  klaret: "Det er klaret.",
  "lagt-sammen": "De er lagt sammen. Den gamle adresse fører til den nye.",
  "taget-op": "Godt. De andre kan se, at I ser på det.",
  "holdt-op": "Du er ikke med i foreningen mere. Tak for hjælpen.",
  "ord-gemt": "Ordene er gemt.",
  "ferie-gemt": "Ferien er gemt.",
  "ferie-slettet": "Ferien er slettet.",
  "omraader-gemt": "Områderne er gemt.",
  "graenser-gemt": "Grænserne er gemt.",
  bekraeftet: "Tak. Nu kan alle se, at det passer.",
  fortrudt: "Det er fortrudt.",
  "dato-igen": "Dagen er ikke aflyst mere.",
  "mail-igen": "Vi prøver at sende igen nu. Se her om et øjeblik, om det gik.",
  "mail-slettet": "Mailen er slettet.",
  "kladde-af-tekst": "Vi har lavet en kladde af din tekst. Se det hele efter, og ret det, der er galt.",
  hentet: "Det er hentet.",
  "kalender-stoppet": "Vi henter ikke den kalender mere.",
  "billede-gemt": "Billedet er gemt.",
  "billede-fjernet": "Billedet er fjernet.",
} as const;

export type NoticeKey = keyof typeof notices;

/** The address of a page that says so. */
export function told(path: string, notice: NoticeKey): string {
  const [page = "", place] = path.split("#");
  return `${page}${page.includes("?") ? "&" : "?"}besked=${notice}${place === undefined ? "" : `#${place}`}`;
}

/** What a page says by the key in its address; nothing for a key that there is not. */
export function noticeOf(key: string | null): string | undefined {
  return key !== null && Object.hasOwn(notices, key) ? notices[key as NoticeKey] : undefined;
}
