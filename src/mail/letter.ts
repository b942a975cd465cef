import { mails } from "../texts/mails.ts";

const COLUMNS = 72;

/**
 * The text of a mail: paragraphs of at most 72 columns, then the signature. A link stands alone on its line and is
 * never broken.
 */
export function letterText(siteUrl: string, paragraphs: readonly string[]): string {
  return `${[...paragraphs.map(wrapped), `-- \n${mails.signature}\n${siteUrl}`].join("\n\n")}\n`;
}

function wrapped(paragraph: string): string {
  return paragraph.split("\n").map(wrapLine).join("\n");
}

function wrapLine(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    if (line && line.length + 1 + word.length > COLUMNS) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join("\n");
}
