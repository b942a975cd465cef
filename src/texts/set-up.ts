/** The list of what makes a new site ready for people. */
export const setUpTexts = {
  title: "Kom i gang",
  lead: "Siden er ny. Her er det, der skal til, før borgere kan bruge den. Tag det i den rækkefølge, der passer dig.",
  allDone: "Det hele er på plads. Siden er klar til brug.",
  helpClosed:
    "Ingen kan bede om hjælp endnu. Det kan de, når de fire første punkter er på plads. Tavlen virker allerede.",
  helpOpen: "Borgere kan bede om hjælp nu.",
  missing: (count: number) => (count === 1 ? "Der mangler én ting" : `Der mangler ${count} ting`),
  open: "Gå i gang",
  done: "På plads",
  toDo: "Mangler",
  steps: {
    who: {
      title: "Skriv, hvem I er",
      text: "Hvem er ansvarlig, hvem ringer til borgerne, og hvilket nummer kan man ringe til?",
      button: "Skriv det",
      again: "Ret det",
    },
    team: {
      title: "Lav et team af brobyggere",
      text: "Teamet tager imod henvendelser. Bagefter kan du skrive, hvor og hvornår man kan komme forbi.",
      button: "Lav et team",
      again: "Ret teamet",
    },
    member: {
      title: "Invitér en brobygger",
      text: "Mindst én skal have valgt en adgangskode. Er det dig selv, så skriv din egen mail.",
      button: "Invitér",
      again: "Invitér en til",
    },
    consents: {
      title: "Læs det, borgeren siger ja til",
      text: "Ret teksterne, så de passer hos jer, og gem dem.",
      button: "Læs teksterne",
      again: "Ret teksterne",
    },
    association: {
      title: "Få den første forening med",
      text: "Giv foreningen adressen herunder. Når den har tilmeldt sig, kan du sige ja her på siden.",
      button: "Se siden",
      again: "Tilmeld en til",
    },
    twoSteps: {
      title: "Log ind i to trin",
      text: "Så er en adgangskode alene ikke nok til at læse, hvad borgere har skrevet. Slå det til for dig selv først, og kræv det så af alle.",
      button: "Slå to trin til for dig selv",
      again: "Se dine to trin",
    },
  },
  /** When the editor has turned it on: now the others. */
  askAll: "Kræv to trin af alle",
  waitsFor: (names: string) => `${names} er inviteret og mangler at vælge en adgangskode.`,
  pending: "En forening venter på svar.",
  answer: "Se på den",
  signUpAt: "Her tilmelder en forening sig:",
  who: {
    title: "Skriv, hvem I er",
    lead: "Det her står på de offentlige sider. Ved du ikke det hele endnu, så skriv resten senere. Punktet er på plads, når du har skrevet alt det, der ikke er valgfrit.",
    button: "Gem",
  },
};
