/**
 * Astro hashes the text of every style and script of a page anew for its content policy (7.3.4, `createResult`), and that
 * of a file, which has none here, too: a trip to the thread pool each. The hash of nothing is always the same.
 */
export function keepDigestsOfNothing(subtle: SubtleCrypto = crypto.subtle): void {
  const digest = subtle.digest.bind(subtle);
  const ofNothing = new Map<string, Promise<ArrayBuffer>>();
  subtle.digest = (algorithm, data) => {
    if (data.byteLength > 0 || typeof algorithm !== "string") return digest(algorithm, data);
    const known = ofNothing.get(algorithm) ?? digest(algorithm, data);
    ofNothing.set(algorithm, known);
    return known;
  };
}
