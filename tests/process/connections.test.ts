import http from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { capConnections } from "../../src/process/connections.ts";

const PATIENT = { timeout: 10_000 };

let server: http.Server;
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

async function start(trustProxy: boolean): Promise<void> {
  server = http.createServer((_request, response) => response.end());
  capConnections(server, trustProxy);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}

async function open(count: number, localAddress: string): Promise<void> {
  const { port } = server.address() as AddressInfo;
  for (let at = 0; at < count; at++)
    sockets.push(connect({ port, host: "127.0.0.1", localAddress }).on("error", () => undefined));
}

const held = () =>
  new Promise<number>((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

// Other addresses of the loopback are there on Linux alone.
describe.skipIf(process.platform !== "linux")("Connections that say nothing", () => {
  it("are 500 of one address, and others still come in", async () => {
    await start(false);
    await open(520, "127.0.0.1");
    await expect.poll(() => sockets.filter(({ destroyed }) => destroyed).length, PATIENT).toBe(20);
    await open(3, "127.0.0.2");
    await expect.poll(held, PATIENT).toBe(503);
  });

  it("are counted anew when some have left", async () => {
    await start(false);
    await open(500, "127.0.0.1");
    await expect.poll(held, PATIENT).toBe(500);
    for (const socket of sockets.slice(-500, -490)) socket.destroy();
    await expect.poll(held, PATIENT).toBe(490);
    await open(10, "127.0.0.1");
    await expect.poll(held, PATIENT).toBe(500);
  });

  it("are not counted by address when all come through a proxy", async () => {
    await start(true);
    await open(520, "127.0.0.1");
    await expect.poll(held, PATIENT).toBe(520);
  });
});
