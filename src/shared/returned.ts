import { type Posted, type Returned, type Typed, typedOf } from "./forms.ts";

/** The form that an action sent back; nothing when there was no post. */
export function returnedOf(result: { data?: Posted | undefined } | undefined): Returned | undefined {
  return result?.data && "errors" in result.data ? result.data : undefined;
}

/** What an action has to show once; nothing when there was no such post. */
export function shownOf(result: { data?: Posted | undefined } | undefined): string[] {
  return result?.data && "once" in result.data ? result.data.once : [];
}

/**
 * A form that one of its own buttons posted to the page, without an action: everything typed, after what the button
 * asks for.
 */
export async function postedRows(request: Request, change: (typed: Typed) => Typed): Promise<Returned | undefined> {
  if (request.method !== "POST" || request.url.includes("_action=")) return undefined;
  return { errors: {}, typed: change(typedOf(await request.formData())) };
}
