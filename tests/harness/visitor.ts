import { demoLogins, demoPassword } from "../../db/demo/people.ts";

export type Values = Record<string, string | string[]>;

export interface Form {
  /** Path and query that it posts to. */
  action: string;
  /** What a browser would send when nothing is touched. */
  values: Record<string, string[]>;
}

/** Somebody without a browser: keeps cookies, follows nothing by itself, posts from the site's own pages. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts fields as a browser does a form. */
  post(path: string, values: Values | FormData, headers?: Record<string, string>): Promise<Response>;
  /** The form of a page whose action names `action`. */
  form(path: string, action: string | RegExp): Promise<Form>;
  /** Fills in what is given over what stands there, and sends. */
  send(form: Form, values: Values): Promise<Response>;
  signIn(email: string): Promise<void>;
  /** The cookies so far, as a browser sends them. */
  cookie(): string;
}

export function visit(address: string): Visitor {
  const cookies = new Map<string, string>();

  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

  async function ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookies.size) headers.set("cookie", cookie());
    const response = await fetch(address + path, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return response;
  }

  const visitor: Visitor = {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, values, headers = {}) =>
      ask(path, {
        method: "POST",
        body: values instanceof FormData ? values : bodyOf(values),
        headers: { "sec-fetch-site": "same-origin", ...headers },
      }),
    async form(path, action) {
      const page = await visitor.get(path);
      const found = formsIn(await page.text()).find((form) =>
        typeof action === "string" ? form.action.includes(action) : action.test(form.action),
      );
      if (!found) throw new Error(`no form ${action} on ${path} (${page.status})`);
      return found;
    },
    send: (form, values) => visitor.post(form.action, { ...form.values, ...values }),
    async signIn(email) {
      const answer = await visitor.send(await visitor.form("/log-ind", "signIn"), { email, password: demoPassword });
      if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
    },
    cookie,
  };
  return visitor;
}

/** The demo's login of that role. */
export function demoEmail(role: string): string {
  const login = demoLogins.find((each) => each.role === role);
  if (!login) throw new Error(`the demo has no login for ${role}`);
  return login.email;
}

function bodyOf(values: Values): URLSearchParams {
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
  );
}

/** The forms of a page that post, with what stands in them. */
export function formsIn(html: string): Form[] {
  return postForms(html).map(({ action, inside }) => ({ action, values: valuesIn(inside) }));
}

/**
 * What a page shows in the text fields of the form that posts there, by name; passwords left out. Null: the form is not
 * there.
 */
export function textsOf(html: string, action: string): Record<string, string> | null {
  const inside = postForms(html).find((form) => form.action === action)?.inside;
  if (inside === undefined) return null;
  const inputs = [...inside.matchAll(tag("input"))]
    .map(([, head = ""]) => head)
    .filter((head) => /^(text|search|email|tel|url)?$/.test(attribute(head, "type") ?? ""));
  const areas = [...inside.matchAll(element("textarea"))];
  return Object.fromEntries([
    ...inputs.map((head) => [attribute(head, "name") ?? "", attribute(head, "value") ?? ""]),
    // The first line end of a text area is not part of its text (HTML, 4.10.11).
    ...areas.map(([, head = "", text = ""]) => [attribute(head, "name") ?? "", plain(text).replace(/^\n/, "")]),
  ]);
}

function postForms(html: string): { action: string; inside: string }[] {
  return [...html.matchAll(element("form"))]
    .filter(([, head = ""]) => attribute(head, "method")?.toLowerCase() === "post")
    .map(([, head = "", inside = ""]) => ({ action: attribute(head, "action") ?? "", inside }));
}

function valuesIn(inside: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => name && (values[name] ??= []).push(value);
  for (const [, head = ""] of inside.matchAll(tag("input"))) {
    const type = attribute(head, "type");
    const stays = (type !== "checkbox" && type !== "radio") || /\schecked(\s|=|\/|$)/.test(head);
    if (stays && type !== "file" && type !== "submit")
      add(attribute(head, "name"), attribute(head, "value") ?? (type === "checkbox" ? "on" : ""));
  }
  for (const [, head = "", text = ""] of inside.matchAll(element("textarea")))
    add(attribute(head, "name"), plain(text));
  for (const [, head = "", options = ""] of inside.matchAll(element("select"))) {
    const all = [...options.matchAll(tag("option"))].map(([, option = ""]) => option);
    const chosen = all.find((option) => /\sselected(\s|=|\/|$)/.test(option)) ?? all[0];
    if (chosen !== undefined) add(attribute(head, "name"), attribute(chosen, "value") ?? "");
  }
  return values;
}

/** Start tags of that name; the first group holds the attributes, whose values may hold any sign. */
const tag = (name: string) => new RegExp(`<${name}\\b((?:[^>"']|"[^"]*"|'[^']*')*)>`, "g");
/** Elements of that name; the second group is what is inside. */
const element = (name: string) => new RegExp(`${tag(name).source}([\\s\\S]*?)</${name}>`, "g");

function attribute(head: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(head);
  return value ? plain(value[1] ?? value[2] ?? "") : undefined;
}

/** Text of a page as it is read (HTML's character references that a renderer writes). */
export function plain(html: string): string {
  const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, dec: string, hex: string, name: string) =>
    dec
      ? String.fromCodePoint(Number(dec))
      : hex
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : (names[name] ?? all),
  );
}
