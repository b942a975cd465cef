import { meantBy } from "./events.ts";
import { paths } from "../shared/paths.ts";

/**
 * After three searches without opening anything *Få hjælp* speaks up, once. Counted in this tab's session storage only.
 */
const COUNT = "searches";
const SAID = "spoke-up";
const ENOUGH = 3;

const box = document.querySelector<HTMLElement>("#raek-ud");
const memory = readMemory();

if (box && memory) {
  box.querySelector("button")?.addEventListener("click", () => (box.hidden = true));
  document.addEventListener("board:searched", count);
  document.addEventListener("click", (event) => {
    if (meantBy(event, `a[href^='${paths.activity("")}']`)) memory.removeItem(COUNT);
  });
  if (location.search) count();
}

function count(): void {
  const searches = Number(memory!.getItem(COUNT) ?? 0) + 1;
  memory!.setItem(COUNT, String(searches));
  if (searches < ENOUGH || memory!.getItem(SAID)) return;
  memory!.setItem(SAID, "1");
  const third = document.querySelectorAll("#resultater .cards > .card")[2];
  if (third) {
    const item = document.createElement("li");
    item.append(box!);
    third.after(item);
  } else document.querySelector("#resultater")?.append(box!);
  box!.hidden = false;
}

/** Null where the browser lets nobody store. */
function readMemory(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
