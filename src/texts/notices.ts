/** What a page says after a deed, by the key in `?besked=`. */
export const notices: Record<string, string> = {};
