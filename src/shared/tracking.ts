/** Web addresses as they are kept and shown. Pure. */

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
/** What says only who sent somebody along, or by which mail. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|mc_cid|mc_eid|igshid|igsh|yclid|_hsenc|_hsmi|mkt_tok|vero_id|ref_src)$/i;

/** Addresses without the parameters that follow people. */
export function withoutTracking(text: string): string {
  return text.replace(ADDRESS, (address) => {
    const [, before = "", query = "", after = ""] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(address) ?? [];
    if (!query) return address;
    const parts = query.split("&");
    const kept = parts.filter((part) => !TRACKING.test(part.split("=")[0] ?? ""));
    if (kept.length === parts.length) return address;
    return `${before}${kept.length > 0 ? `?${kept.join("&")}` : ""}${after}`;
  });
}
