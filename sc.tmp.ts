import { openTown, rowsOf, satisfied } from "./tests/search/needs.ts";
const ask = openTown(); const out = [];
for (const f of ["needs-given.json", "needs-own.json"]) { const rows = rowsOf(f); const { missed } = await satisfied(rows, ask); out.push(`${rows.length - missed.length}/${rows.length}`); if (process.env.V) console.log(missed.map((m) => m.slice(0, 60)).join("\n")); }
console.log(process.env.STEP, out.join("  "));
