import { beforeEach, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { mailQuotas, mails } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import { suggest } from "../../src/upkeep/suggestions.ts";
import { report } from "../../src/upkeep/reports.ts";
import { sendEditorNews } from "../../src/jobs/editor-news.ts";
import { tellOfHeldBack } from "../../src/jobs/held-back.ts";
import { type MailBox, queueMail } from "../../src/mail/outbox.ts";
import { queueForStranger } from "../../src/mail/quota.ts";
import { register } from "../../src/organisations/sign-up.ts";
import { instantOf } from "../../src/shared/time.ts";
import { addActivity, addPerson, DAY, HOUR, NOW, openSettledTown, waitingLetters } from "../world.ts";

/** The morning after. */
const MORNING = instantOf("2026-11-25", "07:00");

let db: OpenDb;
let box: MailBox;
beforeEach(() => {
  ({ db, box } = openSettledTown());
});

const write = (to: string, at = NOW) =>
  queueForStranger(db, box.keys, { to, subject: "Nogen kommer", text: "Karen kommer", kind: "arrival" }, at);
const letters = () => waitingLetters(db, box);

it("Three hundred mails to one address are three, and one the next morning that says how many and nothing of what", async () => {
  const went = Array.from({ length: 300 }, () => write("lis@bro.example"));
  write("bo@bro.example");
  expect(went.filter(Boolean)).toHaveLength(3);
  expect(letters()).toHaveLength(4);
  expect(await tellOfHeldBack(db, box, NOW + HOUR)).toBe(0);
  expect(await tellOfHeldBack(db, box, MORNING - 1)).toBe(0);
  expect(await tellOfHeldBack(db, box, MORNING)).toBe(1);
  const digest = letters().at(-1);
  expect(digest).toMatchObject({ to: "lis@bro.example", kind: "held-back", subject: "Flere beskeder fra Fællesbro" });
  expect(digest?.text).toContain("297 beskeder");
  expect(digest?.text).toContain("https://bro.example/forening");
  expect(digest?.text).not.toContain("Karen");
  expect(await tellOfHeldBack(db, box, MORNING + HOUR)).toBe(0);
  expect(letters()).toHaveLength(5);
});

it("The next day begins anew, and the count of the day before is emptied", async () => {
  for (let n = 0; n < 5; n++) write("lis@bro.example");
  expect(write("lis@bro.example", instantOf("2026-11-25", "00:00"))).toBe(true);
  await tellOfHeldBack(db, box, MORNING);
  expect(db.select().from(mailQuotas).all()).toMatchObject([
    { day: "2026-11-25", sent: 1, held: 0, sealedAddress: null },
  ]);
});

it("The address stands in no table in clear, whatever its capitals", () => {
  for (let n = 0; n < 5; n++) write(n % 2 ? "LIS@bro.example" : "lis@bro.example");
  const rows = db.select().from(mailQuotas).all();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/lis@/i);
  expect(rows[0]?.sealedAddress?.toString("latin1")).not.toMatch(/lis@/i);
});

it("A deed that is undone counts nothing, and resets are counted apart and are told of in no mail", async () => {
  expect(() =>
    db.transaction((tx) => {
      queueForStranger(tx, box.keys, { to: "lis@bro.example", subject: "", text: "", kind: "arrival" }, NOW);
      throw new Error("undone");
    }),
  ).toThrow("undone");
  for (let n = 0; n < 5; n++)
    queueForStranger(db, box.keys, { to: "lis@bro.example", subject: "", text: "", kind: "reset" }, NOW, "reset");
  expect(letters()).toHaveLength(3);
  for (let n = 0; n < 3; n++) expect(write("lis@bro.example")).toBe(true);
  expect(await tellOfHeldBack(db, box, MORNING)).toBe(0);
});

it("An editor's other number holds at once", () => {
  writeSetting(db, "mailsPerDay", 1);
  expect([write("lis@bro.example"), write("lis@bro.example")]).toEqual([true, false]);
});

it("What people of the site write is not counted", () => {
  for (let n = 0; n < 10; n++)
    queueMail(db, box.keys, { to: "lis@bro.example", subject: "", text: "", kind: "help-link" }, NOW);
  expect(letters()).toHaveLength(10);
});

it("Editors get one mail about however much came in, at most three times a day, and none when nothing did", () => {
  addPerson(db, "Rie", "editor");
  addActivity(db, { id: "a", contactEmail: "vaert@bro.example" });
  db.delete(mails).run();
  for (let n = 0; n < 20; n++) register(db, { name: `Forening ${n}`, cvr: null }, NOW);
  for (let n = 0; n < 20; n++) report(db, box, "a", { reason: "locked", text: "" }, NOW);
  suggest(db, box.keys, { wish: "Kor for begyndere", area: null, theme: null, contact: null }, NOW);
  db.delete(mails).run();
  const clocks = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:30`);
  const sentAt = clocks.filter((clock) => sendEditorNews(db, box, instantOf("2026-11-24", clock)) > 0);
  expect(sentAt).toEqual(["12:30"]);
  expect(letters().map(({ to }) => to)).toEqual(["ellen@bro.example", "rie@bro.example"]);
  expect(letters()[0]?.text).toContain(
    "- 20 foreninger venter på svar\n- 20 har fundet en fejl på tavlen\n- 1 savner noget på tavlen",
  );
  expect(sendEditorNews(db, box, NOW + DAY)).toBe(0);
  register(db, { name: "En til", cvr: null }, NOW + DAY + 1);
  expect(sendEditorNews(db, box, NOW + DAY + HOUR)).toBe(0);
  expect(sendEditorNews(db, box, NOW + DAY + 3 * HOUR)).toBe(2);
});

it("Nobody is written to about an activity of an association that is not approved, whatever address stands there", () => {
  db.run("UPDATE organisations SET state = 'pending'");
  addActivity(db, { id: "a", contactEmail: "offer@eksempel.dk" });
  report(db, box, "a", { reason: "locked", text: "" }, NOW);
  expect(letters()).toEqual([]);
});
