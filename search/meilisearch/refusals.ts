/** A search that this engine leaves to the embedded one: it would need too many numbers, now and then. */
export class TooWide extends Error {
  override name = "TooWide";
}
