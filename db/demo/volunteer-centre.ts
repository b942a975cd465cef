import type { Db } from "../client.ts";
import { controllers, dropInHours, teamAreas, teams } from "../schema.ts";
import { writeSetting } from "../settings.ts";
import { CENTRE_TEAM } from "./people.ts";

const CENTRE = { id: "frivilligcenter-aarhus", name: "Frivilligcenter Aarhus" };

const TEAM = { id: CENTRE_TEAM, name: "Sociale brobyggere", controllerId: CENTRE.id };

const AREAS = ["brabrand-gellerup", "hasle"];

const HOURS = { place: "Frivilligcenter Aarhus, Grøndalsvej 2", weekday: "ons", start: "14:00", end: "16:00" };

const TEAM_SAID = {
  employer: "Brobyggerne er ansat i Frivilligcenter Aarhus.",
  phone: "86 00 00 01",
  phoneHours: "hverdage kl. 10–15",
  difference: "Vi kommer hjem til dig og følges med dig de første gange, også om aftenen.",
} as const;

const CENTRE_SAID = {
  controller: "Frivilligcenter Aarhus, Grøndalsvej 2, 8260 Viby J, telefon 86 00 00 01.",
  adviser: "Frivilligcentrets leder: telefon 86 00 00 01.",
} as const;

/** Gives the demo town a second team, without people, for which the volunteer centre answers. */
export function insertVolunteerCentre(db: Db): void {
  db.transaction((tx) => {
    tx.insert(controllers).values(CENTRE).run();
    tx.insert(teams).values(TEAM).run();
    tx.insert(teamAreas)
      .values(AREAS.map((area) => ({ teamId: CENTRE_TEAM, area })))
      .run();
    tx.insert(dropInHours)
      .values({ teamId: CENTRE_TEAM, ...HOURS })
      .run();
    for (const [key, value] of Object.entries(TEAM_SAID))
      writeSetting(tx, key as keyof typeof TEAM_SAID, value, CENTRE_TEAM);
    for (const [key, value] of Object.entries(CENTRE_SAID))
      writeSetting(tx, key as keyof typeof CENTRE_SAID, value, CENTRE.id);
  });
}
