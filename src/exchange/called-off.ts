/** Titles by which calendars call something off or say that a place is closed. All pure. */

const CALLED_OFF = /(?<!\p{L})(?:er )?(?:aflyst|aflyses|udgår|udgået|cancelled|canceled)(?!\p{L})/iu;
const HOLIDAY =
  /^(?:vi holder )?(?:\p{L}*ferie(?:lukket|lukning)?)(?:[\s,:(–-]*(?:(?:i )?uge \d{1,2}|lukket|\d{4}|\)))*[!.]*$/iu;
/** `Lukket`, `LUKKET pga. sygdom`, `Strik – lukket`; not *Lukket gruppe*, which one must belong to. */
const CLOSED =
  /^(?:vi (?:har|holder) )?(?:ferie)?lukket(?:$|[!.:,(–-]| (?:pga|på grund|i |den |hele |uge |mellem |helligdag|ferie))|(?:[–,:(-] ?|(?:er|har|holder) )lukket[).! ]*$/iu;

/** What a title says beside what it names. */
export interface TitleRead {
  /** Without the word that calls it off. */
  title: string;
  calledOff: boolean;
  /** The place is closed then; nothing takes place. */
  closed: boolean;
}

/** Reads `AFLYST: Strik`, `Strik (aflyst)`, `Juleferie`, `LUKKET`. */
export function readTitle(text: string): TitleRead {
  const calledOff = CALLED_OFF.test(text);
  const closed = !calledOff && (HOLIDAY.test(text) || CLOSED.test(text));
  const left = text
    .replace(CALLED_OFF, " ")
    .replace(/\(\s*\)|\[\s*\]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:!,.–*-]+|[\s:!,–*-]+$/g, "");
  return { title: calledOff && left !== "" ? left : text, calledOff, closed };
}
