import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { arrivals, occurrences, questions, reports, slugRedirects, suggestions } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { cancelDate } from "../../src/activities/date-deeds.ts";
import { pause } from "../../src/activities/publishing.ts";
import { arrange } from "../../src/upkeep/arranging.ts";
import { arrivalsFor, forgetArrivals } from "../../src/upkeep/arrivals.ts";
import { readFirstName, ownArrival, sayComing, takeBack } from "../../src/upkeep/coming.ts";
import { countsOf, monthBefore, openTally, writeSeen } from "../../src/upkeep/counts.ts";
import { linkHolder, makeLink, readLink } from "../../src/upkeep/links.ts";
import { merge, redirectOf } from "../../src/upkeep/duplicates.ts";
import { perhapsTwins } from "../../src/upkeep/perhaps-twins.ts";
import { chooseMonthlyMail, monthlyReader } from "../../src/upkeep/monthly.ts";
import { answer, answeredQuestions, ask, hide, newAnswers } from "../../src/upkeep/questions.ts";
import { forgetReports, handle, openReports, report, reportsOf } from "../../src/upkeep/reports.ts";
import { close, openSuggestions, pickUp, suggest, suggestionsForEditor } from "../../src/upkeep/suggestions.ts";
import { undo } from "../../src/activities/undoing.ts";
import { historyOf } from "../../src/activities/history.ts";
import { sendEditorNews } from "../../src/jobs/editor-news.ts";
import { refileAreas } from "../../src/jobs/refile-areas.ts";
import { sendMonthlyMails } from "../../src/jobs/monthly-mail.ts";
import { importBorders, readBorders } from "../../src/editing/borders.ts";
import { listAreas } from "../../src/editing/areas.ts";
import { leave } from "../../src/organisations/contacts.ts";
import { isRefiling } from "../../src/places/places.ts";
import { groupsIn } from "../../src/editing/words.ts";
import { trustMails } from "../../src/texts/activity-mails.ts";
import {
  activityOf,
  addActivity,
  addPerson,
  DAY,
  HOUR,
  NEXT_TUESDAY,
  NOW,
  openSettledTown,
  refusalOf,
  waitingLetters,
} from "../world.ts";

const SECRET = "Jeg hedder Karen og faldt på trappen";

describe("Er noget forkert?", () => {
  it("reaches the contact at once and the editors the same day, with nothing of what was written", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a" });
    report(db, box, "a", { reason: "locked", text: SECRET }, NOW);
    expect(waitingLetters(db, box).map(({ to }) => to)).toEqual(["lis@eksempel.dk"]);
    sendEditorNews(db, box, NOW + 2 * HOUR);
    const letters = waitingLetters(db, box);
    expect(letters.map(({ to }) => to)).toEqual(["lis@eksempel.dk", "ellen@bro.example"]);
    expect(letters.some(({ text, subject }) => `${subject}${text}`.includes("Karen"))).toBe(false);
    expect(db.select().from(reports).get()?.sealedText?.includes("Karen")).toBe(false);
  });

  it("is read by editors and the activity's own contacts only, until it was seen to and forgotten", () => {
    const { db, box, lis, sanne, ellen } = openSettledTown();
    addActivity(db, { id: "a" });
    report(db, box, "a", { reason: "other", text: SECRET }, NOW);
    expect(openReports(db, box.keys, ellen).rows).toMatchObject([{ text: SECRET, reason: "other" }]);
    expect(openReports(db, box.keys, lis).rows).toEqual([]);
    expect(reportsOf(db, box.keys, lis, "a")).toHaveLength(1);
    expect(reportsOf(db, box.keys, sanne, "a")).toEqual([]);
    const id = openReports(db, box.keys, ellen).rows[0]!.id;
    expect(refusalOf(() => handle(db, sanne, id, NOW))).toBe("notYours");
    handle(db, lis, id, NOW);
    expect(openReports(db, box.keys, ellen).rows).toEqual([]);
    forgetReports(db, NOW + 31 * DAY);
    expect(db.select().from(reports).all()).toEqual([]);
  });

  it("asks what is wrong when it is something else, and takes no CPR number", () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a" });
    expect(refusalOf(() => report(db, box, "a", { reason: "other", text: "" }, NOW))).toBe("besked: sayWhat");
    expect(refusalOf(() => report(db, box, "a", { reason: "other", text: "Mit er 010190-1234" }, NOW))).toBe(
      "besked: cpr",
    );
  });
});

