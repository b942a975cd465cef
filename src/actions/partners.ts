import { changeWorkshop, dropWorkshop, holdWorkshop, sayMet, sayWhatCame } from "../partners/answers.ts";
import { removeChange, retellChange, tellChange } from "../partners/changes.ts";
import {
  cameForm,
  changeWorkshopForm,
  linkForm,
  metForm,
  oneForm,
  removeChangeForm,
  retellForm,
  takeLinkForm,
  tellForm,
  workshopForm,
} from "../partners/forms.ts";
import { giveLink, takeLink } from "../partners/links.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { act } from "./act.ts";

const ofTeam = (hold: string) => `${paths.brobygger.partners}?${new URLSearchParams({ hold })}`;

export const partners = {
  /** An activity meets a gap. */
  met: act({
    who: "brobygger",
    schema: metForm,
    async run({ gap, chosen }, { runtime, viewer, now }) {
      await runtime.write((db) => sayMet(db, viewer, gap, chosen, now));
      return told(paths.brobygger.gaps, "mangel-moedt");
    },
  }),

  hold: act({
    who: "brobygger",
    schema: workshopForm,
    async run({ gap, workshop }, { runtime, viewer, now }) {
      const id = await runtime.write((db) => holdWorkshop(db, viewer, gap, workshop, now));
      return told(paths.brobygger.workshop(String(id)), "vaerksted-gemt");
    },
  }),

  change: act({
    who: "brobygger",
    schema: changeWorkshopForm,
    async run({ id, ...workshop }, { runtime, viewer }) {
      await runtime.write((db) => changeWorkshop(db, viewer, id, workshop));
      return told(paths.brobygger.workshop(String(id)), "vaerksted-gemt");
    },
  }),

  drop: act({
    who: "brobygger",
    schema: oneForm,
    async run({ id }, { runtime, viewer }) {
      await runtime.write((db) => dropWorkshop(db, viewer, id));
      return told(paths.brobygger.gaps, "vaerksted-vaek");
    },
  }),

  came: act({
    who: "brobygger",
    schema: cameForm,
    async run({ id, ...chosen }, { runtime, viewer, now }) {
      await runtime.write((db) => sayWhatCame(db, viewer, id, chosen, now));
      return told(paths.brobygger.workshop(String(id)), "mangel-moedt");
    },
  }),

  tell: act({
    who: "brobygger",
    schema: tellForm,
    async run({ hold, ...change }, { runtime, viewer, now }) {
      await runtime.write((db) => tellChange(db, viewer, hold, change, now));
      return told(ofTeam(hold), "aendring-skrevet");
    },
  }),

  retell: act({
    who: "brobygger",
    schema: retellForm,
    async run({ hold, id, ...change }, { runtime, viewer, now }) {
      await runtime.write((db) => retellChange(db, viewer, id, change, now));
      return told(ofTeam(hold), "aendring-skrevet");
    },
  }),

  remove: act({
    who: "brobygger",
    schema: removeChangeForm,
    async run({ hold, id }, { runtime, viewer }) {
      await runtime.write((db) => removeChange(db, viewer, id));
      return told(ofTeam(hold), "aendring-vaek");
    },
  }),

  /** What stands in the link is shown once. */
  giveLink: act({
    who: "lead",
    schema: linkForm,
    async run({ hold, label }, { runtime, viewer, now }) {
      const token = await runtime.write((db) => giveLink(db, viewer, { teamId: hold, label }, now));
      return { once: [token] };
    },
  }),

  takeLink: act({
    who: "lead",
    schema: takeLinkForm,
    async run({ hold, id }, { runtime, viewer, now }) {
      await runtime.write((db) => takeLink(db, viewer, id, now));
      return told(ofTeam(hold), "link-taget");
    },
  }),
};
