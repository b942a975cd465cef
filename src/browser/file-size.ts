/** A file that is too large is told of when it is chosen; the form is not sent with it. */
for (const field of document.querySelectorAll<HTMLInputElement>("input[data-most]")) {
  field.addEventListener("change", () => {
    const { most, tooLarge = "" } = field.dataset;
    field.setCustomValidity((field.files?.[0]?.size ?? 0) > Number(most) ? tooLarge : "");
    field.reportValidity();
  });
}