describe("Hvad mangler du at vide?", () => {
  it("is shown to all once the host has answered, and not after an editor has objected", () => {
    const { db, box, lis, sanne, ellen } = openSettledTown();
    addActivity(db, { id: "a" });
    addActivity(db, { id: "b" });
    ask(db, box, "a", "Er der plads til en kørestol?", NOW);
    expect(answeredQuestions(db, "a")).toEqual([]);
    const [letter] = waitingLetters(db, box);
    expect(letter?.text).not.toContain("kørestol");
    const { id } = db.select().from(questions).get()!;
    expect(refusalOf(() => answer(db, sanne, "a", id, "Ja", NOW))).toBe("notYours");
    expect(refusalOf(() => answer(db, lis, "b", id, "Ja", NOW))).toBe("notYours");
    expect(refusalOf(() => hide(db, lis, id, "b"))).toBe("notYours");
    answer(db, lis, "a", id, "Ja, gennem porten.", NOW + DAY);
    expect(answeredQuestions(db, "a")).toMatchObject([
      { question: "Er der plads til en kørestol?", answer: "Ja, gennem porten." },
    ]);
    expect(newAnswers(db, lis, NOW + DAY).rows).toEqual([]);
    expect(newAnswers(db, ellen, NOW + DAY).rows).toHaveLength(1);
    hide(db, ellen, id);
    expect(answeredQuestions(db, "a")).toEqual([]);
    expect(refusalOf(() => answer(db, lis, "a", id, "Jo", NOW + 2 * DAY))).toBe("notPossibleNow");
  });

  it("refuses CPR numbers, links, and more than can be answered; the same question is asked once", () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a" });
    expect(refusalOf(() => ask(db, box, "a", "Jeg er 0101901234", NOW))).toBe("spoergsmaal: cpr");
    expect(refusalOf(() => ask(db, box, "a", "Se https://x.dk", NOW))).toBe("spoergsmaal: noLinksHere");
    for (let n = 0; n < 15; n += 1) ask(db, box, "a", `Spørgsmål ${n}?`, NOW);
    ask(db, box, "a", "Spørgsmål 1?", NOW);
    expect(db.select().from(questions).all()).toHaveLength(15);
    expect(refusalOf(() => ask(db, box, "a", "En til?", NOW))).toBe("spoergsmaal: manyQuestions");
  });
});

