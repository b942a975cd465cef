/** Typed arrays that grow: half as much again each time, so that appending is cheap and little is wasted. */

type Numbers = Int8Array | Uint8Array | Uint16Array | Int16Array | Int32Array | Uint32Array | Float64Array;

/** The same array, or a longer copy when it has fewer than `length` places. */
export function withRoomFor<T extends Numbers>(array: T, length: number): T {
  if (array.length >= length) return array;
  const longer = new (array.constructor as new (length: number) => T)(
    Math.max(length, Math.ceil(array.length * 1.5), 64),
  );
  longer.set(array as never);
  return longer;
}

/** The chosen places of an array, in that order. */
export function picked<T extends Numbers>(array: T, places: Int32Array): T {
  const chosen = new (array.constructor as new (length: number) => T)(Math.max(places.length, 64));
  for (let i = 0; i < places.length; i++) chosen[i] = array[places[i] as number] as number;
  return chosen;
}
