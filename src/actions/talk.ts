import { caseForm } from "../casework/forms.ts";
import { noteGaps } from "../casework/gaps.ts";
import { gapForm, ownOfferForm, putForm, takeOffForm, talkForm } from "../casework/talk/forms.ts";
import { putOnList, sendList, takeOffList, writeOnList } from "../casework/talk/list.ts";
import { saveTalk } from "../casework/talk/talk.ts";
import { themeOf } from "../places/theme-words.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { localClock } from "../shared/time.ts";
import { paths } from "../shared/paths.ts";
import { told } from "../texts/notices.ts";
import { act } from "./act.ts";
import { boxOf } from "./box.ts";

export const talk = {
  /** While one types the page comes back at once, with what meets the wishes now. */
  save: act({
    who: "brobygger",
    schema: talkForm,
    async run({ id, live, ofMatch, ...said }, { runtime, viewer, now }) {
      await runtime.write((db) => saveTalk(db, runtime.keys, viewer, id, said, now));
      return live ? { once: [localClock(now)] } : told(`${paths.caseTalk(id)}${ofMatch ? "#match" : ""}`, "ark-gemt");
    },
  }),

  /** What was wished and is not there, in codes and of nobody. */
  noteGaps: act({
    who: "brobygger",
    schema: gapForm,
    async run({ id }, { runtime, viewer, now }) {
      const vocabulary = vocabularyOf(runtime.db);
      const read = { vocabulary, themeOf: (words: string) => themeOf(words, vocabulary, now) };
      await runtime.write((db) => noteGaps(db, runtime.keys, viewer, id, read, now));
      return told(`${paths.caseTalk(id)}#match`, "mangel-noteret");
    },
  }),

  put: act({
    who: "brobygger",
    schema: putForm,
    async run({ id, activity }, { runtime, viewer, now }) {
      await runtime.write((db) => putOnList(db, runtime.keys, viewer, id, activity, now));
      return told(`${paths.caseTalk(id)}#match`, "paa-listen");
    },
  }),

  /** From a hit straight to the tovholder: it goes on the list on the way. */
  contact: act({
    who: "brobygger",
    schema: putForm,
    async run({ id, activity }, { runtime, viewer, now }) {
      return paths.contact(String(await runtime.write((db) => putOnList(db, runtime.keys, viewer, id, activity, now))));
    },
  }),

  sendList: act({
    who: "brobygger",
    schema: caseForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => sendList(db, boxOf(runtime), viewer, id, now));
      return told(`${paths.caseTalk(id)}#listen`, "liste-sendt");
    },
  }),

  write: act({
    who: "brobygger",
    schema: ownOfferForm,
    async run({ id, ...offer }, { runtime, viewer, now }) {
      await runtime.write((db) => writeOnList(db, runtime.keys, viewer, id, offer, now));
      return told(`${paths.caseTalk(id)}#listen`, "paa-listen");
    },
  }),

  takeOff: act({
    who: "brobygger",
    schema: takeOffForm,
    async run({ id, offer }, { runtime, viewer }) {
      await runtime.write((db) => takeOffList(db, viewer, id, offer));
      return told(`${paths.caseTalk(id)}#listen`, "af-listen");
    },
  }),
};
