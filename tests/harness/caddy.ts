import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import https, { type RequestOptions } from "node:https";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./port.ts";
import { ROOT } from "./root.ts";

/** The name that the site has behind the proxy; it is looked up nowhere. */
export const DOMAIN = "faellesbro.test";

export interface Caddy {
  httpPort: number;
  httpsPort: number;
  /** What it has logged so far. */
  output(): string;
  /** Asks the site by TLS, with the certificate checked, from an address of the loopback. */
  ask(path: string, asked?: Asked): Promise<Answered>;
  stop(): Promise<void>;
}
export interface Asked extends Pick<RequestOptions, "method" | "headers" | "localAddress"> {
  body?: string | Buffer;
}
export interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export const caddyIsHere = (): boolean => spawnSync("caddy", ["version"], { stdio: "ignore" }).status === 0;

/**
 * Runs the machine's Caddy with deploy/Caddyfile and a certificate of its own making. `folder` is where it keeps that.
 */
export async function startCaddy(folder: string, upstream: string): Promise<Caddy> {
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const child = spawn("caddy", ["run", "--config", join(ROOT, "deploy/Caddyfile"), "--adapter", "caddyfile"], {
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      SITE_DOMAIN: DOMAIN,
      SITE_UPSTREAM: upstream,
      ...(isOld() ? { REQUEST_BUFFERS: oldWords() } : {}),
      // With `debug` it logs each request: so much can be seen of what it would write.
      CADDY_OPTIONS: `debug\nlocal_certs\nskip_install_trust\nhttp_port ${httpPort}\nhttps_port ${httpsPort}`,
    },
  });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const certificate = join(folder, "caddy/pki/authorities/local/root.crt");
  const ask = (path: string, asked: Asked = {}) => askBy(httpsPort, readFileSync(certificate), path, asked);
  await ready(
    child,
    certificate,
    () => ask("/api/health"),
    () => output,
  );
  return { httpPort, httpsPort, output: () => output, ask, stop: () => stopped(child) };
}

/** What deploy/caddy.conf says to Debian's Caddy, as systemd reads it. */
function oldWords(): string {
  const [, words = ""] =
    /^Environment="REQUEST_BUFFERS=(.*)"$/m.exec(readFileSync(join(ROOT, "deploy/caddy.conf"), "utf8")) ?? [];
  return words.replaceAll("\\n", "\n");
}

function isOld(): boolean {
  return /^v?2\.[0-6]\./.test(spawnSync("caddy", ["version"], { encoding: "utf8" }).stdout);
}

function askBy(
  port: number,
  ca: Buffer,
  path: string,
  { method = "GET", headers = {}, localAddress, body }: Asked,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = https.request(
      {
        host: "127.0.0.1",
        port,
        servername: DOMAIN,
        ca,
        agent: false,
        path,
        method,
        headers: { host: DOMAIN, ...headers },
        localAddress,
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.once("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        response.once("error", reject);
      },
    );
    asked.once("error", reject);
    asked.end(body);
  });
}

async function ready(
  child: ChildProcess,
  certificate: string,
  isUp: () => Promise<Answered>,
  output: () => string,
): Promise<void> {
  for (const until = performance.now() + 30_000; performance.now() < until && child.exitCode === null; await wait(50)) {
    if (!existsSync(certificate)) continue;
    const answer = await isUp().catch(() => null);
    if (answer?.status === 200) return;
  }
  child.kill("SIGKILL");
  throw new Error(`Caddy was not ready in time:\n${output()}`);
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
