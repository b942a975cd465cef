import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { endPlacement, place } from "../../src/casework/placements.ts";
import { openCase } from "../../src/casework/view.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addActivity, addOrganisation, NOW, refusalOf } from "../world.ts";
import { ask, openDesk } from "./support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let id: string;
beforeEach(() => {
  ({ db, box, maria, hassan } = openDesk());
  ({ id } = ask(db, box));
  take(db, maria, id, NOW);
});

const placed = () => openCase(db, box.keys, maria, id, NOW)?.placements;
const begin = (offer: string, startedOn = "2026-11-20", by = maria) =>
  refusalOf(() => place(db, box.keys, by, id, { offer, startedOn }, NOW));

describe("A citizen who has begun somewhere", () => {
  it("is out and active from the first time until the last, in words that are sealed", () => {
    expect(begin("Kor i Sognegården")).toBeNull();
    expect(placed()).toMatchObject([
      { offer: "Kor i Sognegården", slug: null, startedOn: "2026-11-20", endedOn: null },
    ]);
    expect(db.$client.prepare("SELECT hex(sealed_offer) FROM placements").pluck().get()).not.toContain(
      Buffer.from("Sogneg").toString("hex").toUpperCase(),
    );
    const at = placed()?.[0]?.id ?? 0;
    expect(refusalOf(() => endPlacement(db, maria, id, at, "2026-11-19", NOW))).toBe("endedOn: endsBeforeItBegins");
    endPlacement(db, maria, id, at, "2026-11-24", NOW);
    expect(placed()).toMatchObject([{ endedOn: "2026-11-24" }]);
    expect(refusalOf(() => endPlacement(db, maria, id, at, "2026-11-24", NOW))).toBe("notYourCase");
  });

  it("at an activity of the board is told by its address", () => {
    addOrganisation(db, "Viby Bibliotek");
    addActivity(db, { id: "strik-1" });
    begin("https://bro.example/aktiviteter/strik-1");
    expect(placed()).toMatchObject([{ offer: "Strik strik-1", slug: "strik-1" }]);
    db.$client.prepare("UPDATE placements SET sealed_offer = NULL").run();
    expect(placed(), "noted without words").toMatchObject([{ offer: "Strik strik-1", slug: "strik-1" }]);
  });

  it("is written down by whoever has the case, never ahead of time, and stays when the course ends", () => {
    expect(begin("Kor", "2026-11-20", hassan)).toBe("notYourCase");
    expect(begin("Kor", "2026-11-25")).toBe("startedOn: notYet");
    expect(begin("Kor 010190-1234")).toBe("offer: cpr");
    begin("Kor");
    close(db, box.keys, maria, id, { reason: "finished", note: "" }, NOW);
    expect(placed()).toMatchObject([{ offer: "Kor", endedOn: null }]);
    expect(begin("Strik")).toBe("notYourCase");
  });
});
