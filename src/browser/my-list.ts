import { meantBy } from "./events.ts";
import { paths } from "../shared/paths.ts";
import { myList } from "../texts/my-list.ts";
import { isRecord } from "../shared/record.ts";

/** *Min liste*: kept in this browser only. Nothing is sent before somebody shares it. */
interface Kept {
  id: string;
  slug: string;
  title: string;
  line: string;
}

const KEY = "min-liste";
const MOST = 20;
const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

document.addEventListener("change", (event) => {
  const box = meantBy<HTMLInputElement>(event, ".pick input");
  if (!box) return;
  const kept = keptOf(box);
  if (kept) put(kept, box.checked);
});

document.addEventListener("click", (event) => {
  const button = meantBy<HTMLButtonElement>(event, "[data-keep], [data-drop], [data-clear]");
  if (!button) return;
  const { keep, drop, slug = "", title = "", line = "" } = button.dataset;
  if (keep) put({ id: keep, slug, title, line }, !has(keep));
  else if (drop) put({ id: drop, slug, title, line }, false);
  else write([]);
  if (!keep) document.querySelector<HTMLElement>("#min-liste")?.focus();
});

/** A list of what is ticked holds what was ticked in other searches as well. */
document.addEventListener("submit", (event) => {
  const form = meantBy<HTMLFormElement>(event, "#peg");
  if (!form) return;
  form.querySelectorAll("[data-elsewhere]").forEach((field) => field.remove());
  const here = [...document.querySelectorAll<HTMLInputElement>(".pick input")].map(({ value }) => value);
  form.append(
    ...read()
      .filter(({ id }) => !here.includes(id))
      .map(({ id }) => fieldOf(id, { elsewhere: "" })),
  );
});

document.addEventListener("board:searched", show);
window.addEventListener("storage", show);
window.addEventListener("pageshow", show);
show();

function put(kept: Kept, on: boolean): void {
  const others = read().filter(({ id }) => id !== kept.id);
  write(on ? [...others, kept].slice(-MOST) : others);
  status.textContent = on ? myList.added(kept.title) : myList.removed(kept.title);
}

function has(id: string): boolean {
  return read().some((kept) => kept.id === id);
}

/** Everything on the page that knows the list. */
function show(): void {
  const list = read();
  for (const link of document.querySelectorAll<HTMLElement>("[data-my-list]")) {
    link.hidden = list.length === 0;
    link.textContent = myList.count(list.length);
  }
  for (const box of document.querySelectorAll<HTMLInputElement>(".pick input"))
    box.checked = list.some(({ id }) => id === box.value);
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-keep]")) {
    const on = list.some(({ id }) => id === button.dataset["keep"]);
    button.hidden = false;
    button.setAttribute("aria-pressed", String(on));
    const label = button.querySelector("span");
    if (label) label.textContent = on ? myList.kept : myList.keep;
  }
  const page = document.querySelector<HTMLElement>("#min-liste");
  if (page) showPage(page, list);
}

/** The page of the list itself. */
function showPage(page: HTMLElement, list: Kept[]): void {
  const row = page.querySelector<HTMLTemplateElement>("template")!;
  const rows = page.querySelector("ol")!;
  rows.replaceChildren(...list.map((kept) => rowOf(row, kept)));
  rows.hidden = list.length === 0;
  page.querySelector<HTMLElement>("[data-empty]")!.hidden = list.length > 0;
  page.querySelector<HTMLElement>("form")!.hidden = list.length === 0;
  page.querySelector("[data-ids]")!.replaceChildren(...list.map(({ id }) => fieldOf(id)));
}

function fieldOf(id: string, marks: Record<string, string> = {}): HTMLInputElement {
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "aktivitet", value: id });
  Object.assign(field.dataset, marks);
  return field;
}

function rowOf(template: HTMLTemplateElement, kept: Kept): Node {
  const row = document.importNode(template.content, true);
  const link = row.querySelector("a")!;
  link.href = paths.activity(encodeURIComponent(kept.slug));
  link.textContent = kept.title;
  row.querySelector("p")!.textContent = kept.line;
  const button = row.querySelector("button")!;
  Object.assign(button.dataset, { drop: kept.id, slug: kept.slug, title: kept.title });
  button.setAttribute("aria-label", `${myList.remove}: ${kept.title}`);
  return row;
}

function keptOf(box: HTMLInputElement): Kept | null {
  const card = box.closest(".card");
  const link = card?.querySelector<HTMLAnchorElement>(".name a");
  if (!card || !link) return null;
  return {
    id: box.value,
    slug: decodeURIComponent(link.pathname.split("/").at(-1) ?? ""),
    title: link.textContent ?? "",
    line: box.dataset["line"] ?? "",
  };
}

/** What is stored; anything that is not a list of ours counts as none. */
function read(): Kept[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isKept).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function write(list: Kept[]): void {
  try {
    if (list.length > 0) localStorage.setItem(KEY, JSON.stringify(list));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing still lets one tick and share.
    return;
  }
  show();
}

function isKept(value: unknown): value is Kept {
  return isRecord(value) && ["id", "slug", "title", "line"].every((name) => typeof value[name] === "string");
}
