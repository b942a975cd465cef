import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { activities, gaps, suggestions } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { soughtInVain } from "../../src/board/search-statistics.ts";
import { keyOf } from "../../src/casework/talk/wished-gaps.ts";
import { QUARTERS, type Span, spanOf } from "../../src/figures/span.ts";
import { sayMet } from "../../src/partners/answers.ts";
import { missedHere, missedOutside, openRegister } from "../../src/partners/register.ts";
import { openDesk } from "../casework/support.ts";
import { addActivity, addOrganisation, contactOf, NOW, TEAM } from "../world.ts";
import { noted, sought, wished } from "./support.ts";

const KEY = "viby|haandarbejde|hverdag aften";
const QUARTER = spanOf({ year: 2026, quarter: 3 });
const YEAR: Span = spanOf({ year: 2026, quarter: null });

let db: OpenDb;
let maria: Viewer;
let stranger: Viewer;
beforeEach(() => {
  ({ db, maria, stranger } = openDesk());
});
const ofMaria = () => openRegister(db, maria, soughtInVain(db, QUARTER), NOW);
const outside = (months = QUARTER) => missedOutside(db, TEAM, months, soughtInVain(db, months));

describe("A brobygger who looks at what is missing", () => {
  it("sees what was noted, sought in vain and wished as one line each, with how often", () => {
    noted(db, KEY, 2);
    sought(db, KEY, 7);
    sought(db, "hasle|spil|", 4);
    wished(db, { area: "viby", theme: "haandarbejde" }, 1);
    expect(ofMaria()).toEqual([
      {
        area: "viby",
        theme: "haandarbejde",
        time: "hverdag aften",
        noted: 2,
        sought: 7,
        wished: 0,
        teamId: TEAM,
        latest: "2026-08",
      },
      { area: "viby", theme: "haandarbejde", time: "", noted: 0, sought: 0, wished: 1, teamId: TEAM, latest: null },
    ]);
  });

  it("does not see what another team noted, nor wishes that an editor has taken off", () => {
    noted(db, KEY, 3, { teamId: "andre" });
    wished(db, { area: "viby", theme: "spil" }, 1);
    db.update(suggestions).set({ closedAt: NOW }).run();
    expect(ofMaria()).toEqual([]);
    expect(openRegister(db, stranger, [], NOW)).toMatchObject([{ teamId: "andre", noted: 3 }]);
  });

  it("sees no more what an activity on the board meets, until it is noted anew or leaves the board", () => {
    addOrganisation(db, "Viby Bibliotek");
    addActivity(db, { id: "strik" });
    noted(db, KEY, 2);
    sought(db, KEY, 7);
    sayMet(db, maria, { ...ofMaria()[0]! }, { activity: "strik", address: "" }, NOW);
    expect(ofMaria()).toEqual([]);
    noted(db, KEY, 1);
    expect(ofMaria()).toMatchObject([{ noted: 1, sought: 0 }]);
    db.update(activities).set({ state: "withdrawn" }).run();
    expect(ofMaria()).toMatchObject([{ noted: 1, sought: 7 }]);
  });

  it("still sees what the public seeks where only referred citizens have something", () => {
    addOrganisation(db, "Viby Bibliotek");
    addActivity(db, { id: "strik", audience: "referred" });
    noted(db, KEY, 2);
    sought(db, KEY, 7);
    db.update(activities).set({ audience: "all" }).run();
    sayMet(db, maria, { ...ofMaria()[0]! }, { activity: "strik", address: "" }, NOW);
    db.update(activities).set({ audience: "referred" }).run();
    expect(ofMaria()).toMatchObject([{ noted: 0, sought: 7 }]);
  });
});

describe("Whoever follows the work of a team from outside", () => {
  it("sees what was missed in the period from five up, and only the multiple of five below it", () => {
    noted(db, KEY, 3);
    sought(db, KEY, 8);
    noted(db, "hasle|spil|", 4);
    noted(db, "aaby|musik|", 9, { month: "2026-11" });
    expect(outside()).toEqual([{ area: "viby", theme: "haandarbejde", time: "hverdag aften", atLeast: 10, met: null }]);
  });

  it("cannot reckon any number from a year beside its quarters: two at least fit each", () => {
    const many = fc.integer({ min: 0, max: 14 });
    fc.assert(
      fc.property(fc.tuple(many, many, many, many), (counts) => {
        db.delete(gaps).run();
        counts.forEach((times, at) => noted(db, KEY, times, { month: `2026-${String(at * 3 + 2).padStart(2, "0")}` }));
        const shown = (months: Span) => missedOutside(db, TEAM, months, [])[0]?.atLeast ?? 0;
        const quarters = QUARTERS.map((quarter) => shown(spanOf({ year: 2026, quarter })));
        const year = shown(YEAR);
        for (const [at, floor] of quarters.entries()) {
          const others = quarters.reduce((sum, one, other) => sum + (other === at ? 0 : one), 0);
          const fits = [0, 1, 2, 3, 4]
            .map((more) => floor + more)
            .filter((value) => value + others <= year + 4 && value + others + 3 * 4 >= year);
          expect(fits.length, `${counts.join()} in quarter ${at + 1}`).toBeGreaterThan(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is told by what it was met, and never the name of a group for referred citizens", () => {
    addOrganisation(db, "Viby Bibliotek");
    addActivity(db, { id: "strik" });
    noted(db, KEY, 6);
    sayMet(db, maria, { ...ofMaria()[0]! }, { activity: "strik", address: "" }, NOW);
    expect(outside()[0]?.met?.activity).toMatchObject({ slug: "strik", isPublic: true, forReferred: false });
    db.update(activities).set({ audience: "referred" }).run();
    expect(outside()[0]?.met?.activity).toMatchObject({ isPublic: false, forReferred: true });
  });
});

describe("An association", () => {
  it("sees what is missed where it has activities, of all teams together", () => {
    const lis = contactOf(db, addOrganisation(db, "Viby Bibliotek"));
    noted(db, KEY, 3);
    noted(db, KEY, 3, { teamId: "andre" });
    noted(db, "hasle|spil|", 9);
    expect(missedHere(db, lis, QUARTER, [])).toEqual([]);
    addActivity(db, { id: "strik", area: "viby" });
    expect(missedHere(db, lis, QUARTER, []).map(keyOf)).toEqual([KEY]);
    expect(missedHere(db, null, QUARTER, [])).toEqual([]);
  });
});
