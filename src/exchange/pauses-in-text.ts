/** The holidays in which a text says that nothing takes place. Pure. */
import { PAUSE_KINDS, type PauseKind } from "../schedule/pauses.ts";

const NOT = "(?:ikke|undtagen|bortset fra|lukket|fri|pause|ingen \\p{L}+)[^.\\n]{0,40}?(?<![\\p{L}])";
const SAID: Record<PauseKind, RegExp> = {
  school: new RegExp(`${NOT}skole(?:rnes |s )?ferie|følger skole|skoleferier(?:ne)? (?:holder|er|har)`, "iu"),
  christmas: new RegExp(`${NOT}jul(?:en|eferien)?(?![\\p{L}])`, "iu"),
  easter: new RegExp(`${NOT}påske`, "iu"),
  summer: new RegExp(`${NOT}juli(?![\\p{L}])`, "iu"),
  public: new RegExp(`${NOT}helligdag`, "iu"),
};

/** Their kinds, in the order in which they are offered. */
export function pausesIn(text: string): PauseKind[] {
  return PAUSE_KINDS.filter((kind) => SAID[kind].test(text));
}
