/** How a search with few hits can go on. The number of activities stands in front: "3 på torsdag". */
export const waysOutTexts = {
  title: "Måske i stedet",
  hard: (wish: string) => `»${wish}« var svært at finde.`,
  onDay: (day: string) => `på ${day}`,
  atTime: { morgen: "om morgenen", formiddag: "om formiddagen", eftermiddag: "om eftermiddagen", aften: "om aftenen" },
  inArea: (area: string) => `i ${area}`,
  within: (km: number) => `inden for ${km} km`,
  onlyWords: (words: string) => `med »${words}« i hele Aarhus`,
  noWords: (words: string) => `uden ordene »${words}«`,
  without: (param: string, wish: string) =>
    param === "pris"
      ? "hvis det må koste noget"
      : param === "omraade"
        ? "i hele Aarhus"
        : param === "dag" || param === "fra"
          ? "på andre dage"
          : `uden »${wish}«`,
  suggest: "Foreslå en aktivitet, der mangler",
};
