import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { acceptForm, askResetForm, inviteForm, membershipForm, newPasswordForm, ownPath, signInForm } from "../accounts/forms.ts";
import { acceptInvitation, invite } from "../accounts/invitations.ts";
import { removeMembership } from "../accounts/members.ts";
import { askReset, setPassword } from "../accounts/reset.ts";
import { deskOf } from "../accounts/roles.ts";
import { endSession, type SessionCookie, startSession, viewerOf } from "../accounts/session.ts";
import { signIn } from "../accounts/sign-in.ts";
import { act, type Poster } from "./act.ts";
import { boxOf } from "./box.ts";

/** Both for a known and an unknown address: the time to answer says nothing. */
const RESET_ANSWER_MS = 300;

export const accounts = {
  signIn: act({
    who: "anyone",
    schema: signInForm,
    async run({ email, password, videre }, by) {
      const { db, limits } = by.runtime;
      return enter(by, await signIn(db, limits, { email, password }, by.address), ownPath(videre));
    },
  }),

  signOut: act({
    who: "anyone",
    schema: z.object({}),
    async run(_, by) {
      keep(by, await endSession(by.runtime.db, by.context.request.headers.get("cookie"), isSecure(by), by.now));
      return "/log-ind?besked=signedOut";
    },
  }),

  askReset: act({
    who: "anyone",
    schema: askResetForm,
    async run({ email }, { runtime, address, now }) {
      await pause(await runtime.limits.formDelay(address));
      const answer = pause(RESET_ANSWER_MS);
      if (await runtime.limits.mayMail(email)) {
        askReset(runtime.db, boxOf(runtime), email, now);
        runtime.mailWaits();
      }
      await answer;
      return "/glemt-kode?sendt=1";
    },
  }),

  setPassword: act({
    who: "anyone",
    schema: newPasswordForm,
    run: async ({ token, password }, by) => enter(by, await setPassword(by.runtime.db, token, password, by.now), null, "newPassword"),
  }),

  acceptInvitation: act({
    who: "anyone",
    schema: acceptForm,
    run: async ({ token, name, password }, by) => enter(by, await acceptInvitation(by.runtime.db, token, { name, password }, by.now), null, "welcome"),
  }),

  invite: act({
    who: "editor",
    schema: inviteForm,
    run({ name, email, access }, { runtime, viewer, now }) {
      invite(runtime.db, boxOf(runtime), viewer, { name, email, ...access }, now);
      runtime.mailWaits();
      return "/redaktion/mennesker?besked=invited";
    },
  }),

  removeMembership: act({
    who: "editor",
    schema: membershipForm,
    run(held, { runtime, viewer }) {
      removeMembership(runtime.db, viewer, held);
      return "/redaktion/mennesker?besked=membershipRemoved";
    },
  }),
};

/** Signs in on this device and goes where the person wanted, else to the desk. */
async function enter(by: Poster, userId: string, wanted: string | null, notice?: string): Promise<string> {
  const { db } = by.runtime;
  keep(by, await startSession(db, userId, isSecure(by), by.now));
  const viewer = viewerOf(db, userId);
  if (wanted || !viewer) return wanted ?? "/";
  return notice ? `${deskOf(viewer)}?besked=${notice}` : deskOf(viewer);
}

function keep({ context }: Poster, { name, value, attributes }: SessionCookie): void {
  context.cookies.set(name, value, attributes);
}

function isSecure({ runtime }: Poster): boolean {
  return runtime.config.siteUrl.startsWith("https:");
}
