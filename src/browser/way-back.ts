import { searchIn } from "../shared/way-back.ts";

/**
 * *Tilbage til søgningen*: the page knows from where one came, and leads there. With this script it is the very page of
 * before, at its place; and the way is remembered while one stays on the activity, to see a number or to ask something.
 */
const KEPT = "way-back";
const isHere = (url: string) => url !== "" && new URL(url).origin === location.origin;
const cameFromSearch = isHere(document.referrer) && searchIn(document.referrer) !== null;
const stayed = isHere(document.referrer) && new URL(document.referrer).pathname === location.pathname;

for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-back]")) {
  if (cameFromSearch) keep(link.href);
  else if (stayed) link.href = kept() ?? link.href;
  link.addEventListener("click", (event) => {
    if (!cameFromSearch || event.ctrlKey || event.metaKey || history.length < 2) return;
    event.preventDefault();
    history.back();
  });
}

function keep(href: string): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify([location.pathname, href]));
  } catch {
    // A browser that keeps nothing still leads back from the page that one came to.
  }
}

/** The way back from this activity; null: another one was opened since, or nothing is kept. */
function kept(): string | null {
  try {
    const [page, href]: string[] = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
    return page === location.pathname && href?.startsWith(location.origin) ? href : null;
  } catch {
    return null;
  }
}
