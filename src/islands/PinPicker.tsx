import type * as Leaflet from "leaflet";
import { useEffect, useRef } from "preact/hooks";
import { contact } from "../texts/contact.ts";
import type { Tiles } from "../shared/tiles.ts";
import { pinTexts as texts } from "../texts/pin.ts";
import { drawBase } from "./map-base.ts";
import { openMap } from "./map.ts";
import { PIN } from "./pins.ts";
import { Degrees } from "./Degrees.tsx";

interface Props {
  /** What stands in the two fields. */
  lat: string;
  lng: string;
  errors: { lat?: string | undefined; lng?: string | undefined };
  /** The middle of each postcode: where the pin stands until somebody moves it. */
  centres: Record<string, [lat: number, lng: number]>;
  /** The id of the field with the postcode. */
  postcodeField: string;
  tiles: Tiles | null;
}

const AARHUS: [number, number] = [56.1572, 10.2107];
/** Degrees that an arrow key moves the pin: about 30 m; with Shift ten times as far. */
const STEP = 0.0003;

/** The point of a place: two fields, and a map on which the pin is dragged, clicked or moved by the arrow keys. */
export default function PinPicker({ lat, lng, errors, centres, postcodeField, tiles }: Props) {
  const box = useRef<HTMLElement>(null);
  const latField = useRef<HTMLInputElement>(null);
  const lngField = useRef<HTMLInputElement>(null);
  const told = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    let close = () => {};
    let isGone = false;
    const postcode = document.querySelector<HTMLSelectElement>(`#${postcodeField}`);
    const fields = { lat: latField.current!, lng: lngField.current! };
    const start = pointIn(fields) ?? centres[postcode?.value ?? ""] ?? AARHUS;
    void openMap(box.current!, tiles, [
      [start[0] - 0.02, start[1] - 0.035],
      [start[0] + 0.02, start[1] + 0.035],
    ]).then(async ({ L, leafletMap }) => {
      if (isGone) {
        leafletMap.remove();
        return;
      }
      close = followPin(L, leafletMap, start, {
        fields,
        postcode,
        centres,
        moved: () => (told.current!.textContent = texts.moved),
      });
      await drawBase(L, leafletMap);
    });
    return () => {
      isGone = true;
      close();
    };
  }, []);

  return (
    <div class="pin-picker">
      <p class="small soft scripted">{contact.pinHelp}</p>
      <section ref={box} class="map-box scripted" aria-label={texts.map} />
      <p ref={told} class="visually-hidden" role="status" />
      <div class="row-fields">
        <Degrees name="lat" label={contact.lat} value={lat} error={errors.lat} field={latField} />
        <Degrees name="lng" label={contact.lng} value={lng} error={errors.lng} field={lngField} />
      </div>
    </div>
  );
}

interface Around {
  fields: { lat: HTMLInputElement; lng: HTMLInputElement };
  postcode: HTMLSelectElement | null;
  centres: Props["centres"];
  moved(): void;
}

/** Sets the pin, and keeps pin, fields and postcode in step. Answers how to take it all away. */
function followPin(
  L: typeof Leaflet,
  leafletMap: Leaflet.Map,
  start: [number, number],
  { fields, postcode, centres, moved }: Around,
): () => void {
  const icon = L.divIcon({ className: "pin t-motion", html: PIN, iconSize: [48, 48], iconAnchor: [24, 44] });
  const pin = L.marker(start, { icon, draggable: true, keyboard: true, autoPan: true }).addTo(leafletMap);
  const element = pin.getElement()!;
  element.setAttribute("aria-label", texts.pin);
  const away = new AbortController();
  const on = (target: EventTarget | null, event: string, deed: (event: Event) => void) =>
    target?.addEventListener(event, deed, { signal: away.signal });

  const choose = (at: Leaflet.LatLng) => {
    pin.setLatLng(at);
    fields.lat.value = at.lat.toFixed(5);
    fields.lng.value = at.lng.toFixed(5);
    moved();
  };
  const show = (at: [number, number]) => {
    pin.setLatLng(at);
    leafletMap.panTo(at);
  };

  pin.on("dragend", () => choose(pin.getLatLng()));
  leafletMap.on("click", (event) => choose(event.latlng));
  on(element, "keydown", (event) => {
    const at = event instanceof KeyboardEvent && stepped(pin.getLatLng(), event);
    if (!at) return;
    event.preventDefault();
    event.stopPropagation();
    choose(L.latLng(at));
    leafletMap.panInside(at, { padding: [60, 60] });
  });
  for (const field of [fields.lat, fields.lng]) {
    on(field, "change", () => {
      const at = pointIn(fields);
      if (at) show(at);
    });
  }
  on(postcode, "change", () => {
    const centre = centres[postcode!.value];
    if (!centre) return;
    fields.lat.value = "";
    fields.lng.value = "";
    show(centre);
  });
  return () => {
    away.abort();
    leafletMap.remove();
  };
}

function stepped({ lat, lng }: Leaflet.LatLng, { key, shiftKey }: KeyboardEvent): [number, number] | null {
  const step = shiftKey ? STEP * 10 : STEP;
  if (key === "ArrowUp") return [lat + step, lng];
  if (key === "ArrowDown") return [lat - step, lng];
  if (key === "ArrowLeft") return [lat, lng - step * 1.8];
  return key === "ArrowRight" ? [lat, lng + step * 1.8] : null;
}

function pointIn({ lat, lng }: Around["fields"]): [number, number] | null {
  const [a, b] = [lat, lng].map((field) =>
    field.value.trim() === "" ? Number.NaN : Number(field.value.replace(",", ".")),
  );
  return Number.isFinite(a) && Number.isFinite(b) ? [a!, b!] : null;
}
