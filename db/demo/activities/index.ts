import type { Blueprint } from "../types.ts";
import { frivillig } from "./frivillig.ts";
import { haandarbejde } from "./haandarbejde.ts";
import { it } from "./it.ts";
import { kunst } from "./kunst.ts";
import { kurser } from "./kurser.ts";
import { mad } from "./mad.ts";
import { motion } from "./motion.ts";
import { musik } from "./musik.ts";
import { natur } from "./natur.ts";
import { samtale } from "./samtale.ts";
import { samvaer } from "./samvaer.ts";
import { spil } from "./spil.ts";

/** Every kind of activity in the demo town, in the order of the themes. */
export const blueprints: Blueprint[] = [
  ...samvaer,
  ...motion,
  ...natur,
  ...mad,
  ...musik,
  ...haandarbejde,
  ...kunst,
  ...spil,
  ...it,
  ...kurser,
  ...samtale,
  ...frivillig,
];
