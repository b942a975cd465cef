import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, connectToWrite, type OpenDb } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import { openWriter } from "../../db/write.ts";
import { close } from "../../src/casework/deeds.ts";
import { place } from "../../src/casework/placements.ts";
import { openCase } from "../../src/casework/view.ts";
import { eventInWords } from "../../src/casework/course-words.ts";
import { endPass, issuePass, noIn, refusePass, takeBackUse, usePass } from "../../src/passes/deeds.ts";
import { usePassForm } from "../../src/passes/forms.ts";
import { openPass, openPassNo, passesOf, passesOnCase } from "../../src/passes/of-case.ts";
import { fieldsOf } from "../../src/shared/forms.ts";
import { instantOf } from "../../src/shared/time.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { addActivity, NOW, refusalOf } from "../world.ts";
import { openPassDesk } from "./support.ts";

let desk: ReturnType<typeof openPassDesk>;
beforeEach(() => {
  desk = openPassDesk();
});
const refused = (deed: () => unknown) => refusalOf(deed);

describe("A citizen who is short of money", () => {
  it("gets a pass of what the team has set, until the end of next year, and uses it until it is spent", () => {
    expect(desk.issue()).toMatch(/^AP-[2-9A-HJ-NP-Z]{4}$/);
    expect(desk.newest()).toMatchObject({ ore: 100_000, issuedOn: "2026-11-24", lastOn: "2027-12-31", left: 100_000 });
    desk.use(600);
    desk.use(249.5);
    expect(desk.newest().left).toBe(15_050);
    expect(refused(() => desk.use(150.51))).toBe("kroner: passTooMuch");
    desk.use(150.5);
    expect(refused(() => desk.use(1))).toBe("kroner: passSpent");
  });

  it("has one pass at a time, and no more money by ending it and getting another", () => {
    desk.issue();
    expect(refused(() => desk.issue())).toBe("passHasOne");
    desk.use(600);
    endPass(desk.db, desk.maria, desk.id, desk.newest().id, NOW);
    expect(refused(() => desk.use(1))).toBe("passEnded");
    desk.issue();
    expect(desk.newest()).toMatchObject({ ore: 40_000, left: 40_000 });
    desk.use(400);
    endPass(desk.db, desk.maria, desk.id, desk.newest().id, NOW);
    expect(refused(() => desk.issue())).toBe("passSpent");
    const later = instantOf("2028-01-01", "00:00");
    desk.issue(later);
    expect(desk.newest()).toMatchObject({ ore: 100_000, issuedOn: "2028-01-01", lastOn: "2029-12-31" });
  });

  it("gets none where the team gives none; the one that was given still holds", () => {
    desk.issue();
    writeSetting(desk.db, "passOn", 0);
    desk.use(100);
    endPass(desk.db, desk.maria, desk.id, desk.newest().id, NOW);
    expect(refused(() => desk.issue())).toBe("passOff");
  });

  it("uses it on the last evening of its last year in Copenhagen, and not a minute later", () => {
    desk.issue();
    const eve = instantOf("2027-12-31", "23:59");
    desk.use(100, "2027-12-31", { now: eve });
    expect(refused(() => desk.use(100, "2028-01-01", { now: eve }))).toBe("usedOn: notYet");
    expect(refused(() => desk.use(100, "2028-01-01", { now: eve + 60_000 }))).toBe("usedOn: passExpired");
    desk.use(100, "2027-12-31", { now: eve + 60_000 });
    expect(refused(() => desk.use(100, "2026-11-23"))).toBe("usedOn: passBefore");
    expect(desk.newest().left).toBe(80_000);
  });

  it("uses it only where it says folkeoplysende, chosen or by the address that somebody pasted", () => {
    desk.issue();
    expect(refused(() => desk.use(100, undefined, { chosen: "fitness" }))).toBe("chosen: passNotForThis");
    const at = (slug: string) => ({ address: `https://bro.example/aktiviteter/${slug}?x=1` });
    expect(refused(() => desk.use(100, undefined, at("fitness")))).toBe("address: passNotForThis");
    expect(refused(() => desk.use(100, undefined, at("findes-ikke")))).toBe("address: notOnBoard");
    expect(refused(() => desk.use(100, undefined, { chosen: "" }))).toBe("address: passWhere");
    addActivity(desk.db, { id: "kladde", facts: ["folkeoplysende"], state: "draft" });
    expect(refused(() => desk.use(100, undefined, at("kladde")))).toBe("address: notOnBoard");
    desk.use(100, undefined, at("kor"));
    expect(desk.newest().uses).toMatchObject([{ activity: { slug: "kor", title: "Strik kor" } }]);
  });
});

