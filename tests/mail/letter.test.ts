import fc from "fast-check";
import { expect, test } from "vitest";
import { invitationMail } from "../../src/mail/invitation.ts";
import { letterText } from "../../src/mail/letter.ts";

test("A mail is at most 72 columns wide, says goodbye, and loses no word of what was written", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zæøå,.]{1,20}$/), { minLength: 1, maxLength: 80 }), (words) => {
      const text = letterText("https://bro.example", [words.join(" ")]);
      expect(text.split("\n").every((line) => line.length <= 72)).toBe(true);
      expect(text.endsWith("\n\n-- \nVenlig hilsen\nFællesbro\nhttps://bro.example\n")).toBe(true);
      expect(text.slice(0, text.indexOf("\n\n-- ")).split(/\s+/)).toEqual(words);
    }),
  );
});

test("A link stays in one piece on a line of its own, however long", () => {
  const mail = invitationMail(
    "https://et-meget-langt-navn-til-en-side.aarhus.example",
    { to: "bo@bro.example", name: "Bo", token: "x".repeat(43) },
    "signed-up",
  );
  expect(mail.text.split("\n")).toContain(
    `https://et-meget-langt-navn-til-en-side.aarhus.example/invitation/${"x".repeat(43)}`,
  );
});
