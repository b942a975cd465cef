import type * as Leaflet from "leaflet";

/** Pixels from the corner of the map. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Label {
  label: HTMLElement;
  at: Leaflet.LatLng;
  /** What it names: too small on the map for its name, it has none. */
  of: Leaflet.LatLngBounds;
}

/** Said to a map when other pins stand on it. */
export const PINS_SHOWN = "pinsshown";
/** Pixels between a name and what stands beside it. */
const APART = 6;
const IN_THE_WAY = ".leaflet-marker-pane .leaflet-marker-icon, .leaflet-control";
/** How wide what is named must be at least, of the width of its name. */
const FITS = 0.6;
/** Where a name may stand from its point, in its own heights: there, below, above, farther below and above. */
const PLACES = [0, 1.2, -1.2, 2.2, -2.2];

/**
 * Where each name stands: how far below its point, or null where it would cover what is in the way or a name before it.
 * Names are of the size of their rectangles, amid which their points lie.
 */
export function placeNames(names: readonly Rect[], inTheWay: readonly Rect[]): (number | null)[] {
  const taken = [...inTheWay];
  return names.map((name) => {
    const below = PLACES.map((heights) => heights * name.height).find((down) => {
      const there = { ...name, top: name.top + down };
      return !taken.some((other) => overlap(there, other));
    });
    if (below === undefined) return null;
    taken.push({ ...name, top: name.top + below });
    return below;
  });
}

/** Shows the names of areas that there is room for between the pins, whole, whenever the map or its pins are others. */
export function keepLabelsApart(leafletMap: Leaflet.Map, labels: readonly Label[]): void {
  const box = leafletMap.getContainer();
  const sizes = labels.map(({ label }) => ({ width: label.offsetWidth, height: label.offsetHeight }));
  const arrange = () => {
    const corner = box.getBoundingClientRect();
    const taken = [...box.querySelectorAll(IN_THE_WAY)].map((pin) => {
      const { left, top, width, height } = pin.getBoundingClientRect();
      return { left: left - corner.left, top: top - corner.top, width, height };
    });
    for (const { label } of labels) label.hidden = true;
    const named = labels.flatMap(({ label, at, of }, i) => {
      const { x, y } = leafletMap.latLngToContainerPoint(at);
      const { width, height } = sizes[i]!;
      const room =
        leafletMap.latLngToContainerPoint(of.getNorthEast()).x - leafletMap.latLngToContainerPoint(of.getSouthWest()).x;
      const rect = { left: x - width / 2, top: y - height / 2, width, height };
      const isCut = rect.left < 0 || rect.left + width > corner.width;
      return isCut || room < width * FITS ? [] : [{ label, rect }];
    });
    const places = placeNames(
      named.map(({ rect }) => rect),
      taken,
    );
    for (const [i, { label }] of named.entries()) {
      const below = places[i] ?? null;
      label.hidden = below === null;
      label.style.setProperty("--below", `${below ?? 0}px`);
    }
  };
  leafletMap.on(`moveend ${PINS_SHOWN}`, arrange);
  arrange();
}

function overlap(a: Rect, b: Rect): boolean {
  return (
    a.left < b.left + b.width + APART &&
    b.left < a.left + a.width + APART &&
    a.top < b.top + b.height + APART / 3 &&
    b.top < a.top + a.height + APART / 3
  );
}
