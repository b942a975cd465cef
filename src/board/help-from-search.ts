import { shareable } from "../../search/query.ts";
import { paths } from "../shared/paths.ts";

/**
 * Where *Få hjælp* leads from a search: with its wishes and how many were found, never with a position, and without
 * words of danger: nobody shall find them in a case.
 */
export function boardHelp(params: URLSearchParams, total: number, isCrisis = false): string {
  if (isCrisis) return paths.help;
  const carried = shareable(params);
  for (const name of ["side", "sort", "zoom", "passer", "besked"]) carried.delete(name);
  if (!carried.size) return paths.help;
  carried.set("fundet", String(total));
  return `${paths.help}?${carried}`;
}
