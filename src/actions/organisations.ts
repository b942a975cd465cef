import { admit, invite } from "../accounts/invitations.ts";
import { approve, reject } from "../organisations/approval.ts";
import { leave, removeContact } from "../organisations/contacts.ts";
import { appeal, describeOrganisation } from "../organisations/profile.ts";
import {
  appealForm,
  approveForm,
  colleagueForm,
  contactForm,
  leaveForm,
  profileForm,
  rejectForm,
  signUpForm,
} from "../organisations/forms.ts";
import { askToJoin, knownOrganisation, register } from "../organisations/sign-up.ts";
import { paths } from "../shared/paths.ts";
import { act } from "./act.ts";
import { boxOf } from "./box.ts";
import { told } from "../texts/notices.ts";

const THANKS = `${paths.signUp}?sendt=1`;

export const organisations = {
  /**
   * An organisation signs itself up, or somebody asks to be let in to one that is here: the organisation, its first
   * contact and the mails to both sides come in one transaction.
   */
  register: act({
    who: "anyone",
    schema: signUpForm,
    limit: "form",
    async run({ organisation, cvr, name, email, website, valg }, { runtime, now }) {
      if (website) return THANKS;
      const box = boxOf(runtime);
      const named = { name: organisation, cvr, isOther: valg === "anden" };
      const known = valg === "bed" && knownOrganisation(runtime.db, named);
      if (known) {
        await runtime.write((db) => askToJoin(db, box, known.id, { name, email }, now));
        return `${paths.signUp}?spurgt=1`;
      }
      await runtime.write((tx) => {
        const id = register(tx, named, now);
        admit(tx, box, { email, name, role: "contact", scope: id }, "signed-up", now);
      });
      return THANKS;
    },
  }),

  approve: act({
    who: "editor",
    schema: approveForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((db) => approve(db, boxOf(runtime), viewer, id, now));
      return told(paths.editor.desk, "forening-godkendt");
    },
  }),

  reject: act({
    who: "editor",
    schema: rejectForm,
    async run({ id, text }, { runtime, viewer, now }) {
      await runtime.write((db) => reject(db, boxOf(runtime), viewer, id, text, now));
      return told(paths.editor.desk, "forening-afvist");
    },
  }),

  /** A contact invites a colleague as second contact of the organisation. */
  inviteColleague: act({
    who: "contact",
    schema: colleagueForm,
    limit: "form",
    async run({ organisationId, name, email }, { runtime, viewer, now }) {
      await runtime.write((db) =>
        invite(db, boxOf(runtime), viewer, { name, email, role: "contact", scope: organisationId }, now),
      );
      return told(paths.host.contacts(organisationId), "inviteret");
    },
  }),

  removeContact: act({
    who: "contact",
    schema: contactForm,
    async run({ forening, person }, by) {
      await by.runtime.write((db) => removeContact(db, by.viewer, forening, person, by.now));
      return told(paths.host.contacts(forening), "adgang-fjernet");
    },
  }),

  /** What it says of itself. */
  describe: act({
    who: "contact",
    schema: profileForm,
    async run({ id, ...profile }, by) {
      await by.runtime.write((db) => describeOrganisation(db, by.viewer, id, profile, by.now));
      return told(paths.host.profile(id), "forening-gemt");
    },
  }),

  /** One that was refused writes back. */
  appeal: act({
    who: "contact",
    schema: appealForm,
    limit: "form",
    async run({ id, svar }, by) {
      await by.runtime.write((db) => appeal(db, by.viewer, id, svar, by.now));
      return told(paths.host.desk, "svar-til-redaktionen");
    },
  }),

  leave: act({
    who: "contact",
    schema: leaveForm,
    async run({ forening }, by) {
      await by.runtime.write((db) => leave(db, by.viewer, forening, by.now));
      return told(paths.board, "holdt-op");
    },
  }),
};
