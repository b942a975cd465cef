import { paths } from "../shared/paths.ts";

/**
 * *Tilbage til søgningen*: to the very page that one came from, with its words, its filters and its place. Without this
 * script, and for who came from elsewhere, it is the board.
 */
const SEARCHES: readonly string[] = [paths.board, paths.week];
const from = document.referrer ? new URL(document.referrer) : null;
const cameFromSearch = from?.origin === location.origin && SEARCHES.includes(from.pathname);

for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-back]")) {
  if (!cameFromSearch || !from) continue;
  link.href = from.href;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || history.length < 2) return;
    event.preventDefault();
    history.back();
  });
}
