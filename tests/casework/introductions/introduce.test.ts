import { beforeEach, describe, expect, it } from "vitest";
import { close, reopen } from "../../../src/casework/deeds.ts";
import { writeAgreement } from "../../../src/casework/agreements.ts";
import { noteNo } from "../../../src/casework/consents.ts";
import { tellTakenBack } from "../../../src/casework/introductions/telling-off.ts";
import { myWithdrawn } from "../../../src/casework/lists.ts";
import { sendList, writeOnList } from "../../../src/casework/talk/list.ts";
import { finish } from "../../../src/casework/next.ts";
import { noteAnswer } from "../../../src/casework/introductions/introduce.ts";
import { bookTrial } from "../../../src/casework/introductions/trials.ts";
import { answerByLink, linkView, showIntroduced } from "../../../src/casework/introductions/link.ts";
import { today } from "../../../src/casework/today.ts";
import { ownCase, takeBackYes, withdraw } from "../../../src/referrals/citizen.ts";
import { hashToken } from "../../../src/shared/ids.ts";
import { instantOf } from "../../../src/shared/time.ts";
import { addPerson, DAY, HOUR, NEXT_TUESDAY, NOW, refusalOf, waitingLetters } from "../../world.ts";
import { onTuesday, openWay, seen, tell, toLis } from "./support.ts";

let way: ReturnType<typeof openWay>;
beforeEach(() => {
  way = openWay();
});

const letter = () => waitingLetters(way.db, way.box).find(({ kind }) => kind === "introduction");
const token = () => /\/tovholder\/(\S+)/.exec(letter()?.text ?? "")?.[1] ?? "";
const view = (now = NOW) => seen(way.db, way.box, way.maria, way.id, now);
const one = (now = NOW) => view(now).introductions[0];
const show = (now = NOW + HOUR) => showIntroduced(way.db, way.box.keys, token(), now);
const answer = (said: "welcome" | "call-me" | "no-room" | "not-for-us", words = "", now = NOW + HOUR) =>
  answerByLink(way.db, way.box.keys, token(), { answer: said, words }, now);
const OFFER = { title: "Kor", where: "Sognegården", when: "tirsdag", call: "", about: "" };
const happened = () => view().events.map(({ kind }) => kind);

describe("A tovholder who is written to", () => {
  it("gets a mail with a link and not a word of the citizen, nor of who referred", () => {
    tell(way);
    const { to, subject, text } = letter() ?? { to: "", subject: "", text: "" };
    expect(to).toBe("lis@eksempel.dk");
    expect(`${subject} ${text}`).not.toMatch(/Karen|Holm|41860911|tirsdag|døren|Maria|FB-/);
    expect(text).toContain("»Strik strik«");
  });

  it("sees nobody by opening the link, which changes nothing; the button shows first name, number and what was agreed", () => {
    tell(way);
    const before = happened();
    const opened = linkView(way.db, way.box.keys, token(), NOW + HOUR);
    expect(JSON.stringify(opened)).not.toMatch(/Karen|4186/);
    expect(happened()).toEqual(before);
    expect(one()?.shownAt).toBeNull();
    expect(show()).toEqual({
      firstName: "Karen",
      phone: "+4541860911",
      agreed: "Karen kommer på tirsdag og vil gerne mødes ved døren.",
    });
    show(NOW + 2 * HOUR);
    expect(happened().filter((kind) => kind === "introduction-shown")).toHaveLength(2);
    expect(one()?.shownAt).toBe(NOW + HOUR);
  });

  it("answers by one button, and the brobygger is to tell the citizen", () => {
    tell(way);
    answer("welcome", "Inge tager imod");
    expect(one()).toMatchObject({ answer: "welcome", stand: "goes-on" });
    const { events, tasks } = view();
    expect(events.find(({ kind }) => kind === "introduction-answered")?.text).toBe("Inge tager imod");
    expect(tasks.map(({ kind }) => kind)).toEqual(["answered"]);
    expect(show(), "the number is still needed").toMatchObject({ firstName: "Karen" });
  });

  it("sees nobody any more after a no, and can still say that the no was a mistake", () => {
    tell(way);
    answer("no-room");
    expect(one()).toMatchObject({ answer: "no-room", stand: "ended" });
    expect(refusalOf(() => show())).toBe("introductionOver");
    answer("welcome", "", NOW + 2 * HOUR);
    expect(one()).toMatchObject({ answer: "welcome" });
    expect(show()).toMatchObject({ firstName: "Karen" });
  });

  it("finds a link that is over after 14 days, after the citizen's no, and when the case has ended", () => {
    const opens = (now = NOW + HOUR) => linkView(way.db, way.box.keys, token(), now) !== null;
    tell(way);
    expect([opens(), opens(NOW + 14 * DAY - 1), opens(NOW + 14 * DAY)]).toEqual([true, true, false]);
    noteNo(way.db, way.box.keys, way.maria, way.id, "share-with-association", NOW + HOUR);
    expect(opens()).toBe(false);
    expect(one()).toMatchObject({ answer: "called-off" });
    expect(refusalOf(() => show())).toBe("introductionOver");
    expect(refusalOf(() => answer("welcome"))).toBe("introductionOver");
  });

  it("of a case that ended is coded, and stays over when it is opened again", () => {
    tell(way);
    close(way.db, way.box.keys, way.maria, way.id, { reason: "finds-own-way", note: "" }, NOW + HOUR);
    expect(linkView(way.db, way.box.keys, token(), NOW + HOUR)).toBeNull();
    reopen(way.db, way.maria, way.id, NOW + 2 * HOUR);
    expect(linkView(way.db, way.box.keys, token(), NOW + 2 * HOUR)).toBeNull();
    expect(one()).toMatchObject({ answer: "called-off" });
  });
});

