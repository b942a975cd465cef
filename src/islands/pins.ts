import type { Feature, Point } from "geojson";
import type * as Leaflet from "leaflet";
import { map as texts } from "../texts/map.ts";
import { PINS_SHOWN } from "./labels.ts";
import { attachPopup, DATE, type PinHit, popupOf } from "./popups.ts";

/** One activity, several at one point, or a cluster (README, "Addresses"). */
export type PinProperties =
  PinHit | { ids: string[]; count: number; hits: PinHit[] } | { cluster: true; count: number };

export const PIN =
  '<svg viewBox="0 0 30 40" aria-hidden="true"><path d="M15 39C4 24 2 19 2 14a13 13 0 0 1 26 0c0 5-2 10-13 25Z"/><circle cx="15" cy="14" r="5"/></svg>';

export interface Pins {
  /** Shows pins in place of those before. */
  show(features: Feature<Point, PinProperties>[]): void;
  /** Ends what it does outside the map. */
  close(): void;
}

/**
 * The pins of a map. One that stays keeps its open popup and the focus; when the one with the focus goes, the nearest
 * takes it. A card and its pin light each other up. `hues`: the class of each theme's colour; one that came after the
 * page was read is grey.
 */
export function openPins(L: typeof Leaflet, leafletMap: Leaflet.Map, hues: Record<string, string>): Pins {
  const layer = L.layerGroup().addTo(leafletMap);
  let shown = new Map<string, Leaflet.Marker>();
  const ofActivity = new Map<string, HTMLElement>();
  /** What is told of in a popup stays lit. */
  let open: readonly string[] = [];
  const away = new AbortController();
  for (const event of ["mouseover", "mouseout", "focusin", "focusout"])
    document.addEventListener(event, light, { signal: away.signal });
  return { show, close: () => away.abort() };

  function show(features: Feature<Point, PinProperties>[]): void {
    const before = shown;
    const focused = [...before.values()].find((marker) => marker.getElement() === document.activeElement);
    shown = new Map();
    ofActivity.clear();
    for (const { geometry, properties } of features) {
      const [lng = 0, lat = 0] = geometry.coordinates;
      const key = JSON.stringify([lat, lng, properties]);
      const marker = before.get(key) ?? place(properties, [lat, lng]);
      before.delete(key);
      shown.set(key, marker);
      for (const id of idsOf(properties)) ofActivity.set(id, marker.getElement()!);
    }
    for (const marker of before.values()) marker.remove();
    if (focused && !leafletMap.hasLayer(focused))
      nearestTo(focused.getLatLng())?.getElement()?.focus({ preventScroll: true });
    leafletMap.fire(PINS_SHOWN);
  }

  function place(pin: PinProperties, at: Leaflet.LatLngTuple): Leaflet.Marker {
    const marker = L.marker(at, { icon: iconOf(L, pin, hues), riseOnHover: true }).addTo(layer);
    const element = marker.getElement()!;
    element.setAttribute("aria-label", nameOf(pin));
    if ("cluster" in pin)
      marker.on(
        "click keypress",
        (event) => isChoice(event) && leafletMap.setView(at, Math.min(18, leafletMap.getZoom() + 2)),
      );
    else {
      element.dataset["ids"] = idsOf(pin).join(" ");
      attachPopup(leafletMap, marker, popupOf(pin), (isOpen) => {
        open = isOpen ? idsOf(pin) : [];
        lightUp(idsOf(pin), isOpen);
      });
    }
    return marker;
  }

  function nearestTo(at: Leaflet.LatLng): Leaflet.Marker | undefined {
    const away = (marker: Leaflet.Marker) => marker.getLatLng().distanceTo(at);
    return [...shown.values()].toSorted((a, b) => away(a) - away(b))[0];
  }

  function light({ type, target }: Event): void {
    if (!(target instanceof Element)) return;
    const card = target.closest<HTMLElement>(".card[data-id]");
    const pin = target.closest<HTMLElement>(".leaflet-marker-icon[data-ids]");
    const ids = card ? [card.dataset["id"]!] : (pin?.dataset["ids"]?.split(" ") ?? []);
    lightUp(ids, type === "mouseover" || type === "focusin");
  }

  function lightUp(ids: readonly string[], on: boolean): void {
    for (const id of ids) {
      if (!on && open.includes(id)) continue;
      ofActivity.get(id)?.classList.toggle("lit", on);
      for (const card of document.querySelectorAll(`.card[data-id="${CSS.escape(id)}"]`))
        card.classList.toggle("lit", on);
    }
  }
}

function iconOf(L: typeof Leaflet, pin: PinProperties, hues: Record<string, string>): Leaflet.DivIcon {
  if ("count" in pin)
    return L.divIcon({
      className: "cluster" in pin ? "pin-cluster" : "pin-same",
      html: String(pin.count),
      iconSize: [48, 48],
      popupAnchor: [0, -16],
    });
  return L.divIcon({
    className: `pin ${hues[pin.theme] ?? ""}`,
    html: PIN,
    iconSize: [48, 48],
    iconAnchor: [24, 44],
    popupAnchor: [0, -38],
  });
}

function idsOf(pin: PinProperties): string[] {
  if ("cluster" in pin) return [];
  return "ids" in pin ? pin.ids : [pin.id];
}

function nameOf(pin: PinProperties): string {
  if ("cluster" in pin) return texts.cluster(pin.count);
  if ("ids" in pin) return texts.same(pin.count);
  return `${pin.title}, ${DATE.format(new Date(pin.next))}`;
}

function isChoice(event: Leaflet.LeafletEvent): boolean {
  const key = "originalEvent" in event ? event.originalEvent : null;
  return event.type === "click" || (key instanceof KeyboardEvent && (key.key === "Enter" || key.key === " "));
}
