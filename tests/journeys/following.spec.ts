import ICAL from "ical.js";
import { expect, test } from "./support.ts";

test.describe("Programs that follow the board", () => {
  test("read its feeds, its calendar and its map", async ({ page, request }) => {
    await page.goto("/was");
    for (const path of ["/tavle.rss?tema=mad", "/tavle.atom?tema=mad", "/sitemap.xml"]) {
      const answer = await request.get(path);
      const found = await page.evaluate(
        (text) => {
          const file = new DOMParser().parseFromString(text, "application/xml");
          return {
            broken: file.querySelectorAll("parsererror").length,
            items: file.querySelectorAll("item, entry, url").length,
          };
        },
        await answer.text(),
      );
      expect(found.broken, path).toBe(0);
      expect(found.items, path).toBeGreaterThan(10);
    }
    const calendar = await request.get("/tavle.ics?omraade=viby");
    expect(ICAL.Component.fromString(await calendar.text()).getAllSubcomponents("vevent").length).toBeGreaterThan(10);
    const again = await request.get("/tavle.ics?omraade=viby", {
      headers: { "if-none-match": calendar.headers()["etag"] ?? "" },
    });
    expect(again.status()).toBe(304);
    expect(await (await request.get("/robots.txt")).text()).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m);
  });

  test("see an activity's picture and its dates, and the page stays within its rules", async ({ page, request }) => {
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto("/?q=strik");
    await page.locator(".card .name a").first().click();
    const picture = new URL((await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "");
    const answer = await request.get(picture.pathname);
    expect(answer.headers()["content-type"]).toBe("image/png");
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as {
      "@graph": { "@type": string }[];
    };
    expect(data["@graph"][0]?.["@type"]).toBe("Event");
    expect(complaints).toEqual([]);
  });
});
