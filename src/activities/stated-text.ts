import type { Activity } from "./activity.ts";

/** What is stated of a field, as the form shows it; empty where nothing is. */
export type StatedText = (name: keyof Activity) => string;
