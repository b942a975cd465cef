import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import {
  acceptForm,
  askResetForm,
  changePasswordForm,
  inviteForm,
  proposalForm,
  liftForm,
  membershipForm,
  newPasswordForm,
  ownPath,
  recoveryForm,
  secondStepForm,
  sessionForm,
  signInForm,
  turnOffForm,
  turnOnForm,
} from "../accounts/forms.ts";
import { changePassword } from "../accounts/change-password.ts";
import { cookieName } from "../accounts/cookies.ts";
import { deviceOf } from "../accounts/devices.ts";
import { passHalfWay } from "../accounts/half-way.ts";
import { acceptInvitation, invite } from "../accounts/invitations.ts";
import { confirmLead, dropLeadProposal, proposeLead } from "../accounts/leads.ts";
import { refuseWhileHasCases } from "../casework/giving.ts";
import { removeMembership } from "../accounts/membership.ts";
import { endElsewhere, endOwnSession } from "../accounts/own-sessions.ts";
import { askReset, setPassword } from "../accounts/reset.ts";
import {
  liftSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from "../accounts/second-factor.ts";
import { endSession } from "../accounts/session.ts";
import { signIn } from "../accounts/sign-in.ts";
import { paths } from "../shared/paths.ts";
import { act } from "./act.ts";
import { arrive, enter, HALF_WAY, isSecure } from "./arrive.ts";
import { boxOf } from "./box.ts";
import { here } from "./here.ts";
import { onward } from "./onward.ts";
import { told } from "../texts/notices.ts";

/** Both for a known and an unknown address: the time to answer says nothing. */
const RESET_ANSWER_MS = 300;

export const accounts = {
  signIn: act({
    who: "anyone",
    schema: signInForm,
    async run({ email, password, videre }, by) {
      const { db, limits, failedSignIns } = by.runtime;
      const id = await signIn(db, limits, { email, password }, by.address).catch((refused: unknown) => {
        failedSignIns.add(db, email, by.now);
        throw refused;
      });
      return enter(by, id, { secondStep: false, wanted: ownPath(videre) });
    },
  }),

  secondStep: act({
    who: "anyone",
    schema: secondStepForm,
    async run({ code, videre }, by) {
      const { limits } = by.runtime;
      const { cookies, request } = by.context;
      const halfWay = cookieName(HALF_WAY, isSecure(by));
      const device = deviceOf(request.headers.get("cookie"), isSecure(by));
      const passed = await passHalfWay(
        by.runtime,
        boxOf(by.runtime),
        limits,
        { token: cookies.get(halfWay)?.value ?? "", code, device },
        by.now,
      );
      if ("over" in passed) return told(paths.signIn, passed.over);
      cookies.delete(halfWay, { path: "/", secure: isSecure(by) });
      return arrive(by, passed.id, { secondStep: true, directory: passed.directory, wanted: ownPath(videre) });
    },
  }),

  turnOnSecondFactor: act({
    who: "signed-in",
    schema: turnOnForm,
    async run(typed, { runtime, viewer, now, context }) {
      const sessionId = context.locals.sessionId ?? "";
      const once = await runtime.write((tx) => turnOnSecondFactor(tx, boxOf(runtime), viewer, sessionId, typed, now));
      return { once };
    },
  }),

  turnOffSecondFactor: act({
    who: "signed-in",
    schema: turnOffForm,
    async run({ code }, { runtime, viewer, now }) {
      await turnOffSecondFactor(runtime, boxOf(runtime), runtime.limits, viewer, code, now);
      return told(paths.twoSteps, "totrin-slaaet-fra");
    },
  }),

  renewRecoveryCodes: act({
    who: "signed-in",
    schema: recoveryForm,
    run: async ({ code }, { runtime, viewer, now }) => ({
      once: await renewRecoveryCodes(runtime, boxOf(runtime), runtime.limits, viewer, code, now),
    }),
  }),

  liftSecondFactor: act({
    who: "editor",
    schema: liftForm,
    async run({ userId }, { runtime, viewer, now }) {
      await runtime.write((tx) => liftSecondFactor(tx, boxOf(runtime), viewer, userId, now));
      return told(paths.editor.people, "totrin-loeftet");
    },
  }),

  changePassword: act({
    who: "signed-in",
    schema: changePasswordForm,
    async run(typed, { runtime, viewer, address, now, context }) {
      const by = { viewer, sessionId: context.locals.sessionId ?? "", address };
      await changePassword(runtime, boxOf(runtime), runtime.limits, by, typed, now);
      return told(paths.account, "kode-gemt");
    },
  }),

  endSession: act({
    who: "signed-in",
    schema: sessionForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((tx) => endOwnSession(tx, viewer, id, now));
      return told(paths.account, "sted-logget-ud");
    },
  }),

  endOtherSessions: act({
    who: "signed-in",
    schema: z.object({}),
    async run(_, { runtime, viewer, now, context }) {
      await runtime.write((tx) => endElsewhere(tx, viewer, context.locals.sessionId ?? "", now));
      return told(paths.account, "andre-logget-ud");
    },
  }),

  signOut: act({
    who: "anyone",
    schema: z.object({}),
    async run(_, by) {
      const { name, value, attributes } = await endSession(
        by.runtime,
        by.context.request.headers.get("cookie"),
        isSecure(by),
        by.now,
      );
      by.context.cookies.set(name, value, attributes);
      return told(paths.signIn, "logget-ud");
    },
  }),

  askReset: act({
    who: "anyone",
    schema: askResetForm,
    limit: "form",
    async run({ email }, { runtime, address, now }) {
      const answer = pause(RESET_ANSWER_MS);
      const known = runtime.limits.cameInFrom({ account: email, address });
      await runtime.write((db) => askReset(db, boxOf(runtime), email, now, known));
      await answer;
      return `${paths.forgotten}?sendt=1`;
    },
  }),

  setPassword: act({
    who: "anyone",
    schema: newPasswordForm,
    run: async ({ token, password }, by) =>
      enter(by, await setPassword(by.runtime, boxOf(by.runtime), token, password, by.now), {
        secondStep: false,
        wanted: null,
        notice: "ny-kode",
      }),
  }),

  acceptInvitation: act({
    who: "anyone",
    schema: acceptForm,
    run: async ({ token, name, password }, by) =>
      enter(by, await acceptInvitation(by.runtime, token, { name, password }, by.now), {
        secondStep: false,
        wanted: null,
        notice: "velkommen",
      }),
  }),

  invite: act({
    who: "editor",
    schema: inviteForm,
    async run({ name, email, access }, by) {
      const { runtime, viewer, now } = by;
      const goOn = onward(by);
      if (access.role === "lead") {
        await runtime.write((tx) => proposeLead(tx, viewer, { name, email, teamId: access.scope }, now));
        return told(paths.editor.people, "leder-foreslaaet");
      }
      await runtime.write((tx) => invite(tx, boxOf(runtime), viewer, { name, email, ...access }, now));
      return goOn(paths.editor.people, "inviteret");
    },
  }),

  removeMembership: act({
    who: "editor",
    schema: membershipForm,
    async run(held, { runtime, viewer, now }) {
      await runtime.write((tx) => {
        refuseWhileHasCases(tx, held);
        removeMembership(tx, viewer, held, now);
      });
      return told(paths.editor.people, "adgang-fjernet");
    },
  }),

  confirmLead: act({
    who: "signed-in",
    schema: proposalForm,
    async run({ proposal }, by) {
      await by.runtime.write((tx) => confirmLead(tx, boxOf(by.runtime), by.viewer, proposal, by.now));
      return here(by, "leder-givet");
    },
  }),

  dropLead: act({
    who: "signed-in",
    schema: proposalForm,
    async run({ proposal }, by) {
      await by.runtime.write((tx) => dropLeadProposal(tx, by.viewer, proposal, by.now));
      return here(by, "leder-afvist");
    },
  }),
};
