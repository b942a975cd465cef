import type { Input, Kind } from "./tasks.ts";
import type { Refusal } from "../texts/refusal.ts";

export interface Order<K extends Kind = Kind> {
  kind: K;
  input: Input<K>;
}

/** What a worker answers: what it made, or why it did not. */
export type Outcome = { made: unknown } | { refused: Pick<Refusal, "key" | "field"> } | { failed: string };
