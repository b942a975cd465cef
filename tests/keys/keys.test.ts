import { find } from "../../src/casework/find.ts";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import * as schema from "../../db/schema.ts";
import { hasSecondFactor } from "../../src/accounts/second-factor.ts";
import { arrivalsFor } from "../../src/upkeep/arrivals.ts";
import { sayComing } from "../../src/upkeep/coming.ts";
import { openReports } from "../../src/upkeep/reports.ts";
import { countLost, giveUp } from "../../src/keys/give-up.ts";
import { fittingRing } from "../../src/keys/ring.ts";
import { rotate, rotateSome } from "../../src/keys/rotate.ts";
import { keysInUse, SEALED, tryKeys } from "../../src/keys/sealed.ts";
import { queueMail } from "../../src/mail/outbox.ts";
import { addNote } from "../../src/casework/contact.ts";
import { askForHelp } from "../../src/referrals/intake.ts";
import { openCase } from "../../src/casework/view.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { isClosed, isKeysClosed, type KeyRing } from "../../src/shared/seal.ts";
import { ask, KIRSTEN } from "../casework/support.ts";
import { ALL, newKey, openSealedTown, readAllOf, type SealedTown } from "./sealed-town.ts";
import { NEXT_TUESDAY, NOW, type SettledTown, waitingLetters } from "../world.ts";

const PHONE = "+4541860900";
const silently = () => undefined;

let sealed: SealedTown;
let town: SettledTown;
let maria: Viewer;
let caseId: string;
let old: KeyRing;
let both: KeyRing;
let alone: KeyRing;
beforeEach(() => {
  sealed = openSealedTown();
  ({ town, maria, caseId, old, both, alone } = sealed);
});

const readAll = (keys: KeyRing) => readAllOf(sealed, keys);

describe("Somebody who changes the keys", () => {
  it("seals everything anew, throws the old key away, and all can still be read and found", async () => {
    const { $client } = town.db;
    expect(await rotate($client, both, silently)).toBe(16);
    expect([...keysInUse($client)]).toEqual([["new", 17]]);
    expect(readAll(alone)).toEqual(ALL);
    expect(isClosed(fittingRing($client, alone, {} as never))).toBe(false);
    expect(await rotate($client, both, silently)).toBe(0);
  });

  it("is never in a state in which something cannot be read or found, wherever it is cut off", () => {
    expect(readAll(both)).toEqual(ALL);
    for (const sealed of SEALED) {
      let step = rotateSome(town.db.$client, both, sealed, 0);
      expect(step).not.toBeNull();
      for (; step; step = rotateSome(town.db.$client, both, sealed, step.to)) expect(readAll(both)).toEqual(ALL);
    }
    expect(readAll(alone)).toEqual(ALL);
  });

  it("finds in the middle both the cases of before and those of after by their number, and each as the other's", () => {
    const { db, box } = town;
    const again = ask(db, { ...box, keys: both }, { name: "Kirsten igen" }, NOW + 1).id;
    expect(find(db, both, maria, { contact: PHONE })[0]?.id).toBe(again);
    expect(openCase(db, both, maria, again, NOW + 2)?.sameNumber.map(({ id }) => id)).toEqual([caseId]);
    expect(openCase(db, both, maria, caseId, NOW + 2)?.sameNumber.map(({ id }) => id)).toEqual([again]);
  });

  it("gives somebody who presses twice, before and after, one case and one link", () => {
    const { db, box } = town;
    const request = { ...KIRSTEN, formId: "form" };
    const first = askForHelp(db, box, request, NOW);
    expect(askForHelp(db, { ...box, keys: both }, request, NOW + 1)).toEqual(first);
  });

  it("takes the numbers along that were stored before an index named its key", async () => {
    const { db } = town;
    db.$client.exec("UPDATE cases SET phone_index = substr(phone_index, instr(phone_index, ':') + 1)");
    expect(find(db, old, maria, { contact: PHONE })[0]?.id).toBe(caseId);
    await rotate(db.$client, old, silently);
    expect([...keysInUse(db.$client).keys()]).toEqual(["t"]);
    expect(find(db, old, maria, { contact: PHONE })[0]?.id).toBe(caseId);
  });

  it("does not bring back what was erased or sent meanwhile", async () => {
    const { db } = town;
    db.update(schema.cases).set({ wrappedKey: null, sealedPerson: null, phoneIndex: null }).run();
    db.update(schema.mails).set({ sealed: null }).run();
    expect(await rotate(db.$client, both, silently)).toBe(9);
    expect(db.select().from(schema.cases).get()).toMatchObject({ wrappedKey: null, phoneIndex: null });
  });
});

