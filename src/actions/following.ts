import { changeOwnWork } from "../casework/following/duty.ts";
import { followForm, ownFollowForm, ownWorkForm, planForm } from "../casework/following/forms.ts";
import { answerOwn, choosePlan, noteFollowUp } from "../casework/following/note.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { act } from "./act.ts";

export const following = {
  note: act({
    who: "brobygger",
    schema: followForm,
    async run({ id, followUp, ...answer }, { runtime, viewer, now }) {
      await runtime.write((db) => noteFollowUp(db, runtime.keys, viewer, id, { ...answer, id: followUp }, now));
      return told(`${paths.case(id)}#opfoelgning`, "opfoelgning-gemt");
    },
  }),

  plan: act({
    who: "brobygger",
    schema: planForm,
    async run({ id, ...chosen }, { runtime, viewer, now }) {
      await runtime.write((db) => choosePlan(db, viewer, id, chosen, now));
      return told(`${paths.case(id)}#opfoelgning`, "opfoelgning-gemt");
    },
  }),

  ownWork: act({
    who: "brobygger",
    schema: ownWorkForm,
    async run({ team, ...work }, { runtime, viewer }) {
      await runtime.write((db) => changeOwnWork(db, viewer, team, work));
      return told(`${paths.brobygger.mine}#${team}`, "eget-arbejde-gemt");
    },
  }),

  /** The citizen, by the own link. */
  own: act({
    who: "anyone",
    schema: ownFollowForm,
    async run({ token, ...answer }, { runtime, now }) {
      await runtime.write((db) => answerOwn(db, runtime.keys, token, { ...answer, gains: [], barriers: [] }, now));
      return told(paths.helpStatus(token), "eget-svar");
    },
  }),
};
