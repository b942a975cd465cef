/** The way back from an activity to the search that led to it. */
import { paths } from "./paths.ts";

const SEARCHES: readonly string[] = [paths.board, paths.week];

/** The search that a `Referer` names, on whatever site; null when it names something else. */
export function searchIn(referer: string | null | undefined): URL | null {
  if (!referer || !URL.canParse(referer)) return null;
  const from = new URL(referer);
  return SEARCHES.includes(from.pathname) ? from : null;
}

/** Where *Tilbage til søgningen* leads: to the card in the search that one came from on this `host`, else to the board. */
export function wayBack(referer: string | null, host: string, activityId: string): string {
  const from = searchIn(referer);
  return from?.host === host ? `${from.pathname}${from.search}#${anchorOf(activityId)}` : paths.board;
}

/** The id of an activity's card in a page, to land at. */
export function anchorOf(activityId: string): string {
  return `a-${activityId}`;
}
