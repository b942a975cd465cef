import { groupForm, pointForm } from "../pointing/forms.ts";
import { groupChannel } from "../pointing/group.ts";
import { pointToActivities, pointToSearch } from "../pointing/shortlist.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { paths } from "../shared/paths.ts";
import { refuse } from "../texts/refusal.ts";
import { act } from "./act.ts";

export const pointing = {
  /** The board for a hold that is there together: each opens it from the code on one's own phone. */
  keepForGroup: act({
    who: "brobygger",
    schema: groupForm,
    limit: "list",
    async run({ hold, omraade }, { runtime, now }) {
      if (looksLikeCpr(hold)) refuse("cpr", "hold");
      const params = new URLSearchParams(omraade && { omraade });
      return paths.listScreen(await runtime.write((db) => pointToSearch(db, params, groupChannel(hold), now)));
    },
  }),

  keep: act({
    who: "anyone",
    schema: pointForm,
    limit: "list",
    async run({ aktivitet, hele, soegning, kanal }, { runtime, now }) {
      const params = new URLSearchParams(soegning);
      if (hele && looksLikeCpr(params.get("q") ?? "")) refuse("cprInList", "soegning");
      const code = await runtime.write((db) =>
        hele ? pointToSearch(db, params, kanal, now) : pointToActivities(db, aktivitet, kanal, now),
      );
      return paths.list(code);
    },
  }),
};
