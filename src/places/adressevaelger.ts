import type { LatLng } from "#src/shared/point.ts";
import type { Geocoder } from "./geocoder.ts";
import { pointOfUtm } from "./utm.ts";
import { recordOf } from "../shared/record.ts";

const SITE = "https://adressevaelger.dk";
const MOST_MS = 3000;
const MOST_HITS = 5;

/** Asks for JSON; null when there is no usable answer. */
export type AskJson = (url: URL) => Promise<unknown>;

/**
 * Finds addresses at Adressevælger (Klimadatastyrelsen, DAWA's successor): one search for a house number in a postcode,
 * one look-up of its point (EPSG:25832). Any failure finds nothing.
 */
export function adressevaelger(token: string, ask: AskJson = askJson): Geocoder {
  const at = (path: string, params: Record<string, string>) =>
    new URL(`${path}?${new URLSearchParams({ ...params, token })}`, SITE);
  return {
    async find(address, postcode) {
      if (!/\d/.test(address) || !/^\d{4}$/.test(postcode)) return null;
      try {
        const found = await ask(
          at("/husnumre/soeg", { tekst: `${address}, ${postcode}`, postnummer: postcode, maksimum: String(MOST_HITS) }),
        );
        const id = houseId(found, postcode);
        return id ? pointOf(await ask(at(`/husnumre/${id}`, {}))) : null;
      } catch {
        return null;
      }
    },
  };
}

async function askJson(url: URL): Promise<unknown> {
  const answer = await fetch(url, {
    signal: AbortSignal.timeout(MOST_MS),
    headers: { accept: "application/json" },
    redirect: "error",
  });
  return answer.ok ? answer.json() : null;
}

/** The first hit that is one house in that postcode. Hits stand in a list, or in an object that holds one. */
function houseId(found: unknown, postcode: string): string | null {
  const hits = Array.isArray(found) ? found : Object.values(recordOf(found)).find(Array.isArray);
  for (const hit of hits ?? []) {
    const { type, id, titel } = recordOf(hit);
    if (
      type === "husnummer" &&
      typeof id === "string" &&
      /^[0-9a-f-]{36}$/i.test(id) &&
      String(titel).includes(postcode)
    )
      return id;
  }
  return null;
}

/** The point of the access: `husnummer.adgangspunkt.geometri.coordinates`, metres east and north. */
function pointOf(answer: unknown): LatLng | null {
  const { husnummer, adresse } = recordOf(answer);
  const house = recordOf(husnummer ?? recordOf(adresse)["husnummer"] ?? answer);
  const point = recordOf(house["adgangspunkt"]);
  const { x, y } = recordOf(point["koordinater"]);
  const coordinates = recordOf(point["geometri"])["coordinates"];
  const [easting, northing] = (Array.isArray(coordinates) ? coordinates : [x, y]).map(Number);
  if (easting === undefined || northing === undefined || !isInDenmark(easting, northing)) return null;
  return pointOfUtm(easting, northing);
}

function isInDenmark(easting: number, northing: number): boolean {
  return easting > 400_000 && easting < 900_000 && northing > 6_000_000 && northing < 6_500_000;
}
