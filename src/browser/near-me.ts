import { meantBy } from "./events.ts";
import { live } from "../texts/live.ts";

/**
 * *Nær mig*: asks for the place only on a click, rounds it to about 100 m, and keeps it nowhere but in the address of
 * this search.
 */
function show(): void {
  if (!("geolocation" in navigator)) return;
  for (const part of document.querySelectorAll<HTMLElement>("[data-near]")) part.hidden = false;
}

document.addEventListener("click", (event) => {
  const door = meantBy<HTMLAnchorElement>(event, "a[data-near]");
  if (door && "geolocation" in navigator) return throughDoor(event, door);
  const button = meantBy<HTMLButtonElement>(event, "button[data-near]");
  if (!button) return;
  button.disabled = true;
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      button.disabled = false;
      const naer = roundedPlace(coords);
      document.dispatchEvent(new CustomEvent("board:wish", { detail: { naer, zoom: null, boks: null } }));
    },
    () => {
      button.disabled = false;
      const text = document.querySelector<HTMLElement>("p[data-near]");
      if (text) text.textContent = live.nearFailed;
      text?.setAttribute("role", "alert");
    },
    { maximumAge: 300_000, timeout: 15_000 },
  );
});
/** A link that leads near: without the place it asks for one. */
function throughDoor(event: Event, door: HTMLAnchorElement): void {
  event.preventDefault();
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => location.assign(`${door.href}&naer=${roundedPlace(coords)}`),
    () => location.assign(`${door.href}&q=${encodeURIComponent(live.nearMe)}`),
    { maximumAge: 300_000, timeout: 8_000 },
  );
}

function roundedPlace({ latitude, longitude }: GeolocationCoordinates): string {
  return `${latitude.toFixed(3)},${longitude.toFixed(3)}`;
}
document.addEventListener("board:searched", show);
show();
