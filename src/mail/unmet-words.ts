import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** A word that was sought in vain so often, and titles of what it may mean. */
export interface UnmetWord {
  word: string;
  count: number;
  guesses: string[];
}

/** To an editor: what people sought in the week and did not find, and where to give it a meaning. */
export function unmetWordsMail(siteUrl: string, to: string, words: readonly UnmetWord[]): Letter {
  const { subject, said, line, look, nameless } = mails.unmetWords;
  const lines = words.map(({ word, count, guesses }) => `- ${line(word, count, guesses)}`);
  const page = `${siteUrl}${paths.editor.words}#uden-fund`;
  return {
    to,
    subject,
    text: letterText(siteUrl, [mails.hi, `${said}\n${lines.join("\n")}`, `${look}\n${page}`, nameless]),
    kind: "unmet-words",
  };
}
