import type { APIRoute } from "astro";
import { answerFeed } from "./_feed.ts";

/** What is new and what comes next, for readers of RSS; takes the parameters of a search. */
export const GET: APIRoute = (context) => answerFeed(context, "rss");
