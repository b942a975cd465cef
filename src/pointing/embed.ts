/** An association's activities as a piece of a page, for its own website. */
import { dayAndHours } from "../danish/wording.ts";
import type { Card } from "../board/cards.ts";
import { paths } from "../shared/paths.ts";
import { profileTexts } from "../texts/profile.ts";
import { priceInWords } from "../texts/price-in-words.ts";
import { xml } from "./xml.ts";

/** The fragment: plain markup that takes the look of the page it stands on, with whole addresses. */
export function embedOf(organisation: { name: string; slug: string; cards: readonly Card[] }, siteUrl: string): string {
  const page = `${siteUrl}${paths.organisation(organisation.slug)}`;
  const items = organisation.cards.map((card) => {
    const facts = [
      `${profileTexts.embedNext}: ${dayAndHours({ start: card.next, end: card.nextEnd })}`,
      card.placeName ?? "",
      priceInWords(card.price),
    ].filter(Boolean);
    return `<li><a href="${xml(`${siteUrl}${paths.activity(card.slug)}`)}">${xml(card.title)}</a><br>${xml(facts.join(" · "))}</li>`;
  });
  const list = items.length > 0 ? `<ul>\n${items.join("\n")}\n</ul>` : `<p>${profileTexts.embedEmpty}</p>`;
  return `<section class="faellesbro" lang="da">\n${list}\n<p><a href="${xml(page)}">${xml(profileTexts.calendarOf(organisation.name))}</a></p>\n</section>\n`;
}

/** What one pastes into a page of one's own. */
export function embedLines(siteUrl: string, slug: string): string {
  return `<div id="faellesbro"></div>
<script>fetch("${siteUrl}${paths.organisationEmbed(slug)}").then((answer) => answer.text())
  .then((html) => { document.getElementById("faellesbro").innerHTML = html; });</script>`;
}
