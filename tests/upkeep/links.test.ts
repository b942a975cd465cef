import { describe, expect, it } from "vitest";
import { linkHolder, makeLink, readLink } from "../../src/upkeep/links.ts";
import { addActivity, DAY, NOW, openSettledTown } from "../world.ts";

describe("Links in mails", () => {
  it("hold for 60 days and are stored as a hash", async () => {
    const { db } = openSettledTown();
    addActivity(db, { id: "a" });
    const token = makeLink(db, "cancel", "a", NOW);
    expect(JSON.stringify(db.$client.prepare("SELECT * FROM activity_links").all())).not.toContain(token);
    expect(readLink(db, token, NOW + 60 * DAY - 1)).toMatchObject({ kind: "cancel", activityId: "a" });
    expect(readLink(db, token, NOW + 60 * DAY)).toBeNull();
    expect(readLink(db, "x".repeat(43), NOW)).toBeNull();
    expect(linkHolder({ organisationId: "viby-bibliotek" }).memberships).toEqual([
      { role: "contact", scope: "viby-bibliotek" },
    ]);
  });
});
