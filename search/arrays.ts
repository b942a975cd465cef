/**
 * What stands at a place of an array that is known to be there. One function for each class of array: one that met
 * several would be slow for all of them. The loops over all rows and letters read their arrays themselves: there even
 * these cost a twentieth.
 */

/** Of whole numbers from -128 to 127. */
export function int8At(array: Int8Array, place: number): number {
  return array[place] as number;
}

/** Of whole numbers from 0 to 255. */
export function uint8At(array: Uint8Array, place: number): number {
  return array[place] as number;
}

/** Of whole numbers of 16 bits with a sign. */
export function int16At(array: Int16Array, place: number): number {
  return array[place] as number;
}

/** Of whole numbers of 16 bits. */
export function uint16At(array: Uint16Array, place: number): number {
  return array[place] as number;
}

/** Of whole numbers of 32 bits with a sign. */
export function int32At(array: Int32Array, place: number): number {
  return array[place] as number;
}

/** Of whole numbers of 32 bits. */
export function uint32At(array: Uint32Array, place: number): number {
  return array[place] as number;
}

/** Of numbers of about 7 digits. */
export function float32At(array: Float32Array, place: number): number {
  return array[place] as number;
}

/** Of any numbers. */
export function float64At(array: Float64Array, place: number): number {
  return array[place] as number;
}

/** Of lists of objects and texts. */
export function itemAt<T extends object | string>(list: readonly T[], place: number): T {
  return list[place] as T;
}
