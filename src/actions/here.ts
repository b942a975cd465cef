import type { Poster } from "./act.ts";

/** Back to the page that the form stood on. */
export function here({ context }: Poster, notice: string): string {
  return `/${context.url.pathname.replace(/^\/+/, "")}?besked=${notice}#indhold`;
}
