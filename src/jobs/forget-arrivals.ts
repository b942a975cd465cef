import { forgetAudit } from "../../db/audit.ts";
import type { OpenDb } from "../../db/client.ts";
import { emptyLog, noteErased } from "../../db/erased.ts";
import { readSetting } from "../../db/settings.ts";
import { forgetSweeps } from "../../db/sweeps.ts";
import { forgetDevices } from "../accounts/devices.ts";
import { forgetKeptForms } from "../accounts/kept-forms.ts";
import { forgetSessions } from "../accounts/own-sessions.ts";
import { forgetSupervision } from "../casework/supervision.ts";
import { forgetWaiting } from "../exchange/waiting.ts";
import { forgetShortlists } from "../pointing/shortlist.ts";
import { forgetUnitLinks } from "../referrals/unit-links.ts";
import { forgetArrivals } from "../upkeep/arrivals.ts";
import { forgetLinks } from "../upkeep/links.ts";
import { forgetQuestions } from "../upkeep/questions.ts";
import { forgetReports } from "../upkeep/reports.ts";
import { forgetSuggestions } from "../upkeep/suggestions.ts";
import { forgetOldUnfinished } from "../activities/unfinished-form.ts";
import { DAY } from "../shared/time.ts";

/**
 * Keeps what was promised: a first name is gone after its date, in the file too; whoever referred by a link that was taken back; questions for supervision;
 * reports, questions, wishes, links, lists, drafts, files, browsers and the audit trail after a while.
 */
export function forgetWhatIsOver(db: OpenDb, now: number): void {
  db.transaction((tx) => {
    if (forgetArrivals(tx, now) + forgetKeptForms(tx, now) + forgetUnitLinks(tx, now) + forgetSupervision(tx, now) > 0)
      noteErased(tx);
  });
  forgetReports(db, now);
  forgetQuestions(db, now);
  forgetSuggestions(db, now);
  forgetSweeps(db, now);
  forgetLinks(db, now);
  forgetShortlists(db, now);
  forgetOldUnfinished(db, now);
  forgetWaiting(db, now);
  forgetDevices(db, now);
  forgetSessions(db, now);
  forgetAudit(db, now - readSetting(db, "auditMonths") * 30 * DAY);
  emptyLog(db);
}
