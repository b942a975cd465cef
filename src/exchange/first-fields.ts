import { type ActivityFields, emptyFields } from "../activities/activity.ts";
import type { Stated } from "./candidate.ts";

/** What a person fills in once for all that is new, where the source says nothing. */
export type Defaults = Partial<
  Pick<
    ActivityFields,
    "contactName" | "contactPhone" | "contactEmail" | "postcode" | "themes" | "priceOre" | "pricePer" | "firstFree"
  >
>;

/**
 * What a new draft begins with: what is said, what its words let guess, and where both are silent what a person filled
 * in for all.
 */
export function firstFields(stated: Stated, guessed: Partial<ActivityFields>, defaults: Defaults): ActivityFields {
  const said = { ...Object.fromEntries(Object.entries(guessed).filter(([, value]) => hasValue([value]))), ...stated };
  const given = Object.entries(defaults).filter(([name, value]) => !(name in said) && hasValue([value]));
  return {
    ...emptyFields(),
    ...said,
    ...Object.fromEntries(given.filter(([name]) => name !== "postcode" || stated.lat === undefined)),
  };
}

/** The fields that a new draft has from a guess. */
export function guessedIn(stated: Stated, guessed: Partial<ActivityFields>): string[] {
  return Object.entries(guessed).flatMap(([name, value]) => (hasValue([value]) && !(name in stated) ? [name] : []));
}

/** Whether any of the values says something. */
export function hasValue(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.some(
      (part) => part !== null && part !== undefined && part !== "" && !(Array.isArray(part) && part.length === 0),
    )
  );
}
