import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { noteNo, noteYes } from "../../src/casework/consents.ts";
import { eventInWords } from "../../src/casework/course-words.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { noteFedBack, stepOf } from "../../src/casework/feedback.ts";
import { noteFollowUp } from "../../src/casework/following/note.ts";
import { place } from "../../src/casework/placements.ts";
import { register } from "../../src/casework/register.ts";
import { eraseNow } from "../../src/casework/retention.ts";
import { openTasks } from "../../src/casework/tasks.ts";
import { openCase } from "../../src/casework/view.ts";
import { raiseUntouched, UNTOUCHED_DAYS } from "../../src/casework/silence.ts";
import { colleaguesOf, revokeLink } from "../../src/referrals/unit-links.ts";
import { closeUnit } from "../../src/referrals/units.ts";
import { instantOf } from "../../src/shared/time.ts";
import { caseEvents } from "../../db/schema.ts";
import { showIntroduced } from "../../src/casework/introductions/link.ts";
import { tell as tellLis } from "../casework/introductions/support.ts";
import { addActivity, addOrganisation, DAY, NOW, refusalOf, TEAM, waitingLetters } from "../world.ts";
import { ANNE, openUnit } from "./support.ts";

let unit: ReturnType<typeof openUnit>;
beforeEach(() => {
  unit = openUnit();
});

const view = (id: string, now = NOW) => openCase(unit.db, unit.box.keys, unit.maria, id, now)!;
const steps = (now = NOW) => unit.heard(now)?.citizens?.map(({ name, step }) => [name, step]);
const told = (id: string, now = NOW) =>
  view(id, now)
    .events.filter(({ kind }) => kind === "fed-back")
    .map((event) => eventInWords(event, view(id, now)))
    .reverse();
const start = (id: string, startedOn: string, now = NOW) =>
  place(unit.db, unit.box.keys, unit.maria, id, { offer: "Kor i Åbyhøj", startedOn }, now);

describe("Somebody who referred a citizen", () => {
  it("reads nothing before the citizen's yes, then how far it has gone, and nothing after the yes is taken back", () => {
    const id = unit.refer();
    unit.talk(id);
    expect(steps()).toEqual([]);
    unit.yes(id);
    expect(unit.heard()?.citizens).toEqual([
      { name: "Karen", reference: view(id).reference, referredAt: NOW, step: "contacted" },
    ]);
    start(id, "2026-11-24");
    expect(steps()).toEqual([["Karen", "started"]]);
    noteNo(unit.db, unit.box.keys, unit.maria, id, "feed-back", NOW + 1);
    expect(steps(NOW + 2)).toEqual([]);
  });

  it("hears after three months who is still active, there or elsewhere, and who has stopped", () => {
    const answers = { Anna: "still-there", Bo: "elsewhere", Carl: "stopped", Dora: "not-reached" } as const;
    for (const [name, outcome] of Object.entries(answers)) {
      const id = unit.refer(`${name} Holm`);
      unit.talk(id);
      unit.yes(id);
      noteYes(unit.db, unit.box.keys, unit.maria, id, { kind: "follow-up", how: "oral" }, NOW);
      start(id, "2026-11-24");
      const row = view(id).following.rows.find(({ round }) => round === "months-3");
      const said = { outcome, mattered: null, received: null, gains: [], barriers: [], words: "Privat" };
      const at = instantOf("2027-02-24", "10:00");
      noteFollowUp(unit.db, unit.box.keys, unit.maria, id, { ...said, id: row?.id ?? 0, on: "2027-02-24" }, at);
    }
    expect(Object.fromEntries(steps(NOW + 95 * DAY) ?? [])).toEqual({
      Anna: "still-active",
      Bo: "still-active",
      Carl: "stopped",
      Dora: "started",
    });
    expect(JSON.stringify(unit.heard())).not.toMatch(/Holm|Kor|Privat|viby/);
  });

  it("hears that somebody did not start, or was not reached, after the end", () => {
    const [talked, silent] = [unit.refer("Anna Holm"), unit.refer("Bo Holm")];
    unit.talk(talked);
    take(unit.db, unit.maria, silent, NOW);
    for (const id of [talked, silent]) {
      unit.yes(id);
      close(unit.db, unit.box.keys, unit.maria, id, { reason: "other", note: "Privat" }, NOW);
    }
    expect(Object.fromEntries(steps() ?? [])).toEqual({ Anna: "not-started", Bo: "not-reached" });
  });

  it("reads it in the own browser alone, until the link is taken back or the unit closes", () => {
    const id = unit.refer();
    unit.talk(id);
    unit.yes(id);
    expect(unit.heard(NOW, unit.token, "another")).toBeNull();
    expect(unit.heard(NOW, unit.token, null)).toBeNull();
    expect(unit.heard(NOW, "made-up")).toBeNull();
    const other = unit.linkTo(unit.unitId, { name: "Bo", email: "bo@laegerne.example" });
    expect(unit.heard(NOW, other)?.citizens).toEqual([]);
    const [mine] = colleaguesOf(unit.db, unit.box.keys, unit.lead, unit.unitId).filter(
      ({ email }) => email === ANNE.email,
    );
    revokeLink(unit.db, unit.lead, mine!.id, NOW);
    expect(unit.heard()).toBeNull();
    closeUnit(unit.db, unit.lead, unit.unitId, NOW);
    expect(unit.heard(NOW, other)).toBeNull();
  });

  it("keeps them with a new link, when the mail of the old one got lost", () => {
    const id = unit.refer();
    unit.talk(id);
    unit.yes(id);
    const second = unit.linkTo(unit.unitId);
    expect(unit.heard()).toBeNull();
    expect(unit.heard(NOW, second)?.citizens).toHaveLength(1);
  });

  it("reads nothing of who was erased", () => {
    const id = unit.refer();
    unit.talk(id);
    unit.yes(id);
    eraseNow(unit.db, unit.db.query.cases.findMany().sync(), NOW);
    expect(unit.heard()?.citizens).toEqual([]);
  });

  it("leaves a line in the course for each step that was read, once, which wakes no silent case", () => {
    const id = unit.refer();
    unit.talk(id);
    unit.yes(id);
    unit.heard();
    unit.heard(NOW + DAY);
    start(id, "2026-11-24");
    unit.heard(NOW + 2 * DAY);
    expect(told(id)).toEqual([
      "Den, der henviste, læste på sit link: vi har talt med borgeren og hjælper videre.",
      "Den, der henviste, læste på sit link: borgeren er kommet i gang med en aktivitet.",
    ]);
  });

  it("does not keep a case awake by reading", () => {
    const id = unit.refer();
    unit.talk(id);
    unit.yes(id);
    const later = NOW + (UNTOUCHED_DAYS + 5) * DAY;
    unit.heard(later - DAY);
    raiseUntouched(unit.db, later);
    const open = () => openTasks(unit.db, id).map(({ kind }) => kind);
    expect(open()).toContain("untouched");
    noteNo(unit.db, unit.box.keys, unit.maria, id, "feed-back", later);
    expect(
      unit.db
        .select()
        .from(caseEvents)
        .all()
        .filter(({ kind }) => kind === "fed-back"),
    ).toHaveLength(1);
  });
});

