import type { APIContext } from "astro";
import { deviceInWords } from "../accounts/devices.ts";
import { tellOwner } from "../accounts/news.ts";
import { deskOf } from "../accounts/roles.ts";
import { startSession, viewerOf } from "../accounts/session.ts";
import type { Runtime } from "../runtime.ts";
import { localClock, localDate, longDate } from "../shared/time.ts";
import { mails } from "../texts/mails.ts";
import { boxOf } from "./box.ts";

/** Somebody in front of a browser that asks: an action's poster, or a page that another site sends people back to. */
export interface Arriving {
  runtime: Runtime;
  now: number;
  context: Pick<APIContext, "cookies" | "request">;
}

interface How {
  /** Whether a second step was passed, here or where the person signed in for us. */
  secondStep: boolean;
  /** A path of this site to go on to; null: the desk. */
  wanted: string | null;
  /** What the desk says (texts/notices.ts): a password was chosen just now, by a link of a mail, so that no other mail is needed. */
  notice?: string | undefined;
}

/** Signs in whoever has shown who they are, in this browser; answers where to go. The one way in, whatever was shown. */
export async function arrive(by: Arriving, userId: string, { secondStep, wanted, notice }: How): Promise<string> {
  const { db } = by.runtime;
  const { headers } = by.context.request;
  const arrival = { cookieHeader: headers.get("cookie"), userAgent: headers.get("user-agent"), secondStep };
  const { cookies, isNewDevice } = await startSession(by.runtime, userId, arrival, isSecure(by), by.now);
  if (isNewDevice && !notice) {
    const said = mails.news.newDevice(deviceInWords(arrival.userAgent), `${longDate(localDate(by.now))} kl. ${localClock(by.now).replace(":", ".")}`);
    await by.runtime.write((tx) => tellOwner(tx, boxOf(by.runtime), userId, said, by.now));
    by.runtime.mailWaits();
  }
  for (const { name, value, attributes } of cookies) by.context.cookies.set(name, value, attributes);
  const viewer = viewerOf(db, userId);
  if (wanted || !viewer) return wanted ?? "/";
  return notice ? `${deskOf(viewer)}?besked=${notice}` : deskOf(viewer);
}

/** Whether the site is on https, as its cookies are then. */
export function isSecure({ runtime }: Pick<Arriving, "runtime">): boolean {
  return runtime.config.siteUrl.startsWith("https:");
}
