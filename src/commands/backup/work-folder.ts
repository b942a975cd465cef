import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { recordOf } from "../../shared/record.ts";

const NAME = /^working-(\d+)$/;

/**
 * A folder of this process's own in another, for what is half done. Those that a killed process left are taken away:
 * persons are in them.
 */
export function openWorkFolder(parent: string): { path: string; remove(): void } {
  for (const name of readdirSync(parent)) {
    const pid = Number(NAME.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const path = join(parent, `working-${process.pid}`);
  const remove = () => rmSync(path, { recursive: true, force: true });
  remove();
  mkdirSync(path, { mode: 0o700 });
  return { path, remove };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return recordOf(error)["code"] === "EPERM";
  }
}
