import { eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { activities, gaps, memberships, organisations, placements, practices } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { cancelDate } from "../../src/activities/date-deeds.ts";
import { publish } from "../../src/activities/publishing.ts";
import { weeklyPractice } from "../../src/activities/weekly.ts";
import { cloneActivity, createDraft, setAudience } from "../../src/activities/writing.ts";
import { take } from "../../src/casework/deeds.ts";
import { endPlacement, place, placementsOf } from "../../src/casework/placements.ts";
import {
  datesOf,
  groupPaper,
  lead,
  leadCopy,
  leadsPractice,
  practiceOf,
  practicesOf,
  refuseUnlessLed,
  stepBackOn,
} from "../../src/casework/practices.ts";
import { findCase } from "../../src/casework/store.ts";
import { listOf, putOnList } from "../../src/casework/talk/list.ts";
import { practiceHits } from "../../src/casework/talk/match.ts";
import { EMPTY, type Sheet } from "../../src/casework/talk/sheet.ts";
import { wishesOf } from "../../src/casework/talk/wishes.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { asContactOfTeam } from "../../src/organisations/of-team.ts";
import { isMeantBy } from "../../src/places/theme-words.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { ownCase } from "../../src/referrals/citizen.ts";
import { paths } from "../../src/shared/paths.ts";
import { activityOf, DAY, isCancelled, NOW, publicIds, refusalOf, TEAM } from "../world.ts";
import { ask, openDesk } from "./support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let stranger: Viewer;
beforeEach(() => {
  ({ db, box, maria, hassan, stranger } = openDesk());
});

const GAP = { area: "viby", theme: "haandarbejde", time: "hverdag formiddag" };
const SAID = {
  title: "Strik i fred",
  description: "Vi strikker og tier.",
  theme: "haandarbejde",
  placeName: "Baglokalet",
  weekday: "tir" as const,
  start: "10:00",
  end: "12:00",
  leadsTo: "Strikkecaféen på biblioteket",
};
const VIBY = { lat: 56.1262, lng: 10.1528 };

function begin(audience: "all" | "referred" = "referred", stepsBackOn = "2027-02-23"): string {
  const { contact, organisationId } = asContactOfTeam(db, maria, TEAM, NOW);
  const fields = weeklyPractice(SAID, { from: "2026-11-24", at: VIBY, host: maria });
  const { id } = createDraft(db, contact, organisationId, fields, NOW, { audience });
  lead(db, maria, id, { teamId: TEAM, stepsBackOn, gap: GAP }, NOW);
  maria = contact;
  return id;
}
function begun(audience: "all" | "referred" = "referred"): string {
  const id = begin(audience);
  publish(db, maria, id, NOW);
  return id;
}

describe("A brobygger who makes a group of a gap", () => {
  it("has a draft of the team's own association, that says where it leads and meets the gap", () => {
    db.insert(gaps)
      .values([
        { ...GAP, teamId: TEAM, month: "2026-11" },
        { ...GAP, teamId: TEAM, month: "2026-10" },
        { ...GAP, time: "weekend", teamId: TEAM, month: "2026-10" },
        { ...GAP, teamId: "andre", month: "2026-10" },
      ])
      .run();
    const id = begin();
    expect(activityOf(db, id)).toMatchObject({
      state: "draft",
      audience: "referred",
      facts: ["oevefaellesskab"],
      leadsTo: "Strikkecaféen på biblioteket",
      organisationId: `hold-${TEAM}`,
      area: "viby",
      contactName: "Maria",
    });
    expect(practiceOf(db, id)).toEqual({ teamId: TEAM, stepsBackOn: "2027-02-23" });
    const open = db.select().from(gaps).where(isNull(gaps.metById)).all();
    expect(open).toMatchObject([
      { teamId: TEAM, time: "weekend" },
      { teamId: "andre", time: GAP.time },
    ]);
  });

  it("is its contact, once, and the association is made once", () => {
    begin();
    begin("all");
    asContactOfTeam(db, hassan, TEAM, NOW);
    expect(db.select().from(organisations).all()).toMatchObject([{ state: "approved", decidedBy: maria.id }]);
    const held = db.select().from(memberships).where(eq(memberships.role, "contact")).all();
    expect(held.map(({ userId }) => userId)).toEqual(["maria", "hassan"]);
    expect(refusalOf(() => asContactOfTeam(db, stranger, TEAM, NOW))).toBe("notYours");
  });

  it("says when the brobygger steps back: a day that is ahead", () => {
    for (const day of ["2026-11-24", "2020-01-01"])
      expect(refusalOf(() => begin("referred", day))).toBe("stepsBackOn: stepsBackLater");
    const id = begin();
    expect(refusalOf(() => stepBackOn(db, maria, id, "2026-11-24", NOW))).toBe("stepsBackOn: stepsBackLater");
    expect(refusalOf(() => stepBackOn(db, stranger, id, "2027-05-01", NOW))).toBe("notYours");
    stepBackOn(db, hassan, id, "2027-05-01", NOW);
    expect(practiceOf(db, id)?.stepsBackOn).toBe("2027-05-01");
  });

  it("leads no group for another team", () => {
    const id = begin();
    expect(refusalOf(() => lead(db, stranger, id, { teamId: TEAM, stepsBackOn: "2027-02-23", gap: GAP }, NOW))).toBe(
      "notYours",
    );
  });
});

describe("A group for referred citizens only", () => {
  it("is published, has its dates and is nowhere in public", () => {
    const id = begun();
    expect([activityOf(db, id).state, publicIds(db)]).toEqual(["published", []]);
    expect(datesOf(db, id, NOW).length).toBe(12);
    begun("all");
    expect(publicIds(db)).toHaveLength(1);
  });

  it("is opened by its team alone", () => {
    const id = begun();
    expect([maria, hassan, stranger, null].map((viewer) => leadsPractice(db, viewer, id))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(refusalOf(() => refuseUnlessLed(db, stranger, id))).toBe("notYours");
    expect(refusalOf(() => setAudience(db, hassan, id, "all", NOW))).toBe("notYours");
    setAudience(db, maria, id, "all", NOW);
    expect(publicIds(db)).toEqual([id]);
  });

  it("is copied as what it is, and led by the same team", () => {
    const id = begun();
    const copy = cloneActivity(db, maria, id, NOW);
    leadCopy(db, maria, id, copy.id, NOW);
    expect(activityOf(db, copy.id)).toMatchObject({ state: "draft", audience: "referred" });
    expect(practiceOf(db, copy.id)?.teamId).toBe(TEAM);
  });

  it("tells its next dates, those that are called off marked", () => {
    const id = begun();
    const [first] = datesOf(db, id, NOW);
    cancelDate(db, maria, id, first!.start, NOW);
    expect(isCancelled(db, first!.start)).toBe(true);
    expect(datesOf(db, id, NOW)[0]).toEqual({ ...first, cancelled: true });
    expect(datesOf(db, id, first!.end)[0]?.start).toBe(first!.start + 7 * DAY);
    expect(datesOf(db, "no-such", NOW)).toEqual([]);
  });
});

describe("Who takes part in a group for referred citizens", () => {
  it("sees its dates on the own page and gets them on paper, what is called off struck, and nobody else does", () => {
    const id = begun();
    const { id: kirsten, token } = ask(db, box);
    take(db, maria, kirsten, NOW);
    place(
      db,
      box.keys,
      maria,
      kirsten,
      { offer: paths.activity(activityOf(db, id).slug), startedOn: "2026-11-24" },
      NOW,
    );
    const [first] = datesOf(db, id, NOW);
    cancelDate(db, maria, id, first?.start ?? 0, NOW);
    const own = ownCase(db, box.keys, token, NOW)?.groups;
    expect(own).toMatchObject([{ title: "Strik i fred", where: expect.stringContaining("Baglokalet") }]);
    expect(own?.[0]?.dates[0]).toMatchObject({ cancelled: true });
    const placement = own?.[0]?.placementId ?? 0;
    expect(groupPaper(db, maria, placement, NOW)).toMatchObject({ title: "Strik i fred", caseId: kirsten });
    expect(groupPaper(db, hassan, placement, NOW)).toBeNull();
    putOnList(db, box.keys, maria, kirsten, id, NOW);
    expect(ownCase(db, box.keys, token, NOW)?.list, "its address opens for nobody").toMatchObject([{ slug: null }]);
    endPlacement(db, maria, kirsten, placement, "2026-11-24", NOW);
    expect(ownCase(db, box.keys, token, NOW)?.groups).toEqual([]);
  });
});

describe("In the match of a colleague", () => {
  const wished = (sheet: Partial<Sheet>) => wishesOf({ ...EMPTY, ...sheet }, null, vocabularyOf(db));
  const hits = (sheet: Partial<Sheet>, by = hassan) =>
    practiceHits(db, by, wished(sheet), (words, text) => isMeantBy(words, text, vocabularyOf(db), NOW), NOW);

  it("a group of the team is held against the same wishes as what the board has", () => {
    const id = begun();
    expect(hits({ likes: "strik", areas: ["viby"], economy: "free", times: ["tir-formiddag"] })).toMatchObject([
      { id, verdicts: [{ met: true }, { met: true }, { met: true }, { met: true }] },
    ]);
    const [missing] = hits({ likes: "fodbold", areas: ["hasle"], economy: "free" });
    expect(missing?.verdicts.map(({ met }) => met)).toEqual([false, false, true]);
    expect(hits({ likes: "fodbold" })).toEqual([]);
    expect(hits({ likes: "noget i ro og fred" })).toEqual([]);
    expect(hits({ likes: "garn" })).toHaveLength(1);
    expect(hits({ likes: "strik" }, stranger)).toEqual([]);
  });

  it("no draft is shown, and nothing that the board has", () => {
    begin();
    begun("all");
    expect(hits({ likes: "strik" })).toEqual([]);
  });

  it("it can be put on the list of a case, and a brobygger of another team can not", () => {
    const id = begun();
    const kirsten = ask(db, box).id;
    take(db, hassan, kirsten, NOW);
    putOnList(db, box.keys, hassan, kirsten, id, NOW);
    expect(listOf(db, box.keys, findCase(db, kirsten)!)).toMatchObject([{ activityId: id, title: "Strik i fred" }]);
    db.update(practices).set({ teamId: "andre" }).run();
    expect(refusalOf(() => putOnList(db, box.keys, hassan, kirsten, id, NOW))).toBe("notOnBoard");
    // Not even its title is told by its address.
    const offer = `https://bro.example${paths.activity(activityOf(db, id).slug)}`;
    place(db, box.keys, hassan, kirsten, { offer, startedOn: "2026-11-24" }, NOW);
    expect(placementsOf(db, box.keys, findCase(db, kirsten)!)).toMatchObject([{ offer, slug: null }]);
  });
});

describe("A team that looks after its groups", () => {
  const citizen = (n: number) => {
    const { id } = ask(db, box, { phone: `+454186090${n}` });
    return id;
  };
  const placed = (caseId: string, activityId: string | null, startedOn: string, endedOn: string | null = null) =>
    db.insert(placements).values({ caseId, activityId, startedOn, endedOn, madeAt: NOW }).run();

  it("sees the next date, who takes part, who moved on, and that it is time to step back", () => {
    const id = begun();
    const [kirsten, bo, ida, per] = [citizen(1), citizen(2), citizen(3), citizen(4)];
    placed(kirsten, id, "2026-10-06");
    // Moved on: to somewhere outside the board.
    placed(bo, id, "2026-09-01", "2026-11-01");
    placed(bo, null, "2026-11-03");
    // Stopped, and nothing came of it.
    placed(ida, id, "2026-09-01", "2026-09-08");
    placed(ida, null, "2026-03-01", "2026-04-01");
    // Came back to the same.
    placed(per, id, "2026-09-01", "2026-10-01");
    placed(per, id, "2026-11-03");
    expect(practicesOf(db, hassan, NOW)).toMatchObject([
      { id, title: "Strik i fred", audience: "referred", takePart: 2, movedOn: 1, isToStepBack: false },
    ]);
    expect(practicesOf(db, hassan, NOW)[0]?.next?.start).toBe(datesOf(db, id, NOW)[0]?.start);
    expect(practicesOf(db, hassan, NOW + 91 * DAY)[0]?.isToStepBack).toBe(true);
    expect(practicesOf(db, stranger, NOW)).toEqual([]);
  });

  it("no longer sees one that was taken down", () => {
    const id = begun();
    db.update(activities).set({ state: "withdrawn" }).where(eq(activities.id, id)).run();
    expect(practicesOf(db, maria, NOW)).toEqual([]);
  });
});
