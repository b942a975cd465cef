import type { CountKind } from "../../../db/schema.ts";
import { paths } from "../../shared/paths.ts";
import { mails } from "../../texts/mails.ts";
import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** What one activity did in a month; a number is null when it is too low to be told. */
export interface MonthOfActivity {
  title: string;
  counts: { kind: CountKind; count: number | null }[];
}

/** Something on the board that nobody stated a price of. */
export interface Unpriced {
  id: string;
  title: string;
}

/** To a contact: last month in numbers, without persons; and what lacks its price. */
export function monthlyMail(
  siteUrl: string,
  person: { to: string; name: string; token: string },
  about: { organisation: string; month: string; activities: readonly MonthOfActivity[]; unpriced: readonly Unpriced[] },
): Letter {
  const { subject, said, line, fewer, persons, noPrice, desk, noMore } = trustMails.monthly;
  const unsubscribe = `${siteUrl}${paths.monthlyMail(person.token)}`;
  const numbers = about.activities.map(
    ({ title, counts }) =>
      `${title}\n${counts.map(({ kind, count }) => `- ${count ?? fewer} ${line[kind]}`).join("\n")}`,
  );
  const prices = about.unpriced.map(({ id, title }) => `${title}\n${siteUrl}${paths.host.activity(id)}#f-price`);
  const links = [`${desk}\n${siteUrl}${paths.host.desk}`, `${noMore}\n${unsubscribe}`];
  const text = letterText(siteUrl, [
    mails.hello(person.name),
    said(about.organisation, about.month),
    ...numbers,
    persons,
    ...(prices.length > 0 ? [noPrice, ...prices] : []),
    ...links,
  ]);
  return { to: person.to, subject: subject(about.organisation, about.month), text, kind: "monthly", unsubscribe };
}
