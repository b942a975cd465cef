import type { APIContext } from "astro";
import { isBusy } from "#db/write.ts";
import { cookieName } from "../../../accounts/cookies.ts";
import { AWAY_MS, type Going } from "../../../accounts/directory.ts";
import { isSecure } from "../../../actions/arrive.ts";
import type { Runtime } from "../../../process/runtime.ts";
import { paths } from "../../../shared/paths.ts";
import { isRefusal } from "../../../texts/refusal.ts";
import { openWithRing, sealWithRing } from "../../../shared/seal.ts";

const CONTEXT = "municipal sign-in";

/** Keeps in the browser what the answer is compared with: it comes back from another site, so the cookie is `lax`. */
export function keepGoing(runtime: Runtime, { cookies }: Pick<APIContext, "cookies">, going: Going): void {
  const sealed = sealWithRing(runtime.keys, Buffer.from(JSON.stringify(going)), CONTEXT).toString("base64url");
  cookies.set(nameAt(runtime), sealed, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure({ runtime }),
    path: "/",
    maxAge: AWAY_MS / 1000,
  });
}

/** Takes it back, so that it answers once; null when there is none, or none of this site's making. */
export function takeGoing(runtime: Runtime, { cookies }: Pick<APIContext, "cookies">): Going | null {
  const sealed = cookies.get(nameAt(runtime))?.value;
  cookies.delete(nameAt(runtime), { path: "/", secure: isSecure({ runtime }) });
  if (!sealed) return null;
  try {
    return JSON.parse(openWithRing(runtime.keys, Buffer.from(sealed, "base64url"), CONTEXT).toString());
  } catch {
    return null;
  }
}

/** Back to signing in, where a notice says why, and a password still works. */
export function backWith(thrown: unknown, wanted: string | null): string {
  if (!isRefusal(thrown) && !isBusy(thrown)) throw thrown;
  return `${paths.signIn}?${new URLSearchParams({ besked: isRefusal(thrown) ? thrown.key : "kommune-igen", ...(wanted ? { videre: wanted } : {}) })}`;
}

function nameAt(runtime: Runtime): string {
  return cookieName("faellesbro-kommune", isSecure({ runtime }));
}
