import { deviceCookie, deviceOf } from "../accounts/devices.ts";
import { oneTeamForm, visitForm, yearForm } from "../feedback/forms.ts";
import { noteVisit, remindUnit } from "../feedback/outreach.ts";
import { mailYear, tellYear } from "../feedback/year.ts";
import {
  codeForm,
  colleagueForm,
  mailCodeForm,
  oneLinkForm,
  oneUnitForm,
  referForm,
  renameUnitForm,
  unitForm,
} from "../referrals/forms.ts";
import { referCitizen } from "../referrals/refer.ts";
import {
  bindBrowser,
  inviteColleague,
  isBoundTo,
  mailCode,
  readUnitLink,
  revokeLink,
} from "../referrals/unit-links.ts";
import { addUnit, closeUnit, renameUnit, reopenUnit } from "../referrals/units.ts";
import { hashToken } from "../shared/ids.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { refuse } from "../texts/refusal.ts";
import { act, type Poster } from "./act.ts";
import { isSecure } from "./arrive.ts";
import { boxOf } from "./box.ts";

export const units = {
  add: act({
    who: "lead",
    schema: unitForm,
    async run(unit, { runtime, viewer, now }) {
      const id = await runtime.write((db) => addUnit(db, viewer, unit, now));
      return told(paths.brobygger.unit(id), "sted-skrevet");
    },
  }),

  rename: act({
    who: "lead",
    schema: renameUnitForm,
    async run({ unitId, name }, { runtime, viewer }) {
      await runtime.write((db) => renameUnit(db, viewer, unitId, name));
      return told(paths.brobygger.unit(unitId), "sted-gemt");
    },
  }),

  close: act({
    who: "lead",
    schema: oneUnitForm,
    async run({ unitId }, { runtime, viewer, now }) {
      await runtime.write((db) => closeUnit(db, viewer, unitId, now));
      return told(paths.brobygger.unit(unitId), "sted-gemt");
    },
  }),

  reopen: act({
    who: "lead",
    schema: oneUnitForm,
    async run({ unitId }, { runtime, viewer }) {
      await runtime.write((db) => reopenUnit(db, viewer, unitId));
      return told(paths.brobygger.unit(unitId), "sted-gemt");
    },
  }),

  invite: act({
    who: "lead",
    schema: colleagueForm,
    async run(colleague, { runtime, viewer, now }) {
      await runtime.write((db) => inviteColleague(db, boxOf(runtime), viewer, colleague, now));
      return told(paths.brobygger.unit(colleague.unitId), "link-givet");
    },
  }),

  revoke: act({
    who: "lead",
    schema: oneLinkForm,
    async run({ unitId, link }, { runtime, viewer, now }) {
      await runtime.write((db) => revokeLink(db, viewer, link, now));
      return told(paths.brobygger.unit(unitId), "link-taget");
    },
  }),

  visit: act({
    who: "brobygger",
    schema: visitForm,
    async run({ unitId, ...visit }, { runtime, viewer, now }) {
      await runtime.write((db) => noteVisit(db, viewer, unitId, visit, now));
      return told(paths.brobygger.today, "besoeg-skrevet");
    },
  }),

  remind: act({
    who: "brobygger",
    schema: oneUnitForm,
    async run({ unitId }, { runtime, viewer, now }) {
      await runtime.write((db) => remindUnit(db, boxOf(runtime), viewer, unitId, now));
      return told(paths.brobygger.today, "sted-mindet");
    },
  }),

  tellYear: act({
    who: "lead",
    schema: yearForm,
    async run({ teamId, text }, { runtime, viewer, now }) {
      await runtime.write((db) => tellYear(db, viewer, teamId, text, now));
      return told(paths.brobygger.unitsYear, "aaret-gemt");
    },
  }),

  mailYear: act({
    who: "lead",
    schema: oneTeamForm,
    async run({ teamId }, { runtime, viewer, now }) {
      await runtime.write((db) => mailYear(db, boxOf(runtime), viewer, teamId, now));
      return told(paths.brobygger.unitsYear, "aaret-sendt");
    },
  }),

  mailCode: act({
    who: "anyone",
    schema: mailCodeForm,
    limit: "form",
    async run({ token }, { runtime, now }) {
      await runtime.write((db) => mailCode(db, boxOf(runtime), token, now));
      return told(paths.refer(token), "kode-sendt");
    },
  }),

  enterCode: act({
    who: "anyone",
    schema: codeForm,
    limit: "form",
    async run({ token, code }, by) {
      const { runtime, now, context } = by;
      const cookie = deviceCookie(context.request.headers.get("cookie"), isSecure(by));
      const browser = hashToken(cookie.value);
      const came = await runtime.write((db) => bindBrowser(db, runtime.keys, token, { code, browser }, now));
      if (came === "wrong") refuse("wrongMailCode", "code");
      if (came === "over") return told(paths.refer(token), "kode-slut");
      context.cookies.set(cookie.name, cookie.value, cookie.attributes);
      return paths.refer(token);
    },
  }),

  refer: act({
    who: "anyone",
    schema: referForm,
    limit: "help",
    linkOf({ token }, by) {
      const { db, keys } = by.runtime;
      const link = readUnitLink(db, keys, token, by.now);
      return link && isBoundTo(link, browserOf(by)) ? link.id : null;
    },
    async run({ token, omraade, ...form }, by) {
      const { runtime, now } = by;
      const { reference, lastDay } = await runtime.write((db) =>
        referCitizen(db, runtime.keys, { token, browser: browserOf(by) }, { ...form, area: omraade }, now),
      );
      return `${paths.refer(token)}?${new URLSearchParams({ nr: reference, senest: lastDay })}`;
    },
  }),
};

function browserOf(by: Poster): string | null {
  return deviceOf(by.context.request.headers.get("cookie"), isSecure(by));
}
