import { activityForm } from "../activities/activity-form.ts";
import {
  dateDeed,
  deed,
  forgetForm,
  moveForm,
  noteForm,
  organisationDeed,
  seasonForm,
  undoForm,
} from "../activities/forms.ts";
import { fieldsFrom } from "../activities/form-to-fields.ts";
import { cancelDate, moveDate, noteDay, restoreDate } from "../activities/date-deeds.ts";
import { cloneActivity, save, saveNew } from "../activities/writing.ts";
import { pause, publish, restore, resume, withdraw } from "../activities/publishing.ts";
import { ownActivity } from "../activities/queries.ts";
import { publishReady, readyDrafts } from "../activities/ready.ts";
import { renewSeason } from "../activities/seasons.ts";
import { forgetUnfinished } from "../activities/unfinished-form.ts";
import { refuse } from "../texts/refusal.ts";
import { pinpoint } from "../activities/pinpoint.ts";
import { adressevaelger } from "../places/adressevaelger.ts";
import { type Geocoder, NO_KEY, noGeocoder } from "../places/geocoder.ts";
import type { Standing } from "#db/schema.ts";
import { readSetting } from "#db/settings.ts";
import { describePicture, pictureOf, writeWithPicture } from "../activities/pictures.ts";
import { undo } from "../activities/undoing.ts";
import { leadCopy } from "../casework/practices.ts";
import { paths } from "../shared/paths.ts";
import { act, type Poster } from "./act.ts";
import { handedIn } from "./picture.ts";
import { here } from "./here.ts";
import { standingNotice } from "./standing-notice.ts";
import { type NoticeKey, told } from "../texts/notices.ts";

