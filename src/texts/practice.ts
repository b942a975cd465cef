/** Øvefællesskaber, and what is missing on the board, as a team sees them. */
export const practiceTexts = {
  seenBy: "Den er kun for henviste borgere. Ingen andre kan se den.",
  isPublished: "Den er udgivet. Kun brobyggerne i teamet og de borgere, de henviser, ser den.",
  isOut: "Udgivet",
  publishText: "Når du trykker, kan brobyggerne i teamet henvise til den. Den kommer ikke på tavlen.",
  openPage: "Åbn siden",
};
