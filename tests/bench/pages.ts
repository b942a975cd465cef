import { type ChildProcess, fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { buildIfStale } from "../../src/process/build.ts";
import { ROOT } from "../harness/root.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { measureLayout } from "./layout.ts";
import { measureBytes } from "./wire.ts";

const CONNECTIONS = 10;

interface Address {
  name: string;
  path: string;
  /** Requests a second it should reach with the demo town on a noisy machine of 2 cores. */
  floor?: number;
}

/** Prints what the demo town's pages cost: time, bytes, start-up, memory. `seconds` for each address. */
export async function measurePages(seconds: number): Promise<void> {
  const folder = temporaryFolder("bench");
  try {
    await buildIfStale(ROOT);
    console.info(
      `\n${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, the demo town, real server`,
    );
    const first = await startServer(folder.path);
    await first.stop();
    const server = await startServer(folder.path);
    try {
      tellStarts(first.readyAfter, server.readyAfter);
      const calm = memoryOf(server.pid);
      await tellSpeed(server, seconds);
      console.info(`\nMemory (RSS): ${calm} MB after the start, ${memoryOf(server.pid)} MB after the load`);
      await measureBytes(server.address);
      await measureLayout(server.address);
    } finally {
      await server.stop();
    }
  } finally {
    folder.remove();
  }
}

function tellStarts(first: number, second: number): void {
  console.info(
    `\nStart-up: ${first} ms the first time (migrates, loads the demo town), ${second} ms the second  ${met(second <= 1000)} (floor 1000 ms)`,
  );
}

async function tellSpeed(server: RunningServer, seconds: number): Promise<void> {
  const addresses = await addressesOf(server.address);
  const bare = await startBare(
    server.address,
    addresses.map(({ path }) => path),
  );
  try {
    console.info(
      `\n${CONNECTIONS} connections, ${seconds} s each, uncompressed; beside a bare Node server that answers the same bytes`,
    );
    console.info(
      "req/s: as people meet it, pages kept for a second; anew/s: each rendered for itself, as for somebody with a cookie\n",
    );
    console.info(
      row("", "kB", "req/s", "p50 ms", "p99 ms", "anew/s", "p99 ms", "bare req/s", "bare p99", "share", "floor"),
    );
    for (const address of addresses) {
      const ours = await load(server.address + address.path, seconds);
      const anew = await load(server.address + address.path, seconds, { cookie: "anew=1" });
      const bytes = (await (await fetch(server.address + address.path)).arrayBuffer()).byteLength;
      const theirs = await load(bare.address + address.path, Math.min(seconds, 4));
      const share = `${((100 * ours.rate) / theirs.rate).toFixed(1)} %`;
      const floor = address.floor ? `${met(ours.rate >= address.floor)} (${address.floor})` : "";
      const figures = [
        (bytes / 1000).toFixed(1),
        ours.rate.toFixed(0),
        String(ours.p50),
        String(ours.p99),
        anew.rate.toFixed(0),
        String(anew.p99),
        theirs.rate.toFixed(0),
        String(theirs.p99),
      ];
      console.info(row(address.name, ...figures, share, floor));
      if (ours.failed) console.info(`    ${ours.failed} answers were no 2xx or failed`);
    }
  } finally {
    bare.process.kill();
  }
}

async function addressesOf(address: string): Promise<Address[]> {
  const found = (await (await fetch(`${address}/api/aktiviteter?q=strik`)).json()) as { hits: { slug: string }[] };
  const slug = found.hits[0]?.slug;
  if (!slug) throw new Error("the demo town has nothing for »strik«");
  return [
    { name: "/", path: "/", floor: 400 },
    { name: "/?q=strik&dag=tir", path: "/?q=strik&dag=tir", floor: 500 },
    { name: "/aktiviteter/<slug>", path: `/aktiviteter/${slug}` },
    { name: "/api/aktiviteter?q=strik", path: "/api/aktiviteter?q=strik", floor: 1500 },
  ];
}

/** A bare Node server that answers these paths with the same bytes as the site at `address`. */
export async function startBare(address: string, paths: string[]): Promise<{ address: string; process: ChildProcess }> {
  const answers = await Promise.all(
    paths.map(async (path) => {
      const response = await fetch(address + path, { headers: { "accept-encoding": "identity" } });
      return [
        path,
        response.headers.get("content-type") ?? "",
        Buffer.from(await response.arrayBuffer()).toString("base64"),
      ];
    }),
  );
  const child = fork(join(import.meta.dirname, "bare.ts"));
  child.send(answers);
  const port = await new Promise<unknown>((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
  });
  return { address: `http://127.0.0.1:${String(port)}`, process: child };
}

async function load(
  url: string,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<{ rate: number; p50: number; p99: number; failed: number }> {
  await autocannon({ url, headers, connections: CONNECTIONS, duration: Math.min(2, seconds) });
  const { requests, latency, errors, non2xx } = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    duration: seconds,
  });
  return { rate: requests.average, p50: latency.p50, p99: latency.p99, failed: errors + non2xx };
}

/** Resident memory in MB, where the system tells. */
export function memoryOf(pid: number): string {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /VmRSS:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  return kilobytes ? (Number(kilobytes) / 1024).toFixed(0) : "?";
}

function row(name: string, ...cells: string[]): string {
  const widths = [9, 9, 9, 9, 9, 9, 12, 10, 9, 18];
  return `  ${name.padEnd(26)}${cells.map((cell, at) => cell.padStart(widths[at] ?? 9)).join("")}`;
}

export const met = (isMet: boolean): string => (isMet ? "met" : "NOT MET");
