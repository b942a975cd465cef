import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { stoodInForBy } from "../../src/accounts/standing-in.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { coversOf, endCover, setCover } from "../../src/casework/cover.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { myCases } from "../../src/casework/lists.ts";
import { finish } from "../../src/casework/next.ts";
import { today } from "../../src/casework/today.ts";
import { openCase } from "../../src/casework/view.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addOwnNote } from "../../src/referrals/citizen.ts";
import { addPerson, DAY, NOW, refusalOf, TEAM, waitingLetters } from "../world.ts";
import { addTeam, ask, attempt, openDesk } from "./support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let lead: Viewer;
let stranger: Viewer;
let id: string;
let token: string;
beforeEach(() => {
  ({ db, box, maria, hassan, lead, stranger } = openDesk());
  ({ id, token } = ask(db, box));
  take(db, maria, id, NOW);
});

const WEEK = { teamId: TEAM, awayId: "maria", coverId: "hassan", fromOn: "2026-11-24", untilOn: "2026-11-30" };

/** As the session of that day reads them. */
const on = (viewer: Viewer, now: number): Viewer => ({
  ...viewer,
  standsInFor: stoodInForBy(db, viewer.id, viewer.memberships, now),
});

describe("While a brobygger is away", () => {
  it("a colleague sees what is due, reads and calls, until the last day and not after", () => {
    setCover(db, box, maria, WEEK, NOW);
    const cover = on(hassan, NOW);
    expect(today(db, box.keys, cover, NOW).due.rows).toMatchObject([{ caseId: id, standsInFor: "Maria" }]);
    expect(myCases(db, box.keys, cover, NOW).rows).toMatchObject([{ id, standsInFor: "Maria" }]);
    expect(openCase(db, box.keys, cover, id, NOW)).toMatchObject({ mine: true, standsInFor: "Maria" });
    logAttempt(db, box, cover, id, attempt("not-reached"), NOW);
    const after = NOW + 7 * DAY;
    expect(openCase(db, box.keys, on(hassan, after), id, after)).toBeNull();
    expect(refusalOf(() => logAttempt(db, box, on(hassan, after), id, attempt("reached"), after))).toBe("notYourCase");
    expect(openCase(db, box.keys, maria, id, after)?.events[0]).toMatchObject({ kind: "attempt", actor: "Hassan" });
  });

  it("a citizen who writes is answered by the colleague, after the end of the course too", () => {
    close(db, box.keys, maria, id, { reason: "finished", note: "" }, NOW);
    setCover(db, box, maria, WEEK, NOW);
    addOwnNote(db, box.keys, token, "Hej igen", NOW);
    const [task] = today(db, box.keys, on(hassan, NOW), NOW).due.rows;
    expect(task).toMatchObject({ kind: "answer", state: "closed" });
    finish(db, on(hassan, NOW), task?.id ?? 0, NOW);
    expect(today(db, box.keys, maria, NOW).due.total).toBe(0);
  });

  it("a colleague of another team of the same controller can stand in, one of another controller cannot", () => {
    addTeam(db, "nord");
    const nina = addPerson(db, "Nina", "brobygger", "nord");
    setCover(db, box, maria, { ...WEEK, coverId: "nina" }, NOW);
    expect(openCase(db, box.keys, on(nina, NOW), id, NOW)?.standsInFor).toBe("Maria");
    expect(refusalOf(() => setCover(db, box, hassan, { ...WEEK, awayId: "hassan", coverId: stranger.id }, NOW))).toBe(
      "coverId: unknown",
    );
  });

  it("who stood in and now works for another controller alone reads nothing more", () => {
    setCover(db, box, maria, WEEK, NOW);
    const moved = { ...hassan, memberships: [{ role: "brobygger" as const, scope: "andre" }] };
    expect(openCase(db, box.keys, on(moved, NOW), id, NOW)).toBeNull();
  });

  it("both are told by mail, without a word of anybody's case", () => {
    setCover(db, box, maria, WEEK, NOW);
    const letters = waitingLetters(db, box).filter(({ kind }) => kind === "cover");
    expect(letters.map(({ to }) => to)).toEqual(["maria@bro.example", "hassan@bro.example"]);
    expect(letters[0]?.text).toContain("Hassan passer forløbene hos Maria fra tirsdag den 24. november");
    expect(letters[0]?.text).not.toMatch(/Kirsten|FB-/);
  });
});

describe("Who may set a cover", () => {
  it("is whoever is away, or a lead of the team for anybody, and nobody else", () => {
    expect(refusalOf(() => setCover(db, box, hassan, WEEK, NOW))).toBe("notYours");
    expect(refusalOf(() => setCover(db, box, stranger, WEEK, NOW))).toBe("notYours");
    setCover(db, box, lead, WEEK, NOW);
    expect(coversOf(db, maria, NOW)).toMatchObject([{ away: "Maria", cover: "Hassan", untilOn: "2026-11-30" }]);
  });

  it("says days that can be, and one cover at a time", () => {
    const set = (days: Partial<typeof WEEK>) => refusalOf(() => setCover(db, box, maria, { ...WEEK, ...days }, NOW));
    expect(set({ untilOn: "2026-11-23" })).toBe("untilOn: endsBeforeItBegins");
    expect(set({ fromOn: "2026-11-01", untilOn: "2026-11-20" })).toBe("untilOn: stepInPast");
    expect(set({ untilOn: "2027-11-23" })).toBe("untilOn: coverTooLong");
    expect(set({ coverId: "maria" })).toBe("coverId: coverSelf");
    expect(set({})).toBeNull();
    expect(set({ fromOn: "2026-11-30", untilOn: "2026-12-01" })).toBe("fromOn: coverTwice");
    expect(set({ fromOn: "2026-12-01", untilOn: "2026-12-02" })).toBeNull();
    const circle = { ...WEEK, awayId: "hassan", coverId: "maria" };
    expect(refusalOf(() => setCover(db, box, hassan, circle, NOW))).toBe("coverId: coverIsAway");
  });

  it("may call it off, and from then on the colleague reads nothing", () => {
    setCover(db, box, maria, WEEK, NOW);
    const [cover] = coversOf(db, maria, NOW);
    expect(refusalOf(() => endCover(db, stranger, cover?.id ?? "", NOW))).toBe("notYours");
    endCover(db, hassan, cover?.id ?? "", NOW);
    expect(coversOf(db, maria, NOW)).toEqual([]);
    expect(openCase(db, box.keys, on(hassan, NOW), id, NOW)).toBeNull();
  });
});
