import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ScheduleEntry } from "../src/activities/schedule.ts";

// Instants are epoch milliseconds (UTC), dates `YYYY-MM-DD`, money øre, coordinates WGS84 degrees.

// ---- What the people who run the site decide ----

/** One row a setting; a row with a team overrides the one without. */
export const settings = sqliteTable(
  "settings",
  { key: text().notNull(), teamId: text().notNull().default(""), value: text({ mode: "json" }).notNull() },
  (t) => [primaryKey({ columns: [t.key, t.teamId] })],
);

export const themes = sqliteTable("themes", { slug: text().primaryKey(), name: text().notNull(), position: integer().notNull() });

export const areas = sqliteTable("areas", {
  slug: text().primaryKey(),
  number: text().notNull(),
  name: text().notNull(),
  lat: real().notNull(),
  lng: real().notNull(),
  /** GeoJSON geometry, where an editor has loaded one. */
  polygon: text({ mode: "json" }).$type<AreaPolygon>(),
});
export type AreaPolygon = { type: "Polygon"; coordinates: number[][][] } | { type: "MultiPolygon"; coordinates: number[][][][] };

/** Names that people use for a part of an area. */
export const areaNicknames = sqliteTable("area_nicknames", {
  name: text().primaryKey(),
  area: text()
    .notNull()
    .references(() => areas.slug, { onDelete: "cascade" }),
});

export const postcodes = sqliteTable("postcodes", { code: text().primaryKey(), name: text().notNull(), lat: real().notNull(), lng: real().notNull() });

/** Words that find each other: `["gåtur", "vandretur"]`. */
export const synonyms = sqliteTable("synonyms", { id: integer().primaryKey(), words: text({ mode: "json" }).$type<string[]>().notNull() });

// ---- Accounts ----

export const users = sqliteTable("users", {
  id: text().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  phone: text(),
  /** argon2id; null until the invitation was accepted. */
  passwordHash: text(),
  createdAt: integer().notNull(),
});

/** The id is a hash of the cookie's value. */
export const sessions = sqliteTable("sessions", {
  id: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  expiresAt: integer().notNull(),
});

export type Role = "contact" | "brobygger" | "lead" | "referrer" | "editor";

/** What a person may act for: `scope` is the organisation, team or referring unit; empty for the whole site. */
export const memberships = sqliteTable(
  "memberships",
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text().$type<Role>().notNull(),
    scope: text().notNull().default(""),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.role, t.scope] }), index("memberships_scope").on(t.role, t.scope)],
);

/** Invitations and password resets, by a hash of what stands in the link. */
export const accountTokens = sqliteTable("account_tokens", {
  hash: text().primaryKey(),
  kind: text().$type<"invitation" | "reset">().notNull(),
  userId: text()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  expiresAt: integer().notNull(),
});

// ---- The board ----

export type OrganisationState = "pending" | "approved" | "rejected";

export const organisations = sqliteTable("organisations", {
  id: text().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  cvr: text(),
  description: text().notNull().default(""),
  phone: text(),
  email: text(),
  url: text(),
  state: text().$type<OrganisationState>().notNull(),
  /** What the editor wrote when rejecting. */
  decisionText: text(),
  decidedAt: integer(),
  decidedBy: text().references(() => users.id),
  createdAt: integer().notNull(),
});

export type ActivityState = "draft" | "published" | "paused" | "withdrawn";
export type PricePer = "gang" | "måned" | "sæson" | "år";
export type Level = "beginner" | "some" | "skilled";
export type Demand = "none" | "fair" | "good";

