import { eq } from "drizzle-orm";
import { cases, units } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { forgetCitizens } from "../../src/casework/forgetting.ts";
import { noteGaps } from "../../src/casework/gaps.ts";
import { handOver, reassign } from "../../src/casework/giving.ts";
import { noteCompany } from "../../src/casework/introductions/company.ts";
import { bookTrial, noteTrial } from "../../src/casework/introductions/trials.ts";
import { endPlacement, place, placementsOf } from "../../src/casework/placements.ts";
import { register, type Registration } from "../../src/casework/register.ts";
import { type CaseRow, findCase } from "../../src/casework/store.ts";
import { EMPTY } from "../../src/casework/talk/sheet.ts";
import { saveTalk } from "../../src/casework/talk/talk.ts";
import { issuePass, usePass } from "../../src/passes/deeds.ts";
import { passesOf } from "../../src/passes/of-case.ts";
import { themeOf } from "../../src/places/theme-words.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { withdraw } from "../../src/referrals/citizen.ts";
import { type Meeting, noteMeeting } from "../../src/referrals/meeting.ts";
import { addUnit } from "../../src/referrals/units.ts";
import { addDays, instantOf } from "../../src/shared/time.ts";
import { addTeam, ask, attempt, openDesk } from "../casework/support.ts";
import { onTuesday, tell } from "../casework/introductions/support.ts";
import { addActivity, addOrganisation, addPerson, NOW, TEAM } from "../world.ts";

/** September to November 2026; today is Tuesday 24 November. */
export const AUTUMN = { from: "2026-09", until: "2026-11" };
/** Days of a month are Mondays where they are asked on. */
export const on = (day: string, clock = "09:00") => instantOf(`2026-${day}`, clock);

/**
 * The autumn of a team with Maria and Hassan, made by what they did: 31 referrals that end in every way, one that was none,
 * one of before. Each line of `tests/figures/autumn.test.ts` is counted by hand from here.
 */
