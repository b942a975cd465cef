import type { Input, Kind } from "./tasks.ts";

export interface Order<K extends Kind = Kind> {
  kind: K;
  input: Input<K>;
}

/** What a worker answers: what it made, or why it did not. */
export type Outcome = { made: unknown } | { refused: { key: string; field: string | null } } | { failed: string };
