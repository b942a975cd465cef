import { getActionContext } from "astro:actions";
import { defineMiddleware } from "astro:middleware";
import { readSetting } from "#db/settings.ts";
import { keptRead } from "#db/kept-reads.ts";
import { isBusy } from "#db/write.ts";
import { dropKeptForm, keepForm, keptForm } from "./accounts/kept-forms.ts";
import { may, type Who } from "./accounts/roles.ts";
import { readSession } from "./accounts/session.ts";
import { server } from "./actions/index.ts";
import { phoneAsShown } from "./danish/phone.ts";
import { newRequestId } from "./process/requests.ts";
import { runtime } from "./process/runtime.ts";
import { type Posted, typedOf } from "./shared/forms.ts";
import { paths } from "./shared/paths.ts";
import { isClosed, isKeysClosed } from "./shared/seal.ts";
import { refusals } from "./texts/refusals.ts";

const GATES: [string, Who][] = [
  [paths.host.desk, "contact"],
  [paths.brobygger.today, "brobygger"],
  [paths.editor.desk, "editor"],
  [paths.twoSteps, "signed-in"],
  [paths.account, "signed-in"],
  [paths.trail, "data-officer"],
];

/** What a form may name. Astro itself would look further, into what every object has. */
const ACTIONS = new Set(
  Object.entries(server).flatMap(([group, actions]) => Object.keys(actions).map((name) => `${group}.${name}`)),
);
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** Pages behind a private link: their address must not leave the browser, nor stay in it. */
const PRIVATE_LINKS = /^\/(hjaelp|henvis|invitation|ny-kode|b|tovholder|foelgegruppe|kommer|maanedsmail)\/[^/]+/;

