/** Typed arrays that grow: half as much again each time, so that appending is cheap and little is wasted. */

/** A column of numbers. */
export type Numbers = Int8Array | Uint8Array | Uint16Array | Int16Array | Int32Array | Uint32Array | Float64Array;

/** The same array, or a longer copy when it has fewer than `length` places. */
export function withRoomFor<T extends Numbers>(array: T, length: number): T {
  if (array.length >= length) return array;
  const longer = emptyLike(array, Math.max(length, Math.ceil(array.length * 1.5), 64));
  longer.set(array);
  return longer;
}

/** The chosen places of an array, in that order. */
export function picked<T extends Numbers>(array: T, places: Int32Array): T {
  const chosen = emptyLike(array, Math.max(places.length, 64));
  for (const [i, place] of places.entries()) chosen[i] = array[place] ?? 0;
  return chosen;
}

function emptyLike<T extends Numbers>(array: T, length: number): T {
  return new (array.constructor as new (length: number) => T)(length);
}
