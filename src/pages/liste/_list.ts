import { type PointedList, pointedBy } from "../../pointing/pointed.ts";
import { openShortlist, type Shortlist } from "../../pointing/shortlist.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";

/** What the pages of a list need; `gone` says why there is none. */
export type ListPage =
  | { gone: "unknown" | "expired"; search: string | null }
  | ({ gone: null; list: Shortlist; at: number; siteUrl: string; shortLink: string } & PointedList);

/** The list of a code as somebody typed it, with what it leads to now. */
export async function listPage(typed: string | undefined): Promise<ListPage> {
  const { db, search, config, now } = runtime();
  const at = now();
  const opened = openShortlist(db, typed ?? "", at);
  if (opened.state !== "open")
    return { gone: opened.state, search: opened.state === "expired" ? opened.list.search : null };
  const { list } = opened;
  return {
    gone: null,
    list,
    at,
    siteUrl: config.siteUrl,
    shortLink: `${config.siteUrl}${paths.listLink(list.code)}`,
    ...(await pointedBy(db, search, list, at)),
  };
}

/** An address without its scheme, as it is said and printed. */
export function spoken(address: string): string {
  return address.replace(/^https?:\/\//, "");
}
