import { scopesOf } from "../accounts/roles.ts";
import { bringIn, knownAs } from "../casework/bring-in.ts";
import { type CaseLine, readCaseSheet } from "../casework/case-sheet.ts";
import { bringInForm, caseSheetForm } from "../casework/forms.ts";
import { colleagues } from "../casework/people.ts";
import { workingDayAfter } from "../casework/tasks.ts";
import { readPhone } from "../danish/phone.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { meetingForm } from "../referrals/forms.ts";
import { noteMeeting } from "../referrals/meeting.ts";
import type { Typed } from "../shared/forms.ts";
import { paths } from "../shared/paths.ts";
import { localDate } from "../shared/time.ts";
import { told } from "../texts/notices.ts";
import { refuse } from "../texts/refusal.ts";
import { caseColumns, caseSheetTexts } from "../texts/several.ts";
import { act } from "./act.ts";
import { boxOf } from "./box.ts";

const MB = 1024 * 1024;
/** More than any such file holds: what is longer is told so. */
const MOST_ROWS = 200;

export const several = {
  noteMeeting: act({
    who: "brobygger",
    schema: meetingForm,
    async run(meeting, { runtime, viewer, now }) {
      await runtime.write((db) => noteMeeting(db, boxOf(runtime), viewer, meeting, now));
      return told(meeting.keep ? paths.brobygger.mine : paths.brobygger.waiting, "borgere-skrevet-op");
    },
  }),

  /** Shows the lines of a sheet as a form. Nothing is kept of it. */
  lookAtCases: act({
    who: "lead",
    schema: caseSheetForm,
    async run({ teamId, file }, { runtime: { db, keys, work }, viewer, now }) {
      if (!scopesOf(viewer, "lead").includes(teamId)) refuse("unknown", "teamId");
      if (!file) refuse("fileMissing", "file");
      if (file.size > MB) refuse("fileTooLarge1", "file");
      const table = await work.do("table", { file: await file.bytes(), most: MOST_ROWS });
      const read = readCaseSheet(table ?? refuse("notSheet", "file"), {
        areas: vocabularyOf(db).areas,
        colleagues: colleagues(db, teamId),
        today: localDate(now),
        nextDay: workingDayAfter(now, 1),
      });
      if ("refused" in read) return refuse(read.refused, "file");
      const known = (line: CaseLine) => knownAs(db, keys, teamId, contactsOf(line));
      const typed = read.lines.map((line, at) => lineTyped(line, at, known(line)));
      return { once: read.unused, typed: Object.assign({ teamId: [teamId] }, ...typed) };
    },
  }),

  bringIn: act({
    who: "lead",
    schema: bringInForm,
    async run(sheet, { runtime, viewer, now }) {
      await runtime.write((db) => bringIn(db, runtime.keys, viewer, sheet, now));
      return told(paths.brobygger.share, "ark-hentet");
    },
  }),
};

function contactsOf({ fields: { phone, email } }: CaseLine): string[] {
  const read = readPhone(phone);
  return ["phone" in read ? read.phone : "", email.toLowerCase()].filter(Boolean);
}

/** The fields of a line as a form posts them. Whoever is known already is not ticked. */
function lineTyped({ fields, unread }: CaseLine, at: number, known: string | null): Typed {
  const typed: Typed = {};
  for (const [column, text] of Object.entries(fields)) typed[`${column}-${at}`] = [text];
  typed[`told-${at}`] = [
    ...unread.map(({ column, text }) => caseSheetTexts.unread(caseColumns[column], text)),
    ...(fields.askedOn ? [] : [caseSheetTexts.lacksDay]),
    ...(fields.phone || fields.email ? [] : [caseSheetTexts.lacksContact]),
  ];
  if (known) typed[`told-${at}`]?.unshift(caseSheetTexts.known(known));
  else typed[`take-${at}`] = ["ja"];
  return typed;
}
