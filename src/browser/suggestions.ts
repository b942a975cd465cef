import { meantBy } from "./events.ts";
import { paths } from "../shared/paths.ts";
import type { Suggestion } from "../shared/suggestion.ts";
import { live } from "../texts/live.ts";

/**
 * The search field as a combobox with a list (ARIA 1.2, "editable combobox with list autocomplete"). Without it the
 * field is a field.
 */
type Shown = Suggestion & { href: string };

const input = document.querySelector<HTMLInputElement>("#q")!;
const list = document.createElement("ul");
const status = document.createElement("p");
let shown: Shown[] = [];
let active = -1;
let asked = 0;

list.id = "forslag";
list.className = "suggestions";
list.hidden = true;
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", live.suggestions);
status.className = "visually-hidden";
status.setAttribute("role", "status");
input.after(list, status);
for (const [name, value] of Object.entries({
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-expanded": "false",
  "aria-controls": list.id,
}))
  input.setAttribute(name, value);

input.addEventListener("input", () => void suggest());
input.addEventListener("blur", () => close());
input.form?.addEventListener("submit", () => close());
input.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    event.preventDefault(); // a browser would empty the field: what was typed stays
    close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) void suggest();
    else
      activate(
        (active +
          (event.key === "ArrowDown" ? 1 : -1) +
          shown.length +
          (active < 0 && event.key === "ArrowUp" ? 1 : 0)) %
          shown.length,
      );
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    choose(shown[active]!);
  }
});
list.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  const option = meantBy<HTMLElement>(event, "[role=option]");
  if (option) choose(shown[[...list.children].indexOf(option)]!);
});

async function suggest(): Promise<void> {
  const mine = ++asked;
  const words = input.value.trim();
  if (words.length < 2) return close();
  const answer = await fetch(`${paths.api.suggestions}?q=${encodeURIComponent(words)}`).catch(() => null);
  if (mine !== asked) return;
  if (!answer?.ok) return;
  shown = await answer.json();
  if (mine !== asked || document.activeElement !== input) return;
  list.replaceChildren(...shown.map(optionOf));
  list.hidden = shown.length === 0;
  input.setAttribute("aria-expanded", String(!list.hidden));
  status.textContent = live.count(shown.length);
  activate(-1);
}

function optionOf(suggestion: Shown, index: number): HTMLElement {
  const option = document.createElement("li");
  option.id = `forslag-${index}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(
    Object.assign(document.createElement("span"), { textContent: suggestion.label }),
    Object.assign(document.createElement("span"), {
      className: "small soft",
      textContent: live.kinds[suggestion.kind],
    }),
  );
  return option;
}

function activate(index: number): void {
  active = index;
  [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
  if (index < 0) input.removeAttribute("aria-activedescendant");
  else {
    input.setAttribute("aria-activedescendant", `forslag-${index}`);
    list.children[index]?.scrollIntoView({ block: "nearest" });
  }
}

/** An activity is opened; any other suggestion is searched for. */
function choose(suggestion: Shown): void {
  close();
  if (suggestion.kind === "activity") return location.assign(suggestion.href);
  input.value = suggestion.kind === "word" ? suggestion.value : suggestion.label;
  input.form!.requestSubmit();
}

function close(): void {
  asked++;
  list.hidden = true;
  active = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}
