/** What the site's mails say. Subjects are neutral: others may see them. */
export const mails = {
  signature: "Venlig hilsen\nFællesbro",
  hello: (name: string) => `Kære ${name}`,
  hi: "Hej",

  invitation: {
    subject: "Velkommen til Fællesbro",
    by: (inviter: string, place: string) => `${inviter} har inviteret dig til Fællesbro som ${place}.`,
    signedUp: "Tak, fordi I vil være med på Fællesbro. Foreningen er tilmeldt med din mail.",
    choose: "Vælg en adgangskode her. Så er du i gang:",
    waits:
      "Du kan skrive jeres aktiviteter ind med det samme. De kommer på opslagstavlen, når en redaktør har sagt ja til foreningen.",
    validity: "Linket virker i 14 dage. Er det udløbet, så tryk på »Glemt adgangskode« på siden, hvor man logger ind.",
    notYou: "Kender du ikke noget til det? Så skal du ikke gøre noget.",
  },
  added: {
    subject: "Du har fået adgang på Fællesbro",
    by: (inviter: string, place: string) => `${inviter} har givet dig adgang på Fællesbro som ${place}.`,
    signedUp: "En forening er nu tilmeldt Fællesbro med dig som kontaktperson.",
    signIn: "Log ind med den adgangskode, som du plejer at bruge:",
    notYou: "Kender du ikke noget til det? Så kan du se bort fra denne mail.",
  },
  reset: {
    subject: "Ny adgangskode til Fællesbro",
    why: "Du har bedt om at få en ny adgangskode. Vælg den her:",
    validity: "Linket virker i en time og kun én gang.",
    notYou: "Har du ikke bedt om det? Så skal du ikke gøre noget. Din gamle adgangskode virker stadig.",
  },
  news: {
    subject: "Nyt om din konto på Fællesbro",
    newDevice: (device: string, when: string) => `Du er logget ind et nyt sted: ${device}, ${when}.`,
    passwordChanged: "Din adgangskode er skiftet. Du er logget ud alle andre steder.",
    passwordReset: "Du har fået en ny adgangskode med linket fra en mail. Du er logget ud alle andre steder.",
    wrongCodes:
      "En har skrevet din adgangskode rigtigt, men ikke koden fra din telefon. Det gik galt fem gange, og så sagde vi stop.",
    secondFactorOn: "Du logger nu ind i to trin. Du er logget ud alle andre steder.",
    secondFactorOff: "Du logger ikke mere ind i to trin. Nu er det nok at kende din adgangskode.",
    secondFactorLifted: (by: string) =>
      `${by} har slået to trin fra for dig, så du kan komme ind uden din telefon. Slå det til igen, når du kan.`,
    recoveryUsed: (left: number) => `En af dine nødkoder er brugt til at logge ind. Du har ${left} tilbage.`,
    notYou: "Var det ikke dig? Så vælg en ny adgangskode her med det samme, og sig det til en redaktør:",
  },
  heldBack: {
    subject: "Flere beskeder fra Fællesbro",
    said: (n: number) =>
      n === 1
        ? "I går var der en besked mere til dig, end vi sender på en dag."
        : `I går var der ${n} beskeder mere til dig, end vi sender på en dag.`,
    look: "Har du noget på opslagstavlen? Log ind, og se, hvad der venter:",
    link: "Kan du ikke logge ind? Så åbn aktiviteten på siden, og bed om et link.",
    notYou: "Kender du ikke noget til det? Så skal du ikke gøre noget.",
  },
  editorNews: {
    subject: "Nyt til redaktøren",
    said: "Der er kommet noget nyt, siden vi skrev sidst:",
    line: {
      organisations: (n: number) => (n === 1 ? "1 forening venter på svar" : `${n} foreninger venter på svar`),
      reports: (n: number) => (n === 1 ? "1 har fundet en fejl på tavlen" : `${n} har fundet en fejl på tavlen`),
      suggestions: (n: number) => (n === 1 ? "1 savner noget på tavlen" : `${n} savner noget på tavlen`),
    },
    look: "Se det her:",
  },
  unmetWords: {
    subject: "Det søgte folk efter uden at finde noget",
    said: "De her ord fandt ikke noget den sidste uge:",
    line: (word: string, n: number, guesses: readonly string[]) =>
      `${word} (${n} gange)${guesses.length > 0 ? `. Måske mener de: ${guesses.join(" · ")}` : ""}`,
    look: "Her kan du tilføje hvert ord med ét tryk:",
    nameless: "Mindst fem har skrevet hvert ord. Ingen kan se, hvem de er.",
  },
  approved: {
    subject: "I er på Fællesbro",
    said: (organisation: string) =>
      `${organisation} er nu godkendt. De aktiviteter, som I viser frem, kan findes på opslagstavlen fra nu af.`,
    desk: "Skriv en aktivitet, eller se, hvad der allerede ligger:",
    thanks: "Tak, fordi I er med.",
  },
  rejected: {
    subject: "Om jeres tilmelding til Fællesbro",
    thanks: (organisation: string) => `Tak for jeres interesse i at have ${organisation} på Fællesbro.`,
    said: (editor: string) => `Vi kan ikke vise jeres aktiviteter på opslagstavlen, som det er nu. ${editor} skriver:`,
    kept: "Det, I har skrevet ind, er ikke slettet. I kan svare på mailen, eller skrive til os her:",
  },
  wanted: {
    subject: "En vil gerne være med",
    said: (name: string, email: string, organisation: string) =>
      `${name} (${email}) vil gerne skrive aktiviteter for ${organisation}.`,
    invite: "Kender du personen? Så giv adgang her:",
    notKnown: "Kender du ikke personen? Så skal du ikke gøre noget.",
  },
};
