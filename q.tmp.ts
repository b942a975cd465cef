import { openTown } from "./tests/search/needs.ts";
const ask = openTown();
for (const q of process.argv.slice(2)) { const { read, result, cards } = await ask(q); console.log("##", q, "|", JSON.stringify(read.query.q), "lit", result.literal, "tot", result.total, "fit", result.fitting, JSON.stringify(result.unmet), result.matched.slice(0,8).join(",")); for (const [i, h] of result.hits.slice(0, 6).entries()) console.log("   ", h.by, cards[i]?.title); }
