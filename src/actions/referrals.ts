import { idsAt } from "../upkeep/counts.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { CARRIED_FIELDS, readCarried } from "../casework/carried.ts";
import { addNote, close, handOver, logAttempt, reassign, register, reopen, take } from "../casework/deeds.ts";
import { addOwnNote, withdraw } from "../referrals/citizen.ts";
import { attemptForm, caseForm, closeForm, findForm, giveForm, noteForm, registerForm } from "../casework/forms.ts";
import { askForm, ownNoteForm, withdrawForm } from "../referrals/forms.ts";
import { askForHelp } from "../referrals/intake.ts";
import { findByPhone } from "../casework/lists.ts";
import { paths } from "../shared/paths.ts";
import { refuse } from "../texts/refusal.ts";
import { instantOf, localClock, localDate } from "../shared/time.ts";
import { act } from "./act.ts";
import { boxOf } from "./box.ts";
import { told } from "../texts/notices.ts";

export const referrals = {
  ask: act({
    who: "anyone",
    schema: askForm,
    limit: "help",
    async run({ aktivitet, ...form }, { runtime, now }) {
      const { db } = runtime;
      const { search } = readCarried(searchIn(form), vocabularyOf(db, now), now);
      const request = { ...form, search, words: form.takeWords ? form.words : "" };
      const { reference, token } = await runtime.write((tx) => askForHelp(tx, boxOf(runtime), request, now));
      if (aktivitet) runtime.seen.add("helped", idsAt(db, aktivitet), now);
      return token ? told(paths.helpStatus(token), "hjaelp-modtaget") : `${paths.helpThanks}?nr=${reference}`;
    },
  }),

  ownNote: act({
    who: "anyone",
    schema: ownNoteForm,
    limit: "form",
    async run({ token, note }, { runtime, now }) {
      await runtime.write((db) => addOwnNote(db, runtime.keys, token, note, now));
      return told(paths.helpStatus(token), "besked-sendt");
    },
  }),

  withdraw: act({
    who: "anyone",
    schema: withdrawForm,
    async run({ token }, { runtime, now }) {
      await runtime.write((db) => withdraw(db, runtime.keys, token, now));
      return told(paths.helpStatus(token), "nej-tak");
    },
  }),

  take: act({
    who: "brobygger",
    schema: caseForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => take(db, viewer, id, now));
      return told(paths.case(id), "sag-taget");
    },
  }),

  logAttempt: act({
    who: "brobygger",
    schema: attemptForm,
    async run({ id, date, clock, ...attempt }, { runtime, viewer, now }) {
      const happenedAt = date || clock ? instantOf(date || localDate(now), clock || localClock(now)) : now;
      await runtime.write((db) => logAttempt(db, boxOf(runtime), viewer, id, { ...attempt, happenedAt }, now));
      return told(paths.case(id), "forsoeg-noteret");
    },
  }),

  addNote: act({
    who: "brobygger",
    schema: noteForm,
    async run({ id, note }, { runtime, viewer, now }) {
      await runtime.write((db) => addNote(db, runtime.keys, viewer, id, note, now));
      return told(paths.case(id), "note-gemt");
    },
  }),

  handOver: act({
    who: "brobygger",
    schema: giveForm,
    async run({ id, to }, { runtime, viewer, now }) {
      await runtime.write((db) => handOver(db, viewer, id, to, now));
      return told(paths.brobygger.mine, "sag-givet");
    },
  }),

  reassign: act({
    who: "lead",
    schema: giveForm,
    async run({ id, to }, { runtime, viewer, now }) {
      await runtime.write((db) => reassign(db, viewer, id, to, now));
      return told(paths.brobygger.share, "sag-givet");
    },
  }),

  close: act({
    who: "brobygger",
    schema: closeForm,
    async run({ id, ...end }, { runtime, viewer, now }) {
      await runtime.write((db) => close(db, runtime.keys, viewer, id, end, now));
      return told(paths.case(id), "sag-lukket");
    },
  }),

  reopen: act({
    who: "brobygger",
    schema: caseForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => reopen(db, viewer, id, now));
      return told(paths.case(id), "sag-aabnet");
    },
  }),

  register: act({
    who: "brobygger",
    schema: registerForm,
    async run({ omraade, ...person }, { runtime, viewer, now }) {
      const id = await runtime.write((db) => register(db, boxOf(runtime), viewer, { ...person, area: omraade }, now));
      return told(paths.case(id), "borger-skrevet-op");
    },
  }),

  /** A number stays out of addresses, so it is posted. */
  findByPhone: act({
    who: "brobygger",
    schema: findForm,
    run({ phone }, { runtime, viewer }) {
      const id = phone && findByPhone(runtime.db, runtime.keys, viewer, phone);
      return id ? paths.case(id) : refuse("noCaseWithPhone", "phone");
    },
  }),
};

/** The wishes of the form as the board's own parameters, so that they are read with the same care. */
function searchIn(
  form: { [Field in (typeof CARRIED_FIELDS)[number]]: string[] | string } & { fundet: string },
): URLSearchParams {
  const params = new URLSearchParams({ fundet: form.fundet });
  for (const field of CARRIED_FIELDS) for (const value of [form[field]].flat()) if (value) params.append(field, value);
  return params;
}
