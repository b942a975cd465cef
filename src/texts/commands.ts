/** What a lost key can have locked, by table. */
const LOST: Record<string, string> = {
  cases: "Sager. De bliver lukket, og navn, nummer og noter slettet",
  second_factors: "Log ind i to trin. Det bliver slået fra, og de får det at vide i en mail",
  kept_forms: "Halve noter. De bliver slettet",
  mails: "Mails. De kan ikke sendes",
  mail_quotas: "Mails, der ventede til næste morgen",
  reports: "Fejl, som nogen har meldt. Teksten bliver slettet",
  arrivals: "Nogen, der kommer. De bliver slettet",
  suggestions: "Ønsker til tavlen. Mail og nummer bliver slettet",
};

/** What the commands tell whoever runs them. */
export const commands = {
  newerDatabase: (day: string) =>
    `Databasen er lavet af en nyere udgave af Fællesbro (fra ${day}). Brug den udgave, eller en der er nyere. Intet er ændret i databasen.`,
  backup: {
    usage: "Brug: npm run backup -- FIL.tar.gz\nSiden må gerne køre imens.",
    exists: (file: string) => `Der er allerede en fil med navnet ${file}. Vælg et andet navn.`,
    noFolder: (folder: string) => `Der er ingen mappe med navnet ${folder}. Lav den først.`,
    noDatabase: (folder: string) => `Der er ingen database i ${folder}. Passer DATA_DIR?`,
    progress: {
      copy: (percent: number) => `Databasen tages over: ${percent} %`,
      pack: (percent: number) => `Alt pakkes: ${percent} %`,
      unpack: (percent: number) => `Filen læses: ${percent} %`,
    },
    failed: (why: string) => `Kopien blev ikke til noget: ${why}`,
    done: (file: string, bytes: number, pictures: number) =>
      `${file} er klar: ${(bytes / 1_000_000).toLocaleString("da-DK", { maximumFractionDigits: 1 })} MB med databasen og ${pictures.toLocaleString("da-DK")} billedfiler.\nNøglerne i CASE_KEYS er ikke med. Gem dem et andet sted end filen.`,
  },
  verify: {
    usage: "Brug: npm run verify -- FIL.tar.gz",
    notReadable: (file: string) => `Kan ikke læse filen ${file}. Er navnet rigtigt?`,
    noBackup: (file: string) => `${file} er ikke en kopi af Fællesbro, eller den er skadet. Brug en anden kopi.`,
    failed: (why: string) => `Kopien kunne ikke ses efter: ${why}`,
    missing: (file: string) => `Fejl: ${file} mangler i kopien.`,
    changed: (file: string) => `Fejl: ${file} er ikke den fil, der blev lagt i kopien.`,
    unknown: (file: string) => `Fejl: ${file} hører ikke til i kopien.`,
    unreadable: (why: string) => `Fejl: databasen kan ikke læses (${why}).`,
    integrity: (what: string) => `Fejl i databasen: ${what}`,
    rows: (table: string, before: number, now: number) => `Fejl: ${table} skal have ${before} rækker, men har ${now}.`,
    keyMissing: (id: string) => `Fejl: nøglen ${id} er ikke i CASE_KEYS. Det, den har låst, kan ikke åbnes.`,
    keyWrong: (id: string) => `Fejl: nøglen ${id} i CASE_KEYS er en anden end den, der har låst.`,
    keysNotTried: "Nøglerne er ikke prøvet: CASE_KEYS er ikke sat her.",
    bad: (count: number) => `Kopien kan ikke bruges: ${count === 1 ? "1 fejl" : `${count} fejl`}.`,
    good: ({ madeAt, version, migration }: { madeAt: string; version: string; migration: { name: string } }) =>
      `Kopien er hel. Den er fra ${madeAt.slice(0, 16).replace("T", " ")} UTC, udgave ${version}, database ${migration.name}.`,
  },
  keys: {
    usage:
      "Brug: npm run keys -- rotate\nDen nye nøgle står først i CASE_KEYS, den gamle bagefter. Vil du kun se, hvad der er i brug: npm run keys -- list\nEr en nøgle væk for altid: npm run keys -- give-up",
    none: "CASE_KEYS er ikke sat, og her er ingen egen nøgle. Sæt den, som den er sat for siden.",
    doNotFit: (missing: readonly string[], wrong: readonly string[]) =>
      [
        ...missing.map((id) => `Nøglen ${id} mangler i CASE_KEYS. Noget er låst med den.`),
        ...wrong.map((id) => `Nøglen ${id} i CASE_KEYS er en anden end den, der har låst.`),
        "Intet er ændret. Find nøglen, og prøv igen.",
      ].join("\n"),
    progress: (rows: number) => `${rows.toLocaleString("da-DK")} klaret`,
    nothingLost: "Nøglerne i CASE_KEYS åbner alt. Der er intet at opgive.",
    wouldGiveUp: (ids: readonly string[], lost: ReadonlyMap<string, number>) =>
      [
        `Det her er låst med en nøgle, der ikke er i CASE_KEYS${ids.length > 0 ? ` (${ids.join(", ")})` : ""}:`,
        ...[...lost].map(([table, count]) => `  ${LOST[table] ?? table}: ${count.toLocaleString("da-DK")}`),
        "Intet er ændret. Led efter nøglen først: med den kan alt åbnes igen. Tag også en kopi.",
        "Er den væk for altid, så slet det, som ingen kan åbne mere: npm run keys -- give-up --lost-for-good",
      ].join("\n"),
    gaveUp:
      "Det er slettet. Start siden igen, så åbner skrivebordet. Sig det til brobyggerne: de sager, der var åbne, er lukket, og ingen kan se, hvem det var.",
    use: (id: string, count: number, isFirst: boolean, fits: boolean) => {
      const times = `${id || "uden navn"}: ${count.toLocaleString("da-DK")} gange i brug`;
      if (isFirst && fits) return `${times}. Den låser alt nyt.`;
      if (count > 0) return `${times}. ${fits || !id ? "Kør npm run keys -- rotate." : "Den er ikke i CASE_KEYS."}`;
      return `${id}: bruges ikke mere. Tag den ud af CASE_KEYS, og start siden igen. Gem den, så længe du har kopier fra før.`;
    },
    failed: (why: string) => `Det gik i stå: ${why}\nDet, der nåede at blive gjort, er i orden. Kør den igen.`,
  },
  restore: {
    usage: "Brug: npm run restore -- FIL.tar.gz\nStop siden først.",
    running: "Siden kører, eller et andet program har databasen åben. Stop det, og prøv igen.",
    cannotTell:
      "Databasen, der ligger her nu, er skadet. Derfor kan vi ikke se, om siden er stoppet.\nStop den, og skriv så: npm run restore -- FIL.tar.gz --stopped",
    nothingChanged: "Intet er ændret. Det, der var her før, er her stadig.",
    done: ({ madeAt }: { madeAt: string }) =>
      `Kopien fra ${madeAt.slice(0, 16).replace("T", " ")} UTC er lagt på plads. Start siden nu.`,
    aside: (folder: string) =>
      `Det, der var her før, ligger i ${folder}\nDer er mennesker i det. Slet mappen, når du har set, at siden virker.`,
    reindex: "Meilisearch husker det, der var her før. Byg dens indeks igen, som der står i README.",
  },
  admin: {
    usage: [
      "Brug:",
      "  npm run admin -- invite-editor MAIL [NAVN]     lukker en redaktør ind, også den første. Linket står her og i en mail",
      "  npm run admin -- invite-lead MAIL [NAVN]       lukker teamets første leder ind. De næste bliver to enige om på siden",
      "  npm run admin -- reset-second-factor MAIL      slår log ind i to trin fra for en, der har mistet sin telefon",
      "  npm run admin -- list                          viser, hvem der kan logge ind",
      "  npm run admin -- clock-ok                      siger, at uret på maskinen går rigtigt, selv om det sprang",
      "Kør den med de samme indstillinger som siden, mens den kører eller ej.",
    ].join("\n"),
    operator: "Den, der driver siden,",
    newDatabase: (file: string) => `Der var ingen database. Nu er der en: ${file}`,
    leader: "leder",
    editor: "redaktør",
    invited: (email: string, role: string) =>
      `${email} kan blive ${role}. Åbn linket her, og vælg en adgangskode. Det virker i 14 dage:`,
    added: (email: string, role: string) =>
      `${email} har en konto og er nu også ${role}. Log ind med den adgangskode, der hører til:`,
    lifted: (email: string) => `${email} logger nu ind med adgangskoden alene og kan slå to trin til igen.`,
    person: (
      { name, email, invited, secondFactor }: { name: string; email: string; invited: boolean; secondFactor: boolean },
      roles: string,
    ) =>
      `${name} <${email}>: ${roles}${invited ? ", har ikke valgt adgangskode endnu" : secondFactor ? ", logger ind i to trin" : ""}`,
    clockOk: (time: string) =>
      `Uret gælder: det er ${time} UTC. Siden sletter og sender igen inden for en time. Det, der skal slettes helt, går der højst seks timer med.`,
    nobody: "Ingen er redaktør, leder eller brobygger endnu.",
    failed: (why: string) => `Det kunne ikke lade sig gøre: ${why}`,
  },
  import: {
    usage: "Brug: npm run import -- FIL.jsonl\nFilen har én aktivitet på hver linje (se README, »Import og eksport«).",
    notReadable: (file: string) => `Kan ikke læse filen ${file}. Er navnet rigtigt?`,
    failed: (why: string) =>
      `Importen gik i stå: ${why}\nDet, der allerede var læst, er gemt. Kør den igen, når fejlen er rettet: intet kommer ind to gange.`,
    progress: (lines: number) => `${lines.toLocaleString("da-DK")} linjer læst`,
    bad: (line: number, field: string, why: string) => `Linje ${line}${field ? `, ${field}` : ""}: ${why}`,
    kept: (line: number, fields: string[]) =>
      `Linje ${line}: beholdt, hvad et menneske har rettet (${fields.join(", ")})`,
    andMore: (count: number) => `… og ${count.toLocaleString("da-DK")} mere`,
    done: ({ added, updated, unchanged, bad }: { added: number; updated: number; unchanged: number; bad: number }) =>
      `${added} nye, ${updated} opdateret, ${unchanged} uændret, ${bad} linjer med fejl`,
  },
  reindex: {
    notSet:
      "MEILI_URL er ikke sat. Siden søger selv, og dens eget indeks bygges, hver gang den starter: der er intet at gøre.",
    noAnswer: (url: string) => `Meilisearch svarer ikke på ${url}. Kører den, og er adressen i MEILI_URL rigtig?`,
    progress: (count: number) => `${count.toLocaleString("da-DK")} aktiviteter sendt`,
    failed: (why: string) =>
      `\nIndekset blev ikke bygget: ${why}\nDet gamle svarer stadig. Er nøglen i MEILI_ADMIN_KEY rigtig?`,
    done: (count: number) => `Det nye indeks med ${count.toLocaleString("da-DK")} aktiviteter svarer nu.`,
  },
  searchKey: {
    usage:
      "Hovednøglen skal komme på standard input (se deploy/README.md).\nSå kommer linjen med sidens egen nøgle til Meilisearch på standard output.",
    failed: (why: string) =>
      `Der blev ikke lavet en nøgle: ${why}\nSvarer Meilisearch på adressen i MEILI_URL, og er hovednøglen rigtig?`,
  },
  export: {
    usage:
      "Brug: npm run -s export > FIL.jsonl\nMed tovholdernes telefon og mail: npm run -s export -- --contacts > FIL.jsonl\nOgså det, der kun er for henviste borgere: npm run -s export -- --referred > FIL.jsonl",
    failed: (why: string) => `Eksporten gik i stå: ${why}`,
    done: (count: number) => `${count.toLocaleString("da-DK")} aktiviteter skrevet`,
  },
} as const;
