/** Somebody is away, and somebody leaves. */
export const coverTexts = {
  title: "Vikar",
  lead: "Skal du være væk? Så sæt en kollega på. Kollegaen ser dine forløb og det, der skal gøres, og kan skrive i dem, til du er tilbage.",
  leadLead: "Du kan sætte en vikar på for alle i teamet, også når nogen bliver syge fra den ene dag til den anden.",
  agreed: "Aftalt",
  none: "Der er ikke aftalt nogen vikar.",
  line: (cover: string, away: string, from: string, until: string) =>
    `${cover} er vikar for ${away} fra ${from} til og med ${until}.`,
  end: "Slut nu",
  endNamed: (cover: string, away: string) => `Slut nu: ${cover} er vikar for ${away}`,
  add: "Sæt en vikar på",
  team: "Team",
  away: "Hvem er væk?",
  cover: "Hvem er vikar?",
  from: "Fra",
  until: "Til og med",
  choose: "Vælg",
  save: "Sæt på",
  nobody: "Der er ingen andre, der kan være vikar. Bed en redaktør invitere en kollega.",
};

/** A lead's page of the team's cases. */
export const leavingTexts = {
  title: "Er nogen på vej væk?",
  lead: "Giv alle åbne forløb fra den ene til den anden på én gang. Derefter kan en redaktør tage adgangen væk.",
  gone: "arbejder her ikke mere",
  from: "Fra hvem?",
  to: "Til hvem?",
  give: "Giv dem alle",
  count: (name: string, cases: number) => `${name} (${cases === 1 ? "1 forløb" : `${cases} forløb`})`,
};

/** What is erased soon, for a lead. */
export const erasedSoonTexts = {
  title: "Slettes snart",
  lead: "De her sager bliver slettet inden for 14 dage. Er et forløb slut, har brobyggeren fået det at vide og kan åbne det igen. Har borgeren sagt nej tak, bliver det slettet uanset hvad.",
  none: "Der bliver ikke slettet noget de næste 14 dage.",
  waits: "Venter på at blive lagt i jeres eget system",
  closed: (when: string) => `Sluttede ${when}`,
};

/** Who has read which case, for a lead and the data officer. */
export const readingTexts = {
  title: "Hvem har læst",
  lead: "Hver gang nogen læser en sag, står det her, til sagen bliver slettet. Sagen selv kan du ikke se.",
  none: "Ingen har læst en sag endnu.",
  how: { case: "åbnede", list: "så i en liste navnet på", emergency: "læste i nød" },
};

/** A lead whom two agree on. */
export const leadTexts = {
  title: "Ny leder?",
  lead: "En leder kan fordele sager og læse dem i nød. Derfor skal to sige ja.",
  asked: (askedBy: string, name: string, email: string, team: string) =>
    `${askedBy} foreslår ${name} (${email}) som leder af ${team}.`,
  yes: "Ja, giv adgang",
  yesNamed: (name: string) => `Ja, giv ${name} adgang`,
  no: "Nej",
  noNamed: (name: string) => `Nej til ${name}`,
  askedRule: (askedBy: string, claim: string, value: string, team: string) =>
    `${askedBy} foreslår, at den, der logger ind hos kommunen, bliver leder af ${team}, når ${claim} er ${value}.`,
  ruleNamed: (claim: string, value: string) => `dem med ${claim} ${value}`,
  waits:
    "En anden end dig skal sige ja: en redaktør eller teamets leder. Er der ingen, så bed den, der driver siden, om at lukke teamets første leder ind.",
  takeBack: "Tag forslaget tilbage",
};
