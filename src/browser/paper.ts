/** Printing and copying, where the browser can: without this script the buttons stay hidden. */
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  const link = document.getElementById(button.dataset["copy"] ?? "");
  if (!(link instanceof HTMLAnchorElement) || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(link.href).then(() => {
      const status = button.parentElement?.querySelector("[role=status]");
      if (status) status.textContent = button.dataset["done"] ?? "";
    });
  });
}
