import type { OpenDb } from "../../db/client.ts";
import { type AttemptResult, consentTexts, controllers, teams } from "../../db/schema.ts";
import { shownAs } from "../../src/casework/consent-words.ts";
import type { Attempt } from "../../src/casework/contact.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { type Asked, askForHelp, type HelpRequest } from "../../src/referrals/intake.ts";
import { addPerson, newBox, NOW, openTown } from "../world.ts";

/** A team of its own controller, or of whoever answers for the site. */
export function addTeam(db: OpenDb, id: string, focus = "", controllerId: string | null = null): void {
  if (controllerId) db.insert(controllers).values({ id: controllerId, name: controllerId }).onConflictDoNothing().run();
  db.insert(teams).values({ id, name: id, focus, controllerId }).run();
}

/** A team with two brobyggere and a lead, and a brobygger of a team that another controller answers for. */
export function openDesk(file?: string) {
  const db = openTown(file);
  addTeam(db, "andre", "", "frivilligcenter");
  return {
    db,
    box: newBox(),
    maria: addPerson(db, "Maria"),
    hassan: addPerson(db, "Hassan"),
    lead: addPerson(db, "Birgitte", "lead"),
    stranger: addPerson(db, "Olga", "brobygger", "andre"),
  };
}

export const KIRSTEN: HelpRequest = {
  formId: "",
  forWhom: "me",
  name: "Kirsten Sørensen",
  phone: "+4541860900",
  email: null,
  whenToCall: "morning",
  mayLeaveMessage: false,
  wishes: "Jeg savner nogen at gå tur med",
  words: "",
  search: {},
  shown: ["call-and-store:1", "message:1"],
  saidYes: false,
  relativeName: "",
  relativeEmail: null,
};

/** As a form says it that showed all the words there are. */
export function allWords(db: OpenDb): string[] {
  return db
    .select()
    .from(consentTexts)
    .all()
    .map((words) => shownAs(words.kind, words));
}

/** Asks for help and gives the id of the new case with what the citizen got. */
export function ask(
  db: OpenDb,
  box: MailBox,
  own: Partial<HelpRequest> = {},
  now = NOW,
): Asked & { id: string; token: string } {
  const asked = askForHelp(db, box, { ...KIRSTEN, shown: allWords(db), ...own }, now);
  const id = db.query.cases.findFirst({ where: (row, { eq }) => eq(row.reference, asked.reference) }).sync()?.id ?? "";
  return { ...asked, token: asked.token ?? "", id };
}

/** An attempt by phone, after which the site says what comes next. */
export function attempt(result: AttemptResult, happenedAt = NOW, own: Partial<Attempt> = {}): Attempt {
  return { result, way: "phone", note: "", informed: false, happenedAt, next: null, ...own };
}