export const activities = sqliteTable(
  "activities",
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    state: text().$type<ActivityState>().notNull(),
    title: text().notNull(),
    summary: text().notNull().default(""),
    description: text().notNull(),
    /** Theme slugs, the first gives the hue. */
    themes: text({ mode: "json" }).$type<string[]>().notNull(),
    placeName: text(),
    address: text(),
    postcode: text(),
    lat: real(),
    lng: real(),
    /** A private home: shown as an approximate place. */
    privatePlace: integer({ mode: "boolean" }).notNull().default(false),
    /** Computed from the point; null for an online activity. */
    area: text().references(() => areas.slug),
    schedule: text({ mode: "json" }).$type<ScheduleEntry[]>().notNull(),
    /** 0 is free. */
    priceOre: integer().notNull(),
    pricePer: text().$type<PricePer>(),
    firstFree: integer({ mode: "boolean" }).notNull().default(false),
    level: text().$type<Level>(),
    demand: text().$type<Demand>(),
    /** Stated facts; those derived from fields are not among them. */
    facts: text({ mode: "json" }).$type<string[]>().notNull(),
    languages: text({ mode: "json" }).$type<string[]>().notNull(),
    bus: text(),
    parking: integer({ mode: "boolean" }).notNull().default(false),
    ageMin: integer(),
    ageMax: integer(),
    firstTime: text(),
    leadsTo: text(),
    contactName: text().notNull(),
    contactPhone: text(),
    contactEmail: text(),
    url: text(),
    confirmedAt: text(),
    publishedAt: integer(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** The key that an import knows it by. */
    importKey: text().unique(),
    /** What the import last wrote, field by field: a field that differs was edited by a person and is kept. */
    imported: text({ mode: "json" }).$type<Record<string, unknown>>(),
  },
  (t) => [index("activities_organisation").on(t.organisationId), index("activities_state").on(t.state, t.publishedAt)],
);

/** Occurrences 26 weeks ahead, and always at least the next one. */
export const occurrences = sqliteTable(
  "occurrences",
  {
    activityId: text()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    start: integer().notNull(),
    end: integer().notNull(),
    cancelled: integer({ mode: "boolean" }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.start] }), index("occurrences_start").on(t.start)],
);

// ---- Search: what changed, and who has read it ----

/** Append-only: the activities whose search document may have changed. */
export const outboxLog = sqliteTable("outbox_log", { seq: integer().primaryKey({ autoIncrement: true }), activityId: text().notNull() });

/** How far each reader of the outbox log has come. */
export const outboxReaders = sqliteTable("outbox_readers", { reader: text().primaryKey(), position: integer().notNull(), seenAt: integer().notNull() });

// ---- Mail ----

export const mails = sqliteTable(
  "mails",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Address, subject and text, sealed (CASE_KEYS). Emptied when sent. */
    sealed: blob({ mode: "buffer" }),
    kind: text().notNull(),
    createdAt: integer().notNull(),
    notBefore: integer().notNull(),
    attempts: integer().notNull().default(0),
    sentAt: integer(),
    lastError: text(),
  },
  (t) => [index("mails_waiting").on(t.notBefore).where(sql`sent_at IS NULL`)],
);

// ---- Referrals ----

export const teams = sqliteTable("teams", {
  id: text().primaryKey(),
  name: text().notNull(),
  focus: text().notNull().default(""),
  isDefault: integer({ mode: "boolean" }).notNull().default(false),
  isFull: integer({ mode: "boolean" }).notNull().default(false),
});

export const teamAreas = sqliteTable(
  "team_areas",
  {
    teamId: text()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    area: text()
      .notNull()
      .references(() => areas.slug, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.area] })],
);

/** Åben træffetid: where and when one can come by. Weekday as `man` … `soen`, clocks `HH:MM`. */
export const dropInHours = sqliteTable("drop_in_hours", {
  id: integer().primaryKey(),
  teamId: text()
    .notNull()
    .references(() => teams.id, { onDelete: "cascade" }),
  place: text().notNull(),
  weekday: text().notNull(),
  start: text().notNull(),
  end: text().notNull(),
});

