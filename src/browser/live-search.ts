import "./quick-exit.ts";
import { meantBy } from "./events.ts";
import { closeSheet, goOn } from "./filter-sheet.ts";
import { paths } from "../shared/paths.ts";
import { live } from "../texts/live.ts";

/**
 * The first page without a reload: a change of a filter, a chip, a sort or a page fetches the server's own fragment and
 * puts it in place. Without this script the form and the links do the same by a page load.
 */
const PARTS = ["forstaaet", "filtre", "resultater"];
const form = document.querySelector<HTMLFormElement>("#soeg")!;
const words = form.querySelector<HTMLInputElement>("[name=q]")!;
const status = Object.assign(document.createElement("p"), { className: "visually-hidden" });
status.setAttribute("role", "status");
document.body.append(status);
let asked = 0;
/** The search that stands on the page. */
let shown = location.search;

document.addEventListener("change", (event) => {
  const field = event.target;
  const isWish = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
  if (!isWish || field.form !== form || field === words || field.closest(".where-when")) return;
  const struck = field instanceof HTMLInputElement && field.type === "checkbox" && !field.checked && strikeOf(field);
  void go(struck || addressOfForm());
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const sheet = event.submitter?.closest<HTMLElement>("#filtre");
  void go(addressOfForm()).then(() => sheet && toResults());
});

document.addEventListener("click", (event) => {
  const link = meantBy<HTMLAnchorElement>(event, "a[data-live]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  void go(new URL(link.href), !link.closest("#forstaaet, #filtre"));
});

document.addEventListener("board:wish", (event) => {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(event.detail)) {
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  address.searchParams.delete("side");
  void go(address);
});

window.addEventListener("popstate", () => {
  const address = new URL(location.href);
  if (closeSheet()) {
    if (address.search !== shown) goOn(`${paths.board}${shown}`);
    return;
  }
  if (address.search === shown) return; // another place on the same page
  // The first page has parts of its own, which a search took away.
  if (address.search) void show(address);
  else location.reload();
});

/** *Vis N*: the sheet of the filters closes, and one goes on with what was found. */
function toResults(): void {
  closeSheet();
  document.querySelector<HTMLElement>("#antal")?.focus();
}

/** `toHeading`: what was found is read from its heading, wherever on the page one pressed. */
async function go(address: URL, toHeading = false): Promise<void> {
  goOn(address);
  await show(address);
  const { top = 0 } = document.querySelector("#antal")?.getBoundingClientRect() ?? {};
  if (toHeading && (top < 0 || top > innerHeight)) document.querySelector("#resultater")?.scrollIntoView();
}

async function show(address: URL): Promise<void> {
  const mine = ++asked;
  shown = address.search;
  const results = document.querySelector("#resultater");
  if (!results) return location.assign(address); // an empty board has no list to put hits in
  results.setAttribute("aria-busy", "true");
  const answer = await fetch(`${paths.fragment}${address.search}`).catch(() => null);
  if (mine !== asked) return;
  if (!answer?.ok) return location.assign(address);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const kept = remember();
  for (const id of PARTS) {
    const part = fresh.getElementById(id);
    if (part) document.getElementById(id)?.replaceWith(part);
  }
  kept();
  status.textContent = document.querySelector("#antal")?.textContent?.trim() ?? "";
  for (const part of document.querySelectorAll(".home")) part.remove();
  document.querySelector(".at-home")?.classList.remove("at-home");
  document.querySelector(".ask h1")?.classList.add("visually-hidden");
  words.value = address.searchParams.get("q") ?? "";
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`a.help[href^='${paths.help}']`)) {
    const help = document.querySelector<HTMLAnchorElement>("#resultater a.help");
    if (help) link.href = help.href;
  }
  // Nobody who looks over a shoulder reads it.
  const isCrisis = document.querySelector(".crisis-lines") !== null;
  document.title = `${isCrisis ? live.title : words.value || live.title} – ${live.site}`;
  document.dispatchEvent(new CustomEvent("board:searched", { detail: address.searchParams.toString() }));
}

/** Remembers which folds are open, how far they are scrolled and where the focus is; the answer puts all back. */
function remember(): () => void {
  const scrolled = document.querySelector("#filtre > details")?.scrollTop ?? 0;
  const open = [...document.querySelectorAll<HTMLDetailsElement>("#filtre details")].map((details) => details.open);
  const focus = document.activeElement;
  const selector = focus && selectorOf(focus);
  return () => {
    document
      .querySelectorAll<HTMLDetailsElement>("#filtre details")
      .forEach((details, index) => (details.open = open[index] ?? false));
    document.querySelector("#filtre > details")?.scrollTo(0, scrolled);
    if (selector && !document.activeElement?.matches(selector))
      (document.querySelector<HTMLElement>(selector) ?? document.querySelector<HTMLElement>("#antal"))?.focus({
        preventScroll: true,
      });
  };
}

function selectorOf(element: Element): string | null {
  if (element instanceof HTMLInputElement && element.form === form && element !== words)
    return `input[name="${element.name}"][value="${CSS.escape(element.value)}"]`;
  if (element.closest("#forstaaet, #resultater")) return "#antal";
  return null;
}

/** What the form asks for: empty fields stay out. */
function addressOfForm(): URL {
  const address = new URL(paths.board, location.href);
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value.trim() !== "") address.searchParams.append(name, value.trim());
  return address;
}

/** A box that the sentence ticked is unticked by striking its words. */
function strikeOf(box: HTMLInputElement): URL | null {
  const chips = document.querySelectorAll<HTMLAnchorElement>("#forstaaet a[data-sentence]");
  const chip = [...chips].find(
    (link) => link.dataset["param"] === box.name && link.dataset["value"]?.split(",").includes(box.value),
  );
  return chip ? new URL(chip.href) : null;
}
