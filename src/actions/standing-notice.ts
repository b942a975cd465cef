import type { Standing } from "#db/schema.ts";
import type { NoticeKey } from "../texts/notices.ts";

const NOTICES: Record<Standing, NoticeKey> = {
  draft: "er-kladde",
  waiting: "er-venter",
  rejected: "er-afvist",
  on: "er-paa-tavlen",
  referred: "er-for-henviste",
  paused: "er-paa-pause",
  down: "er-taget-ned",
  over: "er-slut",
};

/** What is said after a deed that decides how an activity stands: how it does. */
export function standingNotice(standing: Standing): NoticeKey {
  return NOTICES[standing];
}
