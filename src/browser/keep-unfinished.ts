import { paths } from "../shared/paths.ts";
import { contact } from "../texts/contact.ts";

/**
 * Keeps a form while it is typed: in this browser at each key, and on the site at most every five seconds, so that a
 * closed tab or a lost connection takes nothing. The page offers what was kept; what this browser has is posted to the
 * page, which shows it.
 */
const EVERY_MS = 5000;
const FORGET_AFTER_MS = 30 * 24 * 3_600_000;
/** Fields that say where the form belongs, not what was typed. */
const NOT_TYPED = ["kladde", "next", "say", "more", "remove", "gemt"];

type Typed = Record<string, string[]>;
interface Kept {
  typed: Typed;
  at: number;
}

const form = document.querySelector<HTMLFormElement>("form[data-unfinished]");
for (const done of document.querySelectorAll<HTMLElement>("[data-unfinished-done]"))
  for (const key of (done.dataset["unfinishedDone"] ?? "").split(" ")) forget(key);
if (form) keep(form);

function keep(form: HTMLFormElement): void {
  const { unfinished = "", unfinishedPerson = "", unfinishedPage = "" } = form.dataset;
  const offer = document.querySelector<HTMLElement>("[data-unfinished-offer]");
  const key = `${unfinishedPerson}:${unfinished}`;
  const line = document.querySelector<HTMLElement>("[data-unfinished-lost]");
  const before = JSON.stringify(typedIn(form));
  let sentAt = 0;
  let timer = 0;
  let isSending = false;
  let last = before;

  const kept = read(key);
  const get = document.querySelector("form[data-unfinished-get]");
  if (kept && get && offer && !form.dataset["unfinishedReturned"] && JSON.stringify(kept.typed) !== before) {
    offer.hidden = false;
    get.addEventListener("submit", (event) => {
      event.preventDefault();
      postBack(unfinishedPage, kept.typed);
    });
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("click", () => setTimeout(changed));
  form.addEventListener("submit", () => {
    isSending = true;
    clearTimeout(timer);
  });
  window.addEventListener("pageshow", () => {
    isSending = false;
  });
  window.addEventListener("online", changed);
  window.addEventListener("pagehide", () => {
    if (timer && !isSending) void send(true);
  });
  document.querySelector("form[data-unfinished-over]")?.addEventListener("submit", () => {
    isSending = true;
    clearTimeout(timer);
    forget(key);
  });

  function changed(): void {
    const typed = typedIn(form);
    const now = JSON.stringify(typed);
    if (isSending || (now === last && !line?.dataset["waits"])) return;
    last = now;
    write(key, { typed, at: Date.now() });
    if (!timer) timer = window.setTimeout(() => void send(false), Math.max(0, sentAt + EVERY_MS - Date.now()));
  }

  async function send(isLeaving: boolean): Promise<void> {
    clearTimeout(timer);
    timer = 0;
    sentAt = Date.now();
    const body = JSON.stringify({ form: unfinished, typed: typedIn(form) });
    const answer = await fetch(paths.api.unfinished, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      keepalive: isLeaving,
    }).catch(() => null);
    if (!line) return;
    if (answer) delete line.dataset["waits"];
    else line.dataset["waits"] = "ja";
    line.textContent = answer ? "" : contact.unfinished.lost;
  }
}

/** Everything that stands in the form, by field. */
function typedIn(form: HTMLFormElement): Typed {
  const typed: Typed = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && !NOT_TYPED.includes(name)) (typed[name] ??= []).push(value);
  return typed;
}

/** Asks the page for the form with what was typed in it. */
function postBack(page: string, typed: Typed): void {
  const post = document.createElement("form");
  post.method = "post";
  post.action = page;
  post.hidden = true;
  for (const [name, values] of Object.entries({ ...typed, gemt: ["ja"] })) {
    for (const value of values) {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      post.append(field);
    }
  }
  document.body.append(post);
  post.submit();
}

function read(key: string): Kept | null {
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(storeOf(key)) ?? "null");
    if (!kept || typeof kept.typed !== "object" || Date.now() - kept.at > FORGET_AFTER_MS) return null;
    return kept;
  } catch {
    return null;
  }
}

function write(key: string, kept: Kept): void {
  try {
    localStorage.setItem(storeOf(key), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still sends it to the site.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(storeOf(key));
  } catch {
    // Nothing was kept then.
  }
}

function storeOf(key: string): string {
  return `kladde:${key}`;
}
