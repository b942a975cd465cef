import { join } from "node:path";
import { connectToWrite } from "../../db/client.ts";
import { writeSetting } from "../../db/settings.ts";
import { openWriter } from "../../db/write.ts";

/**
 * All journeys are one hour of one town, busier than any real one: what its editor may set higher is set higher. That
 * the limits hold is told by faults/limits.
 */
export default async function expectBusyDay(): Promise<void> {
  const db = connectToWrite(join(process.env["E2E_DATA_DIR"] ?? "", "faellesbro.db"));
  await openWriter(db)((tx) => {
    writeSetting(tx, "mailsPerDay", 50);
    writeSetting(tx, "helpPerHourSite", 10_000);
    writeSetting(tx, "formsPerHourSite", 10_000);
  });
  db.$client.close();
}
