import { describe, expect, it } from "vitest";
import { attemptForm, closeForm } from "../../src/casework/forms.ts";
import { askForm } from "../../src/referrals/forms.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { newToken } from "../../src/shared/ids.ts";

const errorsOf = (form: Record<string, unknown>) => {
  const read = askForm.safeParse(form);
  const errors: Record<string, string> = {};
  for (const issue of read.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  return errors;
};

describe("The help form", () => {
  it("asks for a name and a way to answer, both at once", () => {
    expect(errorsOf({})).toEqual({ name: "required", phone: "phoneOrEmail" });
    expect(errorsOf({ phone: "41 86 09 00" })).toEqual({ name: "required" });
    expect(errorsOf({ name: "Ole", email: "ole@eksempel.dk" })).toEqual({});
    expect(errorsOf({ name: "Ole", phone: "41860900" })).toEqual({});
  });

  it("says what is wrong with a number or a mail rather than that it is missing", () => {
    expect(errorsOf({ name: "Ole", phone: "41 86 09 0" })).toEqual({ phone: "phoneMissing1" });
    expect(errorsOf({ name: "Ole", email: "ole" })).toEqual({ email: "email" });
  });

  it("stops a machine that fills in what people do not see, and says so to people", () => {
    expect(errorsOf({ name: "Ole", phone: "41860900", telefax: "x" })).toEqual({ telefax: "trap" });
  });

  it("has a Danish text for all that it refuses", () => {
    const keys = Object.values({
      ...errorsOf({ telefax: "x" }),
      ...errorsOf({ name: "x".repeat(200), phone: "1".repeat(41), email: "x" }),
    });
    expect(keys.filter((key) => !(key in refusals))).toEqual([]);
  });

  it("takes an id of a form only as the site makes it", () => {
    const id = newToken();
    expect(askForm.parse({ name: "Ole", phone: "41860900", formId: id }).formId).toBe(id);
    expect(askForm.parse({ name: "Ole", phone: "41860900", formId: "1" }).formId).toBe("");
  });

  it("takes one wish or several", () => {
    expect(askForm.parse({ name: "Ole", phone: "41860900", dag: "ons", tema: ["musik", "natur"] })).toMatchObject({
      dag: ["ons"],
      tema: ["musik", "natur"],
    });
  });
});

describe("The brobygger's forms", () => {
  it("take a call that was earlier, at a day and an hour that exist", () => {
    expect(attemptForm.safeParse({ id: "a", result: "reached", date: "2026-02-30" }).error?.issues[0]?.message).toBe(
      "date",
    );
    expect(attemptForm.safeParse({ id: "a", result: "reached", clock: "25:00" }).error?.issues[0]?.message).toBe(
      "clock",
    );
    expect(attemptForm.safeParse({ id: "a" }).error?.issues[0]?.message).toBe("chooseResult");
  });

  it("close for one of the reasons only", () => {
    expect(closeForm.safeParse({ id: "a", reason: "tired" }).error?.issues[0]?.message).toBe("chooseReason");
    expect(closeForm.parse({ id: "a", reason: "finds-own-way" })).toEqual({
      id: "a",
      reason: "finds-own-way",
      note: "",
    });
  });
});
