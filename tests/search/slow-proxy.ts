import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A way to a server that can be made slow. */
export interface SlowProxy {
  url: string;
  /** Milliseconds that each answer is kept back. */
  delay: number;
  close(): void;
}

export async function openSlowProxy(to: string): Promise<SlowProxy> {
  const proxy: SlowProxy = { url: "", delay: 0, close: () => {} };
  const server = createServer(async (incoming, outgoing) => {
    if (proxy.delay > 0) await wait(proxy.delay);
    const passedOn = request(
      new URL(incoming.url ?? "/", to),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passedOn.on("error", () => outgoing.destroy());
    incoming.pipe(passedOn);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  proxy.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return proxy;
}
