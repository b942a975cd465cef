import Database from "better-sqlite3";
import type { SearchDocument } from "../../search/document.ts";
import { DEFAULT_LEXICON } from "../../search/lexicon/needs.ts";
import type { Source } from "../../search/embedded/source.ts";

/** A database of documents and a log of changes, as plain as can be. */
export class FakeDatabase {
  readonly client: Database.Database;

  constructor(file: string) {
    this.client = new Database(file);
    this.client.pragma("journal_mode = WAL");
    this.client.exec(
      "CREATE TABLE documents (id TEXT PRIMARY KEY, json TEXT); CREATE TABLE log (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT); CREATE TABLE synonyms (words TEXT)",
    );
  }

  put(documents: Iterable<SearchDocument>): void {
    this.client.transaction(() => {
      for (const document of documents) {
        this.client
          .prepare("INSERT OR REPLACE INTO documents VALUES (?, ?)")
          .run(document.id, JSON.stringify(document));
        this.client.prepare("INSERT INTO log (id) VALUES (?)").run(document.id);
      }
    })();
  }

  remove(id: string): void {
    this.client.prepare("DELETE FROM documents WHERE id = ?").run(id);
    this.client.prepare("INSERT INTO log (id) VALUES (?)").run(id);
  }

  addSynonyms(words: string[]): void {
    this.client.prepare("INSERT INTO synonyms VALUES (?)").run(JSON.stringify(words));
  }

  trimLog(): void {
    this.client.exec("DELETE FROM log");
  }
}

/** Opened by the worker. A change with the id `crash` makes it fall over, as a damaged file would. */
export function openSource(file: string): Source {
  const client = new Database(file, { readonly: true });
  const newest = () =>
    (client.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'log'").pluck().get() as number | undefined) ?? 0;
  return {
    *allDocuments() {
      for (const json of client.prepare("SELECT json FROM documents ORDER BY id").pluck().all())
        yield JSON.parse(json as string) as SearchDocument;
    },
    documents: (ids) =>
      ids.flatMap((id) => {
        const json = client.prepare("SELECT json FROM documents WHERE id = ?").pluck().get(id);
        return typeof json === "string" ? [JSON.parse(json) as SearchDocument] : [];
      }),
    needs: () => DEFAULT_LEXICON,
    synonyms: () =>
      client
        .prepare("SELECT words FROM synonyms")
        .pluck()
        .all()
        .map((words) => JSON.parse(words as string) as string[]),
    names: () => [{ kind: "area", label: "Viby", value: "viby" }],
    newestPosition: newest,
    changesAfter: (position, limit) => {
      const rows = client
        .prepare("SELECT seq, id FROM log WHERE seq > ? ORDER BY seq LIMIT ?")
        .all(position, limit) as { seq: number; id: string }[];
      if (rows.some((row) => row.id === "crash")) throw new Error("The source fell over");
      if (rows.length === 0) return position < newest() ? null : { ids: [], position };
      if (rows[0]?.seq !== position + 1) return null;
      return { ids: rows.map((row) => row.id), position: rows.at(-1)?.seq as number };
    },
    version: () => client.pragma("data_version", { simple: true }) as number,
    close: () => client.close(),
  };
}