describe("Sig, at du kommer", () => {
  const karen = { name: "karen holm", start: NEXT_TUESDAY, alone: true };

  it("tells the tovholder a first name and a day, and nothing else", async () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a", arrivalsWelcome: true });
    const token = sayComing(db, box, "a", karen, NOW);
    const [letter] = waitingLetters(db, box);
    expect(letter?.to).toBe("lis@eksempel.dk");
    expect(letter?.text).toContain("Karen kommer tirsdag den 1. december kl. 10–12");
    expect(letter?.text).not.toMatch(/holm/i);
    expect(db.select().from(arrivals).get()?.sealed.includes("Karen")).toBe(false);
    expect(ownArrival(db, box.keys, token, NOW)).toMatchObject({
      name: "Karen",
      host: "Lis",
      alone: true,
      isOff: false,
    });
    expect(arrivalsFor(db, box.keys, lis, "a", NOW)).toMatchObject([{ name: "Karen" }]);
  });

  it("is not possible where the host has not agreed, on other days, or when it holds a pause", () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    expect(refusalOf(() => sayComing(db, box, "a", karen, NOW))).toBe("notAgreed");
    arrange(db, lis, "a", { full: false, fullNote: null, arrivalsWelcome: true, volunteerTasks: null }, NOW);
    expect(refusalOf(() => sayComing(db, box, "a", { ...karen, start: NEXT_TUESDAY + 1 }, NOW))).toBe(
      "gang: chooseDate",
    );
    cancelDate(db, lis, "a", NEXT_TUESDAY, NOW);
    expect(refusalOf(() => sayComing(db, box, "a", karen, NOW))).toBe("gang: chooseDate");
    pause(db, lis, "a", NOW);
    expect(refusalOf(() => sayComing(db, box, "a", karen, NOW))).toBe("notAgreed");
  });

  it("is gone after the day, and when it is taken back", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a", arrivalsWelcome: true });
    const token = sayComing(db, box, "a", karen, NOW);
    const other = sayComing(db, box, "a", { ...karen, name: "Bent" }, NOW);
    takeBack(db, box, token, NOW);
    takeBack(db, box, token, NOW);
    expect(ownArrival(db, box.keys, token, NOW)).toBeNull();
    expect(waitingLetters(db, box).filter(({ kind }) => kind === "arrival-taken-back")).toHaveLength(1);
    const over = NEXT_TUESDAY + 2 * 60 * 60_000;
    expect(ownArrival(db, box.keys, other, over)).toBeNull();
    expect(forgetArrivals(db, over - 1)).toBe(0);
    expect(forgetArrivals(db, over)).toBe(1);
    expect(db.select().from(arrivals).all()).toEqual([]);
  });

  it("says on the citizen's page when the day was called off since", async () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a", arrivalsWelcome: true });
    const token = sayComing(db, box, "a", karen, NOW);
    cancelDate(db, lis, "a", NEXT_TUESDAY, NOW);
    expect(ownArrival(db, box.keys, token, NOW)?.isOff).toBe(true);
  });

  it("keeps the first word of a name and nothing that is no name", () => {
    expect(readFirstName("  anne-marie Holm ")).toBe("Anne-marie");
    expect(readFirstName("Åse")).toBe("Åse");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
        const first = readFirstName(typed);
        if (first !== null) expect(first).toMatch(/^\p{L}[\p{L}'’-]{0,30}$/u);
      }),
    );
    for (const typed of ["", "12345678", "a@b.dk", "Karen2", "<b>"]) expect(readFirstName(typed)).toBeNull();
  });
});

describe("Links in mails", () => {
  it("hold for 60 days and are stored as a hash", async () => {
    const { db } = openSettledTown();
    addActivity(db, { id: "a" });
    const token = makeLink(db, "cancel", "a", NOW);
    expect(JSON.stringify(db.$client.prepare("SELECT * FROM activity_links").all())).not.toContain(token);
    expect(readLink(db, token, NOW + 60 * DAY - 1)).toMatchObject({ kind: "cancel", activityId: "a" });
    expect(readLink(db, token, NOW + 60 * DAY)).toBeNull();
    expect(readLink(db, "x".repeat(43), NOW)).toBeNull();
    expect(linkHolder({ organisationId: "viby-bibliotek" }).memberships).toEqual([
      { role: "contact", scope: "viby-bibliotek" },
    ]);
  });
});

