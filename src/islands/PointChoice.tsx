import type * as Leaflet from "leaflet";
import { useEffect, useRef, useState } from "preact/hooks";
import { map as texts } from "../texts/map.ts";
import { type NearPoint, wishesFrom } from "./near-point.ts";

interface Props {
  leafletMap: Leaflet.Map;
  /** What the search starts from now. */
  point: NearPoint | null;
  /** Asks for the wishes of a search; null takes one away. */
  wish(wishes: Record<string, string | null>): void;
  /** Says it to who cannot see the map. */
  tell(text: string): void;
}

/**
 * Chooses the point that a search starts from: by a click on the map, or as the map's middle with Enter. Escape leaves
 * it as it was.
 */
export function PointChoice({ leafletMap, point, wish, tell }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isChoosing, setChoosing] = useState(false);

  const leave = () => setChoosing(false);
  const choose = (at: Leaflet.LatLng) => {
    leave();
    wish(wishesFrom(at, leafletMap, point));
  };

  useEffect(() => {
    if (!isChoosing) return;
    const box = leafletMap.getContainer();
    const onClick = ({ latlng }: Leaflet.LeafletMouseEvent) => choose(latlng);
    const onKey = (event: KeyboardEvent) => {
      const isMiddle = event.key === "Enter" && event.target === box;
      if (!isMiddle && event.key !== "Escape") return;
      event.stopPropagation();
      if (isMiddle) choose(leafletMap.getCenter());
      else {
        leave();
        tell(texts.noPoint);
      }
    };
    leafletMap.closePopup();
    leafletMap.on("click", onClick);
    document.addEventListener("keydown", onKey, true);
    box.classList.add("choosing");
    box.focus({ preventScroll: true });
    tell(texts.choosing);
    return () => {
      leafletMap.off("click", onClick);
      document.removeEventListener("keydown", onKey, true);
      box.classList.remove("choosing");
      button.current?.focus({ preventScroll: true });
    };
  }, [isChoosing]);

  return (
    <div class="point-choice">
      {isChoosing && <p class="small">{texts.choosing}</p>}
      {isChoosing && (
        <button type="button" class="button small" onClick={() => choose(leafletMap.getCenter())}>
          {texts.useMiddle}
        </button>
      )}
      <button ref={button} type="button" class="button quiet small" onClick={() => setChoosing(!isChoosing)}>
        {isChoosing ? texts.noChoice : texts.choosePoint}
      </button>
      {point && !isChoosing && (
        <button type="button" class="button quiet small" onClick={() => removePoint()}>
          {texts.removePoint}
        </button>
      )}
    </div>
  );

  function removePoint(): void {
    button.current?.focus({ preventScroll: true });
    wish({ naer: null, radius: null, zoom: null });
  }
}
