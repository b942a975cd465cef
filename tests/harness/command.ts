import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./root.ts";
import { withoutSettings } from "./server.ts";

export interface Ended {
  code: number | null;
  /** Standard output and standard error as they came. */
  said: string;
}

/**
 * Starts a command of `src/commands`, as `npm run` does, over a data folder. `until` settles when it has said that, or
 * ended.
 */
export function startCommand(name: string, args: string[], dataDir: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(ROOT, "src/commands", `${name}.ts`), ...args], {
    cwd: ROOT,
    env: { ...withoutSettings(process.env), DATA_DIR: dataDir, ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = new Promise<Ended>((resolve, reject) =>
    child.once("error", reject).once("close", (code) => resolve({ code, said })),
  );
  return {
    ended,
    kill: () => child.kill("SIGKILL"),
    saying: (words: RegExp) => saying(child, ended, words, () => said),
  };
}

export function runCommand(
  name: string,
  args: string[],
  dataDir: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  return startCommand(name, args, dataDir, env).ended;
}

async function saying(child: ChildProcess, ended: Promise<Ended>, words: RegExp, said: () => string): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    const listen = () => words.test(said()) && resolve();
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", listen);
    listen();
  });
  await Promise.race([heard, ended]);
}
