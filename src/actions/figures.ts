import { writeCost } from "../figures/cost.ts";
import { costForm } from "../figures/forms.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { act } from "./act.ts";

export const figures = {
  cost: act({
    who: "lead",
    schema: costForm,
    async run({ team, year, kroner }, { runtime, viewer }) {
      await runtime.write((db) => writeCost(db, viewer, { teamId: team, year, ore: kroner }));
      const query = new URLSearchParams({ hold: team, fra: `${year}-01`, til: `${year}-12` });
      return told(`${paths.brobygger.figures}?${query}`, "pris-gemt");
    },
  }),
};
