import { blueprints } from "./activities/index.ts";
import { type Dice, diceOf } from "./chance.ts";
import { addDays } from "./dates.ts";
import { organisations, pendingOrganisation } from "./organisations.ts";
import { scheduleFrom } from "./plan.ts";
import type { Blueprint, DemoOrganisation, ImportLine, ImportPlace, Offer, Venue } from "./types.ts";
import { venues } from "./venues/index.ts";
import { mailName, priceOf, priceSentence, say } from "./words.ts";

export interface DemoTown {
  organisations: DemoOrganisation[];
  activities: ImportLine[];
  /** What waits for an editor: an organisation that is not approved yet, with an unpublished activity. */
  pending: { organisation: DemoOrganisation; activities: ImportLine[] };
}

/** The demo town as it looks on `today` (YYYY-MM-DD): the same date gives the same town. */
export function demoTown(today: string): DemoTown {
  const activities = blueprints.flatMap((blueprint) =>
    blueprint.offers.map((offer, turn) => activityFrom(blueprint, offer, turn, today)),
  );
  return {
    organisations,
    activities,
    pending: { organisation: pendingOrganisation, activities: [pendingActivity(today)] },
  };
}

function activityFrom(blueprint: Blueprint, offer: Offer, turn: number, today: string): ImportLine {
  const [venueKey, plan, host, own = {}] = offer;
  const id = `${blueprint.key}-${turn + 1}`;
  const venue = venueNamed(venueKey);
  const organisation = own.org ?? blueprint.org ?? venue?.org;
  if (!organisation) throw new Error(`${id} has no organisation`);
  const dice = diceOf(id);
  const price = priceOf(own.price ?? blueprint.price ?? "gratis");
  const words = wordsOf(venue, { host, price: priceSentence(price), room: own.room }, turn);
  return {
    id,
    organisation,
    title: say(own.title ?? blueprint.title, words, turn),
    summary: say(blueprint.summary, words, turn),
    description: say(`${blueprint.text} ${own.note ?? ""}`, words, turn),
    themes: blueprint.themes,
    ...(venue && { place: placeOf(venue), transport: transportOf(venue) }),
    schedule: scheduleFrom(plan, today, dice),
    price,
    level: blueprint.level ?? "beginner",
    demand: blueprint.demand ?? "none",
    facts: factsOf(blueprint, organisation, venue, own.facts),
    languages: own.languages ?? blueprint.languages ?? ["da"],
    ...(blueprint.ages && { ages: blueprint.ages }),
    ...(blueprint.first && { firstTime: say(blueprint.first, words, turn) }),
    leadsTo: blueprint.leadsTo ? say(blueprint.leadsTo, words, turn) : null,
    contact: contactOf(host, dice),
    confirmed: addDays(today, -(dice(1, 25) === 1 ? dice(160, 260) : dice(1, 58))),
  };
}

const venueByKey = new Map(venues.map((venue) => [venue.key, venue]));

/** The venue, or nothing for what is online only. */
function venueNamed(key: string): Venue | undefined {
  if (key === "online") return undefined;
  const venue = venueByKey.get(key);
  if (!venue) throw new Error(`No venue ${key}`);
  return venue;
}

function wordsOf(
  venue: Venue | undefined,
  told: { host: string; price: string; room: string | undefined },
  turn: number,
): Record<string, string> {
  const always = { vært: told.host, pris: told.price };
  if (!venue) return always;
  const room = told.room ?? venue.rooms[turn % venue.rooms.length] ?? "";
  return { ...always, by: venue.by, sted: venue.name, dør: venue.door, hjem: venue.home, rum: room };
}

function placeOf(venue: Venue): ImportPlace {
  const { name, address, postcode, lat, lng } = venue;
  return { name, address, postcode, lat, lng, private: venue.private ?? false };
}

function transportOf(venue: Venue): { bus?: string; parking?: boolean } {
  return { ...(venue.bus && { bus: venue.bus }), parking: venue.parking ?? false };
}

function factsOf(blueprint: Blueprint, organisation: string, venue: Venue | undefined, own = ""): string[] {
  const stated = [blueprint.facts ?? "", venue?.facts ?? "online", own, factsOfKind(organisation)].join(" ");
  return [...new Set(stated.split(" ").filter((fact) => fact !== ""))];
}

const kindByName = new Map(organisations.map((organisation) => [organisation.name, organisation.kind]));

/** Evening schools and sports clubs are folkeoplysende, so the aktivitetspas is taken there. */
function factsOfKind(organisation: string): string {
  const kind = kindByName.get(organisation);
  if (kind === "virksomhed") return "kommerciel";
  return kind === "aftenskole" || kind === "idrætsforening" ? "folkeoplysende aktivitetspas" : "";
}

function contactOf(host: string, dice: Dice): ImportLine["contact"] {
  const phone = `20 00 00 ${String(dice(0, 99)).padStart(2, "0")}`;
  const email = `${mailName(host)}@eksempel.dk`;
  const reach = dice(1, 4);
  if (reach === 1) return { name: host, phone };
  return reach === 2 ? { name: host, email } : { name: host, phone, email };
}

function pendingActivity(today: string): ImportLine {
  const blueprint: Blueprint = {
    key: "modelbaner",
    title: "Modeltog på loftet",
    summary: "Vi bygger en lille by med tog.",
    themes: ["spil", "kunst"],
    text: "Vi bygger en bane med huse, træer og tog. Alle kan være med. Du kan lime, male eller bare køre tog. {rum}",
    facts: "dropin",
    price: "20 gang, første gratis",
    org: pendingOrganisation.name,
    offers: [],
  };
  return activityFrom(blueprint, ["tilst-naerhus", "tor 19-21", "Verner"], 0, today);
}
