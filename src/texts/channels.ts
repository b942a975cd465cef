/** What the editor reads of codes on paper and short links. */
export const channelTexts = {
  title: "Koder og lister",
  intro: (fewest: number) =>
    `Så tit har nogen åbnet en kode eller en liste. Vi tæller gange, ikke mennesker. Tal under ${fewest} viser vi ikke.`,
  month: "Måned",
  where: "Hvor den hænger",
  opened: "Åbnet",
  poster: "Plakaten for ugen",
  group: (name: string) => `Holdet ${name}`,
  none: "Ingen har sagt hvor",
  empty: "Der er ikke nok at vise endnu.",
} as const;
