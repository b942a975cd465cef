import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../db/settings.ts";
import { filesOf, read } from "./harness/imports.ts";
import { ROOT } from "./harness/root.ts";

const { scripts } = JSON.parse(read("package.json")) as { scripts: { start: string } };
const settings = [...read("src/shared/config.ts").matchAll(/^ {2}([A-Z_]+): z?/gm)].map(([, name = ""]) => name);
const dockerfile = read("Dockerfile");
const compose = read("compose.yaml");
const unit = read("deploy/faellesbro.service");

/** What only compose and the servers beside the site read. */
const BESIDE = ["SITE_DOMAIN", "MEILI_MASTER_KEY"];
const SECRETS = ["CASE_KEYS", "SMTP_URL", "OIDC_CLIENT_SECRET", "METRICS_TOKEN", "MEILI_ADMIN_KEY", "MEILI_MASTER_KEY"];

describe("Secrets", () => {
  it("are in a file that neither git nor the image takes", () => {
    expect(linesOf(".gitignore")).toEqual(
      expect.arrayContaining([".env", ".env.*", "!.env.example", "var/", "*.db", "*.tar.gz"]),
    );
    expect(linesOf(".dockerignore")).toEqual(
      expect.arrayContaining([".env", ".env.*", "var", ".git", "*.db", "*.tar.gz"]),
    );
    expect(linesOf(".dockerignore").filter((line) => line.startsWith("!"))).toEqual([]);
  });

  it.skipIf(!existsSync(join(ROOT, ".git")))("have never been taken into git", () => {
    const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0");
    expect(
      tracked.filter((file) => /(^|\/)\.env(\.|$)|\.(db|pem|key)$|^var\//.test(file) && file !== ".env.example"),
    ).toEqual([]);
  });

  it("stand empty in the example, which names each setting of a real site that has no default", () => {
    const example = new Map(
      linesOf(".env.example").flatMap((line) =>
        /^[A-Z]/.test(line) ? [line.split(/=(.*)/, 2) as [string, string]] : [],
      ),
    );
    for (const secret of SECRETS) expect(example.get(secret)).toBe("");
    expect([...example.keys()].filter((name) => ![...settings, ...BESIDE].includes(name))).toEqual([]);
    for (const needed of ["NODE_ENV", "DATA_DIR", "TRUST_PROXY", "SITE_URL", "TILE_URL", "MEILI_URL"])
      expect(example.has(needed)).toBe(true);
  });

  it("of one container are not given to another", () => {
    expect(serviceOf("site")).not.toContain("MEILI_MASTER_KEY");
    expect(serviceOf("search")).not.toMatch(/CASE_KEYS|SMTP_URL/);
    expect(serviceOf("proxy")).not.toMatch(/CASE_KEYS|SMTP_URL|MEILI/);
    expect(compose).not.toContain("env_file");
  });
});

describe("The container", () => {
  it("starts the site as npm start does, without npm between it and the signal to stop", () => {
    const [command = ""] = /^CMD (\[.*\])$/m.exec(dockerfile)?.slice(1) ?? [];
    expect(startOf((JSON.parse(command) as string[]).join(" "), dockerfile)).toBe(scripts.start.replace("exec ", ""));
  });

  it("runs without root over files that it cannot change, from a base of one version, and is looked after", () => {
    expect(dockerfile).toMatch(/^ARG BASE=node:\d+\.\d+\.\d+-\w+-slim$/m);
    expect(dockerfile.indexOf("USER node")).toBeGreaterThan(dockerfile.lastIndexOf("RUN "));
    expect(dockerfile).not.toMatch(/COPY .*--chown/);
    expect(dockerfile).toContain("HEALTHCHECK");
    expect(dockerfile.match(/^RUN npm .*$/gm)).toEqual(["RUN npm ci --omit=dev", "RUN npm run build"]);
  });

  it.each(["proxy", "site", "search"])("%s has few rights, small logs and an image of one version", (name) => {
    const common = /^x-service: &service\n((?: {2}.*\n)+)/m.exec(compose)?.[1] ?? "";
    for (const line of ["no-new-privileges:true", "cap_drop: [ALL]", "max-size: 10m", "restart: unless-stopped"])
      expect(common).toContain(line);
    expect(serviceOf(name)).toContain("<<: *service");
    expect(serviceOf(name)).toMatch(/^ {4}(build: \.|image: [\w/]+:v?\d+\.\d+\S*)$/m);
  });

  it("of the site can be reached through the proxy alone", () => {
    expect(serviceOf("proxy")).toContain('ports: ["80:80", "443:443"');
    for (const hidden of ["site", "search"]) expect(serviceOf(hidden)).not.toContain("ports:");
    expect(compose).toContain("search: { internal: true }");
  });

  it("gets only settings that exist", () => {
    const given = [...serviceOf("site").matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name = ""]) => name);
    expect(given).toContain("CASE_KEYS");
    expect(given.filter((name) => !settings.includes(name))).toEqual([]);
  });
});

