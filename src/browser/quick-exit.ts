/**
 * *Forlad siden*: clears what is seen and puts a neutral page in its place, so that *back* does not show it. Also
 * Escape three times.
 */
const TIMES = 3;
const WITHIN_MS = 2000;
let presses: number[] = [];

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || !event.target.closest("#forlad")) return;
  event.preventDefault();
  leave();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.repeat) return;
  presses = [...presses.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
  if (presses.length >= TIMES) leave();
});

function leave(): void {
  const link = document.querySelector<HTMLAnchorElement>("#forlad");
  if (!link) return;
  const { hostname, href } = link;
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  document.title = hostname;
  location.replace(href);
}

export {};
