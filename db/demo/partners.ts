import { eq } from "drizzle-orm";
import { defaultTeam } from "../../src/casework/routing.ts";
import { gapOfKey } from "../../src/casework/talk/wished-gaps.ts";
import { addMonths } from "../../src/figures/span.ts";
import { holdWorkshop, sayWhatCame } from "../../src/partners/answers.ts";
import { tellChange, type Told } from "../../src/partners/changes.ts";
import { giveLink } from "../../src/partners/links.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { addDays, DAY, localDate } from "../../src/shared/time.ts";
import { monthOf } from "../../src/upkeep/counts.ts";
import { suggest } from "../../src/upkeep/suggestions.ts";
import type { KeyRing } from "../../src/shared/seal.ts";
import type { Db } from "../client.ts";
import { activities, gaps, partnerLinks, searchGaps } from "../schema.ts";
import { demoLogins, demoPartners } from "./people.ts";
import { personOf, staffOf } from "./staff.ts";

/** What changed, so many months ago. */
const CHANGES: [monthsAgo: number, told: Omit<Told, "since">][] = [
  [
    1,
    {
      who: "Sundhedscenter Viby",
      what: "De fortæller om brobyggerne på den sidste gang af hvert hold.",
      thanksTo: "Brobyggerne har været med på to hold og vist opslagstavlen.",
    },
  ],
  [
    4,
    {
      who: "To idrætsforeninger i Hasle",
      what: "En fast person tager imod i døren, og man må komme tre gange uden at melde sig ind.",
      thanksTo: "Værkstedet i foråret, hvor borgere fortalte, hvad der gør det svært at komme.",
    },
  ],
  [
    9,
    {
      who: "En gruppe borgere på Trøjborg",
      what: "De mødes selv hver torsdag, efter at øvefællesskabet sluttede.",
      thanksTo: "Brobyggeren trak sig lidt efter lidt, og biblioteket gav et lokale.",
    },
  ],
];

/** What is missed again and again: how often brobyggere note it in a month, and how often it is sought in vain. */
const MISSED: [key: string, noted: number, sought: number][] = [
  ["viby|haandarbejde|hverdag aften", 2, 6],
  ["hasle|motion|hverdag formiddag", 3, 0],
  ["tilst|musik|", 1, 4],
  ["brabrand-gellerup|mad|weekend", 1, 7],
  ["solbjerg|samtale|", 1, 0],
];
const MONTHS = 12;

/** What the implementeringsgruppe of the municipality's team can read by its link. */
export function loadPartners(db: Db, keys: KeyRing, now: number): void {
  const teamId = defaultTeam(db)?.id ?? "";
  const of = (role: string) => personOf(staffOf(db), demoLogins.find((login) => login.role === role)?.email ?? "");
  const [lead, brobygger] = [of("lead"), of("brobygger")];
  const month = monthOf(now);
  for (let back = 0; back < MONTHS; back++)
    for (const [key, noted, sought] of MISSED) {
      const missed = { ...gapOfKey(key), month: addMonths(month, -back) };
      for (let n = 0; n < noted; n++)
        db.insert(gaps)
          .values({ ...missed, teamId })
          .run();
      if (sought > 0)
        db.insert(searchGaps)
          .values({ ...missed, count: sought })
          .run();
    }
  const wish = "Et sted at spille skak om aftenen, hvor man ikke skal være god til det.";
  suggest(db, keys, { wish, area: "viby", theme: "spil", contact: null }, now - 20 * DAY);
  for (const [monthsAgo, told] of CHANGES)
    tellChange(db, brobygger, teamId, { ...told, since: addMonths(month, -monthsAgo) }, now);

  const about = (key: string) => ({ ...gapOfKey(key), teamId });
  const today = localDate(now);
  const held = { heldOn: addDays(today, -150), place: "Hasle Bibliotek" };
  const invited = "Borgere fra tre hold på sundhedscentret, to idrætsforeninger og hjemmeplejen";
  const past = holdWorkshop(db, lead, about("hasle|motion|hverdag formiddag"), { ...held, invited }, now - 170 * DAY);
  const came = db.select({ id: activities.id }).from(activities).where(eq(activities.area, "hasle")).get();
  if (came) sayWhatCame(db, lead, past, { activity: came.id, address: "" }, now - 100 * DAY);
  const next = { heldOn: addDays(today, 16), place: "Viby Bibliotek, kl. 17" };
  const asked = "Alle, der gerne vil bruge hænderne sammen med andre, biblioteket og strikkecaféen";
  holdWorkshop(db, brobygger, about("viby|haandarbejde|hverdag aften"), { ...next, invited: asked }, now);

  const made = giveLink(db, lead, { teamId, label: demoPartners.label }, now);
  db.update(partnerLinks)
    .set({ tokenHash: hashToken(demoPartners.token) })
    .where(eq(partnerLinks.tokenHash, hashToken(made)))
    .run();
}