describe("A brobygger", () => {
  it("takes a mistake back: it stays in the ledger, and the money is there again, once", () => {
    desk.issue();
    desk.use(400);
    const [use] = desk.newest().uses;
    takeBackUse(desk.db, desk.maria, desk.id, use?.id ?? 0, NOW);
    expect(desk.newest()).toMatchObject({ left: 100_000, uses: [{ ore: 40_000, takenBackAt: NOW }] });
    expect(refused(() => takeBackUse(desk.db, desk.maria, desk.id, use?.id ?? 0, NOW))).toBe("notPossibleNow");
  });

  it("does nothing with the pass of a colleague's case, nor after the course is closed, and does not see it", () => {
    const { db, box, maria, hassan, lead, id } = desk;
    desk.issue();
    desk.use(100);
    const { id: pass, uses } = desk.newest();
    const use = { chosen: "kor", address: "", ore: 100, usedOn: "2026-11-24" };
    for (const by of [hassan, lead]) {
      expect(refused(() => issuePass(db, by, id, NOW))).toBe("notYourCase");
      expect(refused(() => usePass(db, by, id, pass, use, NOW))).toBe("notYourCase");
      expect(refused(() => takeBackUse(db, by, id, uses[0]?.id ?? 0, NOW))).toBe("notYourCase");
      expect(refused(() => endPass(db, by, id, pass, NOW))).toBe("notYourCase");
      expect(refused(() => refusePass(db, by, id, "not-needed", NOW))).toBe("notYourCase");
      expect(openPass(db, by, id, NOW)).toBeNull();
    }
    expect(openPass(db, maria, id, NOW)?.pass.left).toBe(90_000);
    close(db, box.keys, maria, id, { reason: "finished", note: "" }, NOW);
    expect(refused(() => usePass(db, maria, id, pass, use, NOW))).toBe("notYourCase");
  });

  it("writes a no down, and the letter reads the newest from the case", () => {
    const { db, box, maria, hassan, id } = desk;
    expect(openPassNo(db, maria, id, NOW)).toBeNull();
    refusePass(db, maria, id, "spent", NOW);
    refusePass(db, maria, id, "not-needed", NOW);
    expect(openPassNo(db, maria, id, NOW)).toMatchObject({ why: "not-needed", at: NOW });
    expect(openPassNo(db, hassan, id, NOW)).toBeNull();
    const view = openCase(db, box.keys, maria, id, NOW);
    const [no] = view?.events ?? [];
    expect(no && view && eventInWords(no, view)).toBe("Maria sagde nej til aktivitetspas: borgeren kan selv betale");
  });

  it("sees the pass on the case only where the team gives passes or the citizen has one, and what it fits", () => {
    const { db, box, maria, id } = desk;
    const shown = () => {
      const view = openCase(db, box.keys, maria, id, NOW);
      return view && passesOnCase(db, view, NOW);
    };
    expect(shown()).toMatchObject({ running: null, next: { ore: 100_000, lastOn: "2027-12-31" }, places: [] });
    writeSetting(db, "passOn", 0);
    expect(shown()).toBeNull();
    writeSetting(db, "passOn", 1, "andre");
    expect(shown(), "another team gives them").toBeNull();
    writeSetting(db, "passOn", 1);
    desk.issue();
    for (const slug of ["kor", "fitness"])
      place(
        db,
        box.keys,
        maria,
        id,
        { offer: `https://bro.example/aktiviteter/${slug}`, startedOn: "2026-11-20" },
        NOW,
      );
    expect(shown()?.places, "only where it holds").toEqual([{ id: "kor", title: "Strik kor" }]);
    writeSetting(db, "passOn", 0);
    expect(shown()).toMatchObject({ running: { left: 100_000 }, next: null, isOn: false });
  });

  it("types kroner as Danes do, and hears which no of the rules came back", () => {
    const read = (kroner: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ id: "a", pass: "1", kroner, usedOn: "2026-11-24" }))
        form.set(name, value);
      return usePassForm.safeParse(fieldsOf(form)).data?.kroner;
    };
    expect(["250", "249,50", "1.000", "1.000,5 kr.", "50,-"].map(read)).toEqual([
      25_000, 24_950, 100_000, 100_050, 5000,
    ]);
    expect(["0", "-5", "1,000,5", "gratis", ""].map(read)).toEqual(Array(5).fill(undefined));
    expect(noIn({ errors: { kroner: refusals.passTooMuch }, typed: {} })).toBe("too-much");
    expect(noIn({ errors: { kroner: refusals.kroner }, typed: {} })).toBeNull();
    expect(noIn(undefined)).toBeNull();
  });
});

describe("Two who use one pass at the same moment", () => {
  const folder = mkdtempSync(join(tmpdir(), "passes-"));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("do not overspend it: the second sees what the first took", async () => {
    const file = join(folder, "town.db");
    desk.issue();
    await desk.db.$client.backup(file);
    const { maria, id } = desk;
    const { id: pass } = desk.newest();
    const use = { chosen: "kor", address: "", ore: 60_000, usedOn: "2026-11-24" };
    const [one, two]: [OpenDb, OpenDb] = [connectToWrite(file), connectToWrite(file)];

    // While the first is in the middle of it, the second gets no look at the balance that it could write by.
    one.transaction((tx) => {
      usePass(tx, maria, id, pass, use, NOW);
      expect(() => usePass(two, maria, id, pass, use, NOW)).toThrow(/locked/);
      expect(passesOf(two, id)[0]?.left).toBe(100_000);
    });
    expect(refused(() => usePass(two, maria, id, pass, use, NOW))).toBe("kroner: passTooMuch");

    // As two processes of the site write: each by its own queue.
    const writers = [openWriter(one), openWriter(two)];
    const small = { ...use, ore: 5000 };
    const tries = Array.from({ length: 40 }, (_, n) =>
      refusalOf(() => writers[n % 2]!((tx) => usePass(tx, maria, id, pass, small, NOW))),
    );
    const came = await Promise.all(tries);
    expect(came.filter((said) => said === null)).toHaveLength(8);
    expect(came.filter((said) => said === "kroner: passSpent")).toHaveLength(32);
    const after = connect(file);
    expect(passesOf(after, id)[0]).toMatchObject({ left: 0 });
    for (const each of [one, two, after]) each.$client.close();
  });
});

it("The fact decides on the day of the use: taken off the activity, the pass holds there no more", () => {
  desk.issue();
  desk.use(100);
  desk.db.update(activities).set({ facts: [] }).run();
  expect(refused(() => desk.use(100))).toBe("chosen: passNotForThis");
  expect(desk.newest().left).toBe(90_000);
});
