import type { APIRoute } from "astro";
import type { SuggestionsAnswer } from "../../board/api-schema.ts";
import { pinTitles } from "../../board/cards.ts";
import { crisisIn } from "../../../search/crisis.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";

const SHOWN = 8;
const LONGEST = 80;

/** What somebody who types may mean: activities, themes, places, and the word that was meant. */
export const GET: APIRoute = async ({ url }) => {
  const { db, search, now } = runtime();
  const words = (url.searchParams.get("q") ?? "").slice(0, LONGEST).trim();
  const suggestions = words && !crisisIn(words) ? await search.suggest(words, now(), SHOWN) : [];
  const activities = pinTitles(
    db,
    suggestions.filter((one) => one.kind === "activity").map((one) => one.value),
  );
  const answer = suggestions.flatMap<SuggestionsAnswer[number]>((one) => {
    if (one.kind !== "activity") return [one];
    const activity = activities.get(one.value);
    return activity ? [{ ...one, href: paths.activity(activity.slug) }] : [];
  });
  return Response.json(answer);
};
