import { PAGE_SIZE } from "../../search/engine.ts";

/** Pages that so many hits fill; at least one. */
export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}