describe("The unit", () => {
  it("starts the site as npm start does", () => {
    const [, command = ""] = /^ExecStart=\/opt\/faellesbro\/(.*)$/m.exec(unit) ?? [];
    expect(startOf(command, unit)).toBe(scripts.start.replace("exec ", ""));
  });

  it.each([
    "User=faellesbro",
    "EnvironmentFile=/etc/faellesbro/env",
    "StateDirectory=faellesbro",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "Restart=always",
    "LimitNOFILE=65536",
  ])("says %s", (line) => {
    expect(unit.split("\n")).toContain(line);
  });

  it("leaves the site little of the machine", ({ skip }) => {
    const asked = spawnSync("systemd-analyze", ["security", "--offline=yes", join(ROOT, "deploy/faellesbro.service")], {
      encoding: "utf8",
    });
    const [, exposure] = /Overall exposure level for \S+: ([\d.]+)/.exec(asked.stdout ?? "") ?? [];
    if (exposure === undefined) skip("no systemd-analyze here that can look at a file");
    expect(Number(exposure)).toBeLessThan(2);
  });
});

describe("Alerts", () => {
  it("go by numbers that the site tells", () => {
    const told = new Set(
      [...read("src/process/metrics.ts").matchAll(/"(faellesbro_\w+|process_\w+)"/g)].map(([, name = ""]) => name),
    );
    const expressions = [...read("deploy/alerts.yml").matchAll(/^ +expr: (.*)$/gm)].map(
      ([, expression = ""]) => expression,
    );
    expect(expressions.length).toBeGreaterThan(10);
    const used = expressions
      .flatMap((expression) => expression.match(/\b(faellesbro|process)_\w+/g) ?? [])
      .map((name) => name.replace(/_bucket$/, ""));
    expect([...new Set(used)].filter((name) => !told.has(name))).toEqual([]);
  });
});

describe("The papers for a municipality", () => {
  const papers = filesOf(["docs/for-the-municipality/*.md"]);
  const labels = Object.values(SETTINGS).map(({ label }) => label);

  it("are the four that are asked for, a page each", () => {
    expect(papers.map((file) => file.replace(/.*\//, ""))).toEqual([
      "fortegnelse.md",
      "haendelse.md",
      "konsekvensanalyse.md",
      "tilgaengelighedserklaering.md",
    ]);
    for (const file of papers) expect(linesOf(file).length).toBeLessThan(45);
  });

  it("name only settings and files that there are", () => {
    const text = papers.map((file) => read(file).replace(/\s+/g, " ")).join(" ");
    const named = [...text.matchAll(/»([^«]+)«/g)]
      .map(([, name = ""]) => name)
      .filter((name) => /^(Slet|Skal|Hvem|Hvad|Databeskyttelses)/.test(name));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !labels.includes(name as never))).toEqual([]);
    const files = [...text.matchAll(/`((?:docs|tests)\/[\w./-]+|SECURITY\.md)`/g)].map(([, name = ""]) => name);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

function linesOf(file: string): string[] {
  return read(file).split("\n").filter(Boolean);
}

function serviceOf(name: string): string {
  const services = compose.slice(compose.indexOf("\nservices:"), compose.indexOf("\nnetworks:"));
  return new RegExp(`^ {2}${name}:\\n((?: {4}.*\\n|\\n)+)`, "m").exec(services)?.[1] ?? "";
}

/** A command and the allocator's setting beside it, as the script writes them. */
function startOf(command: string, around: string): string {
  return `env MALLOC_ARENA_MAX=${/MALLOC_ARENA_MAX=(\d)/.exec(around)?.[1]} ${command.replace("node_modules/.bin/", "")}`;
}
