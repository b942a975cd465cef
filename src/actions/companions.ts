import { addCompanion, changeCompanion, endCompanion } from "../casework/companions.ts";
import { changeCompanionForm, companionForm, endCompanionForm } from "../casework/forms.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { act } from "./act.ts";

export const companions = {
  add: act({
    who: "lead",
    schema: companionForm,
    async run(companion, { runtime, viewer, now }) {
      await runtime.write((db) => addCompanion(db, runtime.keys, viewer, companion, now));
      return told(paths.brobygger.companions, "foelgesvend-skrevet");
    },
  }),

  change: act({
    who: "lead",
    schema: changeCompanionForm,
    async run({ id, ...companion }, { runtime, viewer, now }) {
      await runtime.write((db) => changeCompanion(db, runtime.keys, viewer, id, companion, now));
      return told(paths.brobygger.companion(id), "foelgesvend-gemt");
    },
  }),

  end: act({
    who: "lead",
    schema: endCompanionForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => endCompanion(db, viewer, id, now));
      return told(paths.brobygger.companions, "foelgesvend-stoppet");
    },
  }),
};
