import { join } from "node:path";
import { connect, type OpenDb, openDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { openEmbedded } from "../../search/embedded/engine.ts";
import { match } from "../../src/casework/talk/match.ts";
import { EMPTY, type Sheet } from "../../src/casework/talk/sheet.ts";
import { wishesOf } from "../../src/casework/talk/wishes.ts";
import { importLines } from "../../src/exchange/import.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { lineOf } from "../harness/lines.ts";
import { ROOT } from "../harness/root.ts";
import { temporaryFolder } from "../harness/server.ts";
import { BENCH_NOW, corpus } from "./corpus.ts";
import { report } from "./mix.ts";

const ACTIVITIES = 100_000;
const BUDGET = 100;
const HOME = { name: "Viby", lat: 56.1263, lng: 10.1528 };
/** Little, and everything: five things one likes, three kinds of day, an hour, a price, lines, a distance, four needs. */
const SHEETS: Record<string, Sheet> = {
  "after 16, bus 4A, free": { ...EMPTY, earliest: "16:00", lines: "4A", economy: "free" },
  "a full sheet": {
    ...EMPTY,
    likes: "strik, sang, gåture, kortspil, kaffe og snak",
    times: ["man-formiddag", "man-eftermiddag", "tir-formiddag", "ons-eftermiddag", "tor-eftermiddag", "loer-aften"],
    earliest: "10:00",
    economy: "at-most",
    most: 50,
    lines: "4A, 16, letbanen",
    km: 6,
    needs: ["trinfri", "begynder", "vaert", "dropin"],
    pas: true,
  },
};

/** Prints how long the match beside a talk takes when the board holds 100,000 activities. */
export async function measureMatch(): Promise<void> {
  const folder = temporaryFolder("match");
  const dbFile = join(folder.path, "faellesbro.db");
  const first = openDb(dbFile, ROOT);
  insertDefaults(first);
  importLines(first, lines(), BENCH_NOW);
  varyWhatIsWished(first.$client);
  first.$client.close();
  const db = connect(dbFile);
  const quiet = { error: () => {}, warn: () => {}, info: () => {} } as never;
  const engine = await openEmbedded({ dbFile, root: ROOT, log: quiet, now: () => BENCH_NOW });
  await engine.caughtUp();
  const vocabulary = vocabularyOf(db);
  console.info(`\nThe match beside a talk, ${ACTIVITIES} activities`);
  for (const [name, sheet] of Object.entries(SHEETS)) {
    const wishes = wishesOf(sheet, HOME, vocabulary);
    const took: number[] = [];
    for (let round = 0; round < 30; round++) {
      const start = performance.now();
      await match(db, engine, wishes, vocabulary, BENCH_NOW + round * 60_000);
      if (round > 2) took.push(performance.now() - start);
    }
    report(`${name} (${wishes.length} wishes)`, took, BUDGET);
  }
  await engine.close();
  db.$client.close();
  folder.remove();
}

/** Buses, facts and hours, which the corpus has all alike: a third at four o'clock or later, a third by bus 4A. */
function varyWhatIsWished(client: OpenDb["$client"]): void {
  client.exec(`
    UPDATE activities SET bus = CASE rowid % 3 WHEN 0 THEN '4A, 16' WHEN 1 THEN 'Letbanen' END;
    UPDATE activities SET facts = '["trinfri","dropin","vaert","aktivitetspas"]', level = 'beginner' WHERE rowid % 5 < 2 AND facts = '[]';
    UPDATE occurrences SET start = start + 3600000 * h, "end" = "end" + 3600000 * h
      FROM (SELECT id, rowid % 9 AS h FROM activities) a WHERE a.id = occurrences.activity_id`);
}

function* lines(): Generator<string> {
  for (const document of corpus(ACTIVITIES)) yield JSON.stringify(lineOf(document));
}
