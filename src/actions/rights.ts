import { caseForm, erasureForm, noErasureForm, rightForm } from "../casework/forms.ts";
import { askByRight, eraseByRight, giveCopy, refuseErasure } from "../casework/rights.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { act } from "./act.ts";
import { boxOf } from "./box.ts";

export const rights = {
  ask: act({
    who: "brobygger",
    schema: rightForm,
    async run({ id, right }, { runtime, viewer, now }) {
      await runtime.write((db) => askByRight(db, viewer, id, right, now));
      return told(paths.case(id), "ret-noteret");
    },
  }),

  giveCopy: act({
    who: "brobygger",
    schema: caseForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => giveCopy(db, viewer, id, now));
      return told(paths.case(id), "kopi-givet");
    },
  }),

  erase: act({
    who: "lead",
    schema: erasureForm,
    async run({ request }, { runtime, viewer, now }) {
      await runtime.write((db) => eraseByRight(db, boxOf(runtime), viewer, request, now));
      return told(paths.brobygger.rights, "borger-slettet");
    },
  }),

  refuseErasure: act({
    who: "lead",
    schema: noErasureForm,
    async run({ request, why }, { runtime, viewer, now }) {
      await runtime.write((db) => refuseErasure(db, viewer, request, why, now));
      return told(paths.brobygger.rights, "sletning-afvist");
    },
  }),
};
