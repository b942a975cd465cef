import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import {
  acceptForm,
  askResetForm,
  inviteForm,
  liftForm,
  membershipForm,
  newPasswordForm,
  ownPath,
  secondStepForm,
  signInForm,
  turnOffForm,
  turnOnForm,
} from "../accounts/forms.ts";
import { cookieName } from "../accounts/cookies.ts";
import { acceptInvitation, invite } from "../accounts/invitations.ts";
import { removeMembership } from "../accounts/members.ts";
import { askReset, setPassword } from "../accounts/reset.ts";
import { hasSecondFactor, liftSecondFactor, turnOffSecondFactor, turnOnSecondFactor, useCode } from "../accounts/second-factor.ts";
import { endSession } from "../accounts/session.ts";
import { signIn } from "../accounts/sign-in.ts";
import { dropToken, makeToken, readToken } from "../accounts/tokens.ts";
import { act, type Poster } from "./act.ts";
import { arrive, isSecure } from "./arrive.ts";
import { boxOf } from "./box.ts";

const HALF_WAY = "faellesbro-trin";

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

  secondStep: act({
    who: "anyone",
    schema: secondStepForm,
    async run({ code, videre }, by) {
      const { db, keys, limits } = by.runtime;
      const halfWay = cookieName(HALF_WAY, isSecure(by));
      const token = by.context.cookies.get(halfWay)?.value ?? "";
      const owner = readToken(db, "second-step", token, by.now);
      if (!owner) return "/log-ind?besked=signInAgain";
      await useCode(db, keys, limits, owner.id, code, by.now);
      dropToken(db, token);
      by.context.cookies.delete(halfWay, { path: "/", secure: isSecure(by) });
      return arrive(by, owner.id, { secondStep: true, wanted: ownPath(videre) });
    },
  }),

  turnOnSecondFactor: act({
    who: "signed-in",
    schema: turnOnForm,
    run(typed, { runtime, viewer, now, context }) {
      turnOnSecondFactor(runtime.db, runtime.keys, viewer, context.locals.sessionId ?? "", typed, now);
      return "/totrin?besked=secondFactorOn";
    },
  }),

  turnOffSecondFactor: act({
    who: "signed-in",
    schema: turnOffForm,
    async run({ code }, { runtime, viewer, now }) {
      await turnOffSecondFactor(runtime.db, runtime.keys, runtime.limits, viewer, code, now);
      return "/totrin?besked=secondFactorOff";
    },
  }),

  liftSecondFactor: act({
    who: "editor",
    schema: liftForm,
    run({ userId }, { runtime, viewer }) {
      liftSecondFactor(runtime.db, viewer, userId);
      return "/redaktion/mennesker?besked=secondFactorLifted";
    },
  }),

  signOut: act({
    who: "anyone",
    schema: z.object({}),
    async run(_, by) {
      const { name, value, attributes } = await endSession(by.runtime.db, by.context.request.headers.get("cookie"), isSecure(by), by.now);
      by.context.cookies.set(name, value, attributes);
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

/** After the password: signed in, or half way, until the code of the second step. */
async function enter(by: Poster, userId: string, wanted: string | null, notice?: string): Promise<string> {
  const { db } = by.runtime;
  if (!hasSecondFactor(db, userId)) return arrive(by, userId, { secondStep: false, wanted, notice });
  const attributes = { httpOnly: true, sameSite: "lax", secure: isSecure(by), path: "/", maxAge: 600 } as const;
  by.context.cookies.set(cookieName(HALF_WAY, isSecure(by)), makeToken(db, "second-step", userId, by.now), attributes);
  return `/log-ind/kode${wanted ? `?videre=${encodeURIComponent(wanted)}` : ""}`;
}
