/** A cookie as Astro's `cookies.set(name, value, attributes)` takes it. */
export interface SiteCookie {
  name: string;
  value: string;
  attributes: {
    httpOnly?: boolean;
    sameSite?: "lax" | "strict" | "none";
    secure?: boolean;
    path?: string;
    maxAge?: number;
  };
}

/** On https a browser takes a `__Host-` cookie from this very host alone, for all its pages (RFC 6265bis, 4.1.3). */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/**
 * The token in a cookie of this site; undefined when it is not there or no token. Read by hand: other cookies may be
 * malformed.
 */
export function cookieIn(cookieHeader: string | null, name: string, secure: boolean): string | undefined {
  const start = `${cookieName(name, secure)}=`;
  const part = cookieHeader?.split(/;\s*/).find((each) => each.startsWith(start));
  return part && /^[\w-]{43}$/.test(part.slice(start.length)) ? part.slice(start.length) : undefined;
}