describe("A citizen", () => {
  it("is told of to nobody without a yes to this receiver, which is noted in the case", () => {
    expect(refusalOf(() => tell(way, { yes: null }))).toBe("yes: yesToReceiver");
    expect(waitingLetters(way.db, way.box).some(({ kind }) => kind === "introduction")).toBe(false);
    tell(way);
    expect(view().consents.map(({ kind }) => kind)).toContain("share-with-association");
  });

  it("who takes the yes back on the own page ends the link, and the brobygger hears of it", () => {
    const mine = "karens-link";
    way.db.$client.prepare("UPDATE cases SET token_hash = ?").run(hashToken(mine));
    tell(way);
    takeBackYes(way.db, way.box.keys, mine, "share-with-association", NOW + HOUR);
    expect(linkView(way.db, way.box.keys, token(), NOW + HOUR)).toBeNull();
    expect(view().tasks.map(({ kind }) => kind)).toContain("yes-taken-back");
    withdraw(way.db, way.box.keys, mine, NOW + 2 * HOUR);
    expect(way.db.$client.prepare("SELECT count(*) FROM introductions WHERE answer IS NULL").pluck().get()).toBe(0);
  });

  it("who says no to everything calls off what was agreed: who was written to is told, whom one called is to be called", () => {
    way.db.$client.prepare("UPDATE cases SET token_hash = ?").run(hashToken("karens-link"));
    tell(way);
    answer("welcome");
    tell(way, { way: "phone", activityId: null, answer: "welcome" });
    withdraw(way.db, way.box.keys, "karens-link", NOW + 2 * HOUR);
    expect(tellTakenBack(way.db, way.box, NOW + 2 * HOUR)).toBe(1);
    expect(myWithdrawn(way.db, way.box.keys, way.maria, NOW + 3 * HOUR)).toMatchObject([
      { toCall: [{ title: "Strik strik", name: "Lis" }] },
    ]);
    expect(myWithdrawn(way.db, way.box.keys, way.hassan, NOW + 3 * HOUR)).toEqual([]);
  });

  it("who takes the yes to one association back has its trial called off, and that of another stands", () => {
    const first = tell(way, { way: "phone", answer: "welcome" });
    const other = tell(way, { way: "self", yes: null, activityId: null });
    const book = (introductionId: number, start: number) =>
      bookTrial(way.db, way.box.keys, way.maria, way.id, onTuesday(introductionId, start), NOW);
    book(first, NEXT_TUESDAY);
    book(other, NEXT_TUESDAY + DAY);
    noteNo(way.db, way.box.keys, way.maria, way.id, "share-with-association", NOW + HOUR);
    const booked = () => view().introductions.map(({ trials }) => trials.map(({ outcome }) => outcome));
    expect(booked()).toEqual([[null], ["called-off"]]);
    expect(view().tasks.filter(({ kind }) => kind === "trial")).toHaveLength(1);
    expect(refusalOf(() => book(first, NEXT_TUESDAY))).toBe("introductionEnded");
  });

  it("whose yes has lapsed after a year has not taken it back", () => {
    tell(way, { way: "phone", answer: "welcome" });
    expect(view(NOW + 400 * DAY).introductions).toMatchObject([{ isTakenBack: false }]);
  });

  it("keeps the link that was saved when another is sent", () => {
    way.db.$client.prepare("UPDATE cases SET token_hash = ?").run(hashToken("karens-link"));
    writeOnList(way.db, way.box.keys, way.maria, way.id, OFFER, NOW);
    sendList(way.db, way.box, way.maria, way.id, NOW);
    const mail = waitingLetters(way.db, way.box).at(-1);
    const sent = /\/hjaelp\/(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
    for (const link of ["karens-link", sent])
      expect(ownCase(way.db, way.box.keys, link, NOW)?.list).toMatchObject([{ title: "Kor" }]);
    expect(mail?.text).not.toMatch(/Kor|Karen/);
  });

  it("who takes it from here is written down as that, and nobody is told", () => {
    tell(way, { way: "self", yes: null });
    expect(one()).toMatchObject({ answer: "self", stand: "goes-on" });
    expect(letter()).toBeUndefined();
  });
});

describe("A brobygger", () => {
  it("is reminded on the second working day of an association that is silent, and ends it with a coded answer", () => {
    tell(way);
    const due = (now: number) => today(way.db, way.box.keys, way.maria, now).due.rows.map(({ kind }) => kind);
    expect(due(instantOf("2026-11-25", "09:00"))).not.toContain("no-answer");
    expect(due(instantOf("2026-11-26", "09:00"))).toContain("no-answer");
    const task = view().tasks.find(({ kind }) => kind === "no-answer");
    expect(refusalOf(() => finish(way.db, way.maria, task?.id ?? 0, NOW))).toBe("endsInCase");
    noteAnswer(way.db, way.maria, way.id, one()?.id ?? 0, "silent", NOW + 3 * DAY);
    expect(one()).toMatchObject({ answer: "silent", stand: "ended" });
    expect(due(instantOf("2026-11-27", "09:00"))).not.toContain("no-answer");
    expect(linkView(way.db, way.box.keys, token(), NOW + 3 * DAY)).toBeNull();
  });

  it("notes at once what was said on the phone", () => {
    tell(way, { way: "phone", answer: "call-me" });
    expect(one()).toMatchObject({ answer: "call-me", stand: "goes-on" });
    expect(letter()).toBeUndefined();
  });

  it("does not write twice while an answer is missing, nor where there is no mail, nor of somebody else's citizen", () => {
    tell(way);
    expect(refusalOf(() => tell(way))).toBe("introducedAlready");
    const nowhere = { title: "Kor", receiver: { name: "", phone: null, email: null }, agreed: "" };
    expect(refusalOf(() => tell(way, { activityId: null, words: nowhere }))).toBe("email: noMailThere");
    expect(refusalOf(() => tell({ ...way, maria: way.hassan }))).toBe("notYourCase");
    expect(refusalOf(() => tell(way, { words: { ...toLis().words, agreed: "010190-1234" } }))).toBe("agreed: cpr");
  });

  it("does not write to an association that has said that it is full, but may call it", () => {
    const agreed = {
      municipality: "",
      association: "",
      brobygger: "",
      contactName: "Inge",
      contactPhone: null,
      contactEmail: "inge@eksempel.dk",
      untilOn: null,
    };
    const lead = addPerson(way.db, "Gerda", "lead");
    writeAgreement(way.db, lead, way.organisationId, { ...agreed, newcomersAWeek: 1, isFull: true }, NOW);
    expect(refusalOf(() => tell(way))).toBe("associationFull");
    tell(way, { way: "phone", answer: "welcome" });
    expect(one()).toMatchObject({ answer: "welcome" });
  });
});

it("What is told of a citizen lies sealed", () => {
  tell(way);
  const stored = JSON.stringify(way.db.$client.prepare("SELECT * FROM introductions").all());
  expect(stored).not.toMatch(/Karen|tirsdag|Lis|Strik/);
  const hex = way.db.$client.prepare("SELECT hex(sealed_words) FROM introductions").pluck().get();
  expect(hex).not.toContain(Buffer.from("Karen").toString("hex").toUpperCase());
});
