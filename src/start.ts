import { join } from "node:path";
import { readMark } from "../db/marks.ts";
import { buildIfStale } from "./build.ts";
import { runtime } from "./runtime.ts";
import { serve } from "./server.ts";
import { readConfig } from "./shared/config.ts";

try {
  const config = readConfig(join(import.meta.dirname, ".."));
  await buildIfStale(config.root);
  const server = await serve(config);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  console.info(`\nFællesbro: http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}  (klar efter ${Math.round(performance.now())} ms)`);
  if (readMark(runtime().db, "demo")) await sayDemoLogins();
} catch (error) {
  console.error(error instanceof Error && ["WrongSetting", "BuildFailed"].includes(error.name) ? error.message : error);
  process.exit(1);
}

async function sayDemoLogins(): Promise<void> {
  const { demoLogins, demoPassword } = await import("../db/demo/people.ts");
  console.info(`\nDemo: log ind på /log-ind med adgangskoden »${demoPassword}«:`);
  for (const login of demoLogins) console.info(`  ${login.email.padEnd(28)} ${login.title}`);
}
