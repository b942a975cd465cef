/** The site first, then what it is about: a host has several, and many mails. */
const about = (what: string) => (title: string) => `Fællesbro: ${what} »${title}«`;

/** Letters about activities. A subject names the activity to its host, and never a person; to a citizen it is neutral. */
export const trustMails = {
  hello: "Kære tovholder",
  helloYou: "Hej",
  named: {
    subject: "Fællesbro: dit navn står på opslagstavlen",
    said: "En forening har skrevet dig som den, man kan ringe eller skrive til. Andre ser først navn og nummer, når de trykker på en knap. Det står her:",
    away: "Passer det, skal du ikke gøre noget. Vil du ikke stå der, så tryk på linket og på Tag mit navn væk. Du skal ikke logge ind.",
  },
  nameTaken: {
    subject: about("tovholderen vil ikke stå ved"),
    said: (title: string) =>
      `Tovholderen for »${title}« har taget sit navn væk. Nu står foreningen der i stedet. Skriv gerne en anden, som har sagt ja.`,
    see: "Ret det her:",
  },
  confirm: {
    subject: (titles: readonly string[]) =>
      titles.length === 1
        ? `Fællesbro: passer »${titles[0]}« stadig?`
        : `Fællesbro: passer de ${titles.length} her stadig?`,
    ask: "I har noget på opslagstavlen. Vil du se, om det stadig passer? Tryk på linket, læs det, og tryk ja.",
    remind:
      "Vi har spurgt før og mangler jeres svar. Vil du se, om det stadig passer? Tryk på linket, læs det, og tryk ja.",
    else: "Hører vi ikke fra jer, står der snart på siden, at ingen har bekræftet den. Så går den af tavlen. Den bliver ikke slettet.",
    how: "Du skal ikke logge ind. Linket virker i 60 dage.",
  },
  off: {
    subject: (titles: readonly string[]) =>
      titles.length === 1 ? `Fællesbro: »${titles[0]}« er taget ned` : `Fællesbro: ${titles.length} er taget ned`,
    said: "Vi har spurgt tre gange, om det her stadig passer. Nu har vi taget det af tavlen, så ingen går forgæves.",
    back: "Passer det alligevel? Tryk på linket, så er det på tavlen igen. Intet er slettet.",
  },
  report: {
    subject: about("noget er forkert ved"),
    host: (title: string, reason: string) => `Nogen har skrevet til os om »${title}«: ${reason}.`,
    see: "Se det hele, og ret det gerne i dag:",
  },
  question: {
    subject: about("et spørgsmål til"),
    said: (title: string) => `Nogen spørger om »${title}«:`,
    answer: "Svar én gang, så kan alle læse det:",
    how: "Du skal ikke logge ind.",
  },
  arrival: {
    subject: about("nogen kommer til"),
    said: (name: string, when: string, title: string) => `${name} kommer ${when} til »${title}«.`,
    alone: (name: string) => `${name} kommer alene. Stå gerne i døren, og sig hej.`,
    off: "Bliver det ikke til noget? Aflys eller flyt dagen her:",
    gone: "Slet mailen, når dagen er gået.",
  },
  changedDay: {
    subject: "Fællesbro: den dag, du ville komme",
    off: (title: string, when: string) => `»${title}« ${when} er aflyst eller flyttet. Tag ikke derhen.`,
    now: (title: string, when: string, where: string) =>
      `Der er ændret noget ved »${title}«. Sådan er det nu: ${when}${where && `, ${where}`}.`,
    see: "Se mere her, også hvornår det er næste gang:",
    why: "Du får mailen, fordi du skrev, at du kommer. Din mail bliver slettet, når dagen er gået.",
  },
  takenBack: {
    subject: about("en kommer ikke til"),
    said: (name: string, when: string, title: string) => `${name} kommer ikke ${when} til »${title}«.`,
  },
  hostLink: {
    subject: about("ret en dag i"),
    said: (title: string) => `Her er dit link til »${title}«. Du kan aflyse eller flytte en dag:`,
    notYou: "Har du ikke bedt om det? Så skal du ikke gøre noget.",
  },
  calendarGone: {
    subject: "Jeres kalender er ændret",
    said: "Det her står på opslagstavlen, men ikke mere i jeres kalender. Vi har ikke rørt det. På siden står nu, at man skal ringe, før man går derhen.",
    how: "Er det slut, så tag det ned. Passer det stadig, så tryk på linket og gem siden igen.",
  },
  calendarFails: {
    subject: "Vi kan ikke læse jeres kalender",
    said: "Vi har prøvet i tre dage. Det, der står på tavlen, følger ikke kalenderen imens. Den ligger her:",
    how: "Se adressen efter, eller sig stop her:",
  },
  monthly: {
    subject: (organisation: string, month: string) => `Fællesbro: sådan gik det ${organisation} i ${month}`,
    said: (organisation: string, month: string) =>
      `Det her har ${organisation} på tavlen. Så tit blev det brugt i ${month}:`,
    line: {
      shown: "vist",
      opened: "åbnet",
      pointed: "vist til en anden",
      coming: "siger, de kommer",
      helped: "bedt om hjælp",
    },
    fewer: "under 5",
    persons: "Vi tæller gange, ikke mennesker.",
    noPrice: "Vi ved ikke, hvad de her koster. Skriv prisen, eller at det er gratis:",
    desk: "Se mere, eller ret noget:",
    noMore: "Vil du ikke have den her mail? Sig nej tak her:",
  },
} as const;
