import { addRule, removeRule } from "../accounts/claim-rules.ts";
import { forgetPerson } from "../accounts/directory-people.ts";
import { claimRuleForm, claimRuleIdForm, directoryPersonForm, leadRuleForm } from "../accounts/forms.ts";
import { confirmLeadRule, dropLeadRule } from "../accounts/lead-rules.ts";
import { paths } from "../shared/paths.ts";
import { act } from "./act.ts";
import { here } from "./here.ts";
import { told } from "../texts/notices.ts";

const TABLE = paths.editor.directory;

export const directory = {
  addRule: act({
    who: "editor",
    schema: claimRuleForm,
    async run({ claim, value, access }, { runtime, viewer, now }) {
      await runtime.write((tx) => addRule(tx, viewer, { claim, value, ...access }, now));
      return told(TABLE, access.role === "lead" ? "lederregel-foreslaaet" : "kommune-gemt");
    },
  }),

  removeRule: act({
    who: "editor",
    schema: claimRuleIdForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((tx) => removeRule(tx, viewer, id, now));
      return told(TABLE, "kommune-gemt");
    },
  }),

  confirmLeadRule: act({
    who: "signed-in",
    schema: leadRuleForm,
    async run(rule, by) {
      await by.runtime.write((tx) => confirmLeadRule(tx, by.viewer, rule, by.now));
      return here(by, "lederregel-givet");
    },
  }),

  dropLeadRule: act({
    who: "signed-in",
    schema: leadRuleForm,
    async run(rule, by) {
      await by.runtime.write((tx) => dropLeadRule(tx, by.viewer, rule, by.now));
      return here(by, "leder-afvist");
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
