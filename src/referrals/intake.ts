import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type CarriedSearch, cases } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import type { MailBox } from "../mail/outbox.ts";
import { queueForStranger } from "../mail/quota.ts";
import { refuse } from "../texts/refusal.ts";
import type { KeyRing } from "../shared/seal.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { activityAskedAbout } from "../casework/asked-about.ts";
import { hear } from "../casework/hear.ts";
import { lastDayOf } from "../casework/promise.ts";
import { tokensOfForm } from "./same-form.ts";
import { receiptMail, relativeReceiptMail } from "./letters.ts";
import { refuseUntilReady } from "../casework/ready.ts";
import { help } from "../texts/help.ts";
import { refuseUnread } from "../casework/consent-words.ts";
import { areaOfSearch, teamFor } from "../casework/routing.ts";
import {
  addEvent,
  type CaseRow,
  caseOfToken,
  type Given,
  insertCase,
  noteConsent,
  openCasesOf,
} from "../casework/store.ts";
import { endTasks } from "../casework/tasks.ts";
import type { Person, WhenToCall } from "../casework/vault.ts";

export interface HelpRequest {
  /** Of the form: the same form posted twice is one request. Empty: cannot be told apart. */
  formId: string;
  forWhom: "me" | "other";
  name: string;
  /** E.164. */
  phone: string | null;
  email: string | null;
  whenToCall: WhenToCall | null;
  mayLeaveMessage: boolean;
  wishes: string;
  /** The words of the search, when they were ticked. */
  words: string;
  search: CarriedSearch;
  /** Slug of the activity from whose page the citizen came. */
  askedAbout?: string;
  /** Id of the team that the citizen chose, where several work in one place. */
  wantedTeam?: string;
  /** The words that stood on the form, as `shownAs` says them. */
  shown: readonly string[];
  /** For somebody else: that this person said yes, and who asks. */
  saidYes: boolean;
  relativeName: string;
  relativeEmail: string | null;
}

/** Open requests of one number or mail that are each called. */
const MOST_OPEN = 3;

export interface Asked {
  reference: string;
  /**
   * What stands in the citizen's link; null when somebody else asked: it goes to the citizen after the first contact.
   */
  token: string | null;
}

/**
 * Takes a request for help: stored under its own key, routed to a team, acknowledged by mail where there is one. The
 * same form twice is one case. Who has three open ones is not called a fourth time: it stands as a note in the first.
 * The answer is the same, so that nobody learns whether somebody else has asked. Refuses while nobody could answer, and
 * a yes to words that did not stand on the form.
 */
export function askForHelp(db: Db, { keys, siteUrl }: MailBox, request: HelpRequest, now: number): Asked {
  check(db, request);
  const { formId, shown, ...said } = request;
  const [token, ...before] = tokensOfForm(keys, "help form", formId, said);
  return db.transaction((tx) => {
    for (const one of [token, ...before]) {
      const known = caseOfToken(tx, one);
      if (known) return asked(known.reference, request, one);
    }
    refuseUntilReady(tx);
    const { search, forWhom } = request;
    const area = areaOfSearch(tx, search);
    const teamId = teamFor(tx, area, search.tema ?? [], request.wantedTeam);
    const about = activityAskedAbout(tx, request.askedAbout ?? "");
    const person: Person = { ...personOf(request), ...(about && { askedAbout: about }) };
    const door = forWhom === "me" ? "site" : "relative";
    const stored = insertCase(
      tx,
      keys,
      { teamId, door, area, search: carries(search) ? search : null, person, token, actorId: null },
      now,
    );
    if (isRepeat(tx, keys, stored)) addToEarlier(tx, keys, stored, request, now);
    const way = forWhom === "me" ? "site" : "relative";
    if (forWhom === "me") refuseUnread(tx, teamId, { kind: "call-and-store", way }, shown, now);
    if (request.mayLeaveMessage)
      refuseUnread(tx, teamId, { kind: "message", way, field: "mayLeaveMessage" }, shown, now);
    const given: Given = { how: way, notedById: null };
    noteConsent(tx, stored.id, "call-and-store", given, now);
    if (request.mayLeaveMessage) noteConsent(tx, stored.id, "message", given, now);
    const mail =
      forWhom === "me"
        ? receiptMail(siteUrl, request.email, token, lastDayOf(stored.dueAt), now)
        : relativeReceiptMail(siteUrl, request.relativeEmail, lastDayOf(stored.dueAt), now);
    if (mail) queueForStranger(tx, keys, mail, now);
    return asked(stored.reference, request, token);
  });
}

function isRepeat(db: Db, keys: KeyRing, stored: CaseRow): boolean {
  return openCasesOf(db, keys, stored).filter(({ id }) => id !== stored.id).length >= MOST_OPEN;
}

function addToEarlier(db: Db, keys: KeyRing, stored: CaseRow, { wishes }: HelpRequest, now: number): void {
  db.update(cases).set({ state: "closed", closeReason: "repeat", closedAt: now }).where(eq(cases.id, stored.id)).run();
  endTasks(db, stored.id, null, now);
  addEvent(db, { caseId: stored.id, kind: "closed", actorId: null, detail: { reason: "repeat" } }, now);
  const first = openCasesOf(db, keys, stored)[0];
  if (first) hear(db, keys, first, wishes || help.askedAgain, now);
}

function check(db: Db, request: HelpRequest): void {
  if (!request.phone && !request.email) refuse("phoneOrEmail", "phone");
  if (request.forWhom === "other" && !request.saidYes) refuse("theirYes", "saidYes");
  if (looksLikeCpr(request.name)) refuse("cpr", "name");
  if (looksLikeCpr(request.relativeName)) refuse("cpr", "relativeName");
  if (looksLikeCpr(request.wishes)) refuse("cpr", "wishes");
  if (looksLikeCpr(request.words)) refuse("cprInSearch", "words");
  if (request.wishes.length > readSetting(db, "helpTextMax")) refuse("tooLong", "wishes");
}

function asked(reference: string, { forWhom }: HelpRequest, token: string): Asked {
  return { reference, token: forWhom === "me" ? token : null };
}

function carries(search: CarriedSearch): boolean {
  return Object.values(search).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined,
  );
}

function personOf(request: HelpRequest): Person {
  const { name, phone, email, whenToCall, mayLeaveMessage, wishes, words, relativeName, relativeEmail } = request;
  const relative = request.forWhom === "other" ? { name: relativeName, email: relativeEmail } : null;
  return { name, phone, email, whenToCall, mayLeaveMessage, wishes, words, relative };
}
