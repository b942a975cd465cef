import type { APIRoute } from "astro";
import { answerFeed } from "./_feed.ts";

/** A calendar to subscribe to; takes the parameters of a search. */
export const GET: APIRoute = (context) => answerFeed(context, "ics");
