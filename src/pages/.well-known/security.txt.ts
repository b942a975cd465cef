import type { APIRoute } from "astro";
import { runtime } from "../../runtime.ts";

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** Where to report a weakness (RFC 9116). */
export const GET: APIRoute = () => {
  const { config, now } = runtime();
  const host = new URL(config.siteUrl).hostname;
  const expires = new Date(now() + YEAR).toISOString();
  return new Response(
    `Contact: mailto:sikkerhed@${host}\nExpires: ${expires}\nPreferred-Languages: da, en\nCanonical: ${config.siteUrl}/.well-known/security.txt\n`,
    {
      headers: { "content-type": "text/plain; charset=utf-8" },
    },
  );
};
