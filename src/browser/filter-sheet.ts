/** The filters lie over a phone's page: Esc and the way back close them, and what was chosen stays. */
const OVER_THE_PAGE = matchMedia("(max-width: 720px)");
const OPEN = "filters";
/** The search that they were opened on. */
let openedOn = "";

const sheet = () => document.querySelector<HTMLDetailsElement>("#filtre > details");

/** Closes the filters; false: they were not open. */
export function closeSheet(): boolean {
  const open = sheet();
  if (!open?.open) return false;
  open.open = false;
  return true;
}

/** Goes on to a search: the way back leads past the choices in an open sheet, to where it was opened. */
export function goOn(address: URL | string): void {
  if (history.state === OPEN) history.replaceState(OPEN, "", address);
  else history.pushState(null, "", address);
}

document.addEventListener(
  "toggle",
  (event) => {
    const filters = sheet();
    if (event.target !== filters || !filters || !OVER_THE_PAGE.matches) return;
    if (filters.open && history.state !== OPEN) {
      openedOn = location.search;
      history.pushState(OPEN, "");
    } else if (!filters.open && history.state === OPEN) {
      if (location.search === openedOn) history.back();
      else history.replaceState(null, "");
    }
  },
  true,
);

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && closeSheet()) sheet()?.querySelector("summary")?.focus();
});
