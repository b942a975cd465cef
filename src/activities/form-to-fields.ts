/** What a form states, as the fields of an activity. */
import { unixBreaks } from "../shared/line-breaks.ts";
import { localDate } from "../shared/time.ts";
import { DERIVED_FACTS, TICKED_FACTS } from "../shared/facts.ts";
import { USUAL_FIELDS } from "../shared/field-groups.ts";
import type { Activity, ActivityFields } from "./activity.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { PAUSE_KINDS } from "../schedule/pauses.ts";
import { keptRules } from "../schedule/rows.ts";
import { readRows } from "../schedule/read-rows.ts";
import { type ActivityForm, LANGUAGES, pointIn } from "./activity-form.ts";
import { priceFrom } from "./price-form.ts";
import { pick } from "../shared/keys-of.ts";

/** What the form states. What it has no field for, and the order of what was chosen before, stay as in `before`. */
export function fieldsFrom(form: ActivityForm, before: Activity | null, now: number): ActivityFields {
  const facts = keepOrder(
    before?.facts ?? [],
    [...form.facts.filter((fact) => TICKED_FACTS.includes(fact)), ...(form.online ? ["online"] : [])],
    (fact) => DERIVED_FACTS.includes(fact),
  );
  return {
    ...pick(form, USUAL_FIELDS),
    title: form.title,
    summary: form.summary,
    description: unixBreaks(form.description),
    themes: keepOrder(before?.themes ?? [], form.themes),
    postcode: form.postcode,
    ...pinOf(form, before),
    schedule: scheduleFrom(form, before?.schedule ?? [], localDate(now)),
    pauses: PAUSE_KINDS.filter((kind) => form.pauses.includes(kind)),
    ...priceFrom(form),
    facts,
    languages: keepOrder(
      before?.languages ?? [],
      form.languages.filter((language) => LANGUAGES.some((known) => known === language)),
      (language) => !LANGUAGES.some((known) => known === language),
    ),
    ageMin: form.ageMin,
    ageMax: form.ageMax,
    contactName: form.contactName,
    contactPhone: form.contactPhone,
    contactEmail: form.contactEmail,
    url: form.url,
  };
}

/** The schedule in its stored order when nothing was changed, so that it stays the same. */
function scheduleFrom(form: ActivityForm, stored: readonly ScheduleEntry[], today: string): ScheduleEntry[] {
  const { schedule } = readRows(form.rows, stored, today);
  const sorted = (entries: readonly ScheduleEntry[]) =>
    entries
      .map((entry) => JSON.stringify(entry))
      .sort()
      .join();
  return sorted(schedule) === sorted(stored) && keptRules(form.rows).every((index) => index < stored.length)
    ? [...stored]
    : schedule;
}

/** A pin that nobody touched does not hold the place when the postcode changes: then the place is looked for anew. */
function pinOf(form: ActivityForm, before: Activity | null): Pick<ActivityFields, "lat" | "lng"> {
  const known = pointIn(form.known);
  if (known) return known;
  const isUntouched = before !== null && form.lat === before.lat && form.lng === before.lng;
  if (isUntouched && form.postcode !== before.postcode && form.postcode !== null) return { lat: null, lng: null };
  return { lat: form.lat, lng: form.lng };
}

function keepOrder(
  before: readonly string[],
  chosen: readonly string[],
  stays: (value: string) => boolean = () => false,
): string[] {
  return [...new Set([...before.filter((value) => chosen.includes(value) || stays(value)), ...chosen])];
}