describe("A key that is not the right one", () => {
  const told: unknown[] = [];
  const log = { error: (what: unknown) => told.push(what) } as never;
  beforeEach(() => (told.length = 0));

  it.each([
    ["is lost", (): KeyRing => ({ keys: [newKey("new")] }), { missing: ["t"], wrong: [] }],
    ["is another under the same name", (): KeyRing => ({ keys: [newKey("t")] }), { missing: [], wrong: ["t"] }],
  ])("closes the ring when the right one %s, and the log names keys by their ids alone", (_, wrongRing, fault) => {
    const ring = wrongRing();
    expect(isClosed(fittingRing(town.db.$client, ring, log))).toBe(true);
    expect(told).toEqual([{ needed: ["t"], given: ring.keys.map(({ id }) => id), ...fault }]);
    expect(JSON.stringify(told)).not.toContain(ring.keys[0]!.key.toString("base64").slice(0, 20));
  });

  it("is noticed wherever it is needed, and only there", () => {
    const { $client } = town.db;
    for (const only of SEALED) {
      $client.exec("BEGIN");
      for (const { table } of SEALED) if (table !== only.table) $client.exec(`DELETE FROM ${table}`);
      expect(tryKeys($client, alone).missing, only.table).toEqual(["t"]);
      $client.exec("ROLLBACK");
    }
    for (const { table } of SEALED) $client.exec(`DELETE FROM ${table}`);
    expect(tryKeys($client, alone)).toEqual({ needed: [], missing: [], wrong: [] });
  });

  it("lets nobody seal or open anything: it is refused, not done with another key", () => {
    const { db, box } = town;
    const closed = { ...box, keys: fittingRing(db.$client, alone, log) };
    const deeds = [
      () => ask(db, closed),
      () => addNote(db, closed.keys, maria, caseId, "Mere", NOW),
      () => openCase(db, closed.keys, maria, caseId, NOW),
      () => find(db, closed.keys, maria, { contact: PHONE }),
      () => sayComing(db, closed, "a", { name: "Ole", start: NEXT_TUESDAY, alone: true }, NOW),
      () => queueMail(db, closed.keys, { kind: "reset", to: "bo@bro.example", subject: "s", text: "t" }, NOW),
    ];
    for (const deed of deeds) {
      try {
        deed();
        expect.unreachable();
      } catch (thrown) {
        expect(isKeysClosed(thrown), String(thrown)).toBe(true);
      }
    }
    expect(readAll(old)).toEqual(ALL);
  });
});

describe("Somebody who has lost a key for good", () => {
  const letGo = (keys: KeyRing) => giveUp(town.db, { ...town.box, keys }, town.ellen, NOW, silently);

  it("gives up what it had sealed and nothing else, and the desk opens with the new one", async () => {
    const { db, box, lis, ellen } = town;
    const kept = ask(db, { ...box, keys: alone }, { name: "Ole", phone: "+4541860901" }).id;
    expect([...countLost(db.$client, alone)].map(([table]) => table)).toEqual(SEALED.map(({ table }) => table));
    await letGo(alone);
    expect(countLost(db.$client, alone)).toEqual(new Map());
    expect(isClosed(fittingRing(db.$client, alone, {} as never))).toBe(false);
    expect(openCase(db, alone, maria, kept, NOW)?.person.name).toBe("Ole");
    expect(db.select().from(schema.cases).where(eq(schema.cases.id, caseId)).get()).toMatchObject({
      state: "closed",
      wrappedKey: null,
      phoneIndex: null,
    });
    expect(
      db
        .select()
        .from(schema.caseEvents)
        .all()
        .filter(({ sealedText }) => sealedText !== null),
    ).toEqual([]);
    expect(openReports(db, alone, ellen).rows[0]?.text).toBeNull();
    expect(arrivalsFor(db, alone, lis, "a", NOW)).toEqual([]);
    expect(hasSecondFactor(db, maria.id)).toBe(false);
    expect(waitingLetters(db, { ...box, keys: alone }).map(({ to }) => to)).toContain(maria.email);
  });

  it("loses nothing as long as the keys open all", async () => {
    await letGo(both);
    expect(readAll(both)).toEqual(ALL);
  });
});
