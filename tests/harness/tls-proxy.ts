import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { selfSigned } from "./certificate.ts";

export interface TlsProxy {
  /** `https://localhost:…` */
  address: string;
  /** Where it sends what comes in: `http://127.0.0.1:…`. */
  sendTo(address: string): void;
  close(): Promise<void>;
}

/**
 * What stands in front of a real site: ends TLS and says for whom it asks. This process trusts its certificate from now
 * on.
 */
export async function openTlsProxy(): Promise<TlsProxy> {
  const certificate = selfSigned();
  setDefaultCACertificates([...getCACertificates("default"), certificate.cert]);
  let target = "";
  const server = https.createServer(certificate, (request, response) => {
    const { port } = new URL(target);
    const forwarded = {
      "x-forwarded-for": request.socket.remoteAddress,
      "x-forwarded-proto": "https",
      "x-forwarded-host": request.headers.host,
    };
    const onward = http.request(
      {
        host: "127.0.0.1",
        port,
        path: request.url,
        method: request.method,
        headers: { ...request.headers, ...forwarded },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    onward.on("error", () => response.writeHead(502).end());
    request.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `https://localhost:${(server.address() as AddressInfo).port}`,
    sendTo: (address) => (target = address),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
