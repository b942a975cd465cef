import { z } from "zod";
import { choice, fieldsOf, many, optional, required, ticked } from "../../shared/forms.ts";
import { isClock } from "../../shared/time.ts";
import { says } from "../../texts/refusal.ts";
import { freeText } from "../forms.ts";
import {
  AGE_BANDS,
  BARRIERS,
  CELLS,
  ECONOMY,
  EMPTY,
  HELPS,
  LONELINESS,
  MOTIVATION,
  NEEDS,
  type Sheet,
  SUPPORT,
  TRANSPORT,
  VOLUNTEER,
} from "./sheet.ts";

/** Longer than any sheet as a form sends it. */
const LONGEST_SEEN = 100_000;

/** What the site notes by itself: alike in what was seen and in what is posted, so that a save leaves it alone. */
const NOT_POSTED = { gaps: [] };

const number = (least: number, most: number) =>
  optional(6).transform((text, check): number | null => {
    const value = text === "" ? null : Number(text.replace(",", "."));
    if (value === null || (value >= least && value <= most)) return value;
    check.addIssue({ code: "custom", message: says("number") });
    return z.NEVER;
  });

const someOf = (most: number) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : [value].flat()),
    z.array(required(80)).max(most, says("tooLong")),
  );

const sheetFields = {
  likes: freeText,
  resources: freeText,
  limits: freeText,
  loneliness: choice(LONELINESS),
  motivation: choice(MOTIVATION),
  transport: many(TRANSPORT),
  lines: optional(80),
  economy: choice(ECONOMY),
  most: number(0, 10_000),
  pas: ticked,
  times: many(CELLS),
  earliest: optional(5).refine((clock) => clock === "" || isClock(clock), says("clock")),
  km: number(1, 50),
  areas: someOf(100),
  needs: many(NEEDS),
  support: choice(SUPPORT),
  volunteer: choice(VOLUNTEER),
  ageBand: choice(AGE_BANDS),
  barriers: many(BARRIERS),
  barrierWords: freeText,
  helps: many(HELPS),
  helpWords: freeText,
  note: freeText,
  struck: someOf(100),
};
const sheetForm = z.object(sheetFields);

export const talkForm = z
  .object({
    id: required(40),
    ...sheetFields,
    /** The sheet as it stood in the form before anything was typed, as a form sends it. */
    seen: optional(LONGEST_SEEN),
    /** A wish that the match is to leave out from now on, or to take up again. */
    strike: optional(80),
    take: optional(80),
    /** Posted by the script while one types: the page comes back at once. */
    live: ticked,
  })
  .transform(({ id, seen, strike, take, live, ...posted }) => {
    const struck = posted.struck.filter((key) => key !== take);
    return {
      id,
      live,
      /** Whether only the match is to change. */
      ofMatch: Boolean(strike || take),
      seen: seenIn(seen),
      sheet: { ...posted, ...NOT_POSTED, struck: strike && !struck.includes(strike) ? [...struck, strike] : struck },
    };
  });

/** A sheet as a form sends it, for the next save of the same form. */
export function asSeen(sheet: Sheet): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(sheet))
    for (const one of [value].flat())
      if (one !== null && one !== "" && one !== false) fields.append(name, one === true ? "ja" : String(one));
  return fields.toString();
}

/** What cannot be read is a sheet on which nothing stood: then nothing that others wrote is taken away. */
function seenIn(text: string): Sheet {
  const fields = new FormData();
  for (const [name, value] of new URLSearchParams(text)) fields.append(name, value);
  const read = sheetForm.safeParse(fieldsOf(fields));
  return read.success ? { ...read.data, ...NOT_POSTED } : EMPTY;
}

export const gapForm = z.object({ id: required(40) });
export const putForm = z.object({ id: required(40), activity: required(80) });
export const ownOfferForm = z.object({
  id: required(40),
  title: required(200),
  where: optional(300),
  when: optional(300),
  call: optional(300),
  about: freeText,
});
export const takeOffForm = z.object({ id: required(40), offer: z.coerce.number().int().positive() });
