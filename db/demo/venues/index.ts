import type { Venue } from "../types.ts";
import { midt } from "./midt.ts";
import { nord } from "./nord.ts";
import { syd } from "./syd.ts";
import { vest } from "./vest.ts";

/** Every place of the demo town. Streets are real, numbers and people are not. */
export const venues: Venue[] = [...midt, ...vest, ...syd, ...nord];
