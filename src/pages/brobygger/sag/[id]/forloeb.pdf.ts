import type { APIRoute } from "astro";
import { paperOf } from "../../../../casework/course-paper.ts";
import { vocabularyOf } from "../../../../places/vocabulary.ts";
import { runtime } from "../../../../process/runtime.ts";
import { courseFile } from "./_course.ts";

export const GET: APIRoute = (context) =>
  courseFile(context, { type: "application/pdf", ending: "pdf" }, (course) => {
    const { db, work } = runtime();
    return work.do("paper", { paper: paperOf(course, vocabularyOf(db)) });
  });
