import { z } from "zod";
import { line, optional, ticked } from "../shared/forms.ts";
import { LONGEST_GROUP } from "./group.ts";
import { says } from "../texts/refusal.ts";

/** A word that says where a code hangs; no free text, so that nobody can be named. */
const CHANNEL = /^[a-z0-9-]{1,20}$/;

const ids = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, says("unknown"))).max(500, says("tooManyPicked")),
);
const channel = z.preprocess((value) => value || null, z.string().regex(CHANNEL, says("unknown")).nullable());

/** A code for a hold: what it is called, and where in town. */
export const groupForm = z.object({ hold: line(LONGEST_GROUP), omraade: optional(80) });

/** Ticked activities, or the whole search (`hele`). */
export const pointForm = z.object({ aktivitet: ids, hele: ticked, soegning: optional(3000), kanal: channel });
