import { insertConsents } from "../../src/editing/consents.ts";
import { CONSENT_KINDS, SAID_OTHERWISE, suggestedConsents, suggestedSaid } from "../../src/texts/consents.ts";
import type { Db } from "../client.ts";
import { dropInHours, teams } from "../schema.ts";
import { writeSetting } from "../settings.ts";

const TEAM = { id: "folkesundhed", name: "Folkesundhed Aarhus", focus: "", isDefault: true, isFull: false };

const HOURS = [
  { teamId: TEAM.id, place: "Folkesundhed Aarhus, P.P. Ørums Gade 11", weekday: "tir", start: "10:00", end: "12:00" },
  { teamId: TEAM.id, place: "Viby Bibliotek, Skanderborgvej 170", weekday: "tor", start: "13:00", end: "15:00" },
];

const SAID = {
  employer: "Brobyggerne er ansat i Folkesundhed Aarhus.",
  phone: "86 00 00 00",
  phoneHours: "hverdage kl. 9–14",
  controller: "Folkesundhed Aarhus, Aarhus Kommune, Rådhuspladsen 2, 8000 Aarhus C, telefon 86 00 00 00.",
  adviser: "Kommunens databeskyttelsesrådgiver: telefon 86 00 00 00, eller skriv til rådhuset.",
  elsewhere:
    "Vi er desværre ikke de rette til at hjælpe dig videre. Frivilligcenter Aarhus hjælper alle, der søger et fællesskab. Du er også altid velkommen til at finde noget på opslagstavlen og møde op.",
} as const;

/** Gives the demo town a team without people, hours to come by, and all that pages say of whoever runs the site. */
export function insertDemoTeam(db: Db, now: number): void {
  db.transaction((tx) => {
    tx.insert(teams).values(TEAM).run();
    tx.insert(dropInHours).values(HOURS).run();
    for (const [key, value] of Object.entries(SAID)) writeSetting(tx, key as keyof typeof SAID, value);
    writeSetting(tx, "difference", "Hjælper dig, der er i forløb hos lægen, på sygehuset eller i jobcentret.", TEAM.id);
    insertConsents(
      tx,
      CONSENT_KINDS.map((kind) => ({
        kind,
        text: suggestedConsents[kind],
        said: kind === SAID_OTHERWISE ? suggestedSaid : null,
      })),
      now,
    );
  });
}
