/** What a change is called in the history, where no field has its name. */
export const changeNames = {
  place: "Stedet",
  pin: "Nålen på kortet er flyttet",
  picture: "Billedet er et andet",
  full: "Fuldt",
  fullNote: "Hvad man kan gøre i stedet",
  arrivals: "Folk må sige, at de kommer",
  volunteers: "Hvad frivillige kan hjælpe med",
  off: "Aflyst",
  onAgain: "Ikke aflyst mere",
  moved: "Flyttet",
} as const;

export const NOTHING = "ingenting";

export function yesNo(is: boolean): string {
  return is ? "ja" : "nej";
}

/** How a change is told: from what, to what. */
export const historyTexts = {
  from: "Før",
  to: "Nu",
  more: "Vis det hele",
} as const;
