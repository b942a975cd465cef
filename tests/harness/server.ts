import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./port.ts";
import { ROOT } from "./root.ts";

export interface RunningServer {
  /** `http://127.0.0.1:…`, no slash at the end. */
  address: string;
  dataDir: string;
  pid: number;
  /** Milliseconds from the start of the process until it said that it is ready. */
  readyAfter: number;
  /** What it has written so far. */
  output(): string;
  /**
   * Ends it and waits until it is gone; SIGTERM lets it drain. Answers its exit code, null when the signal itself ended
   * it.
   */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A folder of one test's own; `remove` empties it. */
export function temporaryFolder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `faellesbro-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * Starts the real server over a data folder, as `npm start` does, and waits until it answers. `through` is a command
 * that runs it.
 */
export async function startServer(
  dataDir: string,
  env: Record<string, string> = {},
  through: string[] = [],
): Promise<RunningServer> {
  const port = await freePort();
  const started = performance.now();
  const [command = "", ...args] = [...through, ...startCommand()];
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      ...withoutSettings(process.env),
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: "1",
      ...env,
    },
  });
  // A test that fails halfway leaves no server behind.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  await ready(child, () => output);
  return {
    address: `http://127.0.0.1:${port}`,
    dataDir,
    pid: child.pid ?? 0,
    readyAfter: Math.round(performance.now() - started),
    output: () => output,
    stop: (signal = "SIGTERM") => ended(child, signal),
  };
}

/** As in `npm start`, with this very Node. */
function startCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: { start: string } };
  return scripts.start
    .replace("exec ", "")
    .split(" ")
    .map((part) => (part === "node" ? process.execPath : part));
}

/** The environment of a test runner must not set the site's settings. */
export function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const settings = [
    "NODE_ENV",
    "SITE_URL",
    "MEILI_URL",
    "MEILI_ADMIN_KEY",
    "SMTP_URL",
    "CASE_KEYS",
    "OIDC_ISSUER",
    "OIDC_CLIENT_ID",
    "OIDC_CLIENT_SECRET",
    "TILE_URL",
    "TRUST_PROXY",
    "METRICS_TOKEN",
    "CLOCK",
    "NODE_OPTIONS",
  ];
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !settings.includes(name) && !/^(VITEST|TEST$)/.test(name)),
  );
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`the server was not ready in time:\n${output()}`));
    }, 120_000);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    child.stdout?.on("data", () => /^Fællesbro: http/m.test(output()) && settle(resolve));
    child.once("exit", (code) => settle(() => reject(new Error(`the server ended with ${code}:\n${output()}`))));
    child.once("error", (error) => settle(() => reject(error)));
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill(signal);
  });
}
