import { oneQuestionForm, questionForm } from "../casework/forms.ts";
import { askAtSupervision, dropQuestion } from "../casework/supervision.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { act } from "./act.ts";

export const supervision = {
  ask: act({
    who: "brobygger",
    schema: questionForm,
    async run({ question }, { runtime, viewer, now }) {
      await runtime.write((db) => askAtSupervision(db, runtime.keys, viewer, question, now));
      return told(paths.brobygger.supervision, "supervision-gemt");
    },
  }),

  drop: act({
    who: "brobygger",
    schema: oneQuestionForm,
    async run({ id }, { runtime, viewer }) {
      await runtime.write((db) => dropQuestion(db, viewer, id));
      return told(paths.brobygger.supervision, "supervision-vaek");
    },
  }),
};