describe("A brobygger whose citizen came by a letter", () => {
  it("sends what may be told as a text, and writes down that it was", () => {
    const id = register(
      unit.db,
      unit.box,
      unit.maria,
      {
        teamId: TEAM,
        door: "letter",
        name: "Helge Holm",
        phone: "+4522334455",
        email: null,
        area: null,
        wishes: "",
        whenToCall: null,
        mayLeaveMessage: false,
        saidYes: false,
        keep: true,
      },
      NOW,
    );
    expect(view(id).feedback).toMatchObject({
      hears: "each",
      byLink: false,
      hasYes: false,
      step: "waiting",
      last: null,
    });
    expect(refusalOf(() => noteFedBack(unit.db, unit.maria, id, NOW))).toBe("feedbackYes");
    unit.yes(id);
    expect(refusalOf(() => noteFedBack(unit.db, unit.hassan, id, NOW))).toBe("notYourCase");
    noteFedBack(unit.db, unit.maria, id, NOW);
    noteFedBack(unit.db, unit.maria, id, NOW);
    expect(told(id)).toEqual(["Maria svarede den, der henviste: vi har ikke talt med borgeren endnu."]);
    close(unit.db, unit.box.keys, unit.maria, id, { reason: "not-reached", note: "" }, NOW + 1);
    noteFedBack(unit.db, unit.maria, id, NOW + 2);
    expect(view(id, NOW + 3).feedback?.last).toMatchObject({ step: "not-reached", way: "text" });
  });
});

describe("A job centre", () => {
  it("hears totals alone: no citizen is asked, and none stands behind the link", () => {
    unit = openUnit("job-centre");
    const id = unit.refer();
    unit.talk(id);
    expect(view(id).feedback?.hears).toBe("totals");
    expect(view(id).toAsk.map(({ kind }) => kind)).not.toContain("feed-back");
    expect(refusalOf(() => unit.yes(id))).toBe("kind: notPossibleNow");
    expect(unit.heard()).toMatchObject({ citizens: null, year: null });
  });
});

describe("An association", () => {
  it("never learns who referred the citizen whom it meets, neither in the mail nor behind its link", () => {
    addOrganisation(unit.db, "Viby Bibliotek");
    addActivity(unit.db, { id: "strik" });
    const id = unit.refer();
    unit.talk(id);
    unit.yes(id);
    tellLis({ ...unit, id });
    const mail = waitingLetters(unit.db, unit.box).find(({ kind }) => kind === "introduction");
    const token = /\/tovholder\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
    const shown = showIntroduced(unit.db, unit.box.keys, token, NOW);
    expect(JSON.stringify(shown)).toContain("Karen");
    for (const said of [mail?.subject, mail?.text, JSON.stringify(shown)])
      expect(said).not.toMatch(/Lægerne|Anne|henvis|loneliness/i);
  });
});

describe("How far it has gone", () => {
  it("is told of a start alone when there was one, and guesses nothing that nobody answered", () => {
    const outcome = fc.constantFrom("still-there", "elsewhere", "stopped", "not-reached", null);
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), outcome, (isOpen, spoken, hasStarted, atThreeMonths) => {
        const step = stepOf({ isOpen, spoken, hasStarted, atThreeMonths });
        expect(["started", "still-active", "stopped"].includes(step)).toBe(hasStarted);
        if (step === "still-active") expect(["still-there", "elsewhere"]).toContain(atThreeMonths);
        if (step === "stopped") expect(atThreeMonths).toBe("stopped");
        if (!hasStarted) expect(["waiting", "not-reached"].includes(step)).toBe(!spoken);
      }),
    );
  });
});
