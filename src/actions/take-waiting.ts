import { priceFrom } from "../activities/price-form.ts";
import type { Read } from "../exchange/candidate.ts";
import type { ConfirmForm } from "../exchange/forms.ts";
import type { Defaults } from "../exchange/first-fields.ts";
import { takeIn } from "../exchange/take-in.ts";
import { keepReport, readWaiting, type WaitingKind } from "../exchange/waiting.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import type { Poster } from "./act.ts";
import type { RefusalKey } from "../texts/refusals.ts";

/**
 * Takes in what waits for this person's yes, and keeps the report in its place. Cut off half way the file still waits.
 */
export async function take(
  by: Poster & { viewer: Viewer },
  kind: WaitingKind,
  form: ConfirmForm,
  read: (file: Uint8Array, organisationId: string) => Promise<Read[] | { refused: RefusalKey }>,
) {
  const { runtime, viewer, now } = by;
  const waiting = readWaiting(runtime.db, viewer, kind, now);
  if (!waiting || waiting.report || !actsFor(viewer, waiting.organisationId)) return refuse("nothingWaits");
  const { organisationId } = waiting;
  const reads = readable(await read(waiting.file, organisationId), "");
  const leftOut = new Set(form.offered).difference(new Set(form.wanted));
  const taking = { organisationId, actorId: viewer.id, defaults: defaultsOf(form), now, leftOut };
  const report = await takeIn(runtime, taking, reads);
  await runtime.write((tx) => keepReport(tx, viewer, kind, waiting, report, now));
  return { waiting, leftOut: [...leftOut] };
}

function defaultsOf(form: ConfirmForm): Defaults {
  const { contactName, contactPhone, postcode, theme } = form;
  return { contactName, contactPhone, postcode, themes: theme ? [theme] : [], ...priceFrom(form) };
}

/** What was read; refuses a file that cannot be used. */
export function readable<T>(read: T | { refused: RefusalKey }, field: string): T {
  if (typeof read === "object" && read !== null && "refused" in read) refuse(read.refused, field || null);
  return read;
}
