/** What stands on every page. */
export const site = {
  name: "Fællesbro",
  skip: "Gå til indholdet",
  menu: "Hovedmenu",
  find: "Find aktivitet",
  week: "Ugen",
  forAssociations: "For foreninger",
  signIn: "Log ind",
  signOut: "Log ud",
  desk: "Mit bord",
  help: "Få hjælp",
  privacy: "Privatliv",
  accessibility: "Tilgængelighed",
  promise: "Find et fællesskab tæt på dig. Eller få en brobygger til at ringe.",
  oneProblem: "Én ting mangler:",
  problems: "Vi mangler lidt:",
};
