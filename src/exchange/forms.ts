import { z } from "zod";
import { file, nullable, optional, optionalName, required } from "../shared/forms.ts";
import { says } from "../texts/refusal.ts";
import { checkPrice, priceFields } from "../activities/price-form.ts";
import { MOST_SIGNS } from "./draft-from-text.ts";

const organisation = required(40);

/** A pasted text. */
export const textForm = z.object({ organisation, text: required(MOST_SIGNS) });

/** A calendar: a file, or else an address. */
export const calendarForm = z.object({ organisation, file, address: optional(1000) });

export const sheetForm = z.object({ organisation, file });

const keys = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(400)).max(1000, says("tooLong")),
);

/** The yes to what was previewed, and what is filled in once for everything new. */
export const confirmForm = z
  .object({
    ...priceFields,
    contactName: optionalName,
    contactPhone: nullable(40).refine(
      (phone) => phone === null || /^\+?[\d\s().-]{8,}$/.test(phone),
      says("phoneTooShort"),
    ),
    postcode: nullable(4).refine((code) => code === null || /^\d{4}$/.test(code), says("postcode")),
    theme: optional(60),
    /** What is new and could be unticked, and what of it is wanted. */
    offered: keys,
    wanted: keys,
  })
  .superRefine((typed, ctx) =>
    checkPrice(typed, (field, message) => ctx.addIssue({ code: "custom", path: [field], message })),
  );
export type ConfirmForm = z.output<typeof confirmForm>;

export const sourceForm = z.object({ id: required(40) });
export const pictureForm = z.object({ id: required(40), file, alt: required(300) });
export const altForm = z.object({ id: required(40), alt: required(300) });
export const removeForm = z.object({ id: required(40) });
