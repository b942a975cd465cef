import type { Db } from "../../db/client.ts";
import { readSetting } from "../../db/settings.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { paths } from "../shared/paths.ts";
import { casework } from "../texts/casework.ts";
import { firstTimes } from "../texts/first-times.ts";
import { companionTexts } from "../texts/companions.ts";
import { figureTexts } from "../texts/figures.ts";
import { partnerTexts } from "../texts/partners.ts";
import { passYearTexts } from "../texts/passes.ts";
import { gapTexts } from "../texts/practice.ts";
import { supervisionTexts } from "../texts/supervision.ts";
import { rightsTexts } from "../texts/rights.ts";
import { readingTexts } from "../texts/cover.ts";
import { deskFigures } from "./lists.ts";
import { erasuresWaiting } from "./rights.ts";
import { leads } from "./rules.ts";

export interface DeskLink {
  href: string;
  label: string;
  count?: number;
  current: boolean;
}

/** The pages of the brobygger's desk with what waits on each; `here` is the path of the one that is shown. */
export function deskNav(db: Db, viewer: Viewer, here: string): DeskLink[] {
  const { waiting, mine } = deskFigures(db, viewer);
  const { nav } = casework;
  const links: Omit<DeskLink, "current">[] = [
    { href: paths.brobygger.today, label: nav.today },
    { href: paths.brobygger.waiting, label: nav.fresh, count: waiting },
    { href: paths.brobygger.mine, label: nav.mine, count: mine },
    { href: paths.brobygger.register, label: nav.register },
    { href: paths.brobygger.associations, label: firstTimes.associations },
    { href: paths.brobygger.gaps, label: gapTexts.nav },
    { href: paths.brobygger.figures, label: figureTexts.nav },
    { href: paths.brobygger.partners, label: partnerTexts.nav },
    { href: paths.brobygger.cover, label: nav.cover },
    { href: paths.brobygger.supervision, label: supervisionTexts.title },
    ...(leads(viewer)
      ? [
          { href: paths.brobygger.share, label: nav.share },
          { href: paths.brobygger.units, label: nav.units },
          { href: paths.brobygger.companions, label: companionTexts.title },
          ...(issuesPasses(db, viewer) ? [{ href: paths.brobygger.passes, label: passYearTexts.title }] : []),
          { href: paths.brobygger.erasedSoon, label: nav.erasedSoon },
          {
            href: paths.brobygger.rights,
            label: rightsTexts.deskTitle,
            count: erasuresWaiting(db, viewer) || undefined,
          },
          { href: paths.brobygger.readings, label: readingTexts.title },
          { href: paths.brobygger.sweep, label: nav.sweep },
        ]
      : []),
  ];
  return links.map((link) => ({ ...link, current: link.href === here }));
}

/** Whether a team that the viewer leads issues an aktivitetspas. */
function issuesPasses(db: Db, viewer: Viewer): boolean {
  return scopesOf(viewer, "lead").some((team) => readSetting(db, "passOn", team) === 1);
}
