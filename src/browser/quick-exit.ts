/**
 * *Forlad siden*: clears what is seen and puts a neutral page in its place, so that *back* does not show it. Also
 * Escape three times.
 */
const TIMES = 3;
const WITHIN_MS = 2000;
const link = document.querySelector<HTMLAnchorElement>("#forlad")!;
let presses: number[] = [];

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.repeat) return;
  presses = [...presses.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
  if (presses.length >= TIMES) leave();
});

function leave(): void {
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  document.title = link.hostname;
  location.replace(link.href);
}
