import type { Poster } from "./act.ts";
import { type NoticeKey, told } from "../texts/notices.ts";

/** Back to the page that the form stood on. */
export function here({ context }: Poster, notice: NoticeKey): string {
  return told(`/${context.url.pathname.replace(/^\/+/, "")}#indhold`, notice);
}
