/**
 * Which addresses of the network the server may fetch from: public ones only (IANA special-purpose registries for IPv4
 * and IPv6).
 */
import { BlockList, isIP, isIPv4 } from "node:net";

const IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Within 2000::/3, outside which nothing is public: those that stand for something else or carry an IPv4 address. */
const IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"];

const closed = new BlockList();
for (const range of IPV4) closed.addSubnet(...parts(range), "ipv4");
for (const range of IPV6) closed.addSubnet(...parts(range), "ipv6");
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

/**
 * Whether an IP address (as text) is one of the public network: not of this machine, a private net, a link, a test net
 * or a tunnel.
 */
export function isPublicAddress(address: string): boolean {
  if (!isIP(address) || address.includes("%")) return false;
  if (isIPv4(address)) return !closed.check(address, "ipv4");
  return global.check(address, "ipv6") && !closed.check(address, "ipv6");
}

function parts(range: string): [string, number] {
  const [net = "", bits = "0"] = range.split("/");
  return [net, Number(bits)];
}
