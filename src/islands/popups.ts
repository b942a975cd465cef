import type * as Leaflet from "leaflet";
import { paths } from "../shared/paths.ts";
import { map as texts } from "../texts/map.ts";

export interface PinHit {
  id: string;
  slug: string;
  title: string;
  next: string;
  theme: string;
}

export const DATE = new Intl.DateTimeFormat("da-DK", {
  timeZone: "Europe/Copenhagen",
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});
/** Pixels between a popup and the edge of the map. */
const EDGE = 12;
/** Beside the words of a popup, for its edge and the button that closes it (map.css). */
const BESIDE = 60;
const WIDEST = 340;
/** Less, and a name and a day are broken into too many lines. */
const LEAST = 220;
/** A map that is no wider shows popups as wide as itself. */
const NARROW = 400;
const FIRST = "a, button";

/** Keeps a popup within the map. */
export function withinMap(leafletMap: Leaflet.Map): Leaflet.PopupOptions {
  return { maxWidth: Math.min(WIDEST, roomIn(leafletMap)), minWidth: 0, autoPanPadding: [EDGE, EDGE] };
}

/** Within the map, and on a phone as wide as that is. */
function asWideAs(leafletMap: Leaflet.Map): Leaflet.PopupOptions {
  const room = roomIn(leafletMap);
  return { ...withinMap(leafletMap), minWidth: LEAST, ...(room < NARROW && { maxWidth: room, minWidth: room }) };
}

function roomIn(leafletMap: Leaflet.Map): number {
  return leafletMap.getSize().x - 2 * EDGE - BESIDE;
}

/**
 * Opens a popup from its pin: by a tap, or with Enter, which leads into it. `changed` is told when it opens and when it
 * closes.
 */
export function attachPopup(
  leafletMap: Leaflet.Map,
  marker: Leaflet.Marker,
  content: HTMLElement,
  changed: (isOpen: boolean) => void,
): void {
  marker.bindPopup(content, asWideAs(leafletMap));
  marker.on("popupopen", () => changed(true));
  marker.on("popupclose", () => changed(false));
  marker.getElement()!.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault(); // else Leaflet opens it as well, and with that closes it
    marker.openPopup();
    content.querySelector<HTMLElement>(FIRST)?.focus({ preventScroll: true });
  });
}

/** Says in Danish what Leaflet says in English, and lets Escape close a popup and lead back to its pin. */
export function tendPopups(leafletMap: Leaflet.Map): void {
  let from: HTMLElement | undefined;
  leafletMap.on("popupopen", ({ popup }) => {
    const pin = document.activeElement;
    from = pin instanceof HTMLElement && pin.matches(".leaflet-marker-icon") ? pin : undefined;
    popup.getElement()?.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", texts.close);
  });
  leafletMap.getContainer().addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !leafletMap.getPane("popupPane")?.childElementCount) return;
    event.stopPropagation();
    leafletMap.closePopup();
    if (from?.isConnected) from.focus({ preventScroll: true });
    else leafletMap.getContainer().focus({ preventScroll: true });
  });
}

/** The activities at a pin, each a link. */
export function popupOf(pin: PinHit | { count: number; hits: PinHit[] }): HTMLElement {
  const box = document.createElement("div");
  const hits = "hits" in pin ? pin.hits : [pin];
  const list = document.createElement("ul");
  list.className = "pin-list";
  for (const hit of hits) {
    const link = Object.assign(document.createElement("a"), { href: paths.activity(hit.slug), textContent: hit.title });
    const when = Object.assign(document.createElement("span"), { textContent: DATE.format(new Date(hit.next)) });
    const item = document.createElement("li");
    item.append(link, when);
    list.append(item);
  }
  box.append(list);
  if ("count" in pin && pin.count > hits.length)
    box.append(Object.assign(document.createElement("p"), { textContent: texts.more(pin.count - hits.length) }));
  return box;
}

/** What a tap on an area offers: the hits there alone. A link, which a page with live results follows by itself. */
export function areaOffer(name: string, href: string, choose: () => void): HTMLElement {
  const box = Object.assign(document.createElement("div"), { className: "area-offer" });
  const link = Object.assign(document.createElement("a"), {
    href,
    className: "button small",
    textContent: texts.onlyArea(name),
  });
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose();
  });
  box.append(link);
  return box;
}
