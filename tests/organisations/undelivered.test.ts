import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { mails } from "../../db/schema.ts";
import { queueMail } from "../../src/mail/outbox.ts";
import { countUndelivered, dropUndelivered, sendAgain, undeliveredMails } from "../../src/editing/undelivered.ts";
import { undeliveredTexts } from "../../src/texts/undelivered.ts";
import { filesOf, read } from "../harness/imports.ts";
import { NOW, openSettledTown, refusalOf, type SettledTown } from "../world.ts";

const letter = { to: "lis@bro.example", subject: "Hemmeligt", text: "Hemmeligt", kind: "invitation" };
let town: SettledTown;
beforeEach(() => {
  town = openSettledTown();
  for (let n = 0; n < 4; n++) queueMail(town.db, town.box.keys, letter, NOW);
  const { db } = town;
  db.update(mails).set({ attempts: 10, lastError: "ECONNECTION" }).where(eq(mails.id, 1)).run();
  db.update(mails).set({ attempts: 10, lastError: "EENVELOPE 550" }).where(eq(mails.id, 2)).run();
  db.update(mails).set({ sealed: null, lastError: null, attempts: 3 }).where(eq(mails.id, 3)).run();
});
const listed = () => undeliveredMails(town.db, town.ellen).rows.map(({ id }) => id);

describe("Mails that did not get through", () => {
  it("are seen by editors alone: what kind, since when and why, never to whom", () => {
    const { db, ellen, lis } = town;
    const list = undeliveredMails(db, ellen);
    expect(list.rows).toEqual([
      { id: 1, kind: "invitation", createdAt: NOW, code: "ECONNECTION", trouble: "away", isEmptied: false },
      { id: 2, kind: "invitation", createdAt: NOW, code: "EENVELOPE 550", trouble: "refused", isEmptied: false },
      { id: 3, kind: "invitation", createdAt: NOW, code: null, trouble: "other", isEmptied: true },
    ]);
    expect(countUndelivered(db)).toBe(3);
    expect(undeliveredMails(db, lis).rows).toEqual([]);
    expect(undeliveredMails(db, null).rows).toEqual([]);
  });

  it("are tried again from the beginning when an editor says so, one or all", () => {
    const { db, ellen } = town;
    sendAgain(db, ellen, 1, NOW + 1);
    expect(db.select().from(mails).where(eq(mails.id, 1)).get()).toMatchObject({ attempts: 0, notBefore: NOW + 1 });
    expect(listed()).toEqual([2, 3]);
    sendAgain(db, ellen, null, NOW + 1);
    expect(listed()).toEqual([3]);
  });

  it("are taken off the list by an editor; one that still waits is not", () => {
    const { db, ellen } = town;
    dropUndelivered(db, ellen, 3);
    dropUndelivered(db, ellen, 4);
    expect(listed()).toEqual([1, 2]);
    expect(db.select().from(mails).all()).toHaveLength(3);
  });

  it("are nobody else's business", () => {
    const { db, lis } = town;
    expect(refusalOf(() => sendAgain(db, lis, null, NOW))).toBe("notYours");
    expect(refusalOf(() => dropUndelivered(db, lis, 1))).toBe("notYours");
  });

  it("have a Danish name, whatever their kind", () => {
    const kinds = filesOf(["src/mail/**/*.ts", "src/{casework,referrals}/letters.ts"]).flatMap((file) =>
      [...read(file).matchAll(/kind: "([a-z-]+)"/g)].map(([, kind = ""]) => kind),
    );
    expect(kinds.length).toBeGreaterThan(15);
    expect([...new Set(kinds)].filter((kind) => !undeliveredTexts.kinds[kind])).toEqual([]);
  });
});
