import { addRule, removeRule } from "../accounts/claim-rules.ts";
import { forgetPerson } from "../accounts/directory-people.ts";
import { claimRuleForm, claimRuleIdForm, directoryPersonForm } from "../accounts/forms.ts";
import { paths } from "../shared/paths.ts";
import { act } from "./act.ts";
import { told } from "../texts/notices.ts";

const TABLE = paths.editor.directory;

export const directory = {
  addRule: act({
    who: "editor",
    schema: claimRuleForm,
    async run({ claim, value, access }, { runtime, viewer, now }) {
      await runtime.write((tx) => addRule(tx, viewer, { claim, value, ...access }, now));
      return told(`${TABLE}`, "kommune-gemt");
    },
  }),

  removeRule: act({
    who: "editor",
    schema: claimRuleIdForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((tx) => removeRule(tx, viewer, id, now));
      return told(`${TABLE}`, "kommune-gemt");
    },
  }),

  forgetPerson: act({
    who: "editor",
    schema: directoryPersonForm,
    async run({ userId }, { runtime, viewer, now }) {
      await runtime.write((tx) => forgetPerson(tx, viewer, userId, now));
      return told(paths.editor.people, "kommune-glemt");
    },
  }),
};
