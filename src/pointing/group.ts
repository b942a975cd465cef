/** A code for a *hold* that is shown the board together (C21): how its channel is called, so that nobody can be named. */
import { slugOf } from "../shared/ids.ts";

const MARK = "hold-";
/** As long as a name of a hold may be typed. */
export const LONGEST_GROUP = 30;

/** The channel of a hold's code: `hold-hjerte-viby`. */
export function groupChannel(name: string): string {
  return `${MARK}${slugOf(name)}`;
}

/** The hold of a channel; null for another one. */
export function groupOf(channel: string): string | null {
  return channel.startsWith(MARK) ? channel.slice(MARK.length).replaceAll("-", " ") : null;
}
