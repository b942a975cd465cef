import type { APIContext } from "astro";
import { deskOf } from "../accounts/roles.ts";
import { startSession, viewerOf } from "../accounts/session.ts";
import type { Runtime } from "../runtime.ts";

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
  /** What the desk says (texts/notices.ts). */
  notice?: string | undefined;
}

/** Signs in whoever has shown who they are, in this browser; answers where to go. The one way in, whatever was shown. */
export async function arrive(by: Arriving, userId: string, { secondStep, wanted, notice }: How): Promise<string> {
  const { db } = by.runtime;
  const { headers } = by.context.request;
  const arrival = { cookieHeader: headers.get("cookie"), userAgent: headers.get("user-agent"), secondStep };
  const { cookies } = await startSession(db, userId, arrival, isSecure(by), by.now);
  for (const { name, value, attributes } of cookies) by.context.cookies.set(name, value, attributes);
  const viewer = viewerOf(db, userId);
  if (wanted || !viewer) return wanted ?? "/";
  return notice ? `${deskOf(viewer)}?besked=${notice}` : deskOf(viewer);
}

/** Whether the site is on https, as its cookies are then. */
export function isSecure({ runtime }: Pick<Arriving, "runtime">): boolean {
  return runtime.config.siteUrl.startsWith("https:");
}
