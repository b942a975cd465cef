import { Meilisearch } from "meilisearch";

const NAME = "Fællesbro";

/** All that the site does on the server. */
export const KEY_ACTIONS = [
  "search",
  "documents.add",
  "documents.delete",
  "documents.get",
  "indexes.create",
  "indexes.delete",
  "indexes.get",
  "indexes.swap",
  "settings.update",
  "tasks.get",
];

/**
 * The site's own key, made by the master key when there is none: it can do what the site does, and neither make keys
 * nor take the server's data out.
 */
export async function siteKey(url: string, masterKey: string): Promise<string> {
  const client = new Meilisearch({ host: url, apiKey: masterKey });
  const { results } = await client.getKeys({ limit: 1_000 });
  const known = results.find(
    ({ name, actions }) => name === NAME && [...actions].sort().join() === [...KEY_ACTIONS].sort().join(),
  );
  // For all indexes: a key for some of them is not told how a swap of two ended.
  return (known ?? (await client.createKey({ name: NAME, actions: KEY_ACTIONS, indexes: ["*"], expiresAt: null }))).key;
}
