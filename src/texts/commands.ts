/** What the commands tell whoever runs them. */
export const commands = {
  import: {
    usage: "Brug: npm run import -- FIL.jsonl\nFilen har én aktivitet på hver linje (se README, »Import og eksport«).",
    notReadable: (file: string) => `Kan ikke læse filen ${file}. Er navnet rigtigt?`,
    failed: (why: string) => `Importen gik i stå: ${why}\nDet, der allerede var læst, er gemt. Kør den igen, når fejlen er rettet: intet kommer ind to gange.`,
    progress: (lines: number) => `${lines.toLocaleString("da-DK")} linjer læst`,
    bad: (line: number, field: string, why: string) => `Linje ${line}${field ? `, ${field}` : ""}: ${why}`,
    kept: (line: number, fields: string[]) => `Linje ${line}: beholdt, hvad et menneske har rettet (${fields.join(", ")})`,
    andMore: (count: number) => `… og ${count.toLocaleString("da-DK")} mere`,
    done: ({ added, updated, unchanged, bad }: { added: number; updated: number; unchanged: number; bad: number }) =>
      `${added} nye, ${updated} opdateret, ${unchanged} uændret, ${bad} linjer med fejl`,
  },
  reindex: {
    notSet: "MEILI_URL er ikke sat. Siden søger selv, og dens eget indeks bygges, hver gang den starter: der er intet at gøre.",
    noAnswer: (url: string) => `Meilisearch svarer ikke på ${url}. Kører den, og er adressen i MEILI_URL rigtig?`,
    progress: (count: number) => `${count.toLocaleString("da-DK")} aktiviteter sendt`,
    failed: (why: string) => `\nIndekset blev ikke bygget: ${why}\nDet gamle svarer stadig. Er nøglen i MEILI_ADMIN_KEY rigtig?`,
    done: (count: number) => `Det nye indeks med ${count.toLocaleString("da-DK")} aktiviteter svarer nu.`,
  },
  export: {
    usage: "Brug: npm run -s export > FIL.jsonl\nMed tovholdernes telefon og mail: npm run -s export -- --contacts > FIL.jsonl",
    failed: (why: string) => `Eksporten gik i stå: ${why}`,
    done: (count: number) => `${count.toLocaleString("da-DK")} aktiviteter skrevet`,
  },
} as const;
