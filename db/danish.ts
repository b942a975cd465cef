import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * A text in small letters and in the order of the Danish alphabet: æ, ø and å after z. SQLite itself knows neither.
 * Names that are listed or sought have an index on it that holds all that is asked for, so that none of them is
 * computed anew (drizzle-kit divides such an index at its commas: its SQL is written by hand).
 */
export function inDanish(text: SQLWrapper): SQL {
  return sql`replace(replace(replace(replace(replace(replace(lower(${text}), 'æ', '{'), 'Æ', '{'), 'ø', '|'), 'Ø', '|'), 'å', '}'), 'Å', '}')`;
}

/** Whether a text holds what somebody typed, in large or small letters. */
export function holds(text: SQLWrapper, typed: string): SQL {
  return sql`instr(${inDanish(text)}, ${inDanish(sql`${typed}`)}) > 0`;
}
