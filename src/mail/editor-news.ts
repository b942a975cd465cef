import { keysOf } from "../shared/keys-of.ts";
import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** What an editor has to look at, by kind: how many. */
export type News = { [Kind in keyof typeof mails.editorNews.line]: number };

/** To an editor: how much of what came in since the last such mail. */
export function editorNewsMail(siteUrl: string, to: string, news: News): Letter {
  const { subject, said, line, look } = mails.editorNews;
  const kinds = keysOf(line);
  const lines = kinds.filter((kind) => news[kind] > 0).map((kind) => `- ${line[kind](news[kind])}`);
  return {
    to,
    subject,
    text: letterText(siteUrl, [mails.hi, `${said}\n${lines.join("\n")}`, `${look}\n${siteUrl}${paths.editor.desk}`]),
    kind: "editor-news",
  };
}
