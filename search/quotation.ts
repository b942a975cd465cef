/**
 * One space between words, straight quotation marks, and none without its pair: so that a part can be put in quotation
 * marks safely.
 */
export function tidyQuery(typed: string): string {
  const q = typed
    .replace(/[“”„»«]/g, '"')
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const quotes = q.split('"').length - 1;
  if (quotes % 2 === 0) return q;
  const last = q.lastIndexOf('"');
  return `${q.slice(0, last)} ${q.slice(last + 1)}`.replace(/ +/g, " ").trim();
}

/** Quoted parts as so many quotation marks: no phrase can reach into them. */
export function hideQuoted(q: string): string {
  return q.includes('"') ? q.replace(/"[^"]*"/g, (part) => '"'.repeat(part.length)) : q;
}

/** The beginning of a query: so many characters, quotation marks not counted. */
export function cutQuery(typed: string, longest: number): string {
  let [length, end] = [0, 0];
  for (const letter of typed) {
    if (letter !== '"') length += 1;
    if (length > longest || end > 3 * longest) break;
    end += letter.length;
  }
  return typed.slice(0, end);
}
