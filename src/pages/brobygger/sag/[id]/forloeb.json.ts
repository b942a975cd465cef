import type { APIRoute } from "astro";
import { courseAsJson } from "../../../../casework/delivery.ts";
import { courseFile } from "./_course.ts";

export const GET: APIRoute = (context) =>
  courseFile(context, { type: "application/json; charset=utf-8", ending: "json" }, courseAsJson);
