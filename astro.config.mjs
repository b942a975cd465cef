import node from "@astrojs/node";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";
import { OF_MANY_FILES } from "./src/process/build.ts";
import { developmentRuntime } from "./src/process/development.ts";

export default defineConfig({
  output: "server",
  adapter: node({ mode: "middleware", experimentalDisableStreaming: true, bodySizeLimit: 12 * 1024 * 1024 }),
  integrations: [preact(), developmentRuntime()],
  trailingSlash: "never",
  session: false,
  devToolbar: { enabled: false },
  build: { inlineStylesheets: "never" },
  // No page is Markdown, and its highlighter writes styles that the content policy drops.
  markdown: { syntaxHighlight: false },
  server: { host: process.env["HOST"] ?? "127.0.0.1", port: Number(process.env["PORT"] ?? 4321) },
  vite: {
    build: { assetsInlineLimit: 0 },
    server: { watch: { ignored: ["**/var/**", "**/dist/**"] } },
    ssr: {
      external: ["better-sqlite3", "@node-rs/argon2", "pino", "sharp"],
      noExternal: OF_MANY_FILES.map((name) => new RegExp(`^${name}`)),
    },
  },
  security: {
    // The middleware checks where a post comes from: pages behind a token send no referrer, and so an `Origin: null`.
    checkOrigin: false,
    allowedDomains: [{}],
    actionBodySizeLimit: 11 * 1024 * 1024,
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ],
      styleDirective: { resources: ["'self'"] },
    },
  },
});
