import type { APIRoute } from "astro";
import { answerMapBase } from "../_map-base.ts";

/** Land and areas around the pins, small enough to come with the first page. */
export const GET: APIRoute = (context) => answerMapBase(context, "areas");
