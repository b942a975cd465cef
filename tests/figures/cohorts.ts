import type { Viewer } from "../../src/accounts/roles.ts";
import type { FollowOutcome, NoFollowUp } from "../../db/schema.ts";
import { noteYes } from "../../src/casework/consents.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { choosePlan, noteFollowUp } from "../../src/casework/following/note.ts";
import { changeOwnWork } from "../../src/casework/following/duty.ts";
import { followUpsOf } from "../../src/casework/following/planning.ts";
import { endPlacement, place, placementsOf } from "../../src/casework/placements.ts";
import { findCase } from "../../src/casework/store.ts";
import { addDays, addMonths, instantOf } from "../../src/shared/time.ts";
import { ask, attempt, openDesk } from "../casework/support.ts";
import { TEAM } from "../world.ts";

type Desk = ReturnType<typeof openDesk>;

/** What one citizen did, by days as `YYYY-MM-DD`. */
interface Lived {
  who: Viewer;
  askedOn: string;
  startedOn?: string;
  /** How it was at the rounds where somebody asked. */
  at3?: FollowOutcome;
  at6?: FollowOutcome;
  /** Why nobody was to be asked. */
  notAsked?: NoFollowUp;
  /** The day on which the citizen stopped, and the one on which the citizen began again. */
  stoppedOn?: string;
  againOn?: string;
  saidNo?: boolean;
}

/** Lets somebody ask for help and live on, by what people do on the site. Answers the case's id. */
export function live({ db, box }: Desk, { who, askedOn, ...lived }: Lived): string {
  const at = (day: string, clock = "10:00") => instantOf(day, clock);
  const called = addDays(askedOn, 1);
  const { id } = ask(db, box, { phone: nextPhone() }, at(askedOn));
  take(db, who, id, at(called, "09:00"));
  logAttempt(db, box, who, id, attempt("reached", at(called)), at(called));
  if (lived.notAsked) choosePlan(db, who, id, { plan: "none", why: lived.notAsked }, at(addDays(called, 1)));
  if (lived.saidNo)
    close(db, box.keys, who, id, { reason: "does-not-wish", note: "" }, at(addDays(called, 1), "12:00"));
  if (lived.startedOn) {
    noteYes(db, box.keys, who, id, { kind: "follow-up", how: "oral" }, at(called, "11:00"));
    place(db, box.keys, who, id, { offer: "Gåhold", startedOn: lived.startedOn }, at(lived.startedOn, "18:00"));
  }
  const asks = (round: "months-3" | "months-6", outcome: FollowOutcome | undefined) => {
    const row = followUpsOf(db, id).find((one) => one.round === round);
    if (!outcome) return;
    if (!row) throw new Error(`nothing is planned at ${round}`);
    const answer = { outcome, mattered: null, received: null, gains: [], barriers: [], words: "" };
    noteFollowUp(db, box.keys, who, id, { ...answer, id: row.id, on: row.dueOn }, at(row.dueOn, "12:00"));
  };
  const stops = (day: string) => {
    const [placement] = placementsOf(db, box.keys, findCase(db, id)!);
    endPlacement(db, who, id, placement?.id ?? 0, day, at(day, "18:00"));
  };
  if (lived.startedOn && lived.stoppedOn && lived.stoppedOn <= addMonths(lived.startedOn, 3)) stops(lived.stoppedOn);
  asks("months-3", lived.at3);
  if (lived.againOn)
    place(db, box.keys, who, id, { offer: "Kor", startedOn: lived.againOn }, at(lived.againOn, "18:00"));
  if (lived.startedOn && lived.stoppedOn && lived.stoppedOn > addMonths(lived.startedOn, 3)) stops(lived.stoppedOn);
  asks("months-6", lived.at6);
  return id;
}

const times = (many: number, deed: (nth: number) => void) => Array.from({ length: many }, (_, nth) => deed(nth));

/**
 * Aarhus: 307 were referred from 1 January to 31 July 2022, 140 to Maria, who follows up after 3 months, and 167 to Hassan,
 * who does as needed. Of hers 70 were followed up, and 62 were active there or elsewhere.
 */
export function openAarhus() {
  const desk = openDesk();
  const { db, maria, hassan } = desk;
  changeOwnWork(db, maria, TEAM, { plan: "three-months", hours: 37 });
  changeOwnWork(db, hassan, TEAM, { plan: "as-needed", hours: 12 });
  const asked = (nth: number) => addDays("2022-01-03", nth % 205);
  const begins = (nth: number) => addDays(asked(nth), 14);
  times(50, (nth) => live(desk, { who: maria, askedOn: asked(nth), startedOn: begins(nth), at3: "still-there" }));
  times(12, (nth) => live(desk, { who: maria, askedOn: asked(nth * 9), startedOn: begins(nth * 9), at3: "elsewhere" }));
  times(8, (nth) =>
    live(desk, {
      who: maria,
      askedOn: asked(nth * 11),
      startedOn: begins(nth * 11),
      at3: "stopped",
      stoppedOn: addDays(begins(nth * 11), 30),
    }),
  );
  times(21, (nth) =>
    live(desk, { who: maria, askedOn: asked(nth * 5), startedOn: begins(nth * 5), notAsked: "worse" }),
  );
  times(17, (nth) => live(desk, { who: maria, askedOn: asked(nth * 7), notAsked: "found-own" }));
  times(20, (nth) => live(desk, { who: maria, askedOn: asked(nth * 6), notAsked: "opted-out" }));
  times(12, (nth) => live(desk, { who: maria, askedOn: asked(nth * 8), notAsked: "no-wish", saidNo: true }));
  times(100, (nth) => live(desk, { who: hassan, askedOn: asked(nth * 2), startedOn: begins(nth * 2) }));
  times(67, (nth) => live(desk, { who: hassan, askedOn: asked(nth * 3) }));
  return desk;
}

/**
 * Silkeborg: a snapshot of 300, of whom 100 did not wish, 106 are out and active, and 94 under way; 116 had started, 10 of
 * whom stopped and are still helped. 100 have reached 3 months, and 63 of them 6.
 */
export function openSilkeborg() {
  const desk = openDesk();
  const { maria } = desk;
  const base = { who: maria, askedOn: "2021-02-01", startedOn: "2021-03-01" };
  const both = (many: number, own: Partial<Lived>) => times(many, () => live(desk, { ...base, ...own }));
  both(55, { at3: "still-there", at6: "still-there" });
  both(3, { at3: "stopped", stoppedOn: "2021-05-01", againOn: "2021-07-01", at6: "elsewhere" });
  both(2, { at3: "elsewhere", stoppedOn: "2021-08-01", at6: "stopped" });
  both(3, { at3: "stopped", stoppedOn: "2021-05-01", at6: "stopped" });
  // Six months are not over for these.
  const later = { askedOn: "2021-05-20", startedOn: "2021-06-20" };
  both(33, { ...later, at3: "still-there" });
  both(4, { ...later, at3: "stopped", stoppedOn: "2021-08-01" });
  // Nor three for these.
  const last = { askedOn: "2021-09-01", startedOn: "2021-10-01" };
  both(15, last);
  both(1, { ...last, stoppedOn: "2021-10-20" });
  times(100, () => live(desk, { who: maria, askedOn: "2021-04-12", saidNo: true }));
  times(84, () => live(desk, { who: maria, askedOn: "2021-09-06" }));
  return { ...desk, seenAt: instantOf("2021-11-15", "10:00") };
}

let phones = 42_000_000;
const nextPhone = () => `+45${phones++}`;
