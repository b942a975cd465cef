import { idsAt } from "../upkeep/counts.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { comeBack } from "../casework/code.ts";
import { carriedOfFields } from "../casework/carried.ts";
import { addOwnNote, takeBackOne, takeBackYes, withdraw } from "../referrals/citizen.ts";
import { askForm, comeBackForm, ownNoteForm, takeBackForm, takeBackOneForm, withdrawForm } from "../referrals/forms.ts";
import { askForHelp } from "../referrals/intake.ts";
import { paths } from "../shared/paths.ts";
import { act } from "./act.ts";
import { boxOf } from "./box.ts";
import { refuse } from "../texts/refusal.ts";
import { told } from "../texts/notices.ts";

export const referrals = {
  ask: act({
    who: "anyone",
    schema: askForm,
    limit: "help",
    async run({ aktivitet, hold, ...form }, { runtime, now }) {
      const { db } = runtime;
      const search = carriedOfFields(form, vocabularyOf(db), now);
      const request = {
        ...form,
        askedAbout: aktivitet,
        wantedTeam: hold,
        search,
        words: form.takeWords ? form.words : "",
      };
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

  /** The answer is the same whether the number or the code is wrong. */
  comeBack: act({
    who: "anyone",
    schema: comeBackForm,
    async run({ phone, code }, { runtime, address, now }) {
      const number = phone ?? "";
      const token = await runtime.limits.guessCode({ phone: number, address }, () =>
        runtime.write((db) => comeBack(db, runtime.keys, number, code, now)),
      );
      return token ? paths.helpStatus(token) : refuse("codeWrong");
    },
  }),

  takeBackYes: act({
    who: "anyone",
    schema: takeBackForm,
    async run({ token, kind }, { runtime, now }) {
      await runtime.write((db) => takeBackYes(db, runtime.keys, token, kind, now));
      return told(paths.helpStatus(token), "ja-taget-tilbage");
    },
  }),

  takeBackOne: act({
    who: "anyone",
    schema: takeBackOneForm,
    async run({ token, introduction }, { runtime, now }) {
      await runtime.write((db) => takeBackOne(db, token, introduction, now));
      return told(paths.helpStatus(token), "ja-taget-tilbage");
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
};
