import type { FeatureCollection, Point } from "geojson";
import type * as Leaflet from "leaflet";
import { useEffect, useRef, useState } from "preact/hooks";
import { paths } from "../shared/paths.ts";
import type { Tiles } from "../shared/tiles.ts";
import { map as texts } from "../texts/map.ts";
import { drawBase } from "./map-base.ts";
import { openMap } from "./map.ts";
import { drawPoint, type NearPoint, pointIn, reachOf } from "./near-point.ts";
import { openPins, type PinProperties } from "./pins.ts";
import { areaOffer, withinMap } from "./popups.ts";
import { PointChoice } from "./PointChoice.tsx";

interface Props {
  tiles: Tiles | null;
  /** The class of each theme's colour, by its slug. */
  hues: Record<string, string>;
}

const ALL_OF_AARHUS: Leaflet.LatLngBoundsLiteral = [
  [56.03, 9.99],
  [56.29, 10.33],
];
const STRUCK = ["boks", "zoom", "side", "sort"];
/** Of a search that is to be no longer where it was. */
const ANYWHERE = { boks: null, zoom: null, naer: null, radius: null };

/** The map of the results. The list beside it is its text alternative. */
export default function SearchMap({ tiles, hues }: Props) {
  const box = useRef<HTMLElement>(null);
  const [moved, setMoved] = useState(false);
  const [status, setStatus] = useState("");
  const [opened, setOpened] = useState<Leaflet.Map | null>(null);
  const [point, setPoint] = useState<NearPoint | null>(null);
  const searchHere = useRef<() => void>(() => {});

  useEffect(() => {
    let gone = false;
    const undo: (() => void)[] = [];
    void start().then((stop) => (gone ? stop() : undo.push(stop)));
    return () => {
      gone = true;
      for (const one of undo) one();
    };

    async function start(): Promise<() => void> {
      const { L, leafletMap } = await openMap(box.current!, tiles, ALL_OF_AARHUS);
      const base = drawBase(L, leafletMap, ({ slug, name }, at) => {
        const wishes = { ...ANYWHERE, omraade: slug };
        const offer = areaOffer(name, addressWith(query, wishes), () => {
          leafletMap.closePopup();
          wish(wishes);
        });
        L.popup(withinMap(leafletMap)).setLatLng(at).setContent(offer).openOn(leafletMap);
      });
      const near = L.layerGroup().addTo(leafletMap);
      const pins = openPins(L, leafletMap, hues);
      // What the page shows by now: a search may have been made before the map was seen.
      let query = location.search;
      let byHand = false;
      let asked = 0;

      async function load(fit: boolean): Promise<void> {
        const mine = ++asked;
        const params = new URLSearchParams(query);
        for (const name of STRUCK) params.delete(name);
        params.set("zoom", String(Math.round(leafletMap.getZoom())));
        if (!fit) params.set("boks", boxOf(leafletMap.getBounds().pad(0.2)));
        const answer = await fetch(`${paths.api.pins}?${params}`).catch(() => null);
        if (mine !== asked || gone) return;
        if (!answer?.ok) return setStatus(texts.failed);
        const found: FeatureCollection<Point, PinProperties> = await answer.json();
        const count = found.features.reduce(
          (sum, feature) => sum + ("count" in feature.properties ? feature.properties.count : 1),
          0,
        );
        const from = pointIn(params);
        setStatus(from ? texts.near(count, from.km) : texts.shown(count));
        if (fit && found.features.length) {
          byHand = false;
          const bounds = L.latLngBounds(
            found.features.map((feature) => [feature.geometry.coordinates[1]!, feature.geometry.coordinates[0]!]),
          );
          leafletMap.fitBounds(bounds, { maxZoom: tiles ? 14 : 12, padding: [28, 28], animate: false });
        }
        pins.show(found.features);
        void base.then(({ mark }) => mark(params.getAll("omraade").flatMap((value) => value.split(","))));
      }

      /** Shows the point that the search starts from, if any, and all that it reaches. */
      function showPoint(): NearPoint | null {
        const from = pointIn(new URLSearchParams(query));
        setPoint(from);
        drawPoint(L, near, from);
        byHand = false;
        if (from) leafletMap.fitBounds(reachOf(L, from), { padding: [12, 12], animate: false });
        byHand = true;
        return from;
      }

      const onSearched = (event: CustomEvent<string>) => {
        query = event.detail;
        setMoved(false);
        void load(!showPoint() && !new URLSearchParams(query).has("boks"));
      };
      const onMoveEnd = () => {
        void load(false);
        if (byHand) setMoved(true);
        byHand = true;
      };
      searchHere.current = () => {
        setMoved(false);
        wish({ ...ANYWHERE, boks: boxOf(leafletMap.getBounds()) });
      };

      document.addEventListener("board:searched", onSearched);
      const boks = new URLSearchParams(query).get("boks")?.split(",").map(Number);
      if (boks?.length === 4 && boks.every(Number.isFinite)) {
        const [south, west, north, east] = boks as [number, number, number, number];
        leafletMap.fitBounds(
          [
            [south, west],
            [north, east],
          ],
          { animate: false },
        );
        await load(false);
      } else {
        await load(!showPoint());
      }
      byHand = true;
      setOpened(leafletMap);
      leafletMap.on("moveend", onMoveEnd);
      leafletMap.on("autopanstart", () => (byHand = false));
      const resize = new ResizeObserver(() => leafletMap.invalidateSize({ pan: false }));
      resize.observe(box.current!);
      return () => {
        resize.disconnect();
        pins.close();
        document.removeEventListener("board:searched", onSearched);
        leafletMap.remove();
      };
    }
  }, []);

  return (
    <div class="map-frame">
      <section ref={box} class="map-box" aria-label={texts.label} />
      <button type="button" class="button small search-here" hidden={!moved} onClick={() => searchHere.current()}>
        {texts.searchHere}
      </button>
      {opened && <PointChoice leafletMap={opened} point={point} wish={wish} tell={setStatus} />}
      <p class="visually-hidden" role="status">
        {status}
      </p>
    </div>
  );
}

/** The address of a search with other wishes: null takes one away. */
function addressWith(query: string, wishes: Record<string, string | null>): string {
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(wishes)) {
    params.delete(name);
    if (value !== null) params.set(name, value);
  }
  params.delete("side");
  return `${paths.board}?${params}`;
}

function wish(wishes: Record<string, string | null>): void {
  document.dispatchEvent(new CustomEvent("board:wish", { detail: wishes }));
}

function boxOf(bounds: Leaflet.LatLngBounds): string {
  return [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()]
    .map((degrees) => degrees.toFixed(4))
    .join(",");
}
