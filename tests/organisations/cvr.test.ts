import fc from "fast-check";
import { expect, test } from "vitest";
import { isCvr } from "../../src/organisations/cvr.ts";
import { signUpForm } from "../../src/organisations/forms.ts";

// Aarhus Kommune, Region Midtjylland, DR.
const REAL = ["55133018", "29190925", "62786515"];

test("Real CVR numbers are taken", () => {
  for (const cvr of REAL) expect(isCvr(cvr)).toBe(true);
});

test("One digit typed wrong, or two neighbours swapped, is noticed", () => {
  const wrong = (cvr: string, at: number, by: number) =>
    cvr.slice(0, at) + ((Number(cvr[at]) + by) % 10) + cvr.slice(at + 1);
  const swapped = (cvr: string, at: number) => cvr.slice(0, at) + cvr[at + 1] + cvr[at] + cvr.slice(at + 2);
  fc.assert(
    fc.property(
      fc.constantFrom(...REAL),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 1, max: 9 }),
      (cvr, at, by) => !isCvr(wrong(cvr, at, by)),
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...REAL),
      fc.integer({ min: 0, max: 6 }),
      (cvr, at) => cvr[at] === cvr[at + 1] || !isCvr(swapped(cvr, at)),
    ),
  );
});

test("What is no number of eight digits is refused, never an error", () => {
  fc.assert(fc.property(fc.string(), (text) => /^[1-9]\d{7}$/.test(text) || !isCvr(text)));
  expect(isCvr("00000000")).toBe(false);
});

test("The form takes a CVR number as people write it, and none at all", () => {
  const fields = { organisation: "Ajax", name: "Bo", email: "Bo@Bro.example " };
  for (const cvr of ["55133018", "55 13 30 18", "DK55133018", "dk 5513.3018"])
    expect(signUpForm.parse({ ...fields, cvr })).toMatchObject({ cvr: "55133018", email: "bo@bro.example" });
  expect(signUpForm.parse({ ...fields, cvr: "" }).cvr).toBeNull();
  expect(signUpForm.parse(fields).cvr).toBeNull();
  expect(signUpForm.safeParse({ ...fields, cvr: "55133019" }).error?.issues).toMatchObject([
    { path: ["cvr"], message: "cvr" },
  ]);
});

test("A name with a link in it is refused: it would stand in our mails", () => {
  for (const organisation of ["Vind nu http://x.example", "www.x.example"]) {
    expect(signUpForm.safeParse({ organisation, name: "Bo", email: "bo@bro.example" }).error?.issues).toMatchObject([
      { path: ["organisation"], message: "noLinks" },
    ]);
  }
});