describe("Counts", () => {
  it("are written in batches and added up, whatever the order", async () => {
    const { db } = openSettledTown();
    for (const id of ["a", "b"]) addActivity(db, { id });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("shown", "opened", "coming" as const),
            fc.constantFrom("a", "b", "gone"),
            fc.boolean(),
          ),
          { maxLength: 40 },
        ),
        (events) => {
          db.$client.exec("DELETE FROM activity_counts");
          const tally = openTally();
          for (const [kind, id, writes] of events) {
            tally.add(kind as "shown", [id], NOW);
            if (writes) writeSeen(db, tally.take());
          }
          writeSeen(db, tally.take());
          for (const id of ["a", "b"]) {
            const counts = countsOf(db, id, ["2026-11"]).get("2026-11")!;
            for (const kind of ["shown", "opened", "coming"] as const)
              expect(counts[kind]).toBe(events.filter(([k, i]) => k === kind && i === id).length);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("come to the contacts once a month, without numbers under five", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a" });
    const tally = openTally();
    for (let n = 0; n < 7; n += 1) tally.add("opened", ["a"], NOW);
    for (let n = 0; n < 3; n += 1) tally.add("coming", ["a"], NOW);
    writeSeen(db, tally.take());
    const december = NOW + 10 * DAY;
    expect(await sendMonthlyMails(db, box, NOW)).toBe(0);
    expect(await sendMonthlyMails(db, box, december)).toBe(1);
    expect(await sendMonthlyMails(db, box, december + DAY)).toBe(0);
    const [letter] = waitingLetters(db, box);
    expect(letter?.to).toBe("lis@bro.example");
    expect(letter?.text).toContain("- 7 åbnet\n- under 5 siger, de kommer");
    expect(monthBefore("2027-01")).toBe("2026-12");
  });
});

describe("The monthly mail", () => {
  it("asks a contact for the prices that nobody stated, with a way to the field", async () => {
    const { db, box } = openSettledTown();
    addActivity(db, { id: "a", title: "Kor", priceOre: null });
    addActivity(db, { id: "b", title: "Dans" });
    addActivity(db, { id: "c", title: "Skak", priceOre: null, state: "draft" });
    const tally = openTally();
    tally.add("opened", ["b"], NOW);
    writeSeen(db, tally.take());
    await sendMonthlyMails(db, box, NOW + 31 * DAY);
    const [letter] = waitingLetters(db, box);
    expect(letter?.text).toContain(
      `${trustMails.monthly.noPrice}\n\nKor\n${box.siteUrl}/forening/aktivitet/a#f-price\n\n`,
    );
    expect(letter?.text).not.toMatch(/Skak|aktivitet\/b/);
  });
});

describe("A contact who says no to the monthly mail", () => {
  it("gets it no more, and again when the no was a mistake; opening the link changes nothing", async () => {
    const { db, box, lis } = openSettledTown();
    addActivity(db, { id: "a" });
    const tally = openTally();
    for (const month of [0, 1, 2, 3]) tally.add("opened", ["a"], NOW + month * 31 * DAY);
    writeSeen(db, tally.take());
    const sentIn = (month: number) => sendMonthlyMails(db, box, NOW + month * 31 * DAY);
    expect(await sentIn(1)).toBe(1);
    const [letter] = waitingLetters(db, box);
    const token = letter?.text.match(/\/maanedsmail\/(\S+)/)?.[1] ?? "";
    expect(letter?.unsubscribe).toBe(`${box.siteUrl}/maanedsmail/${token}`);
    expect(token.length).toBeLessThanOrEqual(100);
    expect(monthlyReader(db, box.keys, token)).toEqual({ id: lis.id, wanted: true });
    expect(monthlyReader(db, box.keys, `${token.slice(0, -4)}AAAA`)).toBeNull();
    expect(monthlyReader(db, box.keys, "")).toBeNull();
    chooseMonthlyMail(db, lis.id, false);
    expect(await sentIn(2)).toBe(0);
    chooseMonthlyMail(db, lis.id, true);
    expect(await sentIn(3)).toBe(1);
  });
});

describe("An editor who finds two of the same", () => {
  it("keeps one: the other's address leads there, and all that belongs to it moves", async () => {
    const { db, box, lis, ellen } = openSettledTown();
    addActivity(db, { id: "a", title: "Strikkecafé i Viby" });
    addActivity(db, { id: "b", title: "Strikkecafé", arrivalsWelcome: true });
    addActivity(db, { id: "far", title: "Strikkecafé", lat: 56.2 });
    expect((await perhapsTwins(db, ellen)).map((pair) => pair.map(({ id }) => id).sort())).toEqual([["a", "b"]]);
    expect(await perhapsTwins(db, lis)).toEqual([]);
    ask(db, box, "b", "Hvad koster det?", NOW);
    sayComing(db, box, "b", { name: "Bo", start: NEXT_TUESDAY, alone: false }, NOW);
    const tally = openTally();
    tally.add("opened", ["a", "b"], NOW);
    writeSeen(db, tally.take());
    expect(refusalOf(() => merge(db, lis, "a", "b", NOW))).toBe("notYours");
    expect(refusalOf(() => merge(db, ellen, "a", "a", NOW))).toBe("chooseTwo");
    merge(db, ellen, "a", "b", NOW);
    expect(redirectOf(db, "b")).toBe("a");
    expect(activityOf(db, "b").state).toBe("withdrawn");
    expect(
      db
        .select()
        .from(occurrences)
        .all()
        .some(({ activityId }) => activityId === "b"),
    ).toBe(false);
    expect(db.select().from(questions).get()?.activityId).toBe("a");
    expect(db.select().from(arrivals).get()?.activityId).toBe("a");
    expect(countsOf(db, "a", ["2026-11"]).get("2026-11")?.opened).toBe(2);
    merge(db, ellen, "far", "a", NOW);
    expect([redirectOf(db, "a"), redirectOf(db, "b")]).toEqual(["far", "far"]);
    undo(db, lis, "b", historyOf(db, lis, "b")[0]!.id, NOW);
    expect(redirectOf(db, "b")).toBeNull();
    expect(db.select().from(slugRedirects).all()).toHaveLength(1);
  });
});

describe("A wish for what is missing", () => {
  it("is seen by associations without contact, picked up once, and closed by an editor", () => {
    const { db, box, lis, sanne, ellen } = openSettledTown();
    suggest(db, box.keys, { wish: "Langsom gåtur", area: "viby", theme: "natur", contact: "karen@eksempel.dk" }, NOW);
    expect(db.select().from(suggestions).get()?.sealedContact?.includes("karen")).toBe(false);
    const [wish] = openSuggestions(db, lis, NOW).rows;
    expect(wish).toMatchObject({ wish: "Langsom gåtur", area: "Viby", theme: "Natur og friluft", pickedUpBy: null });
    expect(JSON.stringify(wish)).not.toContain("karen");
    expect(openSuggestions(db, null, NOW).rows).toEqual([]);
    expect(suggestionsForEditor(db, box.keys, ellen, NOW).rows[0]?.contact).toBe("karen@eksempel.dk");
    expect(suggestionsForEditor(db, box.keys, lis, NOW).rows).toEqual([]);
    pickUp(db, lis, wish!.id, "viby-bibliotek");
    expect(refusalOf(() => pickUp(db, sanne, wish!.id, "folkehuset"))).toBe("pickedUpAlready");
    expect(refusalOf(() => pickUp(db, lis, wish!.id, "folkehuset"))).toBe("notYours");
    close(db, ellen, wish!.id, NOW);
    expect(openSuggestions(db, lis, NOW).rows).toEqual([]);
    expect(db.select().from(suggestions).get()?.sealedContact).toBeNull();
  });
});

describe("A contact who stops", () => {
  it("leaves when another can sign in, and not before", () => {
    const { db, lis } = openSettledTown();
    expect(refusalOf(() => leave(db, lis, "viby-bibliotek", NOW))).toBe("lastContact");
    addPerson(db, "Per", "contact", "viby-bibliotek");
    expect(refusalOf(() => leave(db, lis, "folkehuset", NOW))).toBe("notYours");
    leave(db, lis, "viby-bibliotek", NOW);
    expect(db.$client.prepare("SELECT user_id FROM memberships WHERE scope = 'viby-bibliotek'").all()).toEqual([
      { user_id: "per" },
    ]);
  });
});

describe("An editor's borders and words", () => {
  const bring = (db: OpenDb, by: Viewer, text: string) => importBorders(db, by, readBorders(db, text));
  const box = (lng: number, lat: number) => [
    [
      [lng, lat],
      [lng + 0.1, lat],
      [lng + 0.1, lat + 0.1],
      [lng, lat + 0.1],
      [lng, lat],
    ],
  ];
  const file = (properties: object, coordinates: unknown) =>
    JSON.stringify({
      type: "FeatureCollection",
      features: [{ type: "Feature", properties, geometry: { type: "Polygon", coordinates } }],
    });

  it("move what lies within them to that area", async () => {
    const { db, ellen, lis } = openSettledTown();
    addActivity(db, { id: "a", area: "viby" });
    expect(refusalOf(() => importBorders(db, lis, []))).toBe("notYours");
    expect(bring(db, ellen, file({ navn: "Hasle" }, box(10.1, 56.1)))).toBe(1);
    expect(isRefiling(db)).toBe(true);
    expect(await refileAreas(db)).toBe(1);
    expect(activityOf(db, "a").area).toBe("hasle");
    expect(isRefiling(db)).toBe(false);
    expect(bring(db, ellen, file({ nr: 12 }, box(10.1, 56.1)))).toBe(1);
    expect(
      listAreas(db)
        .filter(({ hasShape }) => hasShape)
        .map(({ slug }) => slug),
    ).toEqual(["viby", "hasle"]);
  });

  it("are refused when they are no borders, in metres, or of nowhere known", () => {
    const { db, ellen } = openSettledTown();
    for (const bad of [
      "",
      "[]",
      "{}",
      "null",
      '{"type":"FeatureCollection","features":{}}',
      file({ navn: "Viby" }, [
        [
          [573000, 6223000],
          [1, 1],
          [2, 2],
          [573000, 6223000],
        ],
      ]),
      file({ navn: "Viby" }, "x"),
    ]) {
      expect(refusalOf(() => bring(db, ellen, bad))).toBe("fil: notGeoJson");
    }
    expect(refusalOf(() => bring(db, ellen, file({ navn: "Randers" }, box(10, 56.1))))).toBe("fil: noAreaMatched");
  });

  it("are refused when they are finer than a map needs, the others' borders among them, and keep what was there", () => {
    const { db, ellen } = openSettledTown();
    const round = (corners: number) =>
      Array.from({ length: corners }, (_, n) => [
        10.1 + 0.02 * Math.cos((n / corners) * 2 * Math.PI),
        56.1 + 0.01 * Math.sin((n / corners) * 2 * Math.PI),
      ]);
    expect(bring(db, ellen, file({ navn: "Viby" }, [round(12_000)]))).toBe(1);
    expect(refusalOf(() => bring(db, ellen, file({ navn: "Hasle" }, [round(8_001)])))).toBe("fil: bordersManyCorners");
    expect(listAreas(db).filter(({ hasShape }) => hasShape)).toHaveLength(1);
    expect(bring(db, ellen, file({ navn: "Hasle" }, [round(8_000)]))).toBe(1);
    expect(bring(db, ellen, file({ navn: "Viby" }, [round(12_000)]))).toBe(1);
    const pieces = Array.from({ length: 500 }, () => round(4));
    expect(refusalOf(() => bring(db, ellen, file({ navn: "Tilst" }, pieces)))).toBe("fil: bordersManyPieces");
  });

  it("are refused quickly when they are made to take long", () => {
    const { db, ellen } = openSettledTown();
    const features = (count: number, properties: object) =>
      JSON.stringify({
        type: "FeatureCollection",
        features: Array.from({ length: count }, () => ({ type: "Feature", properties, geometry: null })),
      });
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`p${n}`, "ååå"]));
    const began = performance.now();
    expect(refusalOf(() => bring(db, ellen, features(60_000, { a: "b" })))).toBe("fil: bordersManyPieces");
    expect(refusalOf(() => bring(db, ellen, features(1, many)))).toBe("fil: noAreaMatched");
    expect(refusalOf(() => bring(db, ellen, features(1, { name: "å".repeat(2_000_000) })))).toBe("fil: noAreaMatched");
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it("are read line by line", () => {
    expect(groupsIn("gåtur,  vandretur , gåtur\r\n\r\nkor, sang\n")).toEqual([
      ["gåtur", "vandretur"],
      ["kor", "sang"],
    ]);
  });
});
