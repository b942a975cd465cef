import { defineConfig } from "vitest/config";
import { ROOT } from "./harness/root.ts";

const OF_THE_REAL_SERVER = ["tests/api/**/*.test.ts", "tests/faults/**/*.test.ts", "tests/fuzz/**/*.test.ts"];
const long = process.env["LONG"] === "1";

export default defineConfig({
  root: ROOT,
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: OF_THE_REAL_SERVER,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "system",
          include: OF_THE_REAL_SERVER,
          fileParallelism: false,
          retry: process.env["CI"] ? 1 : 0,
          testTimeout: long ? 3_600_000 : 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
