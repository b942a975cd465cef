import { lackingForHelp } from "../casework/ready.ts";
import { paths } from "../shared/paths.ts";
import type { Poster } from "./act.ts";
import { type NoticeKey, told } from "../texts/notices.ts";

const SET_UP = paths.editor.setUp;

/**
 * Asked before a deed: where an editor goes after it. Back to the list of what is missing, when the site is still being
 * set up or the form stood there; else to the path that is given.
 */
export function onward({ runtime, context }: Poster): (path: string, notice: NoticeKey) => string {
  const isSetUp = context.url.pathname.startsWith(SET_UP) || lackingForHelp(runtime.db).length > 0;
  return (path, notice) => told(isSetUp ? SET_UP : path, notice);
}
