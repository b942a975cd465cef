import fc from "fast-check";
import { expect, test } from "vitest";
import { inviteForm, ownPath } from "../../src/accounts/forms.ts";

test("After signing in one comes back to where one was", () => {
  for (const path of ["/", "/forening", "/brobygger/sag/x?a=1&b=%2F#c", "/redaktion?besked=x"])
    expect(ownPath(path)).toBe(path);
});

test("A link cannot send anybody to another site by signing in", () => {
  const bad = [
    "",
    "forening",
    "https://x.example",
    "//x.example",
    "/\\x.example",
    "/\t/x.example",
    "/\n\\x.example",
    "/.//x.example",
    "/a/..//x.example",
    "\\/x.example",
    "javascript:alert(1)",
    "/%0a",
    " //x",
  ];
  for (const path of bad) {
    const own = ownPath(path);
    expect(own === null || new URL(own, "https://bro.example").origin === "https://bro.example", path).toBe(true);
  }
  expect(ownPath("//x.example")).toBeNull();
  expect(ownPath("/\\x.example")).toBeNull();
  expect(ownPath("/.//x.example")).toBeNull();
  const sign = fc.constantFrom("/", "\\", ".", "\t", "\n", "\r", "@", ":", "x", "?", "#", "%", " ");
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
      const own = ownPath(text);
      return own === null || new URL(own, "https://bro.example").origin === "https://bro.example";
    }),
    { numRuns: 5000 },
  );
});

test("An editor chooses role and place from one list; what is not on it is refused", () => {
  const fields = { name: "Bo", email: "bo@bro.example" };
  expect(inviteForm.parse({ ...fields, access: "contact:ajax" }).access).toEqual({ role: "contact", scope: "ajax" });
  expect(inviteForm.parse({ ...fields, access: "editor" }).access).toEqual({ role: "editor", scope: "" });
  expect(inviteForm.safeParse({ ...fields, access: "referrer:x" }).error?.issues).toMatchObject([
    { path: ["access"], message: "unknown" },
  ]);
});
