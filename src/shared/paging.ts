/** One page of a list that may be long. */
export interface Paged<T> {
  rows: T[];
  /** From 1; what was asked for beyond the last is the last. */
  page: number;
  pages: number;
  /** Of the whole list. */
  total: number;
}

export const LINES_A_PAGE = 25;

/** Reads one page: `read` is given how many lines to skip and to take. */
export function pageOf<T>(asked: number, total: number, read: (skip: number, take: number) => T[]): Paged<T> {
  const pages = Math.max(1, Math.ceil(total / LINES_A_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  return { rows: total === 0 ? [] : read((page - 1) * LINES_A_PAGE, LINES_A_PAGE), page, pages, total };
}

/** The page that an address asks for (`?side=3`); 1 when it says nothing that is a page. */
export function pageIn(params: URLSearchParams, name = "side"): number {
  const asked = params.get(name) ?? "";
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}
