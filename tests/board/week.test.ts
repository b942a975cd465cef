import { expect, it } from "vitest";
import { findWeek } from "../../src/board/week.ts";
import { EmbeddedIndex } from "../../search/embedded/postings-index.ts";
import { readAllDocuments } from "../../search/read-documents.ts";
import { openSite } from "../search/site.ts";
import { NOW } from "../world.ts";

const site = openSite();

it("What is called off stands in the week where it would have been, for whoever looks for such a thing", async () => {
  site.publish(
    {
      id: "kor",
      themes: ["musik"],
      title: "Kor",
      when: [
        ["2026-11-26", "19:00", 90, "cancelled"],
        ["2026-12-03", "19:00", 90],
      ],
    },
    {
      id: "strik",
      title: "Strik",
      when: [
        ["2026-11-26", "10:00", 90],
        ["2026-11-26", "20:00", 60],
      ],
    },
    { id: "slut", title: "Dans", when: [["2026-11-26", "12:00", 90, "cancelled"]] },
  );
  const index = new EmbeddedIndex();
  for (const document of readAllDocuments(site.db.$client, NOW)) index.put(document);
  index.settle();
  const engine = { search: async (...asked: Parameters<EmbeddedIndex["search"]>) => index.search(...asked) };
  const thursday = async (address: string) => {
    const { days } = await findWeek(site.db, engine, new URLSearchParams(address), NOW);
    const day = days.find(({ date }) => date === "2026-11-26");
    return [day?.total, day?.cards.map(({ id, next, calledOff }) => (calledOff === next ? `${id} off` : id))];
  };
  expect(await thursday("")).toEqual([1, ["strik", "kor off"]]);
  expect(await thursday("q=kor")).toEqual([0, ["kor off"]]);
  expect(await thursday("q=strik")).toEqual([1, ["strik"]]);
  expect(await thursday("tid=formiddag")).toEqual([1, ["strik"]]);
  site.remove();
});
