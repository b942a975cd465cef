import { pointForm } from "../pointing/forms.ts";
import { pointToActivities, pointToSearch } from "../pointing/shortlist.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { paths } from "../shared/paths.ts";
import { refuse } from "../texts/refusal.ts";
import { act } from "./act.ts";

export const pointing = {
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
