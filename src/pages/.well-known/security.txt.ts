import type { APIRoute } from "astro";
import { readSetting } from "#db/settings.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";
import { DAY } from "../../shared/time.ts";

/** RFC 9116 asks for less than a year. */
const HOLDS_DAYS = 180;

/** Where to report a weakness (RFC 9116); nowhere to be found until an editor has said who reads it. */
export const GET: APIRoute = ({ rewrite }) => {
  const { config, db, now } = runtime();
  const contact = contactOf(readSetting(db, "securityContact").trim());
  if (!contact) return rewrite(paths.notFound);
  const lines = {
    Contact: contact,
    Expires: new Date(now() + HOLDS_DAYS * DAY).toISOString(),
    "Preferred-Languages": "da, en",
    Canonical: `${config.siteUrl}/.well-known/security.txt`,
  };
  const text = Object.entries(lines).map(([name, value]) => `${name}: ${value}\n`);
  return new Response(text.join(""), { headers: { "content-type": "text/plain; charset=utf-8" } });
};

function contactOf(said: string): string | null {
  if (/^[^\s@:]+@[^\s@]+$/.test(said)) return `mailto:${said}`;
  return /^https:\/\/\S+$/.test(said) ? said : null;
}
