/** A form that came back because somebody else had changed the same: beside each field, what stands there now. */
import { inList } from "../danish/wording.ts";
import { saySchedule } from "../schedule/say-schedule.ts";
import type { FieldName } from "../shared/field-groups.ts";
import { fieldsOf, type Returned } from "../shared/forms.ts";
import { localDate } from "../shared/time.ts";
import { contact as texts } from "../texts/contact.ts";
import { priceInWords } from "../texts/price-in-words.ts";
import type { Activity } from "./activity.ts";
import { activityForm } from "./activity-form.ts";
import { fieldsFrom } from "./form-to-fields.ts";
import { askedAs, joined, seenAfter } from "./two-hands.ts";

/** How much of a long text is told. */
const MOST_SIGNS = 300;

/** The form with what is disputed beside its fields, and with what the next save is held against. */
export function withDisputed(form: Returned | undefined, activity: Activity, now: number): Returned | undefined {
  const seen = form?.typed["seen"]?.[0];
  if (!form || !seen || Object.keys(form.errors).length === 0) return form;
  const read = activityForm.safeParse(fieldsOf(asPosted(form.typed)));
  if (!read.success) return form;
  const { disputed } = joined(seen, fieldsFrom(read.data, activity, now), activity);
  const errors = Object.fromEntries(
    disputed.map((name) => [askedAs(name), texts.changedMeanwhile(said(activity, name, now))]),
  );
  const typed = { ...form.typed, seen: [seenAfter(seen, disputed, activity)] };
  return { ...form, errors: { ...form.errors, ...errors }, typed };
}

function asPosted(typed: Returned["typed"]): FormData {
  const posted = new FormData();
  for (const [name, values] of Object.entries(typed)) for (const value of values) posted.append(name, value);
  return posted;
}

/** What stands there, as one says it; null where no few words say it. */
function said(activity: Activity, name: FieldName, now: number): string | null {
  const { priceOre, pricePer } = activity;
  if (name === "schedule") return inList(saySchedule(activity.schedule, localDate(now)));
  if (name === "priceOre") return priceOre === null ? "" : priceInWords({ ore: priceOre, per: pricePer });
  const value = activity[name];
  if (typeof value === "string" || typeof value === "number")
    return String(value)
      .slice(0, MOST_SIGNS)
      .replace(/[\s.]+$/, "");
  return value === null ? "" : null;
}
