import { expect, it } from "vitest";
import { organisationName, personName } from "../../src/shared/forms.ts";

it.each([
  "Kirsten Sørensen",
  "H.C. Andersen",
  "Anne-Marie O'Neill",
  "Åby Gåklub af 1912 (AGA)",
  "A.P. Møllers Venner",
  "Sct. Pauls Kirke & Sogn",
])("%s is a name", (name) => {
  expect(personName.parse(name)).toBe(name);
});

it.each([
  "Klik her http://ond.dk",
  "www.ond.dk",
  "Vind på ond.dk nu",
  "skriv til mig@ond.dk",
  "ond.com/vind",
  "Gratis penge: ond.click",
])("%s is none: it holds an address", (name) => {
  expect(organisationName.safeParse(name).error?.issues.map(({ message }) => message)).toEqual(["noLinks"]);
});

it("A name is on one line, without signs that nobody sees", () => {
  expect(personName.parse("  Bo\r\nBcc: alle\u2028Jensen \u202Etil\u200B ")).toBe("Bo Bcc: alle Jensen til");
  expect(personName.parse(["Bo\n", "Jensen"])).toBe("Bo Jensen");
  expect(personName.safeParse(" \n\u200B ").success).toBe(false);
});
