import type { CountKind } from "../../../db/schema.ts";
import { mails } from "../../texts/mails.ts";
import { trustMails } from "../../texts/trust.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** What one activity did in a month; a number is null when it is too low to be told. */
export interface MonthOfActivity {
  title: string;
  counts: { kind: CountKind; count: number | null }[];
}

/** To a contact: last month in numbers, without persons. */
export function monthlyMail(
  siteUrl: string,
  person: { to: string; name: string; token: string },
  about: { organisation: string; month: string; activities: readonly MonthOfActivity[] },
): Letter {
  const { subject, said, line, fewer, persons, desk, noMore } = trustMails.monthly;
  const unsubscribe = `${siteUrl}/maanedsmail/${person.token}`;
  const numbers = about.activities.map(({ title, counts }) => `${title}\n${counts.map(({ kind, count }) => `- ${count ?? fewer} ${line[kind]}`).join("\n")}`);
  const links = [`${desk}\n${siteUrl}/forening`, `${noMore}\n${unsubscribe}`];
  const text = letterText(siteUrl, [mails.hello(person.name), said(about.organisation, about.month), ...numbers, persons, ...links]);
  return { to: person.to, subject: subject(about.month), text, kind: "monthly", unsubscribe };
}
