/** A text whose lines all end as those of Unix do. */
export function unixBreaks(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
