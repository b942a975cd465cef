import { z } from "zod";
import { optional, ticked } from "../shared/forms.ts";

/** A word that says where a code hangs; no free text, so that nobody can be named. */
const CHANNEL = /^[a-z0-9-]{1,20}$/;

const ids = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, "unknown")).max(500, "tooManyPicked"),
);
const channel = z.preprocess((value) => value || null, z.string().regex(CHANNEL, "unknown").nullable());

/** Ticked activities, or the whole search (`hele`). */
export const pointForm = z.object({ aktivitet: ids, hele: ticked, soegning: optional(3000), kanal: channel });
