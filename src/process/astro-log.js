import { log } from "../shared/log.ts";

/**
 * Where Astro's own words go: into the log of the process, without the addresses in them. Astro reads it as JavaScript
 * alone.
 */
export default function logDestination() {
  return {
    /** @param {{ level: string; label: string | null; message: string }} event */
    write({ level, label, message }) {
      const write = level === "error" ? "error" : level === "warn" ? "warn" : "info";
      log[write]({ astro: label }, withoutAddresses(message));
    },
  };
}

/** @param {string} text */
function withoutAddresses(text) {
  return text.replace(/\bhttps?:\/\/\S+/g, "…");
}