export function openAutumn() {
  const desk = openDesk();
  const { db, box, maria, hassan, lead } = desk;
  addTeam(db, "nord");
  const nina = addPerson(db, "Nina", "brobygger", "nord");
  writeSetting(db, "passOn", 1);
  addOrganisation(db, "Viby Bibliotek");
  for (const id of ["strik", "kor"]) addActivity(db, { id, facts: ["folkeoplysende"] }, on("09-01"));
  addUnit(db, lead, { teamId: TEAM, name: "Neurocenter", kind: "health-unit" }, on("09-01"));
  addUnit(db, lead, { teamId: TEAM, name: "Lægehuset", kind: "gp" }, on("09-01"));
  let phones = 41_860_000;
  const phone = () => `+45${phones++}`;

  /** Asks on a Monday at nine. */
  const asks = (day: string, sent: { unit?: string; reason?: Meeting["reason"] } = {}): string => {
    if (!sent.unit) return ask(db, box, { phone: phone(), name: `Borger ${phones}` }, on(day)).id;
    const unit = db.select().from(units).where(eq(units.name, sent.unit)).get();
    noteMeeting(
      db,
      box,
      maria,
      { ...TOLD, unit: unit?.id ?? "", reason: sent.reason ?? null, rows: [met(phone())] },
      on(day),
    );
    return newest();
  };
  const newest = () => db.select().from(cases).all().at(-1)?.id ?? "";
  /** Takes it at once, and tries so many days later, at nine: working days, while it is Monday. */
  const tries = (who: Viewer, id: string, day: string, days: number, result: "reached" | "not-reached" = "reached") => {
    take(db, who, id, on(day));
    const then = instantOf(addDays(`2026-${day}`, days), "09:00");
    logAttempt(db, box, who, id, attempt(result, then), then);
    return id;
  };
  const talksWith = (who: Viewer, day: string, days: number, from = {}) => tries(who, asks(day, from), day, days);
  const ends = (who: Viewer, id: string, reason: Parameters<typeof close>[4]["reason"], day: string) =>
    close(db, box.keys, who, id, { reason, note: "" }, on(day, "10:00"));
  const begins = (who: Viewer, id: string, day: string) =>
    place(db, box.keys, who, id, { offer: "Gåhold", startedOn: `2026-${day}` }, on(day, "20:00"));
  const stops = (who: Viewer, id: string, day: string) => {
    const [placement] = placementsOf(db, box.keys, rowOf(id));
    endPlacement(db, who, id, placement?.id ?? 0, `2026-${day}`, on(day, "20:00"));
  };
  const rowOf = (id: string): CaseRow => {
    const row = findCase(db, id);
    if (!row) throw new Error("no case");
    return row;
  };

  // Who did not begin: six.
  ends(maria, talksWith(maria, "09-07", 1), "does-not-wish", "09-10");
  ends(maria, tries(maria, asks("09-07"), "09-07", 2, "not-reached"), "not-reached", "09-20");
  ends(hassan, talksWith(hassan, "09-07", 1), "outside-target-group", "09-10");
  ends(hassan, talksWith(hassan, "09-14", 1), "finds-own-way", "09-20");
  ends(maria, talksWith(maria, "09-14", 3), "does-not-wish", "09-20");
  const { id: saidNo, token } = ask(db, box, { phone: phone() }, on("09-14"));
  tries(maria, saidNo, "09-14", 1);
  withdraw(db, box.keys, token, on("09-17"));

  // Under way: six whom somebody has talked with, three whom nobody has tried.
  const [waits, self, , ahead] = [1, 1, 2, 3].map((days) => talksWith(maria, "10-05", days)) as [
    string,
    string,
    string,
    string,
  ];
  const [late] = [7, 9].map((days) => talksWith(hassan, "10-05", days)) as [string];
  asks("11-23");
  asks("11-02");
  take(db, hassan, asks("11-02"), on("11-02"));

  // Out and active: five, and one more who is forgotten.
  const walked = talksWith(hassan, "09-21", 1, { unit: "Neurocenter", reason: "loneliness" });
  begins(hassan, walked, "10-06");
  begins(maria, talksWith(maria, "09-21", 2, { unit: "Neurocenter", reason: "pain" }), "10-01");
  const tried = talksWith(maria, "09-21", 1);
  begins(hassan, talksWith(hassan, "09-28", 1), "10-08");
  const done = talksWith(maria, "09-28", 1, { unit: "Lægehuset" });
  begins(maria, done, "10-28");
  ends(maria, done, "finished", "11-02");
  const forgotten = talksWith(maria, "09-21", 3);
  begins(maria, forgotten, "10-12");
  ends(maria, forgotten, "finished", "10-13");

  // Stopped and still helped: one. Finished: two. Ended otherwise: two.
  const stopped = talksWith(hassan, "09-28", 2);
  begins(hassan, stopped, "10-05");
  stops(hassan, stopped, "11-02");
  const finished = talksWith(maria, "09-07", 1);
  begins(maria, finished, "09-15");
  stops(maria, finished, "10-15");
  ends(maria, finished, "finished", "10-16");
  ends(hassan, talksWith(hassan, "09-07", 3), "finished", "09-20");
  ends(maria, talksWith(maria, "09-07", 1), "needs-other-help", "09-20");
  const other = talksWith(hassan, "09-14", 2);
  tell({ db, box, maria: hassan, id: other }, { activityId: "kor" }, on("09-17"));
  ends(hassan, other, "other", "09-20");

  // Given to another team: one; from another team: one, whom that team talked with.
  handOver(db, maria, talksWith(maria, "10-12", 1), "nord", on("10-15"));
  const fromNord = register(db, box, nina, { ...CALLED, teamId: "nord", phone: phone() }, on("10-12"));
  handOver(db, nina, fromNord, TEAM, on("10-20"));
  tries(hassan, fromNord, "10-21", 1);

  // Who called and came by, whom the lead gave on, what was nothing, and one of before.
  register(db, box, maria, { ...CALLED, phone: phone() }, on("10-19"));
  register(db, box, maria, { ...CALLED, door: "drop-in", phone: phone() }, on("10-19"));
  const given = asks("10-26");
  reassign(db, lead, given, hassan.id, on("10-26"));
  logAttempt(db, box, hassan, given, attempt("reached", on("10-27")), on("10-27"));
  handOver(db, hassan, given, maria.id, on("11-02"));
  const nonsense = asks("10-26");
  take(db, hassan, nonsense, on("10-26"));
  ends(hassan, nonsense, "nonsense", "10-26");
  const before = talksWith(maria, "08-31", 1);

  // Whom they told, and what came of it.
  const by = { db, box, maria };
  tell({ ...by, id: before }, { way: "phone", answer: "no-room" }, on("09-15"));
  tell({ ...by, id: waits }, {}, on("10-20"));
  tell({ ...by, id: self }, { way: "self", yes: null }, on("10-20"));
  const trial = (id: string, introduction: number, day: string, booked: string, company: "brobygger" | null = null) =>
    bookTrial(db, box.keys, maria, id, { ...onTuesday(introduction, on(day, "10:00")), company }, on(booked));
  const strik = tell({ ...by, id: tried }, { way: "phone", answer: "welcome" }, on("09-23"));
  const missed = trial(tried, strik, "09-29", "09-23");
  noteTrial(db, box.keys, maria, tried, missed, { outcome: "missed", why: "dared-not" }, on("09-29", "14:00"));
  const came = trial(tried, strik, "10-06", "09-30", "brobygger");
  noteTrial(
    db,
    box.keys,
    maria,
    tried,
    came,
    { outcome: "came", again: "yes", accompanied: true },
    on("10-06", "14:00"),
  );
  trial(ahead, tell({ ...by, id: ahead }, { way: "phone", answer: "welcome" }, on("10-13")), "11-24", "10-13");
  noteCompany(db, hassan, walked, { kind: "volunteer", on: "2026-10-06" }, on("10-07"));
  issuePass(db, hassan, walked, on("10-07"));
  usePass(
    db,
    hassan,
    walked,
    passesOf(db, walked)[0]?.id ?? 0,
    { chosen: "", address: "/aktiviteter/kor", ore: 25_000, usedOn: "2026-10-07" },
    on("10-08"),
  );
  for (const [who, id] of [
    [maria, waits],
    [hassan, late],
  ] as const) {
    const sheet = { ...EMPTY, likes: "strik", areas: ["viby"], times: ["man-aften", "tir-aften"] } as typeof EMPTY;
    saveTalk(db, box.keys, who, id, { seen: EMPTY, sheet }, on("10-20"));
    const vocabulary = vocabularyOf(db);
    noteGaps(db, box.keys, who, id, { vocabulary, themeOf: (words) => themeOf(words, vocabulary, NOW) }, on("10-20"));
  }
  forgetCitizens(db, [rowOf(forgotten)], NOW);
  return { ...desk, nina };
}

const TOLD: Omit<Meeting, "unit" | "reason" | "rows"> = {
  teamId: TEAM,
  told: "colleague",
  how: "written",
  whyOral: "",
  keep: false,
  on: "",
};

const met = (phone: string): Meeting["rows"][number] => ({
  at: 0,
  name: "Karen Holm",
  phone,
  area: null,
  wishes: "",
  saidYes: true,
  again: false,
});

const CALLED: Registration = {
  teamId: TEAM,
  door: "phone",
  name: "Bo Berg",
  phone: null,
  email: null,
  area: null,
  wishes: "",
  whenToCall: null,
  mayLeaveMessage: false,
  saidYes: true,
  keep: true,
};
