import { setImmediate as nextTurn } from "node:timers/promises";
import { type EnqueuedTaskPromise, Meilisearch, MeilisearchApiError } from "meilisearch";
import { newId } from "../../src/shared/ids.ts";
import type { SearchDocument } from "../document.ts";
import type { Answer } from "./ask.ts";
import { type MeiliDocument, meiliDocument } from "./document.ts";
import { synonymsOf } from "./forms.ts";
import { SETTINGS, SETTINGS_HASH } from "./settings.ts";

type Groups = readonly (readonly string[])[];

const NAME = "aktiviteter";
const BATCH = 500;
/** Documents made before other work of the process gets a turn. */
const SLICE = 20;
const MOST_WAITING = 20;
const TASK_MS = 600_000;
const LOOK_MS = 20;
const ADMIN_MS = 20_000;
const MOST_STALE = 1_000;

/** Where the activities are: a server, with the site's key to it, and the index there. */
export interface MeiliIndex {
  client: Meilisearch;
  name: string;
  /** Other settings have an index of their own, so that one version of the site never meets the index of another. */
  uid: string;
}

export function indexOn(url: string, adminKey: string | undefined, name = NAME): MeiliIndex {
  return {
    client: new Meilisearch({ host: url, timeout: ADMIN_MS, ...(adminKey === undefined ? {} : { apiKey: adminKey }) }),
    name,
    uid: `${name}-${SETTINGS_HASH}`,
  };
}

/**
 * Builds a new index of these documents and swaps it in; the old one answers until then. Answers how many there are;
 * `progress` hears it on the way.
 */
export async function buildIndex(
  index: MeiliIndex,
  documents: Iterable<SearchDocument>,
  synonyms: Groups,
  progress: (count: number) => void = () => {},
): Promise<number> {
  const { client, uid } = index;
  const fresh = `${uid}-${newId()}`;
  await done(client.createIndex(fresh, { primaryKey: "id" }));
  await done(client.index(fresh).updateSettings({ ...SETTINGS, synonyms: synonymsOf(synonyms) }));
  const count = await fill(client, fresh, documents, progress);
  if (!(await hasIndex(index))) await done(client.createIndex(uid, { primaryKey: "id" }));
  await done(client.swapIndexes([{ indexes: [uid, fresh], rename: false }]));
  await removeOthers(index);
  return count;
}

/** Whether there is an index of these settings. */
export async function hasIndex({ client, uid }: MeiliIndex): Promise<boolean> {
  try {
    await client.getRawIndex(uid);
    return true;
  } catch (fault) {
    if (fault instanceof MeilisearchApiError && fault.cause?.code === "index_not_found") return false;
    throw fault;
  }
}

/** Puts these documents into the index and takes these ids out; resolves when they are searchable. */
export async function applyChanges(
  { client, uid }: MeiliIndex,
  documents: readonly SearchDocument[],
  gone: readonly string[],
): Promise<void> {
  const index = client.index<MeiliDocument>(uid);
  const tasks: EnqueuedTaskPromise[] = [];
  if (documents.length > 0) tasks.push(index.addDocuments(documents.map(meiliDocument), { primaryKey: "id" }));
  if (gone.length > 0) tasks.push(index.deleteDocuments([...gone]));
  await Promise.all(tasks.map(done));
}

export async function putSynonyms({ client, uid }: MeiliIndex, synonyms: Groups): Promise<void> {
  await done(client.index(uid).updateSynonyms(synonymsOf(synonyms)));
}

/** Ids of documents of which something is no longer true at a minute, such as the next date. */
export async function staleIds({ client, uid }: MeiliIndex, minute: number): Promise<string[]> {
  const { results } = await client
    .index<Answer["hits"][number]>(uid)
    .getDocuments({ filter: [`refreshAt <= ${minute}`, `lastEnd > ${minute}`], fields: ["id"], limit: MOST_STALE });
  return results.map(({ id }) => id);
}

/** The server takes several batches in one go when they wait for it: that is quicker by far. */
async function fill(
  client: Meilisearch,
  uid: string,
  documents: Iterable<SearchDocument>,
  progress: (count: number) => void,
): Promise<number> {
  const index = client.index<MeiliDocument>(uid);
  const waiting: Promise<void>[] = [];
  let batch: MeiliDocument[] = [];
  let count = 0;
  const send = async () => {
    const sent = index.addDocuments(batch, { primaryKey: "id" });
    count += batch.length;
    batch = [];
    await sent;
    const carriedOut = done(sent);
    carriedOut.catch(() => {}); // awaited below
    waiting.push(carriedOut);
    if (waiting.length > MOST_WAITING) await waiting.shift();
    progress(count);
  };
  for (const document of documents) {
    batch.push(meiliDocument(document));
    if (batch.length % SLICE === 0) await nextTurn();
    if (batch.length === BATCH) await send();
  }
  if (batch.length > 0) await send();
  await Promise.all(waiting);
  return count;
}

/** Indexes of other settings, and builds that were cut off. */
async function removeOthers({ client, name, uid }: MeiliIndex): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  const others = results.map((index) => index.uid).filter((other) => other.startsWith(`${name}-`) && other !== uid);
  for (const other of others) await done(client.deleteIndex(other));
}

/** Resolves when the server has carried out the task, rejects when it failed. */
async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error, uid } = await task.waitTask({ timeout: TASK_MS, interval: LOOK_MS });
  if (status !== "succeeded")
    throw new Error(`Meilisearch task ${uid} ${status}: ${error?.message ?? "no reason given"}`);
}
