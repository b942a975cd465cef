import type { Feature, Point } from "geojson";
import type * as Leaflet from "leaflet";
import { paths } from "../shared/paths.ts";
import { map as texts } from "../texts/map.ts";

interface PinHit {
  id: string;
  slug: string;
  title: string;
  next: string;
  theme: string;
}
/** One activity, several at one point, or a cluster (README, "Addresses"). */
export type PinProperties =
  PinHit | { ids: string[]; count: number; hits: PinHit[] } | { cluster: true; count: number };

const DATE = new Intl.DateTimeFormat("da-DK", {
  timeZone: "Europe/Copenhagen",
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});
export const PIN =
  '<svg viewBox="0 0 30 40" aria-hidden="true"><path d="M15 39C4 24 2 19 2 14a13 13 0 0 1 26 0c0 5-2 10-13 25Z"/><circle cx="15" cy="14" r="5"/></svg>';

/**
 * Shows pins in place of those before; the pin that had the focus, or an open popup, keeps it. `hues`: the class of each
 * theme's colour; one that came after the page was read is grey.
 */
export function showPins(
  L: typeof Leaflet,
  leafletMap: Leaflet.Map,
  layer: Leaflet.LayerGroup,
  features: Feature<Point, PinProperties>[],
  hues: Record<string, string>,
): void {
  const focused = document.activeElement?.getAttribute("data-pin");
  const open = leafletMap.getPane("popupPane")?.querySelector("[data-pin]")?.getAttribute("data-pin");
  layer.clearLayers();
  for (const feature of features) {
    const [lng = 0, lat = 0] = feature.geometry.coordinates;
    const marker = markerOf(L, feature.properties, [lat, lng], hues);
    const key = keyOf(feature.properties, lat, lng);
    marker.addTo(layer);
    const element = marker.getElement()!;
    element.dataset["pin"] = key;
    element.setAttribute("aria-label", nameOf(feature.properties));
    if ("cluster" in feature.properties)
      marker.on(
        "click keypress",
        (event) => isChoice(event) && leafletMap.setView([lat, lng], Math.min(18, leafletMap.getZoom() + 2)),
      );
    else {
      marker.bindPopup(popupOf(feature.properties, key), {
        closeButton: true,
        autoPanPadding: [24, 24],
        maxWidth: 300,
      });
      lightWithList(element, feature.properties);
    }
    if (key === open) marker.openPopup();
    if (key === focused) element.focus({ preventScroll: true });
  }
}

function markerOf(
  L: typeof Leaflet,
  pin: PinProperties,
  at: Leaflet.LatLngTuple,
  hues: Record<string, string>,
): Leaflet.Marker {
  const many = "count" in pin;
  const icon = many
    ? L.divIcon({
        className: "cluster" in pin ? "pin-cluster" : "pin-same",
        html: String(pin.count),
        iconSize: [48, 48],
      })
    : L.divIcon({
        className: `pin ${hues[pin.theme] ?? ""}`,
        html: PIN,
        iconSize: [48, 48],
        iconAnchor: [24, 44],
        popupAnchor: [0, -38],
      });
  return L.marker(at, { icon, keyboard: true, riseOnHover: true });
}

function popupOf(pin: Exclude<PinProperties, { cluster: true }>, key: string): HTMLElement {
  const box = document.createElement("div");
  box.dataset["pin"] = key;
  const hits = "hits" in pin ? pin.hits : [pin];
  const list = document.createElement("ul");
  list.className = "pin-list";
  for (const hit of hits) {
    const link = Object.assign(document.createElement("a"), {
      href: paths.activity(hit.slug),
      textContent: hit.title,
    });
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

/** A pin lights its card in the list, and a card its pin. */
function lightWithList(pin: HTMLElement, properties: Exclude<PinProperties, { cluster: true }>): void {
  const ids = "ids" in properties ? properties.ids : [properties.id];
  const cards = ids.flatMap((id) => document.querySelector(`.card[data-id="${CSS.escape(id)}"]`) ?? []);
  const light = (on: boolean) => () => {
    pin.classList.toggle("lit", on);
    for (const card of cards) card.classList.toggle("lit", on);
  };
  for (const element of [pin, ...cards]) {
    for (const event of ["mouseenter", "focusin"]) element.addEventListener(event, light(true));
    for (const event of ["mouseleave", "focusout"]) element.addEventListener(event, light(false));
  }
}

function nameOf(pin: PinProperties): string {
  if ("cluster" in pin) return texts.cluster(pin.count);
  if ("ids" in pin) return texts.same(pin.count);
  return `${pin.title}, ${DATE.format(new Date(pin.next))}`;
}

function keyOf(pin: PinProperties, lat: number, lng: number): string {
  return "id" in pin ? pin.id : `${lat},${lng}`;
}

function isChoice(event: Leaflet.LeafletEvent): boolean {
  const key = "originalEvent" in event ? event.originalEvent : null;
  return event.type === "click" || (key instanceof KeyboardEvent && (key.key === "Enter" || key.key === " "));
}
