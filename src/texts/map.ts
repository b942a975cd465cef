/** The map, also in the browser. */
export const map = {
  label: "Kort over aktiviteterne. Alt på kortet står også i listen.",
  zoomIn: "Zoom ind",
  zoomOut: "Zoom ud",
  searchHere: "Søg i dette område",
  choosePoint: "Søg nær et sted på kortet",
  choosing: "Vælg det sted på kortet, du vil søge ud fra. Med tastaturet: Flyt kortet med piletasterne, og tryk Enter.",
  useMiddle: "Brug midten af kortet",
  noChoice: "Fortryd",
  noPoint: "Du valgte ikke noget punkt.",
  removePoint: "Fjern punktet",
  near: (n: number, km: number) =>
    `${n === 1 ? "1 aktivitet" : `${n} aktiviteter`} på kortet, højst ${String(km).replace(".", ",")} km væk`,
  failed: "Kortet kunne ikke hente aktiviteterne. Listen virker stadig.",
  shown: (n: number) => (n === 1 ? "1 aktivitet på kortet" : `${n} aktiviteter på kortet`),
  cluster: (n: number) => `${n} aktiviteter tæt på hinanden. Tryk for at zoome ind.`,
  same: (n: number) => `${n} aktiviteter på samme sted. Tryk for at se dem.`,
  more: (n: number) => `og ${n} mere. Søg i området for at se dem alle.`,
  onlyArea: (name: string) => `Vis kun ${name}`,
  close: "Luk",
  streets: {
    tryThem:
      "Kortet viser kyst og områder fra siden selv. Vil du se gader: TILE_URL=osm npm start (de hentes hos OpenStreetMap), eller TILE_URL=pmtiles:FIL med en fil hos jer selv (README).",
    none: "Siden har ikke noget kort med gader.",
    missing: "Filen med gaderne er ikke i DATA_DIR.",
    broken: "Filen med gaderne er ikke et kort, der kan læses (PMTiles, udgave 3, med vektorer).",
    wrongRange: "Bed om en del af filen, for eksempel Range: bytes=0-126.",
    changed: "Filen med gaderne er en anden nu. Begynd forfra.",
  },
  pinLabel: (place: string) => `Her er det: ${place}`,
};
