/**
 * Saves the sheet of a talk as it is typed: the form is posted as its button would, one save at a time. The answer is
 * the page, of which the match and the time are taken; what is typed meanwhile is left alone.
 */
const WAIT_MS = 800;
const AGAIN_MS = 5000;

const form = document.querySelector<HTMLFormElement>("form[data-talk]");
if (form) keep(form);

function keep(form: HTMLFormElement): void {
  const line = form.querySelector("[data-talk-saved]");
  const seen = form.querySelector<HTMLInputElement>("input[name=seen]");
  let saved = written(form);
  let timer = 0;
  let saving: Promise<boolean> | null = null;
  let isLeaving = false;

  form.addEventListener("input", () => soon(WAIT_MS));
  form.addEventListener("submit", () => {
    isLeaving = true;
    clearTimeout(timer);
  });
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
  window.addEventListener("online", () => soon(0));
  window.addEventListener("pagehide", () => {
    if (!isLeaving && isChanged()) void post(true);
  });
  // The list is another form: what was typed is saved before it goes.
  document.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || target === form || isLeaving || !(isChanged() || saving)) return;
    event.preventDefault();
    void save().then((done) => {
      if (!done) return;
      isLeaving = true;
      target.requestSubmit(submitter);
    });
  });

  function isChanged(): boolean {
    return written(form) !== saved;
  }

  function soon(ms: number): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), ms);
  }

  /** Saves what is there now, after what is being saved. */
  async function save(): Promise<boolean> {
    clearTimeout(timer);
    if (saving) await saving;
    if (!isChanged()) return true;
    saving = saveNow();
    const done = await saving;
    saving = null;
    if (done && isChanged() && !isLeaving) soon(WAIT_MS);
    return done;
  }

  async function saveNow(): Promise<boolean> {
    const sent = written(form);
    tell(form.dataset["saving"]);
    const answer = await post(false);
    if (!answer) {
      tell(form.dataset["lost"]);
      soon(AGAIN_MS);
      return false;
    }
    if (answer.redirected) {
      tell(form.dataset["signedOut"]);
      return false;
    }
    if (answer.status === 503) soon(AGAIN_MS);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok) {
      const problems = page.querySelector(".problems");
      tell(problems?.querySelector("li")?.textContent ?? problems?.textContent ?? form.dataset["lost"]);
      return false;
    }
    saved = sent;
    if (seen) seen.value = sent;
    tell(page.querySelector("[data-talk-saved]")?.textContent);
    const fresh = page.getElementById("match");
    const old = document.getElementById("match");
    // Nothing moves away from under a finger or the keyboard.
    if (fresh && old && !old.matches(":active, :focus-within")) old.replaceWith(fresh);
    return true;
  }

  function post(keepalive: boolean): Promise<Response | null> {
    const body = fieldsOf(form);
    body.append("live", "ja");
    return fetch(form.action, { method: "POST", body, keepalive }).catch(() => null);
  }

  function tell(text: string | null | undefined): void {
    if (line) line.textContent = text?.trim() ?? "";
  }
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  return fields;
}

/** What stands on the sheet, as it would be sent. */
function written(form: HTMLFormElement): string {
  const fields = fieldsOf(form);
  fields.delete("seen");
  fields.delete("id");
  return fields.toString();
}
