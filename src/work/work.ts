import type { Followed } from "../pointing/follow.ts";
import { openKept } from "../shared/kept.ts";
import { openPool, type Pool, type PoolOptions } from "./pool.ts";

const MOST_PREVIEWS = 400;
const MOST_FOLLOWED = 30;

/** The workers of a process, and what they made for everybody. */
export interface Work extends Pool {
  previews: ReturnType<typeof openKept<Uint8Array | null>>;
  followed: ReturnType<typeof openKept<Followed>>;
  sitemaps: ReturnType<typeof openKept<Uint8Array<ArrayBuffer>>>;
  mapBases: ReturnType<typeof openKept<Uint8Array<ArrayBuffer>>>;
  /** Another word whenever the board is another. */
  stateOfBoard(): string;
}

export function openWork(options: PoolOptions, stateOfBoard: () => string): Work {
  return Object.assign(openPool(options), {
    previews: openKept<Uint8Array | null>(MOST_PREVIEWS),
    followed: openKept<Followed>(MOST_FOLLOWED),
    sitemaps: openKept<Uint8Array<ArrayBuffer>>(1),
    mapBases: openKept<Uint8Array<ArrayBuffer>>(2),
    stateOfBoard,
  });
}
