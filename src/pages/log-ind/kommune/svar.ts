import type { APIRoute } from "astro";
import { recognise } from "../../../accounts/directory-people.ts";
import { enter } from "../../../actions/arrive.ts";
import { runtime } from "../../../process/runtime.ts";
import { paths } from "../../../shared/paths.ts";
import { isRefusal, refuse } from "../../../texts/refusal.ts";
import { backWith, takeGoing } from "./_going.ts";

/** Whom the municipality's own sign-in has sent back. */
export const GET: APIRoute = async (context) => {
  const open = runtime();
  if (!open.directory) return context.rewrite(paths.notFound);
  const [now, going] = [open.now(), takeGoing(open, context)];
  const wanted = going?.wanted ?? null;
  let email: string | null = null;
  try {
    const person = await open.directory.finish(context.url.pathname + context.url.search, going, now);
    email = person.email;
    const id =
      (await open.write((tx) => recognise(tx, context.locals.viewer, person, now))) ?? refuse("kommune-ingen-adgang");
    return context.redirect(
      await enter({ runtime: open, now, context }, id, { secondStep: person.secondStep, directory: true, wanted }),
      303,
    );
  } catch (thrown) {
    if (isRefusal(thrown)) open.failedSignIns.add(open.db, email ?? "", now);
    // Whoever has a password comes back here when they have signed in with it.
    const first = isRefusal(thrown) && thrown.key === "kommune-har-kode" ? paths.municipality : wanted;
    return context.redirect(backWith(thrown, first), 303);
  }
};
