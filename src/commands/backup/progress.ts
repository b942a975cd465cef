import { commands } from "../../texts/commands.ts";
import type { Progress } from "./archive.ts";

/** Tells on standard error how far a step has come, once for each per cent. */
export function progressLine(): Progress {
  let last = "";
  return (step, done) => {
    const line = commands.backup.progress[step](Math.floor(done * 100));
    if (line === last) return;
    process.stderr.write(`${last === "" ? "" : "\r"}${line}${done >= 1 ? "\n" : ""}`);
    last = done >= 1 ? "" : line;
  };
}
