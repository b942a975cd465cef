import { beforeEach, describe, expect, test } from "vitest";
import { mailLink } from "../../src/pointing/letter.ts";
import { pointedIds } from "../../src/pointing/pointed.ts";
import { aloud, spokenName, saidOf } from "../../src/pointing/in-words.ts";
import { openTown } from "../world.ts";
import { beginAnew, put } from "./support.ts";

const db = openTown();
const today = Date.parse("2026-11-24T09:00:00Z");
let ids: string[];

beforeEach(() => {
  ids = beginAnew(db);
});

describe("What is handed over", () => {
  test("says who meets one by the first name only, and keeps a private home private", () => {
    const home = put(db, {
      title: "Kaffe hos Per",
      privatePlace: true,
      address: "Hemmelig Vej 1",
      placeName: "Hos Per",
      contactName: "Per Ole Hansen",
      contactPhone: "12345678",
      contactEmail: "per@eksempel.dk",
    });
    const { pointed } = pointedIds(db, [home], today);
    const all = JSON.stringify([
      saidOf(pointed[0]!, today),
      aloud(pointed[0]!, today),
      mailLink(pointed, "https://x.dk/l/KX7B92FP"),
    ]);
    expect(all).toContain("Per tager imod dig.");
    for (const secret of ["Hemmelig", "Hansen", "12345678", "per@"]) expect(all).not.toContain(secret);
  });

  test("keeps the name of a group whole", () => {
    expect([
      spokenName("Lis"),
      spokenName("Lis Holm"),
      spokenName("Anne-Marie"),
      spokenName("de frivillige i caféen"),
    ]).toEqual(["Lis", "Lis", "Anne-Marie", "de frivillige i caféen"]);
  });

  test("says on paper and aloud when its host holds free, even if the next date is before", () => {
    const id = put(db, { title: "Dans", pauses: ["christmas"] });
    const { pointed } = pointedIds(db, [id], today);
    const free = "Holder fri fra 23. december til 1. januar";
    expect(saidOf(pointed[0]!, today)).toMatchObject({
      rhythm: ["hver tirsdag kl. 10–12", free],
      short: `hver tirsdag. ${free}`,
    });
    expect(aloud(pointed[0]!, today)).toContain(`${free}.`);
    expect(JSON.stringify(saidOf(pointedIds(db, ids, today).pointed[0]!, today))).not.toContain("fri");
  });

  test("is read aloud in short sentences, hours in words", () => {
    const { pointed } = pointedIds(
      db,
      [
        put(db, {
          title: "Strik",
          bus: "4A, 16",
          priceOre: 2000,
          pricePer: "gang",
          firstTime: "Lis står ved døren. Du må gå før tid.",
        }),
      ],
      today,
    );
    const said = aloud(pointed[0]!, today);
    expect(said).toEqual([
      "Det hedder Strik.",
      "Næste gang er tirsdag den 24. november.",
      "Det begynder klokken 10 og slutter klokken 12.",
      "Det er hver tirsdag kl. 10 til 12.",
      "Stedet er Viby Bibliotek.",
      "Adressen er Skanderborgvej 170, 8260 Viby J.",
      "Lis tager imod dig.",
      "Det koster 20 kroner hver gang.",
      "Du kan tage bus 4A eller 16.",
      "Lis står ved døren.",
      "Du må gå før tid.",
    ]);
  });

  test("fits into a mail, however long the list is, and always with the link and never with an address", () => {
    const many = Array.from({ length: 20 }, (_, n) => put(db, { title: `Æblegrød og øvelser på åen ${n}` }));
    const link = mailLink(pointedIds(db, many, today).pointed, "https://faellesbro.example/l/KX7B92FP");
    expect(link.length).toBeLessThanOrEqual(1900);
    const mail = new URL(link);
    expect(mail.pathname).toBe("");
    expect(mail.searchParams.get("body")).toMatch(/mere på listen[\s\S]*\/l\/KX7B92FP$/);
  });
});
