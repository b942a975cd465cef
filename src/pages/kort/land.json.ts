import type { APIRoute } from "astro";
import { answerMapBase } from "../_map-base.ts";

/** The land of the whole country, for who looks beyond the areas. */
export const GET: APIRoute = (context) => answerMapBase(context, "land");
