import { readInto } from "../activities/guesses.ts";
import { createDraft } from "../activities/writing.ts";
import { draftFromText } from "../exchange/draft-from-text.ts";
import { calendarAddress, fetchCalendar } from "../exchange/fetch-calendar.ts";
import {
  altForm,
  calendarForm,
  confirmForm,
  pictureForm,
  removeForm,
  sheetForm,
  sourceForm,
  textForm,
} from "../exchange/forms.ts";
import { describePicture, removePicture, setPicture } from "../activities/pictures.ts";
import { dropSource, keepSource } from "../exchange/sources.ts";
import { keepWaiting } from "../exchange/waiting.ts";
import { handedIn } from "./picture.ts";
import { actsFor } from "../accounts/roles.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { paths } from "../shared/paths.ts";
import { refuse } from "../texts/refusal.ts";
import { takingIn as texts } from "../texts/exchange.ts";
import { act } from "./act.ts";
import { told } from "../texts/notices.ts";
import { readable, take } from "./take-waiting.ts";

export const exchange = {
  /** Reads a pasted text and opens the ordinary form with what it says: a draft that only the association sees. */
  readText: act({
    who: "contact",
    schema: textForm,
    async run({ organisation, text }, { runtime, viewer, now }) {
      const fields = draftFromText(text, vocabularyOf(runtime.db), now);
      const { id } = await runtime.write((db) =>
        createDraft(
          db,
          viewer,
          organisation,
          { ...fields, title: fields.title || texts.untitled, guessed: readInto(fields) },
          now,
        ),
      );
      return told(paths.host.activity(id), "kladde-af-tekst");
    },
  }),

  /**
   * Takes a calendar in hand, from a file or an address: nothing is saved but the file, until somebody has seen what it
   * does.
   */
  lookAtCalendar: act({
    who: "contact",
    schema: calendarForm,
    limit: "form",
    async run({ organisation, file, address }, { runtime, viewer, now }) {
      if (!actsFor(viewer, organisation)) refuse("notYours");
      if (file && file.size > 2 * 1024 * 1024) refuse("fileTooLarge2", "file");
      if (!file && !address) refuse("fileOrAddress", "file");
      const waiting = { organisationId: organisation, url: null, etag: null, lastModified: null, report: null };
      if (file) {
        const bytes = Buffer.from(await file.bytes());
        readable(await runtime.work.do("calendar", { file: bytes, organisationId: organisation, now }), "file");
        await runtime.write((tx) => keepWaiting(tx, viewer, "calendar", { ...waiting, file: bytes }, now));
        return `${paths.host.calendar}?se=ja`;
      }
      const fetched = await fetchCalendar(address);
      if ("refused" in fetched) refuse(fetched.refused, "address");
      if (!("bytes" in fetched)) refuse("calendarNotFetched", "address");
      readable(
        await runtime.work.do("calendar", { file: fetched.bytes, organisationId: organisation, now }),
        "address",
      );
      const { etag, lastModified } = fetched;
      const fromThere = {
        file: Buffer.from(fetched.bytes),
        url: calendarAddress(address)?.href ?? null,
        etag,
        lastModified,
      };
      await runtime.write((tx) => keepWaiting(tx, viewer, "calendar", { ...waiting, ...fromThere }, now));
      return `${paths.host.calendar}?se=ja`;
    },
  }),

  takeCalendar: act({
    who: "contact",
    schema: confirmForm,
    async run(form, by) {
      const { work, write } = by.runtime;
      const { waiting, leftOut } = await take(by, "calendar", form, (file, organisationId) =>
        work.do("calendar", { file, organisationId, now: by.now }),
      );
      const { url, organisationId } = waiting;
      if (url) await write((tx) => keepSource(tx, by.viewer, organisationId, url, { ...waiting, leftOut }, by.now));
      return told(`${paths.host.calendar}?se=ja`, "hentet");
    },
  }),

  dropCalendar: act({
    who: "contact",
    schema: sourceForm,
    async run({ id }, { runtime, viewer }) {
      await runtime.write((db) => dropSource(db, viewer, id));
      return told(paths.host.calendar, "kalender-stoppet");
    },
  }),

  lookAtSheet: act({
    who: "contact",
    schema: sheetForm,
    async run({ organisation, file }, { runtime, viewer, now }) {
      if (!actsFor(viewer, organisation)) refuse("notYours");
      if (!file) refuse("fileMissing", "file");
      if (file.size > 1024 * 1024) refuse("fileTooLarge1", "file");
      const bytes = Buffer.from(await file.bytes());
      readable(await runtime.work.do("sheet", { file: bytes, organisationId: organisation, now }), "file");
      await runtime.write((db) =>
        keepWaiting(
          db,
          viewer,
          "sheet",
          { organisationId: organisation, file: bytes, url: null, etag: null, lastModified: null, report: null },
          now,
        ),
      );
      return `${paths.host.sheet}?se=ja`;
    },
  }),

  takeSheet: act({
    who: "contact",
    schema: confirmForm,
    async run(form, by) {
      await take(by, "sheet", form, async (file, organisationId) => {
        const sheet = await by.runtime.work.do("sheet", { file, organisationId, now: by.now });
        return "refused" in sheet ? sheet : sheet.rows;
      });
      return told(`${paths.host.sheet}?se=ja`, "hentet");
    },
  }),

  setPicture: act({
    who: "contact",
    schema: pictureForm,
    async run({ id, file, alt }, { runtime, viewer, now }) {
      const picture = await handedIn(runtime, file, alt);
      await setPicture(runtime, runtime.config.dataDir, viewer, id, picture, now);
      return told(paths.host.picture(id), "billede-gemt");
    },
  }),

  describePicture: act({
    who: "contact",
    schema: altForm,
    async run({ id, alt }, { runtime, viewer, now }) {
      await runtime.write((db) => describePicture(db, viewer, id, alt, now));
      return told(paths.host.picture(id), "billede-gemt");
    },
  }),

  removePicture: act({
    who: "contact",
    schema: removeForm,
    async run({ id }, { runtime, viewer, now }) {
      await removePicture(runtime, runtime.config.dataDir, viewer, id, now);
      return told(paths.host.picture(id), "billede-fjernet");
    },
  }),
};
