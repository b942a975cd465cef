/** Words that help a keyboard or a screen reader with the pin. */
export const pinTexts = {
  map: "Kort til at sætte nålen på",
  pin: "Nålen. Flyt den med piletasterne.",
  moved: "Nålen er flyttet.",
};
