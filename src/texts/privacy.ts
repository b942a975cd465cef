/**
 * The page about privacy: what one is told under articles 13 and 14 of the data protection regulation (EU 2016/679).
 */
export const privacy = {
  title: "Privatliv",
  description: "Sådan passer vi på det, du skriver til os.",
  intro:
    "Du kan søge på opslagstavlen uden at sige, hvem du er. Her står, hvad vi gemmer, når du skriver til os, og hvor længe.",
  search: {
    title: "Når du søger",
    texts: [
      "Du skal ikke logge ind. Vi gemmer ikke, hvem der søger, og vi følger dig ikke rundt på nettet.",
      "Vi tæller ord hver for sig, så vi kan se, hvad der mangler. Et ord gemmer vi først, når mindst fem har søgt på det samme dag. Har færre søgt på det, glemmer vi det, når dagen er gået.",
      "Siden sætter kun cookies, når du logger ind, eller når du har et link til at henvise andre. Den ene husker, at du er logget ind. Den anden kender din browser igen, så andre ikke kan bruge dit link, og så vi kan sige til, når en logger ind et nyt sted.",
      "Vælger siden at vise et kort fra andre, henter din telefon billeder hos dem. Ellers kommer alt herfra.",
    ],
  },
  who: {
    title: "Hvem har ansvaret?",
    adviser: "Du kan også spørge:",
    other: (name: string) => `Hvis brobyggerne hos dig hører til ${name}`,
    notYet: "Det er ikke skrevet endnu. Så længe kan ingen bede om hjælp på siden.",
  },
  what: {
    title: "Hvad gemmer vi, når du beder om hjælp?",
    texts: [
      "Dit navn, dit nummer eller din mail, og det, du selv skriver. Søgte du først, tager vi sted, dag og emne med. Dine søgeord tager vi kun med, hvis du sætter flueben.",
      "Brobyggeren skriver noter, når I taler sammen: hvad du kan lide, hvornår det passer dig, hvordan du kommer frem, og hvad det må koste. Skriver en anden for dig, eller har din læge eller et andet sted henvist dig, får vi oplysningerne derfra. Så fortæller vi dig det, når vi ringer.",
      "Alt det, der handler om dig, er låst med en nøgle, som kun hører til din sag.",
    ],
    wellbeing:
      "Siger du ja til det, spørger brobyggeren med fem spørgsmål, hvordan du har det, før og efter. Svarene er i din sag. Du får lige så god hjælp, hvis du siger nej.",
  },
  why: {
    title: "Hvorfor, og hvad giver os lov?",
    texts: ["Vi bruger det til at ringe til dig og finde noget, der passer. Ikke til andet."],
  },
  reads: {
    title: "Hvem ser det?",
    texts: [
      "Før nogen har taget sagen, kan brobyggerne i teamet se den. Derefter er det kun din brobygger, og en vikar, når din brobygger er væk. Er et menneske i fare, kan lederen læse den. Så får brobyggeren det at vide. Ingen, der arbejder med job eller dagpenge, kan læse den. Hver gang nogen læser i sagen, bliver det skrevet ned.",
      "Vi giver ikke noget videre til en forening, din læge eller andre, hvis du ikke siger ja først. Siger du ja til, at det sted, der henviste dig, hører, hvordan det går, står det i din sag, når de har læst det.",
    ],
  },
  long: {
    title: "Hvor længe?",
    unreached: (days: number) => `Får vi ikke fat i dig, sletter vi det ${days} dage efter sidste forsøg.`,
    closed: (months: number) =>
      `Er forløbet slut, sletter vi dit navn og alt, der er skrevet om dig, efter ${months} måneder. Tallene bliver, så vi kan se, om hjælpen virker.`,
    withdrawn: (days: number) =>
      days === 0
        ? "Siger du nej tak, sletter vi det samme dag."
        : `Siger du nej tak, sletter vi det inden ${days === 1 ? "1 dag" : `${days} dage`}.`,
    silent: (quiet: number, notice: number) =>
      `Har vi ikke talt sammen i ${quiet} dage, spørger vi, om du stadig vil have hjælp. Hører vi intet i ${notice} dage efter det, lukker siden din henvendelse. Du kan altid skrive eller ringe igen.`,
    passes: (years: number) =>
      `Får du et aktivitetspas, gemmer vi beløbene uden dit navn, når resten er slettet. De er væk ${years} år efter det år, hvor passet udløb.`,
    wellbeing:
      "Svarer du på de fem spørgsmål, sletter vi svarene sammen med sagen. Tallet, de giver, bliver uden dit navn. Trækker du dit ja tilbage, tæller det ikke med.",
    law: "I nogle sager siger loven, at vi skal gemme noget længere. Så får du det at vide.",
  },
  board: {
    title: "Når du bruger tavlen",
    coming:
      "Siger du, at du kommer, gemmer vi dit fornavn, dagen, og om du kommer alene. Værten får det i en mail. Skriver du din mail, bruger vi den kun til at sige, hvis dagen bliver ændret. Værten ser den ikke. Hos os er det hele slettet, når dagen er gået. Vi beder værten slette mailen.",
    questions: (days: number) =>
      `Stiller du et spørgsmål, gemmer vi ikke, hvem du er. Svarer værten, kan alle læse begge dele, så længe de står der. Kommer der ikke svar, sletter vi det efter ${days} dage.`,
    reports: (days: number) =>
      `Skriver du, at noget er forkert, kan kun foreningen og redaktøren læse det. Teksten er låst med en nøgle. Den er slettet ${days} dage efter, at nogen har set på det.`,
    wishes: (days: number) =>
      `Skriver du, hvad du mangler på tavlen, kan foreninger og redaktøren læse dit ønske. Kun redaktøren ser din mail eller dit nummer. Vi sletter det hele efter ${days} dage.`,
    lists: (days: number, more: number) =>
      `Laver du en liste til en anden, står der intet navn på den. Den virker i ${days} dage. Vi sletter den ${more} dage efter.`,
    myList:
      "Min liste ligger kun i din egen browser. Vi får den først, når du deler eller printer den. Tryk på »Ryd listen«, så er den væk.",
    mails: (days: number) =>
      `En mail fra os er slettet hos os, når den er sendt. Kan den ikke sendes, sletter vi den efter ${days} dage.`,
    mailCount:
      "Vi tæller, hvor mange mails din adresse får fra os på en dag, så ingen kan sende dig for mange. Adressen er låst med en nøgle. Det er slettet næste morgen.",
    counts: "Vi tæller, hvor tit noget er vist og åbnet. Det er kun tal. Der står ikke, hvem det var.",
  },
  account: {
    title: "Har du en konto?",
    person:
      "Vi gemmer dit navn og din mail, så du kan logge ind. Din kode kan vi ikke læse. Det bliver stående, til du beder os slette det.",
    signIns: (months: number) =>
      `Vi skriver op, hvornår du logger ind og med hvilken browser, når det ikke lykkes, og når din adgang bliver rettet. Retter du sidens indstillinger, eller henter du data ud, står det der også. Kun en databeskyttelsesrådgiver ser det. Vi sletter det efter ${months} måneder.`,
    sessions: (days: number) =>
      `Så længe du er logget ind, gemmer vi, hvilken browser du bruger, og hvornår du sidst var her. Du kan se det på siden »Din konto« og logge ud derfra. Det er slettet, når du logger ud, og ellers efter højst ${days} dage.`,
    devices: (days: number) =>
      `Vi husker også din browser på et tilfældigt nummer, så vi kan sige til, når en logger ind et nyt sted. Logger du ikke ind med den i ${days} dage, glemmer vi den.`,
    referring: (days: number) =>
      `Har du et link til at henvise andre, gemmer vi dit navn og din mail, låst med en nøgle. Det er slettet ${days} dage efter, at linket er taget tilbage. I de sager, du har henvist, står dit navn, så længe sagen er der.`,
    companion: (days: number) =>
      `Går du med borgere som følgesvend, gemmer vi dit navn, dit nummer og din mail, låst med en nøgle, og hvornår vi så dine papirer. Kun brobyggerne i teamet kan se det. Det er slettet ${days} dage efter, at du er stoppet.`,
    supervision: (days: number) =>
      `Skriver du et spørgsmål til supervision, kan kun du læse det. Det er låst med en nøgle og slettet efter ${days} dage.`,
    half: "Er du logget ud, mens du skrev? Så gemmer vi det, du sendte, til du logger ind igen. Det er låst med en nøgle og slettet efter en dag.",
    host: "Står du i døren, kan alle se dit navn. Dit nummer og din mail kommer først frem, når nogen klikker.",
    history: "Retter du noget på tavlen, skriver vi op, hvem der gjorde det og hvornår. Så kan det laves om igen.",
    unfinished: (days: number) =>
      `Når du skriver om en aktivitet, gemmer vi en kladde undervejs. Kun du kan se den. Den er væk, når du trykker Gem, og ellers efter ${days} dage.`,
    files: (days: number) =>
      `En fil, som du henter ind, sletter vi, når du har sagt ja. Ellers er den væk efter ${days === 1 ? "1 dag" : `${days} dage`}.`,
  },
  rights: {
    title: "Hvad har du ret til?",
    texts: [
      "Du kan få at se, hvad vi har gemt. Du kan få rettet det, der er forkert. Du kan bede os slette det eller holde op med at bruge det. Og du kan få det med dig.",
      "Du kan altid sige nej igen. Brug linket, du fik, eller sig det til os. Det gælder fra nu af. Det, vi har gjort før, er stadig lovligt.",
      "Du skal ikke give os noget. Men vi kan ikke ringe, hvis vi ikke har et nummer.",
      "Ingen maskine bestemmer, hvilken hjælp du får. Siden lukker kun en henvendelse af sig selv, når vi længe intet har hørt, og du har fået besked først.",
    ],
  },
  complain: {
    title: "Vil du klage?",
    text: "Sig det gerne til os først. Du kan også klage til Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, telefon 33 19 32 00.",
    link: "Se datatilsynet.dk",
  },
  ask: "Få hjælp",
};
