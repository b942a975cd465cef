import type { APIRoute } from "astro";
import { ownPath } from "../../../accounts/forms.ts";
import { runtime } from "../../../process/runtime.ts";
import { paths } from "../../../shared/paths.ts";
import { backWith, keepGoing } from "./_going.ts";

/** Sends somebody to the municipality's own sign-in. */
export const GET: APIRoute = async (context) => {
  const open = runtime();
  if (!open.directory) return context.rewrite(paths.notFound);
  const wanted = ownPath(context.url.searchParams.get("videre") ?? "");
  try {
    const { to, going } = await open.directory.begin(wanted, open.now());
    keepGoing(open, context, going);
    return context.redirect(to, 303);
  } catch (thrown) {
    return context.redirect(backWith(thrown, wanted), 303);
  }
};
