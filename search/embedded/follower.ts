import { setImmediate as nextTurn } from "node:timers/promises";
import { DEFAULT_LEXICON } from "../lexicon/needs.ts";
import type { MeaningTable } from "../meaning/table.ts";
import { EmbeddedIndex } from "./postings-index.ts";
import type { Source } from "./source.ts";

/** Changes that are read at once, and how long other messages may wait for them. */
const BATCH = 100;
const SLICE_MS = 5;

/** An index and how far in the outbox log it has come. */
interface Copy {
  index: EmbeddedIndex;
  position: number;
}

/**
 * Keeps an index true to its source: builds it, applies changes, replaces it by a new one, always a little at a time.
 */
export class Follower {
  private readonly source: Source;
  private readonly meaning: MeaningTable | undefined;
  private current: Copy | null = null;
  private version = Number.NaN;
  private words = "";
  private turn: Promise<void> = Promise.resolve();

  /** Without a table of `meaning` nothing is found by it. */
  constructor(source: Source, meaning?: MeaningTable) {
    this.source = source;
    this.meaning = meaning;
  }

  /** The index that answers now. `rebuild` must have come to its end once. */
  get index(): EmbeddedIndex {
    if (!this.current) throw new Error("The index is not built yet");
    return this.current.index;
  }

  /** How far in the outbox log the index has come. */
  get position(): number {
    return this.current?.position ?? 0;
  }

  /** Whether somebody wrote to the database since this was last asked. */
  hasNews(): boolean {
    const version = this.source.version();
    const news = version !== this.version;
    this.version = version;
    return news;
  }

  /** Resolves when all changes up to now are in the index. */
  follow(now: number): Promise<void> {
    return this.inTurn(async () => {
      const copy = this.current;
      if (!copy) return;
      this.readWords(copy, false);
      if (!(await this.catchUp(copy, now))) await this.replace(now);
    });
  }

  /** Builds a new index while the old one answers and follows, then takes it. */
  rebuild(now: number): Promise<void> {
    return this.replace(now);
  }

  private async replace(now: number): Promise<void> {
    for (;;) {
      const copy: Copy = {
        index: new EmbeddedIndex(this.meaning ? { meaning: this.meaning } : {}),
        position: this.source.newestPosition(),
      };
      const pause = pauses();
      for (const document of this.source.allDocuments(now)) {
        copy.index.put(document);
        await pause();
      }
      copy.index.settle();
      if (await this.catchUp(copy, now)) {
        this.readWords(copy, true);
        this.current = copy;
        return;
      }
    }
  }

  /** Applies all changes after the copy's position; false when they have been trimmed away. */
  private async catchUp(copy: Copy, now: number): Promise<boolean> {
    const pause = pauses();
    for (;;) {
      const changes = this.source.changesAfter(copy.position, BATCH);
      if (!changes) return false;
      if (changes.ids.length === 0) return true;
      const gone = new Set(changes.ids);
      for (const document of this.source.documents(changes.ids, now)) {
        gone.delete(document.id);
        copy.index.put(document);
        await pause();
      }
      for (const id of gone) copy.index.remove(id);
      copy.position = changes.position;
    }
  }

  /** Synonyms and names are few: they are read anew whenever something was written, and taken when they differ. */
  private readWords(copy: Copy, isNew: boolean): void {
    const synonyms = this.source.synonyms();
    const needs = this.source.needs();
    const names = this.source.names();
    const words = JSON.stringify([synonyms, needs === DEFAULT_LEXICON ? null : needs, names]);
    if (words === this.words && !isNew) return;
    this.words = words;
    copy.index.setSynonyms(synonyms, needs);
    copy.index.setNames(names);
  }

  private inTurn(deed: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(deed, deed);
    return this.turn;
  }
}

/** Lets waiting messages be answered whenever a slice of time is over. */
function pauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