export const activities = {
  /** Saves the form: a new draft, or a change. The button says where to go on. */
  save: act({
    who: "contact",
    schema: activityForm,
    async run(form, by) {
      const { file, alt, dropPicture } = form;
      const { runtime, viewer, now } = by;
      const picture = file && (await handedIn(runtime, file, alt));
      const { id, isJoined } = await writeWithPicture(runtime, runtime.config.dataDir, picture, (db, hang) => {
        const before = form.id ? (ownActivity(db, viewer, form.id)?.activity ?? null) : null;
        const shown = pictureOf(db, before?.imageId ?? null);
        if (!file && alt && !shown) refuse("pictureMissing", "file");
        const fields = fieldsFrom(form, before, now);
        if (form.id && !before) refuse("notYours");
        const done = before
          ? save(db, viewer, { activity: before, seen: form.seen }, fields, now)
          : saveNew(db, viewer, form.organisation, form.ny, fields, now);
        const { id } = done;
        if (picture || (shown && dropPicture)) hang(viewer, id, now);
        else if (shown && alt && alt !== shown.alt) describePicture(db, viewer, id, alt, now);
        forgetUnfinished(db, viewer, form.kladde);
        return done;
      });
      const notice = isJoined ? "aktivitet-samlet" : "aktivitet-gemt";
      const next = form.next === "stay" ? told(paths.host.activity(id), notice) : preview(id, notice);
      return form.id ? next : `${next}&ny=ja`;
    },
  }),
  /** Forgets what was kept of a form while it was typed. */
  forget: act({
    who: "contact",
    schema: forgetForm,
    async run({ kladde, til }, by) {
      await by.runtime.write((db) => forgetUnfinished(db, by.viewer, kladde));
      return /^\/forening\/[\w/?=&%.-]*$/.test(til) ? til : paths.host.desk;
    },
  }),
  publish: act({
    who: "contact",
    schema: deed,
    async run({ id }, by) {
      await pinpoint(by.runtime, geocoderOf(by), by.viewer, id, by.now);
      return stands(id, await by.runtime.write((db) => publish(db, by.viewer, id, by.now)));
    },
  }),
  /** All drafts of an organisation that lack nothing. */
  publishReady: act({
    who: "contact",
    schema: organisationDeed,
    async run({ organisation }, by) {
      const { runtime, viewer, now } = by;
      for (const { id } of readyDrafts(runtime.db, viewer, organisation, now))
        await pinpoint(runtime, geocoderOf(by), viewer, id, now);
      await runtime.write((db) => publishReady(db, viewer, organisation, now));
      return told(paths.host.desk, "alle-udgivet");
    },
  }),
  /** Writes a draft off from another activity. */
  clone: act({
    who: "contact",
    schema: deed,
    async run({ id }, by) {
      const copy = await by.runtime.write((db) => {
        const made = cloneActivity(db, by.viewer, id, by.now);
        leadCopy(db, by.viewer, id, made.id, by.now);
        return made;
      });
      return told(paths.host.activity(copy.id), "aktivitet-magen");
    },
  }),
  /** A new season of several at once, when its days have been seen. */
  renew: act({
    who: "contact",
    schema: seasonForm,
    async run({ aktivitet, foerste, sidste, vist }, by) {
      if (vist !== `${foerste}/${sidste}`) refuse("seasonLook", "foerste");
      await by.runtime.write((db) => renewSeason(db, by.viewer, aktivitet, { from: foerste, until: sidste }, by.now));
      return told(paths.host.desk, "saeson-udgivet");
    },
  }),
  pause: act({
    who: "contact",
    schema: deed,
    async run({ id }, by) {
      return stands(id, await by.runtime.write((db) => pause(db, by.viewer, id, by.now)));
    },
  }),
  resume: act({
    who: "contact",
    schema: deed,
    async run({ id }, by) {
      return stands(id, await by.runtime.write((db) => resume(db, by.viewer, id, by.now)));
    },
  }),
  withdraw: act({
    who: "contact",
    schema: deed,
    async run({ id }, by) {
      return stands(id, await by.runtime.write((db) => withdraw(db, by.viewer, id, by.now)));
    },
  }),
  restore: act({
    who: "contact",
    schema: deed,
    async run({ id }, by) {
      return stands(id, await by.runtime.write((db) => restore(db, by.viewer, id, by.now)));
    },
  }),
  cancelDate: act({
    who: "contact",
    schema: dateDeed,
    async run({ id, start }, by) {
      await by.runtime.write((db) => cancelDate(db, by.viewer, id, start, by.now));
      return told(paths.host.dates(id), "dato-aflyst");
    },
  }),
  restoreDate: act({
    who: "contact",
    schema: dateDeed,
    async run({ id, start }, by) {
      await by.runtime.write((db) => restoreDate(db, by.viewer, id, start, by.now));
      return told(paths.host.dates(id), "dato-igen");
    },
  }),
  moveDate: act({
    who: "contact",
    schema: moveForm,
    async run({ id, start, dato, fra, til }, by) {
      await by.runtime.write((db) => moveDate(db, by.viewer, id, start, { date: dato, start: fra, end: til }, by.now));
      return here(by, "dato-flyttet-bord");
    },
  }),
  /** Another place for one date, or why. */
  noteDay: act({
    who: "contact",
    schema: noteForm,
    async run({ id, start, sted, hvorfor }, by) {
      await by.runtime.write((db) => noteDay(db, by.viewer, id, start, { place: sted, text: hvorfor }, by.now));
      return told(paths.host.dates(id), "dag-sagt");
    },
  }),
  undo: act({
    who: "contact",
    schema: undoForm,
    async run({ id, version }, by) {
      await by.runtime.write((db) => undo(db, by.viewer, id, version, by.now));
      return told(paths.host.history(id), "fortrudt");
    },
  }),
};

const preview = (id: string, notice: NoticeKey) => told(paths.host.shown(id), notice);

/** Its page, which says how it stands after the deed. */
const stands = (id: string, standing: Standing) => preview(id, standingNotice(standing));

function geocoderOf({ runtime }: Poster): Geocoder {
  const key = readSetting(runtime.db, "addressKey").trim();
  return key === "" || key === NO_KEY ? noGeocoder : adressevaelger(key);
}