export type ReferralState = "new" | "taken" | "closed" | "withdrawn";
export type Door = "site" | "relative" | "phone" | "drop-in" | "letter";
export type CloseReason = "does-not-wish" | "out-and-active" | "finds-own-way" | "not-reached" | "outside-target-group" | "needs-other-help" | "other";

/** One citizen's request and course. Coded fields stay clear and pseudonymous; what names a person is sealed under the case's own key. */
export const cases = sqliteTable(
  "cases",
  {
    id: text().primaryKey(),
    /** What the citizen can say on the phone: `FB-4K7Q2`. */
    reference: text().notNull().unique(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    state: text().$type<ReferralState>().notNull(),
    door: text().$type<Door>().notNull(),
    area: text().references(() => areas.slug),
    /** The coded part of the search that led here: never words, never a position. */
    search: text({ mode: "json" }).$type<CarriedSearch>(),
    brobyggerId: text().references(() => users.id),
    createdAt: integer().notNull(),
    /** When the promise runs out. */
    dueAt: integer().notNull(),
    /** When somebody first tried to reach the citizen, and last: the promise is kept by the first. */
    firstAttemptAt: integer(),
    lastAttemptAt: integer(),
    /** When the citizen was first reached. */
    firstContactAt: integer(),
    /** When the lead was told that the promise was not kept. */
    lateToldAt: integer(),
    closedAt: integer(),
    closeReason: text().$type<CloseReason>(),
    /** The case's key, wrapped by CASE_KEYS. Null: erased, the sealed fields can never be read again. */
    wrappedKey: blob({ mode: "buffer" }),
    /** Name, phone, e-mail, wishes, when to call: JSON sealed under the case's key. */
    sealedPerson: blob({ mode: "buffer" }),
    /** HMAC of the phone number, to find the case of somebody who calls. */
    phoneIndex: text(),
    /** Hash of the citizen's link. */
    tokenHash: text().unique(),
  },
  (t) => [index("cases_queue").on(t.teamId, t.state, t.createdAt), index("cases_brobygger").on(t.brobyggerId, t.state), index("cases_phone").on(t.phoneIndex)],
);

export interface CarriedSearch {
  omraade?: string[];
  dag?: string[];
  tid?: string[];
  tema?: string[];
  fakta?: string[];
  pris?: string | null;
  /** How many activities the search found. */
  found?: number;
}

export type CaseEventKind = "created" | "read" | "taken" | "attempt" | "note" | "handed-over" | "reassigned" | "closed" | "reopened" | "citizen-note" | "withdrawn" | "erased";

/** Everything that happened in a case, readings included. */
export const caseEvents = sqliteTable(
  "case_events",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: text().$type<CaseEventKind>().notNull(),
    /** Null: the citizen. */
    actorId: text().references(() => users.id),
    happenedAt: integer().notNull(),
    recordedAt: integer().notNull(),
    /** Coded detail: the result of an attempt, a reason, to whom. */
    detail: text(),
    /** Free text, sealed under the case's key. */
    sealedText: blob({ mode: "buffer" }),
  },
  (t) => [index("case_events_case").on(t.caseId, t.happenedAt)],
);

export type ConsentKind = "call-and-store" | "message" | "share-with-association" | "follow-up";

/** The words that somebody said yes to. Versions are never changed. */
export const consentTexts = sqliteTable(
  "consent_texts",
  { kind: text().$type<ConsentKind>().notNull(), version: integer().notNull(), text: text().notNull(), validFrom: integer().notNull() },
  (t) => [primaryKey({ columns: [t.kind, t.version] })],
);

export const consents = sqliteTable(
  "consents",
  {
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: text().$type<ConsentKind>().notNull(),
    version: integer().notNull(),
    givenAt: integer().notNull(),
    /** `site`, or who noted an oral yes. */
    givenBy: text().notNull(),
    withdrawnAt: integer(),
  },
  (t) => [uniqueIndex("consents_once").on(t.caseId, t.kind, t.givenAt)],
);
