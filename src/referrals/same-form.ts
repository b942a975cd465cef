import { newToken } from "../shared/ids.ts";
import { type KeyRing, lookUpDigests } from "../shared/seal.ts";

/**
 * The same words from the same form give the same token, so a second press finds the first. Nobody can guess it: it is
 * made with a secret key. The first is that of a new case; those after it are of one from before the keys were changed.
 * Without an id a form cannot be told apart.
 */
export function tokensOfForm(keys: KeyRing, purpose: string, formId: string, said: object): [string, ...string[]] {
  if (!formId) return [newToken()];
  const [first, ...before] = lookUpDigests(keys, purpose, JSON.stringify([formId, said]));
  return [first.digest, ...before.map(({ digest }) => digest)];
}
