import type { Db } from "../../db/client.ts";
import { letOthersWrite } from "../../db/write.ts";
import { openRefiling } from "../activities/refiling.ts";

/** Files activities under their areas anew after borders have changed, in steps. Answers how many moved. */
export async function refileAreas(db: Db): Promise<number> {
  const step = openRefiling(db);
  let moved = 0;
  for (let some = step(); some !== null; some = step()) {
    moved += some;
    await letOthersWrite();
  }
  return moved;
}
