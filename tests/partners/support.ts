import type { OpenDb } from "../../db/client.ts";
import { gaps, searchGaps, suggestions } from "../../db/schema.ts";
import { type Gap, gapOfKey } from "../../src/casework/talk/wished-gaps.ts";
import { newId } from "../../src/shared/ids.ts";
import { instantOf } from "../../src/shared/time.ts";
import { TEAM } from "../world.ts";

/** A brobygger has noted it so often in a month. */
export function noted(db: OpenDb, key: string, times: number, { month = "2026-08", teamId = TEAM } = {}): void {
  for (let n = 0; n < times; n++)
    db.insert(gaps)
      .values({ ...gapOfKey(key), teamId, month })
      .run();
}

/** It was sought in vain so often in a month. */
export function sought(db: OpenDb, key: string, count: number, month = "2026-08"): void {
  db.insert(searchGaps)
    .values({ ...gapOfKey(key), month, count })
    .run();
}

/** So many wrote on the board on that day that they miss it. */
export function wished(
  db: OpenDb,
  { area, theme }: Pick<Gap, "area" | "theme">,
  times: number,
  on = "2026-08-04",
): void {
  for (let n = 0; n < times; n++)
    db.insert(suggestions)
      .values({ id: newId(), wish: `Ønske ${n}`, area, theme, createdAt: instantOf(on, "09:00") })
      .run();
}
