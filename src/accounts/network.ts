import { isIPv4, isIPv6 } from "node:net";

/**
 * What counts as one address: an IPv4 address, also when it is written as IPv6; of IPv6 the first 64 bits, since a home
 * or a machine has all the rest.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "").toLowerCase();
  if (!isIPv6(plain)) return plain;
  const groups = groupsOf(plain);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return dotted(groups[6] ?? 0, groups[7] ?? 0);
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = [], tail] = address.split("::").map(numbersIn);
  if (tail === undefined) return head;
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

function numbersIn(part: string): number[] {
  return part
    .split(":")
    .filter(Boolean)
    .flatMap((group) => (isIPv4(group) ? pairOf(group) : [Number.parseInt(group, 16)]));
}

/** The last 32 bits may stand as `10.0.0.1`. */
function pairOf(dotted: string): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split(".").map(Number);
  return [a * 256 + b, c * 256 + d];
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
