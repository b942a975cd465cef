import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { noteYes } from "../../src/casework/consents.ts";
import { paperOf } from "../../src/casework/course-paper.ts";
import { paperAsPdf } from "../../src/casework/course-pdf.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { courseAsJson, courseOf, deliver, newestEvent, receiptOf } from "../../src/casework/delivery.ts";
import { place } from "../../src/casework/placements.ts";
import { openCase } from "../../src/casework/view.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { addOwnNote } from "../../src/referrals/citizen.ts";
import { ROOT } from "../harness/root.ts";
import { textOfPdf } from "../harness/pdf-text.ts";
import { DAY, NOW } from "../world.ts";
import { ask, attempt, openDesk } from "./support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let id: string;
let token: string;
beforeEach(() => {
  ({ db, box, maria } = openDesk());
  ({ id, token } = ask(db, box, { name: "Łucja Şahin", search: { omraade: ["viby"] } }));
  take(db, maria, id, NOW);
  logAttempt(db, box, maria, id, attempt("reached", NOW, { note: "Vil gerne synge,\nhelst om formiddagen" }), NOW);
  noteYes(db, box.keys, maria, id, { kind: "pass-on", how: "oral" }, NOW);
  place(db, box.keys, maria, id, { offer: "Kor på Åen", startedOn: "2026-11-20" }, NOW);
  openCase(db, box.keys, maria, id, NOW);
  close(db, box.keys, maria, id, { reason: "finished", note: "Synger nu" }, NOW + DAY);
});

const courseAt = (now: number) => {
  const view = openCase(db, box.keys, maria, id, now);
  if (!view) throw new Error("Maria has the case");
  return { view, course: courseOf(view) };
};
const pdfAt = (now: number) => paperAsPdf(paperOf(courseAt(now).course, vocabularyOf(db)), ROOT);
const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("A course on paper", () => {
  it("tells who, what was said yes to, where somebody is, all that happened and who has read it", async () => {
    const words = textOfPdf(await pdfAt(NOW + 2 * DAY)).replace(/\s+/g, " ");
    for (const said of [
      `Forløb ${courseAt(NOW).view.reference}`,
      "Łucja Şahin",
      "41 86 09 00",
      "Jeg savner nogen at gå tur med",
      "Sagt ja til",
      "sagt til brobyggeren, udgave 1",
      "Kor på Åen: siden fredag den 20. november 2026",
      "tirsdag den 24. november 2026 kl.",
      "Maria ringede: vi talte sammen",
      "Vil gerne synge, helst om formiddagen",
      "Maria sluttede forløbet: det gik, som vi aftalte",
      "Hvem har læst sagen?",
      "tirsdag den 24. november 2026 kl. 9: Maria",
      "Side 1 af 2",
    ])
      expect(words).toContain(said);
    expect(words).not.toContain("\u{fffd}");
  });

  it("has a title, says that it is Danish, and can be read by those who listen", async () => {
    const pdf = Buffer.from(await pdfAt(NOW + DAY)).toString("latin1");
    expect(pdf).toMatch(/\/Lang \(da\)/);
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    expect(pdf).toMatch(/\/StructTreeRoot/);
    expect(pdf).toMatch(/\/Marked true/);
  });

  it("says so where the typeface lacks a sign, and the file has it", async () => {
    addOwnNote(db, box.keys, token, "Kan I ringe? 🎶 Жанна", NOW + 2 * DAY);
    const { course } = courseAt(NOW + 3 * DAY);
    const words = textOfPdf(await pdfAt(NOW + 3 * DAY)).replace(/\s+/g, " ");
    expect(words).toContain("Kan I ringe? ? ?????");
    expect(words).toContain("Et ? kan stå for et tegn, som skriften her ikke har.");
    expect(new TextDecoder().decode(courseAsJson(course))).toContain("🎶 Жанна");
    expect(textOfPdf(await paperAsPdf({ title: "Forløb", at: NOW, pieces: [] }, ROOT))).not.toContain("Et ? kan");
  });
});

describe("What is handed over", () => {
  const receiptAt = (now: number) =>
    receiptOf(courseAt(now).view, vocabularyOf(db), (paper) => paperAsPdf(paper, ROOT));

  it("is the same however often it is fetched, and bears the digest that its receipt says", async () => {
    const json = courseAsJson(courseAt(NOW + 2 * DAY).course);
    const pdf = await pdfAt(NOW + 3 * DAY);
    const receipt = await receiptAt(NOW + 4 * DAY);
    expect(receipt).toEqual({ json: digestOf(json), pdf: digestOf(pdf) });
    deliver(db, maria, id, { seen: newestEvent(courseAt(NOW + 5 * DAY).view), receipt }, NOW + 5 * DAY);
    expect(courseAt(NOW + 6 * DAY).view.events[0]).toMatchObject({ kind: "delivered", detail: receipt });
    expect(await receiptAt(NOW + 7 * DAY)).toEqual(receipt);
  });

  it("is another once something has happened", async () => {
    const receipt = await receiptAt(NOW + 2 * DAY);
    addOwnNote(db, box.keys, token, "Tak for hjælpen", NOW + 2 * DAY);
    const other = await receiptAt(NOW + 3 * DAY);
    expect(other.json).not.toBe(receipt.json);
    expect(other.pdf).not.toBe(receipt.pdf);
  });
});
