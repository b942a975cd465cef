import type { Db } from "../../db/client.ts";
import type { Viewer } from "../accounts/roles.ts";
import { casework } from "../texts/casework.ts";
import { deskFigures } from "./lists.ts";
import { leads } from "./rules.ts";

export interface DeskLink {
  href: string;
  label: string;
  count?: number;
  current: boolean;
}

/** The pages of the brobygger's desk with what waits on each; `here` is the path of the one that is shown. */
export function deskNav(db: Db, viewer: Viewer, here: string, now: number): DeskLink[] {
  const { waiting, mine } = deskFigures(db, viewer, now);
  const { nav } = casework;
  const links: Omit<DeskLink, "current">[] = [
    { href: "/brobygger", label: nav.today },
    { href: "/brobygger/nye", label: nav.fresh, count: waiting },
    { href: "/brobygger/mine", label: nav.mine, count: mine },
    { href: "/brobygger/ny", label: nav.register },
    ...(leads(viewer)
      ? [
          { href: "/brobygger/fordel", label: nav.share },
          { href: "/brobygger/ryd", label: nav.sweep },
        ]
      : []),
  ];
  return links.map((link) => ({ ...link, current: link.href === here }));
}
