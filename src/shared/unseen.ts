/**
 * Signs of no width that texts bring along from word processors and web pages: soft hyphens, spaces of no width, marks of
 * direction. Neither shown nor searched. Joiners stay: emoji and Persian are written with them.
 */
export const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;
