import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { isTileSetting } from "./tiles.ts";

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
const flag = z.enum(["0", "1", "true", "false", ""]).transform((value) => value === "1" || value === "true");

const schema = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(4321),
  DATA_DIR: z.string().default("var"),
  SITE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).href)
    .optional(),
  DEMO: flag.optional(),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_ADMIN_KEY: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  CASE_KEYS: z
    .string()
    .regex(
      /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
      "id:base64 of 32 bytes, more than one divided by commas",
    )
    .optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isPrivate, "must be https")
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPE: z.string().default("openid profile email"),
  OIDC_SECOND_STEP: z.string().default(""),
  OIDC_TRUST_EMAIL: flag.default(false),
  TILE_URL: z
    .string()
    .refine(isTileSetting, "must be none, osm, pmtiles:FILE (a name in DATA_DIR) or template|attribution")
    .default("none"),
  TRUST_PROXY: flag.default(false),
  METRICS_TOKEN: z.string().min(16).optional(),
  CLOCK: z.iso.datetime({ offset: true }).optional(),
  NODE_ENV: z
    .enum(["development", "test", "production"], "must be development, test or production")
    .default("development"),
});

export interface Config {
  root: string;
  host: string;
  port: number;
  dataDir: string;
  siteUrl: string;
  /**
   * Whether a new database gets the demo town, and one that is the demo town's is opened: its passwords are known to
   * all.
   */
  demo: boolean;
  production: boolean;
  meiliUrl: string | undefined;
  meiliAdminKey: string | undefined;
  smtpUrl: string | undefined;
  caseKeys: string | undefined;
  /** The municipality's own sign-in; null: passwords alone. */
  directory: DirectorySettings | null;
  tileUrl: string;
  trustProxy: boolean;
  /** Lets somebody read the metrics from another machine. */
  metricsToken: string | undefined;
  /** Epoch ms at which the clock of this process starts; null: the real time. */
  clock: number | null;
}

/** How the site knows the municipality's sign-in (OpenID Connect). */
export interface DirectorySettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** Values of `amr` or `acr` that count as a second step. */
  secondStep: string[];
  /** Whether an address counts as verified of which the directory does not say that it is not. */
  trustsEmail: boolean;
}

/** Reads the settings of the machine (README, "Settings"); refuses wrong ones with a message that names each. */
export function readConfig(root: string, env: Record<string, string | undefined> = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = schema.safeParse(present);
  if (!read.success)
    throw new WrongSetting(read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const set = read.data;
  const production = set.NODE_ENV === "production";
  const missing = production ? (["SITE_URL", "SMTP_URL", "CASE_KEYS"] as const).filter((name) => !set[name]) : [];
  const wrong = missing.map((name) => `${name}: required in production`);
  if (production && set.SITE_URL && !isPrivate(set.SITE_URL))
    wrong.push(
      "SITE_URL: must be https in production, or everybody on the way reads the cookies of who signs in (http only on this very machine)",
    );
  if (production && set.CLOCK) wrong.push("CLOCK: refused in production");
  if (production && set.DEMO) wrong.push("DEMO: refused in production");
  if (set.OIDC_ISSUER || set.OIDC_CLIENT_ID || set.OIDC_CLIENT_SECRET)
    wrong.push(
      ...(["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const)
        .filter((name) => !set[name])
        .map((name) => `${name}: required beside the other OIDC settings`),
    );
  if (wrong.length) throw new WrongSetting(wrong);
  return {
    root,
    host: set.HOST,
    port: set.PORT,
    dataDir: isAbsolute(set.DATA_DIR) ? set.DATA_DIR : join(root, set.DATA_DIR),
    siteUrl: (set.SITE_URL ?? `http://${LOOPBACK.includes(set.HOST) ? set.HOST : "localhost"}:${set.PORT}`).replace(
      /\/+$/,
      "",
    ),
    demo:
      set.DEMO ??
      (set.NODE_ENV === "development" && LOOPBACK.includes(set.HOST) && !set.SITE_URL?.startsWith("https:")),
    production,
    meiliUrl: set.MEILI_URL,
    meiliAdminKey: set.MEILI_ADMIN_KEY,
    smtpUrl: set.SMTP_URL,
    caseKeys: set.CASE_KEYS,
    directory:
      set.OIDC_ISSUER && set.OIDC_CLIENT_ID && set.OIDC_CLIENT_SECRET
        ? {
            issuer: set.OIDC_ISSUER,
            clientId: set.OIDC_CLIENT_ID,
            clientSecret: set.OIDC_CLIENT_SECRET,
            scope: set.OIDC_SCOPE,
            secondStep: set.OIDC_SECOND_STEP.split(",")
              .map((value) => value.trim())
              .filter(Boolean),
            trustsEmail: set.OIDC_TRUST_EMAIL,
          }
        : null,
    tileUrl: set.TILE_URL,
    trustProxy: set.TRUST_PROXY,
    metricsToken: set.METRICS_TOKEN,
    clock: set.CLOCK ? Date.parse(set.CLOCK) : null,
  };
}

/** Whether nobody on the way can read what goes to that address; what is none at all is told by another rule. */
function isPrivate(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || LOOPBACK.includes(hostname.replace(/^\[|\]$/g, ""));
}

/** Settings that the process cannot start with: one line each. */
export class WrongSetting extends Error {
  override name = "WrongSetting";
  constructor(lines: string[]) {
    super(`The site cannot start with these settings:\n${lines.map((line) => `  ${line}`).join("\n")}`);
  }
}
