import { zxyToTileId } from "pmtiles";

type Tile = [z: number, x: number, y: number];
type Drawn = Record<string, { kind: string; square: [west: number, north: number, size: number] }>;

/** A PMTiles file (version 3, nothing compressed) that holds one tile: of each layer one square, 4096 wide at most. */
export function pmtilesOf([z, x, y]: Tile, drawn: Drawn, bounds = [9, 55, 11, 57] as const): Buffer {
  const tile = Buffer.concat(Object.entries(drawn).map(([name, { kind, square }]) => layer(name, kind, square)));
  const directory = Buffer.from([1, ...varint(zxyToTileId(z, x, y)), 1, ...varint(tile.length), 1]);
  const metadata = Buffer.from("{}");
  const header = Buffer.alloc(127);
  header.write("PMTiles", "latin1");
  header[7] = 3;
  const sections = [
    [127, directory.length],
    [127 + directory.length, metadata.length],
    [0, 0],
    [127 + directory.length + metadata.length, tile.length],
    [1, 1],
  ].flat();
  for (const [i, value] of [...sections, 1].entries()) header.writeBigUInt64LE(BigInt(value), 8 + 8 * i);
  header.set([1, 1, 1, 1, z, z], 96); // clustered, no compression twice, vector tiles, zooms
  for (const [i, degrees] of bounds.entries()) header.writeInt32LE(degrees * 1e7, 102 + 4 * i);
  return Buffer.concat([header, directory, metadata, tile]);
}

/** A layer of a vector tile (Mapbox Vector Tile 2.1). */
function layer(name: string, kind: string, [west, north, size]: [number, number, number]): Buffer {
  const turn = (way: number) => (way << 1) ^ (way >> 31);
  const path = [9, turn(west), turn(north), 26, turn(size), 0, 0, turn(size), turn(-size), 0, 15];
  const feature = [...field(2, [0, 0]), ...varint((3 << 3) | 0), 3, ...field(4, path.flatMap(varint))];
  const body = [
    ...field(1, [...Buffer.from(name)]),
    ...field(2, feature),
    ...field(3, [...Buffer.from("kind")]),
    ...field(4, field(1, [...Buffer.from(kind)])),
    ...varint((5 << 3) | 0),
    ...varint(4096),
    ...varint((15 << 3) | 0),
    2,
  ];
  return Buffer.from(field(3, body));
}

function field(number: number, bytes: number[]): number[] {
  return [...varint((number << 3) | 2), ...varint(bytes.length), ...bytes];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}
