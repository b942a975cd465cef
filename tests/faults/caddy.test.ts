import { randomBytes } from "node:crypto";
import http from "node:http";
import { connect, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusals } from "../../src/texts/refusals.ts";
import { type Asked, type Caddy, caddyIsHere, DOMAIN, startCaddy } from "../harness/caddy.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { formsIn, plain } from "../harness/visitor.ts";

/** As a real one is set; nothing is sent to that mail server here. */
const REAL = {
  NODE_ENV: "production",
  DEMO: "0",
  TRUST_PROXY: "1",
  SITE_URL: `https://${DOMAIN}`,
  SMTP_URL: "smtp://127.0.0.1:1",
  CASE_KEYS: `k1:${randomBytes(32).toString("base64")}`,
};
const folder = temporaryFolder("caddy");
let server: RunningServer;
let caddy: Caddy;

describe.skipIf(process.env["LONG"] !== "1" || !caddyIsHere())("A real site behind the proxy of deploy/", () => {
  beforeAll(async () => {
    server = await startServer(`${folder.path}/site`, REAL);
    caddy = await startCaddy(`${folder.path}/caddy`, new URL(server.address).host);
  });
  afterAll(async () => {
    await caddy?.stop();
    await server?.stop();
    folder.remove();
  });

  it("answers by https, says so once and for long, and names no programs", async () => {
    const page = await caddy.ask("/");
    expect(page.status).toBe(200);
    expect(page.headers["strict-transport-security"]).toMatch(/^max-age=31536000/);
    expect(page.headers).not.toHaveProperty("server");
    expect(page.headers).not.toHaveProperty("x-powered-by");
  });

  it("sends whoever comes by http on to https, path and question with them", async () => {
    const response = await byHttp("/ugen?q=kor");
    expect(response).toEqual({ status: 308, location: `https://${DOMAIN}/ugen?q=kor` });
  });

  it("takes a form from its own pages, and none from elsewhere", async () => {
    const [form] = formsIn((await caddy.ask("/log-ind")).text).filter(({ action }) => action.includes("signIn"));
    const from = (origin: string) =>
      caddy.ask(
        form?.action ?? "",
        posted({ email: "lis@eksempel.dk", password: "forkert kode" }, { headers: { origin } }),
      );
    expect((await from(`https://${DOMAIN}`)).text).toContain(refusals["wrongSignIn"]);
    expect((await from("https://evil.example")).status).toBe(403);
  });

  it("counts by the address that came to the proxy, whatever a visitor says of it", async () => {
    const [form] = formsIn((await caddy.ask("/log-ind")).text).filter(({ action }) => action.includes("signIn"));
    const trying = async (localAddress: string, saying: string) => {
      const headers = { origin: `https://${DOMAIN}`, "x-forwarded-for": saying, forwarded: `for=${saying}` };
      return plain(
        (
          await caddy.ask(
            form?.action ?? "",
            posted({ email: "bo@eksempel.dk", password: "forkert kode" }, { localAddress, headers }),
          )
        ).text,
      );
    };
    for (let each = 1; each <= 5; each++)
      expect(await trying("127.0.0.2", `192.0.2.${each}`)).toContain(refusals["wrongSignIn"]);
    expect(await trying("127.0.0.2", "192.0.2.99")).toContain(refusals["tooManySignIns"]);
    expect(await trying("127.0.0.3", "127.0.0.2")).toContain(refusals["wrongSignIn"]);
  });

  it("keeps cookies to https, and links of mails to its own name", async () => {
    const page = await caddy.ask("/sitemap.xml", {
      headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" },
    });
    expect(page.text).toContain(`<loc>https://${DOMAIN}/`);
    expect(page.text).not.toContain("evil");
  });

  it("refuses at once what says that it is larger than a picture", async () => {
    const headers = { origin: `https://${DOMAIN}`, "content-type": "application/x-www-form-urlencoded" };
    const answer = await caddy.ask("/opret-forening", {
      method: "POST",
      body: "name=a",
      headers: { ...headers, "content-length": "12000001" },
    });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("Filen er for stor");
    expect(
      (await caddy.ask("/opret-forening", { method: "POST", body: "a".repeat(200_000), headers })).status,
    ).not.toBe(413);
  });

  it("gives no figures to strangers", async () => {
    expect((await caddy.ask("/api/metrics")).status).toBe(404);
  });

  it("answers everybody else while forms trickle in", async () => {
    const trickling = await Promise.all(Array.from({ length: 200 }, trickle));
    const started = performance.now();
    expect((await caddy.ask("/api/health")).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(2_000);
    for (const socket of trickling) socket.destroy();
  });

  it("lets visitors wait while the site starts anew", async () => {
    const port = new URL(server.address).port;
    await server.stop();
    const waiting = caddy.ask("/api/health");
    server = await startServer(`${folder.path}/site`, { ...REAL, PORT: port });
    expect((await waiting).status).toBe(200);
  });

  it("says kindly that it is away, and writes no private link into the log", { timeout: 60_000 }, async () => {
    await server.stop();
    const page = await caddy.ask("/hjaelp/a-private-link?q=min-sygdom", {
      headers: { cookie: "faellesbro=a-session" },
    });
    expect(page.status).toBe(502);
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.text).toContain("Siden svarer ikke lige nu");
    await expect.poll(() => caddy.output(), { timeout: 5_000 }).toContain("upstream roundtrip");
    expect(caddy.output()).not.toMatch(/a-private-link|min-sygdom|a-session/);
  });
});

function posted(values: Record<string, string>, asked: Asked): Asked {
  return {
    ...asked,
    method: "POST",
    body: new URLSearchParams(values).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", ...asked.headers },
  };
}

function byHttp(path: string): Promise<{ status: number | undefined; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: "127.0.0.1", port: caddy.httpPort, path, headers: { host: DOMAIN } }, (response) => {
        response.resume();
        resolve({ status: response.statusCode, location: response.headers.location });
      })
      .once("error", reject);
  });
}

/** A form of which the first half has come, and the rest never does. */
function trickle(): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { host: "127.0.0.1", port: caddy.httpsPort, servername: DOMAIN, rejectUnauthorized: false },
      () => {
        socket.write(
          `POST /hjaelp HTTP/1.1\r\nhost: ${DOMAIN}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nname=In`,
        );
        resolve(socket);
      },
    );
    socket.once("error", reject);
  });
}
