import { weeklyPractice } from "../activities/weekly.ts";
import { createDraft, setAudience } from "../activities/writing.ts";
import { audienceForm, practiceDeed, practiceForm, stepBackForm } from "../casework/practice-forms.ts";
import { lead, refuseUnlessLed, stepBackOn } from "../casework/practices.ts";
import { homeIn } from "../casework/talk/talk.ts";
import { gapOfKey } from "../casework/talk/wished-gaps.ts";
import { asContactOfTeam } from "../organisations/of-team.ts";
import { workshopIn } from "../partners/answers.ts";
import { paths } from "../shared/paths.ts";
import { localDate } from "../shared/time.ts";
import { told } from "../texts/notices.ts";
import { refuse } from "../texts/refusal.ts";
import { act } from "./act.ts";

export const practice = {
  /** A draft of a group from a gap: of the team's own organisation, with whoever makes it as its contact. */
  start: act({
    who: "brobygger",
    schema: practiceForm,
    async run({ hold, gab, vaerksted, area, audience, stepsBackOn, ...said }, { runtime, viewer, now }) {
      const id = await runtime.write((db) => {
        const { contact, organisationId } = asContactOfTeam(db, viewer, hold, now);
        const fields = weeklyPractice(said, { from: localDate(now), at: homeIn(db, area), host: viewer });
        const draft = createDraft(db, contact, organisationId, fields, now, { audience });
        const from = vaerksted === undefined ? null : workshopIn(db, viewer, vaerksted);
        const gap = from ?? gapOfKey(gab);
        lead(
          db,
          viewer,
          draft.id,
          { teamId: from?.teamId ?? hold, stepsBackOn, gap, ...(from && { answerId: from.id }) },
          now,
        );
        return draft.id;
      });
      return told(paths.host.shown(id), "oevefaellesskab-lavet");
    },
  }),

  /** Opens the contact's desk for somebody of the team that leads a group. */
  edit: act({
    who: "brobygger",
    schema: practiceDeed,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => asContactOfTeam(db, viewer, refuseUnlessLed(db, viewer, id).teamId, now));
      return paths.host.shown(id);
    },
  }),

  setAudience: act({
    who: "brobygger",
    schema: audienceForm,
    async run({ id, audience, sure }, { runtime, viewer, now }) {
      if (audience === "all" && !sure) refuse("sureToOpen", "sure");
      await runtime.write((db) => {
        refuseUnlessLed(db, viewer, id);
        setAudience(db, viewer, id, audience, now);
      });
      return told(paths.host.shown(id), audience === "all" ? "aabnet-for-alle" : "kun-for-henviste");
    },
  }),

  stepBackOn: act({
    who: "brobygger",
    schema: stepBackForm,
    async run({ id, stepsBackOn }, { runtime, viewer, now }) {
      await runtime.write((db) => stepBackOn(db, viewer, id, stepsBackOn, now));
      return told(paths.host.shown(id), "dag-gemt");
    },
  }),
};
