import type { Server } from "node:http";
import { networkOf } from "../accounts/network.ts";

/** Browsers open six connections each: room for a library of 80 people behind one address, and for some of those. */
const MOST = 2_000;
const MOST_OF_ONE_ADDRESS = 500;

/**
 * Holds few connections that say nothing: so many of one address (not of a proxy), and no longer than the first words
 * take.
 */
export function capConnections(server: Server, trustProxy: boolean): void {
  server.maxConnections = MOST;
  server.headersTimeout = 10_000;
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 65_000;
  const open = new Map<string, number>();
  server.on("drop", () => server.closeIdleConnections());
  server.on("connection", (socket) => {
    if (trustProxy) return;
    const address = networkOf(socket.remoteAddress ?? "");
    const count = (open.get(address) ?? 0) + 1;
    if (count > MOST_OF_ONE_ADDRESS) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
