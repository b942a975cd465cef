import type { Db } from "../../db/client.ts";
import { readSettings } from "../../db/settings.ts";
import type { Crisis } from "../../search/crisis.ts";
import { crisisTexts } from "../texts/crisis.ts";

/** A number to call and what it is for. */
export interface CrisisLine {
  label: string;
  number: string;
}

const LINES = {
  lifeline: "crisisLifeline",
  violence: "crisisViolence",
  doctor: "crisisDoctor",
  emergency: "crisisEmergency",
} as const;
const ORDER: Record<Crisis["kind"], (keyof typeof LINES)[]> = {
  suicide: ["lifeline", "emergency", "doctor", "violence"],
  violence: ["violence", "emergency", "lifeline", "doctor"],
  illness: ["emergency", "doctor", "lifeline"],
};

/** The numbers that an editor keeps, those for this danger first; a number that nobody has written is left out. */
export function crisisLines(db: Db, { kind, lang }: Crisis): CrisisLine[] {
  const numbers = readSettings(db, Object.values(LINES));
  return ORDER[kind].flatMap((line) => {
    const number = numbers[LINES[line]];
    return number === "" ? [] : [{ label: crisisTexts[lang][line], number }];
  });
}
