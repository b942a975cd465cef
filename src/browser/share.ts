import { meantBy } from "./events.ts";

/** *Del*: the phone's own sheet where there is one; else the ways below it open. */
document.addEventListener("click", (event) => {
  const button = meantBy<HTMLElement>(event, "[data-share]");
  if (!button || !("share" in navigator)) return;
  event.preventDefault();
  const { share: url = "", title = "" } = button.dataset;
  // Whoever closes the sheet has changed their mind.
  navigator.share({ url, title }).catch(() => undefined);
});
