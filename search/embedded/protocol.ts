import type { Suggestion } from "../../src/shared/suggestion.ts";
import type { PinsResult, SearchQuery, SearchResult } from "../engine.ts";

/** What the main thread can ask of the worker, and what it is answered. */
export interface Questions {
  search: { asks: { query: SearchQuery; now: number }; answer: SearchResult };
  pins: { asks: { query: SearchQuery; zoom: number | null; now: number }; answer: PinsResult };
  suggest: { asks: { words: string; now: number; limit: number }; answer: Suggestion[] };
  /** Answered when every change of the outbox log so far is searchable. */
  caughtUp: { asks: { now: number }; answer: null };
  /** Answered when a new index has taken the old one's place. */
  rebuild: { asks: { now: number }; answer: null };
}

export type Kind = keyof Questions;

export type Question = { [K in Kind]: { kind: K } & Questions[K]["asks"] }[Kind];

export type ToWorker =
  { kind: "ask"; number: number; question: Question } | { kind: "changed"; now: number } | { kind: "close" };

export type FromWorker =
  | { kind: "ready" }
  | { kind: "answer"; number: number; answer: Questions[Kind]["answer"] }
  | { kind: "failed"; number: number; message: string }
  /** How far in the outbox log the index has come. */
  | { kind: "passed"; position: number };

export interface WorkerData {
  dbFile: string;
  /** Absolute path of the module that opens the source of documents. */
  source: string;
  /** Absolute path of the table of meanings. */
  meaning: string;
  /** Epoch milliseconds when the worker was started. */
  now: number;
}
