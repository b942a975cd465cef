import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf } from "../../src/accounts/network.ts";

describe("An address", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::FFFF:c000:0201", "192.0.2.1"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:0DB8:0:0:ffff::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["not an address", "not an address"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("of IPv6 counts by its first half, however it is written", () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.ipV6(), (one, other) => {
        const half = new URL(`http://[${one}]`).hostname;
        fc.pre(!half.startsWith("[::ffff:"));
        expect(networkOf(half.slice(1, -1))).toBe(networkOf(one));
        if (networkOf(one) === networkOf(other))
          expect(networkOf(new URL(`http://[${other}]`).hostname.slice(1, -1))).toBe(networkOf(one));
      }),
    );
  });
});
