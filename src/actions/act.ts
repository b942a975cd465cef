import { ActionError, type ActionAPIContext, defineAction } from "astro:actions";
import type { z } from "zod";
import { isBusy } from "../../db/write.ts";
import { isKnown } from "../accounts/known.ts";
import type { From } from "../accounts/limits.ts";
import type { Limited } from "../accounts/limit-numbers.ts";
import { may, type Viewer, type Who } from "../accounts/roles.ts";
import { diskFault } from "../jobs/pulse.ts";
import { runtime, type Runtime } from "../process/runtime.ts";
import { fieldsOf, type Posted, type Shown, typedOf } from "../shared/forms.ts";
import { isKeysClosed } from "../shared/seal.ts";
import { isRefusal } from "../texts/refusal.ts";
import { refusalOf } from "../texts/refusals.ts";

/** Somebody who posts: who, when, from which address, in which process. */
export interface Poster {
  runtime: Runtime;
  viewer: Viewer | null;
  now: number;
  address: string;
  context: ActionAPIContext;
}

type SignedIn<W extends Who> = W extends "anyone" ? Poster : Poster & { viewer: Viewer };

interface Act<S extends z.ZodType, W extends Who> {
  /** Who may post it; the deed still checks whose thing it is. */
  who: W;
  schema: S;
  /**
   * What it counts as where too much of it would harm others: over the limit the form comes back (429). What is refused
   * for another reason does not count.
   */
  limit?: Limited;
  /** Of a form that people without an account post by a link of their own: which link, so that it counts by that. */
  linkOf?(input: z.output<S>, by: Poster): string | null;
  /** Does one deed and says where to go next, or what to show once. Refusals come back beside the field. */
  run(input: z.output<S>, by: SignedIn<W>): string | Shown | Promise<string | Shown>;
}

/**
 * An action of a form: checks who posts, reads the fields, does the deed; what is refused comes back with everything
 * typed. What a deed changed is found at once, and its mails go out: no deed has to say so.
 */
export function act<S extends z.ZodType, W extends Who>({ who, schema, limit, linkOf, run }: Act<S, W>) {
  return defineAction({
    accept: "form",
    handler: async (form: FormData, context): Promise<Posted> => {
      const viewer = context.locals.viewer;
      if (!may(viewer, who)) throw new ActionError({ code: viewer ? "FORBIDDEN" : "UNAUTHORIZED" });
      const open = runtime();
      const read = schema.safeParse(fieldsOf(form, open.requests.current?.files));
      if (!read.success) {
        const errors: Record<string, string> = {};
        for (const issue of read.error.issues) errors[String(issue.path[0] ?? "")] ??= refusalOf(issue.message);
        return { errors, typed: typedOf(form) };
      }
      const by: Poster = { runtime: open, viewer, now: open.now(), address: context.clientAddress, context };
      let takeBack: (() => void) | undefined;
      try {
        takeBack = limit && open.limits.admit(limit, fromOf(by, linkOf?.(read.data, by) ?? null));
        const done = await run(read.data, by as SignedIn<W>);
        open.search.changed();
        open.mailWaits();
        return typeof done === "string" ? { to: done } : done;
      } catch (thrown) {
        takeBack?.();
        if (diskFault(thrown)) open.jobs.pulse.cannotWrite();
        if (isBusy(thrown)) return { errors: { "": refusalOf("busy") }, typed: typedOf(form), status: 503 };
        if (isKeysClosed(thrown)) return { errors: { "": refusalOf("keysClosed") }, typed: typedOf(form), status: 503 };
        if (!isRefusal(thrown)) throw thrown;
        return {
          errors: { [thrown.field ?? ""]: refusalOf(thrown.key) },
          typed: typedOf(form),
          status: thrown.status,
          retryAfter: thrown.retryAfter,
        };
      }
    },
  });
}

/** Where a post comes from; somebody whom the site knows vouches for the address. */
function fromOf({ runtime: { db, limits }, viewer, context }: Poster, link: string | null): From {
  const { clientAddress: address, request } = context;
  const accountId = viewer && isKnown(db, viewer.id) ? viewer.id : null;
  if (accountId) limits.vouch(accountId, address);
  const { headers } = request;
  return {
    address,
    browser: `${headers.get("user-agent")} ${headers.get("accept-language")}`,
    accountId: accountId ?? link,
  };
}
