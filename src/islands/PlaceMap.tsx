import { useEffect, useRef } from "preact/hooks";
import type { Tiles } from "../shared/tiles.ts";
import { map as texts } from "../texts/map.ts";
import { drawBase } from "./map-base.ts";
import { openMap } from "./map.ts";
import { PIN } from "./pins.ts";

interface Props {
  lat: number;
  lng: number;
  label: string;
  /** The class of its theme's colour. */
  hue: string | null;
  /** Only about there: a circle of 500 m instead of a pin. */
  approximate: boolean;
  tiles: Tiles | null;
}

/** Degrees of latitude that are seen to the north and to the south: of streets little, of coast and areas more. */
const STREETS_AROUND = 0.012;
const COAST_AROUND = 0.035;

/** The small map of one place. The address beside it is its text alternative. */
export default function PlaceMap({ lat, lng, label, hue, approximate, tiles }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    let close = () => {};
    const around = tiles ? STREETS_AROUND : COAST_AROUND;
    void openMap(box.current!, tiles, [
      [lat - around, lng - 1.8 * around],
      [lat + around, lng + 1.8 * around],
    ]).then(async ({ L, leafletMap }) => {
      close = () => leafletMap.remove();
      leafletMap.scrollWheelZoom.disable();
      if (approximate) L.circle([lat, lng], { radius: 500, className: "about-here" }).addTo(leafletMap);
      else
        L.marker([lat, lng], {
          icon: L.divIcon({
            className: ["pin", hue].filter(Boolean).join(" "),
            html: PIN,
            iconSize: [48, 48],
            iconAnchor: [24, 44],
          }),
          interactive: false,
          keyboard: false,
        }).addTo(leafletMap);
      await drawBase(L, leafletMap);
    });
    return () => close();
  }, []);
  return <section ref={box} class="map-box" aria-label={texts.pinLabel(label)} />;
}
