/** Headers of an answer that readers fetch again and again. `changed`: epoch ms. */
export function freshness(tag: string, changed: number): Record<string, string> {
  return { etag: tag, "last-modified": new Date(changed).toUTCString(), "cache-control": "public, max-age=300" };
}

/** Whether the asker has this very answer (RFC 9110, 13.2.2: the tag counts before the date). */
export function hasIt(request: Request, tag: string, changed: number): boolean {
  if (request.headers.has("if-none-match")) return hasTag(request, tag);
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  return !Number.isNaN(since) && Math.floor(changed / 1000) * 1000 <= since;
}

/** Whether one of the tags that the asker has is this one; compression makes a tag a weak one. */
export function hasTag({ headers }: Request, tag: string): boolean {
  const tags = headers.get("if-none-match")?.split(",") ?? [];
  return tags.some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag);
}
