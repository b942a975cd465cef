import { endPass, issuePass, refusePass, takeBackUse, usePass } from "../passes/deeds.ts";
import { endPassForm, issuePassForm, refusePassForm, takeBackUseForm, usePassForm } from "../passes/forms.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { act } from "./act.ts";

export const passes = {
  issue: act({
    who: "brobygger",
    schema: issuePassForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => issuePass(db, viewer, id, now));
      return told(paths.case(id), "pas-givet");
    },
  }),

  use: act({
    who: "brobygger",
    schema: usePassForm,
    async run({ id, pass, kroner, ...use }, { runtime, viewer, now }) {
      await runtime.write((db) => usePass(db, viewer, id, pass, { ...use, ore: kroner }, now));
      return told(paths.case(id), "pas-brugt");
    },
  }),

  takeBack: act({
    who: "brobygger",
    schema: takeBackUseForm,
    async run({ id, use }, { runtime, viewer, now }) {
      await runtime.write((db) => takeBackUse(db, viewer, id, use, now));
      return told(paths.case(id), "pas-fortrudt");
    },
  }),

  end: act({
    who: "brobygger",
    schema: endPassForm,
    async run({ id, pass }, { runtime, viewer, now }) {
      await runtime.write((db) => endPass(db, viewer, id, pass, now));
      return told(paths.case(id), "pas-lukket");
    },
  }),

  /** The reason stands on the case: nothing of it is in the letter's address. */
  refuse: act({
    who: "brobygger",
    schema: refusePassForm,
    async run({ id, why }, { runtime, viewer, now }) {
      await runtime.write((db) => refusePass(db, viewer, id, why, now));
      return told(paths.casePassNo(id), "pas-nej");
    },
  }),
};
