import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { demoHelpRequests, demoLogins } from "../../db/demo/people.ts";
import { caseEvents, cases, mails } from "../../db/schema.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { loadHelpRequests } from "../../db/demo/requests.ts";
import { isLate } from "../../src/casework/open.ts";
import { openPerson } from "../../src/casework/vault.ts";
import { memberships, users } from "../../db/schema.ts";
import { newBox, NOW, openTown, TEAM } from "../world.ts";

let db: OpenDb;
let box: MailBox;
beforeEach(() => {
  db = openTown();
  box = newBox();
  for (const { email, name, role } of demoLogins) {
    db.insert(users).values({ id: email, email, name, passwordHash: "x", createdAt: NOW }).run();
    db.insert(memberships).values({ userId: email, role, scope: TEAM, createdAt: NOW }).run();
  }
  loadHelpRequests(db, box, demoHelpRequests(NOW), NOW);
});

describe("The demo's requests", () => {
  it("stand in every state, some of them late", () => {
    const all = db.select().from(cases).all();
    expect(all).toHaveLength(demoHelpRequests(NOW).length);
    expect(new Set(all.map((row) => row.state))).toEqual(new Set(["new", "taken", "closed"]));
    expect(new Set(all.map((row) => row.door))).toEqual(new Set(["site", "relative", "phone", "drop-in", "letter"]));
    expect(all.some((row) => isLate(row, NOW))).toBe(true);
    expect(all.every((row) => openPerson(box.keys, row)?.name)).toBe(true);
  });

  it("happen in the past, and send no mail to anybody", () => {
    expect(
      db
        .select()
        .from(caseEvents)
        .all()
        .every((event) => event.happenedAt <= NOW),
    ).toBe(true);
    expect(db.select().from(mails).all()).toEqual([]);
  });
});
