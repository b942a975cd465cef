/** What a page says after a deed, by the key in `?besked=`. */
export const notices: Record<string, string> = {
  "hjaelp-modtaget": "Tak. Vi har fået din besked. Herunder kan du se, hvad der sker nu.",
  "besked-sendt": "Din besked er sendt.",
  "nej-tak": "Du har sagt nej tak. Ingen ringer til dig.",
  "sag-taget": "Sagen er din. Ring, når du er klar.",
  "forsoeg-noteret": "Forsøget er noteret.",
  "note-gemt": "Noten er gemt.",
  "sag-givet": "Sagen er givet videre.",
  "sag-lukket": "Forløbet er afsluttet. Var det en fejl? Så åbn det igen herunder.",
  "sag-aabnet": "Forløbet er åbent igen.",
  "borger-skrevet-op": "Borgeren er skrevet op.",
};
