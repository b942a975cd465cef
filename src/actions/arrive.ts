import type { APIContext } from "astro";
import { cookieName } from "../accounts/cookies.ts";
import { deviceInWords } from "../accounts/devices.ts";
import { tellOwner } from "../accounts/news.ts";
import { deskOf } from "../accounts/roles.ts";
import { hasSecondFactor } from "../accounts/second-factor.ts";
import { startSession } from "../accounts/session.ts";
import { viewerOf } from "../accounts/access.ts";
import { makeToken } from "../accounts/tokens.ts";
import type { Runtime } from "../process/runtime.ts";
import { paths } from "../shared/paths.ts";
import { isClosed } from "../shared/seal.ts";
import { longDate } from "../danish/wording.ts";
import { localClock, localDate } from "../shared/time.ts";
import { mails } from "../texts/mails.ts";
import { boxOf } from "./box.ts";
import { type NoticeKey, told } from "../texts/notices.ts";

/** Somebody in front of a browser that asks: an action's poster, or a page that another site sends people back to. */
export interface Arriving {
  runtime: Runtime;
  now: number;
  context: Pick<APIContext, "cookies" | "request">;
}

interface How {
  /** Whether a second step was passed, here or where the person signed in for us. */
  secondStep: boolean;
  /** Whether they came by the municipality's own sign-in. */
  directory?: boolean;
  /** A path of this site to go on to; null: the desk. */
  wanted: string | null;
  /**
   * What the desk says (texts/notices.ts): a password was chosen just now, by a link of a mail, so that no other mail
   * is needed.
   */
  notice?: NoticeKey | undefined;
}

/** Half way in: names who has shown the first of two steps. */
export const HALF_WAY = "faellesbro-trin";

/** After the first step: signed in, or half way, until the code of the second. */
export async function enter(by: Arriving, userId: string, how: How): Promise<string> {
  const { db, write } = by.runtime;
  if (how.secondStep || !hasSecondFactor(db, userId)) return arrive(by, userId, how);
  const attributes = { httpOnly: true, sameSite: "lax", secure: isSecure(by), path: "/", maxAge: 600 } as const;
  const token = await write((tx) => makeToken(tx, how.directory ? "directory-step" : "second-step", userId, by.now));
  by.context.cookies.set(cookieName(HALF_WAY, isSecure(by)), token, attributes);
  return `${paths.signInCode}${how.wanted ? `?videre=${encodeURIComponent(how.wanted)}` : ""}`;
}

/**
 * Signs in whoever has shown who they are, in this browser; answers where to go. The one way in, whatever was shown.
 */
export async function arrive(
  by: Arriving,
  userId: string,
  { secondStep, directory, wanted, notice }: How,
): Promise<string> {
  const { db } = by.runtime;
  const { headers } = by.context.request;
  const arrival = { cookieHeader: headers.get("cookie"), userAgent: headers.get("user-agent"), secondStep, directory };
  const { cookies, isNewDevice } = await startSession(by.runtime, userId, arrival, isSecure(by), by.now);
  // With keys that fit nothing no mail can wait: whoever runs the site must get in all the same.
  if (isNewDevice && !notice && !isClosed(by.runtime.keys)) {
    const said = mails.news.newDevice(
      deviceInWords(arrival.userAgent),
      `${longDate(localDate(by.now))} kl. ${localClock(by.now).replace(":", ".")}`,
    );
    await by.runtime.write((tx) => tellOwner(tx, boxOf(by.runtime), userId, said, by.now));
    by.runtime.mailWaits();
  }
  for (const { name, value, attributes } of cookies) by.context.cookies.set(name, value, attributes);
  const viewer = viewerOf(db, userId, { secondStepAt: secondStep ? by.now : null, directory: directory ?? false });
  if (wanted || !viewer) return wanted ?? paths.board;
  return notice ? told(deskOf(viewer), notice) : deskOf(viewer);
}

/** Whether the site is on https, as its cookies are then. */
export function isSecure({ runtime }: Pick<Arriving, "runtime">): boolean {
  return runtime.config.siteUrl.startsWith("https:");
}
