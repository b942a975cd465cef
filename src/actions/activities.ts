import { activityForm, dateDeed, deed, fieldsFrom, forgetForm, seasonForm } from "../activities/forms.ts";
import { cancelDate, cloneActivity, createDraft, edit, pause, publish, restore, restoreDate, resume, withdraw } from "../activities/publishing.ts";
import { ownActivity } from "../activities/queries.ts";
import { renewSeason } from "../activities/seasons.ts";
import { forgetTyping } from "../activities/typing.ts";
import { refuse } from "../shared/refusal.ts";
import { pinpoint } from "../activities/intake/pinpoint.ts";
import { adressevaelger } from "../places/adressevaelger.ts";
import { type Geocoder, NO_KEY, noGeocoder } from "../places/geocoder.ts";
import { readSetting } from "#db/settings.ts";
import { act, type Poster } from "./act.ts";

export const activities = {
  /** Saves the form: a new draft, or a change. The button says where to go on. */
  save: act({
    who: "contact",
    schema: activityForm,
    run(form, by) {
      const { db } = by.runtime;
      const before = form.id ? (ownActivity(db, by.viewer, form.id)?.activity ?? null) : null;
      const fields = fieldsFrom(form, before, by.now);
      const id = form.id || createDraft(db, by.viewer, form.organisation, fields, by.now).id;
      if (form.id) edit(db, by.viewer, id, fields, by.now);
      forgetTyping(db, by.viewer, form.kladde);
      const next = form.next === "stay" ? `${page(id)}?besked=aktivitet-gemt` : preview(id, "aktivitet-gemt");
      return found(by, form.id ? next : `${next}&ny=ja`);
    },
  }),
  /** Forgets what was kept of a form while it was typed. */
  forget: act({
    who: "contact",
    schema: forgetForm,
    run({ kladde, til }, by) {
      forgetTyping(by.runtime.db, by.viewer, kladde);
      return /^\/forening\/[\w/?=&%.-]*$/.test(til) ? til : "/forening";
    },
  }),
  publish: act({
    who: "contact",
    schema: deed,
    async run({ id }, by) {
      await pinpoint(by.runtime.db, geocoderOf(by), by.viewer, id);
      const { isPublic } = publish(by.runtime.db, by.viewer, id, by.now);
      return found(by, preview(id, isPublic ? "aktivitet-udgivet" : "aktivitet-venter"));
    },
  }),
  /** Writes a draft off from another activity. */
  clone: act({
    who: "contact",
    schema: deed,
    run({ id }, by) {
      return `${page(cloneActivity(by.runtime.db, by.viewer, id, by.now).id)}?besked=aktivitet-magen`;
    },
  }),
  /** A new season of several at once, when its days have been seen. */
  renew: act({
    who: "contact",
    schema: seasonForm,
    run({ aktivitet, foerste, sidste, vist }, by) {
      if (vist !== `${foerste}/${sidste}`) refuse("seasonLook", "foerste");
      renewSeason(by.runtime.db, by.viewer, aktivitet, { from: foerste, until: sidste }, by.now);
      return found(by, "/forening?besked=saeson-udgivet");
    },
  }),
  pause: act({
    who: "contact",
    schema: deed,
    run({ id }, by) {
      pause(by.runtime.db, by.viewer, id, by.now);
      return found(by, preview(id, "aktivitet-pause"));
    },
  }),
  resume: act({
    who: "contact",
    schema: deed,
    run({ id }, by) {
      const { isPublic } = resume(by.runtime.db, by.viewer, id, by.now);
      return found(by, preview(id, isPublic ? "aktivitet-igen" : "aktivitet-venter"));
    },
  }),
  withdraw: act({
    who: "contact",
    schema: deed,
    run({ id }, by) {
      withdraw(by.runtime.db, by.viewer, id, by.now);
      return found(by, preview(id, "aktivitet-taget-ned"));
    },
  }),
  restore: act({
    who: "contact",
    schema: deed,
    run({ id }, by) {
      restore(by.runtime.db, by.viewer, id, by.now);
      return found(by, preview(id, "aktivitet-tilbage"));
    },
  }),
  cancelDate: act({
    who: "contact",
    schema: dateDeed,
    run({ id, start }, by) {
      cancelDate(by.runtime.db, by.viewer, id, start, by.now);
      return found(by, `${page(id)}/datoer?besked=dato-aflyst`);
    },
  }),
  restoreDate: act({
    who: "contact",
    schema: dateDeed,
    run({ id, start }, by) {
      restoreDate(by.runtime.db, by.viewer, id, start, by.now);
      return found(by, `${page(id)}/datoer?besked=dato-igen`);
    },
  }),
};

const page = (id: string) => `/forening/aktivitet/${id}`;
const preview = (id: string, notice: string) => `${page(id)}/vis?besked=${notice}`;

/** What was just changed is found at once. */
function found(by: Poster, to: string): string {
  by.runtime.search.changed();
  return to;
}

function geocoderOf({ runtime }: Poster): Geocoder {
  const key = readSetting(runtime.db, "addressKey").trim();
  return key === "" || key === NO_KEY ? noGeocoder : adressevaelger(key);
}
