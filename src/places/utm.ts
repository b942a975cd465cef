import type { LatLng } from "#src/shared/point.ts";

/** GRS80, the ellipsoid of ETRS89 (within a metre of WGS84). */
const RADIUS = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const SCALE = 0.9996;
const FALSE_EASTING = 500_000;

// The Krüger series to the sixth order: Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy
// 85 (2011), equations 14, 36 and 8-11.
const n = FLATTENING / (2 - FLATTENING);
const RECTIFYING = (RADIUS / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256);
const BETA = [
  n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96 - n ** 4 / 360 - (81 * n ** 5) / 512 + (96_199 * n ** 6) / 604_800,
  n ** 2 / 48 + n ** 3 / 15 - (437 * n ** 4) / 1440 + (46 * n ** 5) / 105 - (1_118_711 * n ** 6) / 3_870_720,
  (17 * n ** 3) / 480 - (37 * n ** 4) / 840 - (209 * n ** 5) / 4480 + (5569 * n ** 6) / 90_720,
  (4397 * n ** 4) / 161_280 - (11 * n ** 5) / 504 - (830_251 * n ** 6) / 7_257_600,
  (4583 * n ** 5) / 161_280 - (108_847 * n ** 6) / 3_991_680,
  (20_648_693 * n ** 6) / 638_668_800,
];
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));

/** The point (WGS84 degrees) of metres east and north in a UTM zone of the northern half; EPSG:25832 is zone 32. */
export function pointOfUtm(easting: number, northing: number, zone = 32): LatLng {
  const xi = northing / (SCALE * RECTIFYING);
  const eta = (easting - FALSE_EASTING) / (SCALE * RECTIFYING);
  let xi0 = xi;
  let eta0 = eta;
  BETA.forEach((beta, i) => {
    const k = 2 * (i + 1);
    xi0 -= beta * Math.sin(k * xi) * Math.cosh(k * eta);
    eta0 -= beta * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  const tauOfSphere = Math.sin(xi0) / Math.hypot(Math.sinh(eta0), Math.cos(xi0));
  const lambda = Math.atan2(Math.sinh(eta0), Math.cos(xi0));
  return { lat: degrees(Math.atan(tauOfEllipsoid(tauOfSphere))), lng: degrees(lambda) + zone * 6 - 183 };
}

/** Newton's method (Karney 2011, equations 19-21): three steps are enough for double precision. */
function tauOfEllipsoid(wanted: number): number {
  let tau = wanted / (1 - ECCENTRICITY ** 2);
  for (let i = 0; i < 4; i++) {
    const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tau) / Math.hypot(1, tau)));
    const found = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    const step =
      ((wanted - found) / Math.hypot(1, found)) *
      ((1 + (1 - ECCENTRICITY ** 2) * tau ** 2) / ((1 - ECCENTRICITY ** 2) * Math.hypot(1, tau)));
    tau += step;
  }
  return tau;
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