export const onRequest = defineMiddleware(async (context, next) => {
  const open = runtime();
  const { config, db, write, jobs, keys, log, now, requests } = open;
  const { locals, url, request } = context;
  const asked = requests.current;
  if (asked) asked.route ??= context.routePattern;
  locals.requestId = asked?.id ?? newRequestId();
  locals.viewer = null;
  locals.sessionId = null;
  locals.phone = "";
  locals.siteUrl = config.siteUrl;

  let response: Response;
  try {
    response = await answer();
  } catch (error) {
    const withoutKeys = isKeysClosed(error);
    if (!isBusy(error) && !withoutKeys)
      log.error({ id: locals.requestId, route: context.routePattern, err: error }, "a request failed");
    response = await context.rewrite(withoutKeys ? paths.closed : isBusy(error) ? paths.busy : paths.broken);
  }
  for (const [name, value] of securityHeaders()) if (!response.headers.has(name)) response.headers.set(name, value);
  return response;

  async function answer(): Promise<Response> {
    if (!isFromThisSite())
      return refusedText("Formularen kom fra et andet sted. Gå tilbage til siden, og prøv igen.", 403);
    const session = await readSession(open, request.headers.get("cookie"), config.siteUrl.startsWith("https:"), now());
    if (session && "viewer" in session) Object.assign(locals, session);
    locals.phone = keptRead(db, "phone as shown", () => phoneAsShown(readSetting(db, "phone")));
    const lapsed = session && "lapsed" in session ? session.lapsed : null;
    if (url.pathname === "/_image") return context.rewrite(paths.notFound);
    const gate = GATES.find(([path]) => url.pathname === path || url.pathname.startsWith(`${path}/`));
    if (gate && !may(locals.viewer, gate[1])) return refuseAtTheGate(lapsed);
    locals.clockIsWrong = jobs.pulse.last?.clockIsTrusted === false;
    if (gate?.[0] === paths.brobygger.today && isClosed(keys)) return context.rewrite(paths.closed);
    return (await posted(lapsed)) ?? (await givenBack()) ?? (await next());
  }

  /**
   * A gate sends a stranger to sign in and comes back after; somebody signed in without the role sees that the page is
   * not theirs.
   */
  function refuseAtTheGate(lapsed: string | null): Response | Promise<Response> {
    if (locals.viewer?.awaitsSecondFactor) return context.redirect(paths.twoSteps, 303);
    if (locals.viewer) return context.rewrite(paths.forbidden);
    return toSignIn(lapsed);
  }

  /**
   * To sign in and come back here. What was sent by somebody whose session has ended in the meantime waits for them.
   */
  async function toSignIn(lapsed: string | null): Promise<Response> {
    const page = pageOf(url);
    const notice = lapsed === null ? "" : `&besked=${(await keepPosted(lapsed, page)) ? "tekst-gemt" : "vaek-laenge"}`;
    return context.redirect(`${paths.signIn}?videre=${encodeURIComponent(page)}${notice}`, 303);
  }

  async function keepPosted(userId: string, page: string): Promise<boolean> {
    const { action } = getActionContext(context);
    if (
      action?.calledFrom !== "form" ||
      !ACTIONS.has(action.name) ||
      !FORM.test(request.headers.get("content-type") ?? "")
    )
      return false;
    const typed = typedOf(await request.formData());
    return write((tx) => keepForm(tx, keys, userId, page, { action: action.name, typed }, now()));
  }

  /** The page with the form as it was when the session ended, as if it had been refused just now. */
  async function givenBack(): Promise<Response | null> {
    const { viewer } = locals;
    const page = pageOf(url);
    const kept = viewer && request.method === "GET" ? keptForm(db, keys, viewer.id, page, now()) : null;
    if (!viewer || !kept) return null;
    const { setActionResult, serializeActionResult } = getActionContext(context);
    setActionResult(
      kept.action,
      serializeActionResult({ data: { errors: { "": refusals.givenBack }, typed: kept.typed }, error: undefined }),
    );
    const answer = await next();
    if (answer.ok) await write((tx) => dropKeptForm(tx, viewer.id, page));
    return answer;
  }

  async function posted(lapsed: string | null): Promise<Response | null> {
    const { action, setActionResult, serializeActionResult } = getActionContext(context);
    if (!action || action.calledFrom !== "form") return null;
    if (!ACTIONS.has(action.name)) return context.rewrite(paths.notFound);
    if (!FORM.test(request.headers.get("content-type") ?? "")) return refusedText(refusals.notUnderstood, 415);
    const result = await action.handler();
    const data: Posted | undefined = result.data;
    if (data && "to" in data) return context.redirect(data.to, 303);
    if (result.error?.code === "UNAUTHORIZED") return toSignIn(lapsed);
    if (result.error?.code === "FORBIDDEN") return context.rewrite(paths.forbidden);
    if (result.error && result.error.status < 500)
      return refusedText(refusals[result.error.status === 413 ? "fileTooLarge" : "notUnderstood"], result.error.status);
    if (result.error) throw result.error;
    setActionResult(action.name, serializeActionResult(result));
    if (data && "once" in data) return next();
    const status = data?.status ?? 422;
    locals.formStatus = status;
    const page = await next();
    if (data?.retryAfter) page.headers.set("retry-after", String(data.retryAfter));
    return new Response(page.body, { status, headers: page.headers });
  }

  function refusedText(text = "", status: number): Response {
    return new Response(`${text} (${locals.requestId})`, { status });
  }

  /** A post must come from the site's own pages (Fetch Metadata, W3C; else the Origin header). */
  function isFromThisSite(): boolean {
    if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return true;
    const site = request.headers.get("sec-fetch-site");
    if (site) return site === "same-origin" || site === "none";
    const origin = request.headers.get("origin");
    return origin === null || origin === url.origin || origin === new URL(config.siteUrl).origin;
  }

  function securityHeaders(): [string, string][] {
    const hidden = PRIVATE_LINKS.test(url.pathname);
    const headers: [string, string][] = [
      ["x-content-type-options", "nosniff"],
      ["referrer-policy", hidden ? "no-referrer" : "same-origin"],
      ["permissions-policy", "geolocation=(self), camera=(), microphone=(), payment=()"],
      ["cross-origin-opener-policy", "same-origin"],
      ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
    ];
    if (hidden) headers.push(["cache-control", "no-store"], ["x-robots-tag", "noindex"]);
    else if (locals.viewer || request.method !== "GET") headers.push(["cache-control", "no-store"]);
    if (config.siteUrl.startsWith("https:"))
      headers.push(["strict-transport-security", "max-age=31536000; includeSubDomains"]);
    return headers;
  }
});

/** The page that an address shows, without what a form or a deed before it put there. */
function pageOf(url: URL): string {
  const query = new URLSearchParams(url.searchParams);
  for (const name of ["_action", "besked"]) query.delete(name);
  return url.pathname + (query.size ? `?${query}` : "");
}
