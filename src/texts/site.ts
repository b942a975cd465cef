/** What stands on every page. */
export const site = {
  name: "Fællesbro",
  skip: "Gå til indholdet",
  menuShort: "Menu",
  menu: "Hovedmenu",
  find: "Find aktivitet",
  week: "Ugen",
  forAssociations: "For foreninger",
  signIn: "Log ind",
  signOut: "Log ud",
  desk: "Mit bord",
  help: "Få hjælp",
  call: "Ring",
  requestId: "Ringer du til os om siden, så sig nummeret:",
  privacy: "Privatliv",
  accessibility: "Tilgængelighed",
  promise: "Find et fællesskab tæt på dig. Eller få en brobygger til at ringe.",
  oneProblem: "Én ting mangler:",
  problems: "Vi mangler lidt:",
  pagesOf: (list: string) => `Sider: ${list}`,
  pageOf: (page: number, pages: number, total: number) =>
    `Side ${page} af ${pages} (${total.toLocaleString("da-DK")} i alt)`,
  previousPage: "Forrige",
  nextPage: "Næste",
  clockIsWrong:
    "Uret på maskinen passer ikke med det, der sidst blev gemt. Derfor bliver intet slettet og intet sendt lige nu. Sig det til den, der passer siden.",
};
