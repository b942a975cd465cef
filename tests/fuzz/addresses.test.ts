import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { expectCalm } from "./answers.ts";
import { tries } from "./size.ts";
import { wildQuery, wildSegment } from "./wild.ts";

const folder = temporaryFolder("fuzz");
let server: RunningServer;

beforeAll(async () => {
  server = await startServer(folder.path);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

describe("Whoever changes an address by hand", () => {
  it.each(["/", "/ugen"])("still sees the page %s", async (path) => {
    await fc.assert(
      fc.asyncProperty(wildQuery, async (query) => {
        const { response, body } = await ask(`${path}?${query}`);
        expect(response.status).toBe(200);
        expect(body).toContain("</html>");
      }),
      tries(80),
    );
  });

  it.each(["/api/aktiviteter", "/api/aktiviteter.geojson"])(
    "gets JSON from %s, and is told what was ignored",
    async (path) => {
      await fc.assert(
        fc.asyncProperty(wildQuery, async (query) => {
          const { response, body } = await ask(`${path}?${query}`);
          expect(response.status).toBe(200);
          expect(JSON.parse(body)).toBeTypeOf("object");
        }),
        tries(120),
      );
    },
  );

  it("sees a help form, whatever the search carried", async () => {
    await fc.assert(
      fc.asyncProperty(wildQuery, async (query) => {
        const { response, body } = await ask(`/hjaelp?${query}`);
        expect(response.status).toBe(200);
        expect(body).toContain("<form");
      }),
      tries(60),
    );
  });

  it.each([
    "/aktiviteter/",
    "/foreninger/",
    "/hjaelp/",
    "/api/",
    "/invitation/",
    "/ny-kode/",
    "/forening/",
    "/brobygger/",
    "/redaktion/",
    "/",
    "/_astro/",
    "/_image?href=",
    "/_actions/",
  ])("meets no fault below %s", async (path) => {
    await fc.assert(
      fc.asyncProperty(wildSegment, async (segment) => {
        await ask(path + segment);
      }),
      tries(25),
    );
  });
});

async function ask(path: string): Promise<{ response: Response; body: string }> {
  const response = await fetch(server.address + path, { redirect: "manual" });
  const body = await response.text();
  expectCalm(response, body);
  return { response, body };
}
