import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { inDanish } from "./danish.ts";
import type { Hue } from "../src/shared/hues.ts";
import type { PricePer } from "../src/shared/price.ts";
import type { ScheduleEntry } from "../src/shared/schedule-entry.ts";

// Instants are epoch milliseconds (UTC), dates `YYYY-MM-DD`, money øre, coordinates WGS84 degrees.

// ---- What the people who run the site decide ----

/** One row a setting and scope; a team's own goes before its controller's, and that before the site's. */
export const settings = sqliteTable(
  "settings",
  {
    key: text().notNull(),
    /** Id of the team or the controller that it is for. Empty: the site. */
    scope: text("team_id").notNull().default(""),
    value: text({ mode: "json" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.scope] })],
);

/** What the site notes of itself between two runs: when a job was last done, that this is the demo town … */
export const marks = sqliteTable("marks", { name: text().primaryKey(), value: text().notNull() });

/** What an activity can be about; an editor keeps them. */
export const themes = sqliteTable("themes", {
  /** From the name it began with; never changes. */
  slug: text().primaryKey(),
  name: text().notNull(),
  position: integer().notNull(),
  /** Its colour, of a palette that can be read (`src/shared/hues.ts`). */
  hue: text().$type<Hue>().notNull().default("kobber"),
});

export const areas = sqliteTable("areas", {
  slug: text().primaryKey(),
  number: text().notNull(),
  name: text().notNull(),
  lat: real().notNull(),
  lng: real().notNull(),
  /** GeoJSON geometry, where an editor has loaded one. */
  polygon: text({ mode: "json" }).$type<AreaPolygon>(),
});
export type AreaPolygon =
  { type: "Polygon"; coordinates: number[][][] } | { type: "MultiPolygon"; coordinates: number[][][][] };

/** Names that people use for a part of an area. */
export const areaNicknames = sqliteTable("area_nicknames", {
  name: text().primaryKey(),
  area: text()
    .notNull()
    .references(() => areas.slug, { onDelete: "cascade" }),
});

/** Places that people name when they search: squares, stations, hospitals, schools. */
export const namedPlaces = sqliteTable("named_places", {
  name: text().primaryKey(),
  lat: real().notNull(),
  lng: real().notNull(),
});

export const postcodes = sqliteTable("postcodes", {
  code: text().primaryKey(),
  name: text().notNull(),
  lat: real().notNull(),
  lng: real().notNull(),
  /** The slug of the area in which most of it lives; null: the one around its middle. */
  area: text(),
});

/** Words that find each other: `["gåtur", "vandretur"]`. */
/**
 * Words for a need or a theme in one language, and what finds it; none until an editor has changed what the program
 * brings.
 */
export const needs = sqliteTable("needs", {
  id: integer().primaryKey(),
  lang: text().notNull(),
  words: text({ mode: "json" }).$type<string[]>().notNull(),
  finds: text({ mode: "json" }).$type<string[]>().notNull(),
});

export const synonyms = sqliteTable("synonyms", {
  id: integer().primaryKey(),
  words: text({ mode: "json" }).$type<string[]>().notNull(),
});

// ---- Accounts ----

export const users = sqliteTable(
  "users",
  {
    id: text().primaryKey(),
    email: text().notNull().unique(),
    name: text().notNull(),
    phone: text(),
    /** argon2id; null until the invitation was accepted. */
    passwordHash: text(),
    /** Wants the mail that tells a contact each month how it goes. */
    monthlyMail: integer({ mode: "boolean" }).notNull().default(true),
    createdAt: integer().notNull(),
  },
  (t) => [index("users_by_name").on(inDanish(sql`name`), t.id, t.email)],
);

/** Who is signed in where. The id is a hash of the cookie's value. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** When cookie and row go; the person is signed out before, by `src/accounts/lifetimes.ts`. */
    expiresAt: integer().notNull(),
    createdAt: integer().notNull().default(0),
    /** To the minute. */
    lastSeenAt: integer().notNull().default(0),
    /** When this session passed the second step; null: the password alone. */
    secondStepAt: integer(),
    /** Whether it began at the municipality's sign-in: only then roles of its directory hold. */
    directory: integer({ mode: "boolean" }).notNull().default(false),
    /** Hash of the device cookie, and what the browser calls itself: `Firefox på Windows`. */
    deviceHash: text(),
    device: text().notNull().default(""),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** Browsers in which somebody has signed in before, by a hash of their cookie. */
export const knownDevices = sqliteTable(
  "known_devices",
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hash: text().notNull(),
    lastSeenAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
);

export type Role = "contact" | "brobygger" | "lead" | "referrer" | "editor" | "data-officer";

/** What a person may act for: `scope` is the organisation, team or referring unit; empty for the whole site. */
export const memberships = sqliteTable(
  "memberships",
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text().$type<Role>().notNull(),
    scope: text().notNull().default(""),
    /** How who works here follows up, and for how many hours a week. Null: as the team does; not stated. */
    followPlan: text().$type<FollowPlan>(),
    weeklyHours: real(),
    /** Given by what the municipality's directory says, and taken by it; false: given by a person. */
    fromDirectory: integer({ mode: "boolean" }).notNull().default(false),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.role, t.scope] }), index("memberships_scope").on(t.role, t.scope)],
);

/** Who somebody of the municipality's directory is here (OpenID Connect: `iss` and `sub`). */
export const directoryPeople = sqliteTable(
  "directory_people",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    userId: text()
      .notNull()
      .unique()
      .references(() => users.id, { onDelete: "cascade" }),
    lastSeenAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] })],
);

/** Which role whoever has this value in this claim of the directory gets. */
export const claimRoles = sqliteTable(
  "claim_roles",
  {
    id: integer().primaryKey(),
    claim: text().notNull(),
    value: text().notNull(),
    role: text().$type<Role>().notNull(),
    scope: text().notNull().default(""),
    /** Who asked for it, while it waits for the yes of a second person; null: it holds. */
    askedById: text().references(() => users.id, { onDelete: "cascade" }),
  },
  (t) => [uniqueIndex("claim_roles_one").on(t.claim, t.value, t.role, t.scope)],
);

/** A code from an app beside the password, of whoever has turned it on. */
export const secondFactors = sqliteTable("second_factors", {
  userId: text()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Sealed under CASE_KEYS. */
  secret: blob({ mode: "buffer" }).notNull(),
  /** The time step of the last code that was used. */
  usedStep: integer().notNull(),
  createdAt: integer().notNull(),
});

/** Codes for whoever has lost the phone: each opens the second step once. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
);

/** A form that was posted after the session had ended, until its owner has signed in again. */
export const keptForms = sqliteTable(
  "kept_forms",
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Path and query of the page that the form stands on. */
    page: text().notNull(),
    /** The action and everything typed, sealed (CASE_KEYS). */
    sealed: blob({ mode: "buffer" }).notNull(),
    keptAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.page] })],
);

/** Invitations, password resets and half done sign-ins, by a hash of what stands in the link or cookie. */
export const accountTokens = sqliteTable("account_tokens", {
  hash: text().primaryKey(),
  kind: text().$type<"invitation" | "reset" | "second-step" | "directory-step">().notNull(),
  userId: text()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  expiresAt: integer().notNull(),
  /** Wrong codes typed in a sign-in that is half done. */
  wrongCodes: integer().notNull().default(0),
});

export type AuditKind =
  | "signed-in"
  | "sign-in-failed"
  | "wrong-codes"
  | "signed-out"
  | "sessions-ended"
  | "second-factor-on"
  | "second-factor-off"
  | "second-factor-lifted"
  | "recovery-codes-made"
  | "recovery-code-used"
  | "password-changed"
  | "password-reset"
  | "invited"
  | "invitation-accepted"
  | "role-given"
  | "role-taken"
  | "organisation-renamed"
  | "lead-asked"
  | "lead-declined"
  | "lead-rule-asked"
  | "lead-rule-confirmed"
  | "lead-rule-declined"
  | "cover-made"
  | "cover-ended"
  | "unit-link-given"
  | "unit-link-taken"
  | "partner-link-given"
  | "partner-link-taken"
  | "setting-changed"
  | "exported"
  /** All cases of a citizen who asked for it; or that it was refused. */
  | "erased-by-right"
  | "erasure-refused"
  | "command";

/**
 * The audit trail: who did what to accounts and settings. Triggers refuse a change, and the removal of what is less
 * than half a year old.
 */
export const audit = sqliteTable(
  "audit",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    kind: text().$type<AuditKind>().notNull(),
    /** Who did it; null: nobody who is signed in, or a command. */
    actorId: text(),
    /** Whom it was done to. */
    subjectId: text(),
    /** Coded: a role and its scope, a setting and its values, a count. Never of a case. */
    detail: text({ mode: "json" }).$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  (t) => [index("audit_at").on(t.at), index("audit_kind").on(t.kind, t.at)],
);

// ---- The board ----

export type OrganisationState = "pending" | "approved" | "rejected";

export const organisations = sqliteTable(
  "organisations",
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    cvr: text(),
    description: text().notNull().default(""),
    phone: text(),
    email: text(),
    url: text(),
    /** Whom one can ask. */
    contactName: text(),
    state: text().$type<OrganisationState>().notNull(),
    /** What the editor wrote when rejecting. */
    decisionText: text(),
    /** What the association wrote back since, and when; it waits for an editor again. */
    answerText: text(),
    answeredAt: integer(),
    decidedAt: integer(),
    decidedBy: text().references(() => users.id),
    createdAt: integer().notNull(),
  },
  (t) => [
    index("organisations_state").on(t.state, t.createdAt),
    index("organisations_by_name").on(inDanish(sql`name`), t.id, t.state),
  ],
);

export type ActivityState = "draft" | "published" | "paused" | "withdrawn";
/**
 * How an activity stands, in one word that is the same wherever its host or a citizen reads of it (`src/texts/standing.ts`).
 * `on` is what the search finds, and nothing else is.
 */
export type Standing = "draft" | "waiting" | "rejected" | "on" | "referred" | "paused" | "down" | "over";
/** What is said of one day of an activity. */
export interface DayNote {
  /** Where it is that day, when it is elsewhere. */
  place?: string | undefined;
  /** Why it is called off or otherwise, or what one should know. */
  text?: string | undefined;
}
export type PauseKind = "school" | "public" | "christmas" | "easter" | "summer";
/** Who says where it is: somebody or a source; the place or address itself, which is known; the postcode: a guess. */
export type PointFrom = "pin" | "place" | "postcode";
export type Audience = "all" | "referred";
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
    pointFrom: text().$type<PointFrom>().notNull().default("pin"),
    /** A private home: shown as an approximate place. */
    privatePlace: integer({ mode: "boolean" }).notNull().default(false),
    /** Computed from the point; null for an online activity. */
    area: text().references(() => areas.slug),
    schedule: text({ mode: "json" }).$type<ScheduleEntry[]>().notNull(),
    /** 0 is free; null: nobody stated it. */
    priceOre: integer(),
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
    /** Calendars in which it never takes place: see `PauseKind`. */
    pauses: text({ mode: "json" }).$type<PauseKind[]>().notNull().default([]),
    /** Who may come: everybody, or only whom a brobygger has referred: then it is nowhere in public. */
    audience: text().$type<Audience>().notNull().default("all"),
    /** What is said of single days, by local date: another place, or why. */
    dayNotes: text({ mode: "json" }).$type<Record<string, DayNote>>().notNull().default({}),
    /** How many there is room for; null: nobody said. */
    places: integer(),
    /** No room now; what one may do instead. */
    full: integer({ mode: "boolean" }).notNull().default(false),
    fullNote: text(),
    /** What volunteers are wanted for. */
    volunteerTasks: text(),
    /** The host has agreed to hear who comes (*Sig at du kommer*). */
    arrivalsWelcome: integer({ mode: "boolean" }).notNull().default(false),
    imageId: text(),
    confirmedAt: text(),
    /** When the contact was last asked whether it is still true: epoch ms. */
    confirmAskedAt: integer(),
    /** How many times it was asked since it was due. */
    confirmAsks: integer().notNull().default(0),
    /** Off the board because nobody confirmed it: back with one tap. */
    lapsedAt: integer(),
    publishedAt: integer(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** Fields that were guessed from a text, a calendar or a sheet, and to which nobody has said yes. */
    guessed: text({ mode: "json" }).$type<string[]>().notNull().default([]),
    /** The key that an import knows it by. */
    importKey: text().unique(),
    /** What the import last wrote, field by field: a field that differs was edited by a person and is kept. */
    imported: text({ mode: "json" }).$type<Record<string, unknown>>(),
  },
  (t) => [
    index("activities_organisation").on(t.organisationId, t.state),
    index("activities_state").on(t.state, t.publishedAt),
    index("activities_updated").on(t.updatedAt),
    index("activities_area").on(t.area, t.state),
    index("activities_point").on(t.lat, t.lng),
    index("activities_postcode").on(t.postcode, t.pointFrom),
    index("activities_themes").on(t.themes),
    index("activities_unconfirmed")
      .on(
        sql`lapsed_at IS NULL`,
        sql`confirm_asks DESC`,
        t.confirmAskedAt,
        t.id,
        t.organisationId,
        t.lapsedAt,
        t.confirmedAt,
        t.state,
      )
      .where(sql`state = 'published' AND (lapsed_at IS NOT NULL OR confirm_asks > 0)`),
  ],
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

/** School holidays and other pauses that an editor keeps, first and last day included. */
export const holidays = sqliteTable("holidays", {
  id: integer().primaryKey(),
  kind: text().$type<PauseKind>().notNull(),
  name: text().notNull(),
  from: text().notNull(),
  until: text().notNull(),
});

export type HolidayRow = typeof holidays.$inferSelect;

/** An old address that leads to an activity: of a duplicate that was merged into it. */
export const slugRedirects = sqliteTable("slug_redirects", {
  slug: text().primaryKey(),
  activityId: text()
    .notNull()
    .references(() => activities.id, { onDelete: "cascade" }),
});

export type StateDeed = "publish" | "pause" | "resume" | "withdraw" | "restore";
/** What changed an activity. */
export type Deed =
  | StateDeed
  | "edit"
  | "cancelDate"
  | "restoreDate"
  | "moveDate"
  | "noteDay"
  | "confirm"
  | "lapse"
  | "arrange"
  | "merge"
  | "undo";

/** What an activity was before each change, for the history and for undoing. */
export const activityVersions = sqliteTable(
  "activity_versions",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    activityId: text()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    /** Null: a link in a mail, or a job. */
    actorId: text().references(() => users.id),
    at: integer().notNull(),
    deed: text().$type<Deed>().notNull(),
    before: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index("activity_versions_activity").on(t.activityId, t.at)],
);

/** A form of the contact's desk that somebody is filling in, saved as it is typed. */
export const unfinishedForms = sqliteTable(
  "unfinished_forms",
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    form: text().notNull(),
    typed: text({ mode: "json" }).$type<Record<string, string[]>>().notNull(),
    savedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.form] })],
);

/** A file that somebody has handed in and not yet said yes to, or what was done with it. */
export const waitingFiles = sqliteTable(
  "waiting_files",
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: ["calendar", "sheet"] }).notNull(),
    organisationId: text().notNull(),
    /** In base64; empty when it has been taken in. */
    file: text().notNull(),
    /** Where it was fetched, and what the sender said of it. */
    url: text(),
    etag: text(),
    lastModified: text(),
    /** What was done with it (`Outcome` of src/exchange/outcome.ts). */
    report: text({ mode: "json" }).$type<unknown[]>(),
    savedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
);

/** Pictures; the files lie under DATA_DIR/images. */
export const images = sqliteTable("images", {
  id: text().primaryKey(),
  organisationId: text()
    .notNull()
    .references(() => organisations.id),
  alt: text().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  createdAt: integer().notNull(),
});

/** Whom an activity names was told so: once for each address (in small letters) that stands on it. */
export const namedHosts = sqliteTable(
  "named_hosts",
  {
    activityId: text()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    address: text().notNull(),
    toldAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.address] })],
);

export type LinkKind = "confirm" | "cancel" | "questions" | "named";

/** Links in mails that open a page with a button, without signing in; by a hash of what stands in the link. */
export const activityLinks = sqliteTable("activity_links", {
  hash: text().primaryKey(),
  kind: text().$type<LinkKind>().notNull(),
  activityId: text()
    .notNull()
    .references(() => activities.id, { onDelete: "cascade" }),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
});

/** Calendars that an association keeps elsewhere, fetched again daily. */
export const calendarSources = sqliteTable("calendar_sources", {
  id: text().primaryKey(),
  organisationId: text()
    .notNull()
    .references(() => organisations.id, { onDelete: "cascade" }),
  url: text().notNull(),
  etag: text(),
  lastModified: text(),
  fetchedAt: integer(),
  lastError: text(),
  /** When it began to fail, and when its contacts were told of that. */
  failingSince: integer(),
  failingToldAt: integer(),
  /** Keys of what somebody did not want on the board. */
  leftOut: text({ mode: "json" }).$type<string[]>(),
  createdAt: integer().notNull(),
});

/** *Er noget forkert?* The text is sealed (CASE_KEYS): people write about themselves. */
export const reports = sqliteTable(
  "reports",
  {
    id: text().primaryKey(),
    activityId: text()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    reason: text().notNull(),
    sealedText: blob({ mode: "buffer" }),
    createdAt: integer().notNull(),
    handledAt: integer(),
    handledBy: text().references(() => users.id),
  },
  (t) => [
    index("reports_open").on(t.activityId, t.handledAt),
    index("reports_waiting")
      .on(t.createdAt)
      .where(sql`handled_at IS NULL`),
  ],
);

/** *Hvad mangler du at vide?* Answered once, for all. */
export const questions = sqliteTable(
  "questions",
  {
    id: text().primaryKey(),
    activityId: text()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    question: text().notNull(),
    answer: text(),
    state: text().$type<"asked" | "answered" | "hidden">().notNull(),
    askedAt: integer().notNull(),
    answeredAt: integer(),
  },
  (t) => [
    index("questions_activity").on(t.activityId, t.state),
    index("questions_answered")
      .on(t.answeredAt)
      .where(sql`state = 'answered'`),
  ],
);

/** *Sig at du kommer*: sealed (CASE_KEYS), gone after the date. */
export const arrivals = sqliteTable(
  "arrivals",
  {
    id: text().primaryKey(),
    activityId: text()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    start: integer().notNull(),
    end: integer().notNull(),
    sealed: blob({ mode: "buffer" }).notNull(),
    /** Hash of the link by which it is taken back. */
    tokenHash: text().notNull().unique(),
    createdAt: integer().notNull(),
  },
  (t) => [index("arrivals_activity").on(t.activityId, t.start)],
);

/** What a citizen misses on the board (docs/domain.md, B12). How to reach the person is sealed (CASE_KEYS). */
export const suggestions = sqliteTable(
  "suggestions",
  {
    id: text().primaryKey(),
    wish: text().notNull(),
    area: text().references(() => areas.slug),
    theme: text().references(() => themes.slug),
    sealedContact: blob({ mode: "buffer" }),
    createdAt: integer().notNull(),
    pickedUpBy: text().references(() => organisations.id),
    closedAt: integer(),
  },
  (t) => [
    index("suggestions_open")
      .on(t.createdAt)
      .where(sql`closed_at IS NULL`),
  ],
);

/** A nameless list or search that a professional points to: short link, QR, paper. */
export const shortlists = sqliteTable("shortlists", {
  /** What stands in the short link: 8 signs that can be read aloud. */
  code: text().primaryKey(),
  /** Activity ids in their order, or null for a kept search. */
  activityIds: text({ mode: "json" }).$type<string[]>(),
  search: text(),
  channel: text(),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
  opened: integer().notNull().default(0),
});

export type CountKind = "shown" | "opened" | "pointed" | "coming" | "helped";

/** How often an activity was seen and used, by month (`YYYY-MM`), without persons. */
export const activityCounts = sqliteTable(
  "activity_counts",
  {
    activityId: text()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    month: text().notNull(),
    kind: text().$type<CountKind>().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.month, t.kind] })],
);

// ---- Search statistics: no person, no address, no order of events ----

/** Hourly counts: of a word, a filter value, searches, hits (in classes), openings, help. */
export const searchCounts = sqliteTable(
  "search_counts",
  { hour: integer().notNull(), kind: text().notNull(), key: text().notNull(), count: integer().notNull() },
  (t) => [
    primaryKey({ columns: [t.hour, t.kind, t.key] }),
    index("search_counts_kind").on(t.kind, t.key, t.hour, t.count),
  ],
);

/** What was sought and not found, by month: area x theme x time (each may be ""). */
export const searchGaps = sqliteTable(
  "search_gaps",
  {
    month: text().notNull(),
    area: text().notNull(),
    theme: text().notNull(),
    time: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.area, t.theme, t.time] })],
);

// ---- Search: what changed, and who has read it ----

/** Append-only: the activities whose search document may have changed. */
export const outboxLog = sqliteTable("outbox_log", {
  seq: integer().primaryKey({ autoIncrement: true }),
  activityId: text().notNull(),
});

/** How far each reader of the outbox log has come. */
export const outboxReaders = sqliteTable("outbox_readers", {
  reader: text().primaryKey(),
  position: integer().notNull(),
  seenAt: integer().notNull(),
});

// ---- Mail ----

/** Why a mail does not get through: the mail server is away, the receiver's side said no, or something else. */
export type Trouble = "away" | "refused" | "other";

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
  (t) => [
    index("mails_waiting")
      .on(t.notBefore)
      .where(sql`sent_at IS NULL`),
  ],
);

export type MailPurpose = "form" | "reset" | "own-reset";

/** How many mails that strangers caused went to an address today, and how many were held back. */
export const mailQuotas = sqliteTable(
  "mail_quotas",
  {
    /** Keyed digest of the address. */
    address: text().notNull(),
    purpose: text().$type<MailPurpose>().notNull(),
    /** The local date. */
    day: text().notNull(),
    sent: integer().notNull(),
    held: integer().notNull().default(0),
    /** The address itself, sealed (CASE_KEYS), when something was held back: who is told the next morning. */
    sealedAddress: blob({ mode: "buffer" }),
  },
  (t) => [primaryKey({ columns: [t.address, t.purpose, t.day] })],
);

// ---- Referrals ----

/**
 * Who answers for what citizens tell a team, where that is not whoever answers for the site: a Frivilligcenter beside
 * the municipality, or another municipality.
 */
export const controllers = sqliteTable("controllers", { id: text().primaryKey(), name: text().notNull().unique() });

export const teams = sqliteTable("teams", {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Null: whoever answers for the site. */
  controllerId: text().references(() => controllers.id),
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

/** Who does another's work while that one is away. Days as `YYYY-MM-DD`, both included. */
export const covers = sqliteTable(
  "covers",
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    awayId: text()
      .notNull()
      .references(() => users.id),
    coverId: text()
      .notNull()
      .references(() => users.id),
    fromOn: text().notNull(),
    untilOn: text().notNull(),
    madeById: text()
      .notNull()
      .references(() => users.id),
    madeAt: integer().notNull(),
    /** When it was called off. */
    endedAt: integer(),
  },
  (t) => [index("covers_cover").on(t.coverId, t.untilOn), index("covers_away").on(t.awayId, t.untilOn)],
);

/** A lead that somebody asked for, and whom a second person has to say yes to. */
export const leadProposals = sqliteTable(
  "lead_proposals",
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    email: text().notNull(),
    name: text().notNull(),
    askedById: text()
      .notNull()
      .references(() => users.id),
    askedAt: integer().notNull(),
  },
  (t) => [uniqueIndex("lead_proposals_once").on(t.teamId, t.email)],
);

export type ReferralState = "new" | "taken" | "closed" | "withdrawn";
export type Door =
  | "site"
  | "relative"
  | "phone"
  | "drop-in"
  | "letter"
  | "colleague"
  /** Brought in from the sheet that the team kept before. */
  | "sheet";
export type CloseReason =
  | "does-not-wish"
  /** The course went as agreed: what it led to stands in its placements. */
  | "finished"
  | "finds-own-way"
  | "not-reached"
  | "outside-target-group"
  | "needs-other-help"
  | "nonsense"
  /** The same person had asked several times already, and those are open. */
  | "repeat"
  /** Nothing was heard of the citizen for long, not after notice was given either. */
  | "silent"
  | "other";

/** Who can help better than a brobygger. */
export type OnwardTo =
  "doctor" | "municipality" | "mental-health" | "job-centre" | "patient-association" | "other-team" | "other";
/** To whom a citizen goes on, and what was agreed: they call themselves, or said or wrote a yes to be told of. */
export interface Onward {
  to: OnwardTo;
  by: "citizen" | "oral-yes" | "written-yes";
}

export type UnitKind = "health-unit" | "gp" | "job-centre" | "union" | "workplace" | "other";

/** Who sends citizens to a team: a list that its lead keeps. */
export const units = sqliteTable(
  "units",
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    name: text().notNull(),
    kind: text().$type<UnitKind>().notNull(),
    createdAt: integer().notNull(),
    /** It refers no more. */
    closedAt: integer(),
  },
  (t) => [index("units_team").on(t.teamId)],
);

/** The personal link by which somebody of a unit refers, bound to one browser by a mailed code. */
export const unitLinks = sqliteTable(
  "unit_links",
  {
    id: text().primaryKey(),
    unitId: text()
      .notNull()
      .references(() => units.id),
    /** Name and work mail: JSON sealed by CASE_KEYS. Null: erased. */
    sealedPerson: blob({ mode: "buffer" }),
    tokenHash: text().unique(),
    /** Hash of the cookie of the browser that may use it. Null: none has shown a code yet. */
    browserHash: text(),
    /** HMAC of the code that was mailed last, until when it holds, and how often another was typed. */
    codeHash: text(),
    codeUntil: integer(),
    wrongCodes: integer().notNull().default(0),
    createdAt: integer().notNull(),
    lastUsedAt: integer(),
    revokedAt: integer(),
  },
  (t) => [index("unit_links_unit").on(t.unitId)],
);

/** What a team does for a unit that is silent: comes to a meeting of its staff, to a hold, to its hours, or writes. */
export type OutreachKind = "staff-meeting" | "group" | "drop-in" | "mail";

/** Each time that somebody of a team was at a unit that refers, or wrote to its people. */
export const outreach = sqliteTable(
  "outreach",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unitId: text()
      .notNull()
      .references(() => units.id),
    kind: text().$type<OutreachKind>().notNull(),
    /** `YYYY-MM-DD`. */
    on: text().notNull(),
    madeAt: integer().notNull(),
    madeById: text().references(() => users.id),
  },
  (t) => [index("outreach_unit").on(t.unitId, t.on)],
);

/** How many of those referred came how far, as it may be told: null is hidden. */
export interface ToldCounts {
  notReached: number | null;
  contacted: number | null;
  started: number | null;
  stillActive: number | null;
  all: number | null;
}

/** What a team tells those who refer when a year is over: what went well, of nobody, and totals that stay as they were. */
export const yearNotes = sqliteTable(
  "year_notes",
  {
    teamId: text()
      .notNull()
      .references(() => teams.id),
    year: integer().notNull(),
    text: text().notNull(),
    /** Of the team, and of each unit by its id. */
    told: text({ mode: "json" }).$type<{ team: ToldCounts; units: Record<string, ToldCounts> }>().notNull(),
    savedAt: integer().notNull(),
    savedById: text().references(() => users.id),
    /** When it was mailed to those who have a link. */
    mailedAt: integer(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.year] })],
);

/** Why a unit sends somebody. */
export type ReferralReason =
  | "illness"
  | "pain"
  | "mental-illness"
  | "loneliness"
  | "loss-of-spouse"
  | "sick-leave"
  | "job-clarification"
  | "other";
/** How the unit came to know of the help. */
export type ReferralChannel =
  "poster" | "postcard" | "staff-meeting" | "intranet" | "sundhed-dk" | "newsletter" | "drop-in" | "other";

/**
 * One citizen's request and course. Coded fields stay clear and pseudonymous; what names a person is sealed under the
 * case's own key.
 */
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
    /**
     * Of a colleague's referral: from where, why, and how the unit knew of us. By which link goes when the person does.
     */
    unitId: text().references(() => units.id),
    unitLinkId: text().references(() => unitLinks.id),
    reason: text().$type<ReferralReason>(),
    channel: text().$type<ReferralChannel>(),
    /** The coded part of the search that led here: never words, never a position. */
    search: text({ mode: "json" }).$type<CarriedSearch>(),
    brobyggerId: text().references(() => users.id),
    createdAt: integer().notNull(),
    /** When the promise runs out. */
    dueAt: integer().notNull(),
    /** When somebody first tried to reach the citizen, and last: the promise is kept by the first. */
    firstAttemptAt: integer(),
    lastAttemptAt: integer(),
    /** Of the first attempt, as they were then: whole working days waited, and whether the promise was kept. */
    waitedDays: integer(),
    promiseKept: integer({ mode: "boolean" }),
    /** When the citizen was first reached. */
    firstContactAt: integer(),
    /** When the citizen last wrote or called: what is to be erased waits for the answer. */
    lastHeardAt: integer(),
    /** How often it is followed up after a start, and why not at all. Null: as the brobygger, else the team, does it. */
    followPlan: text().$type<FollowPlan>(),
    /** How the brobygger followed up when the case was new, where that has changed since. */
    followDuty: text().$type<FollowPlan>(),
    noFollowUp: text().$type<NoFollowUp>(),
    /** Why nothing comes next, where the brobygger said so. */
    noStep: text().$type<NoStep>(),
    /** When the lead was told that the promise was not kept. */
    lateToldAt: integer(),
    /** When the citizen was told who we are, what is kept and what rights there are (GDPR articles 13 and 14). */
    informedAt: integer(),
    /** When it was handed over to the controller's own records, and who noted it: some erase only after that. */
    deliveredAt: integer(),
    deliveredById: text().references(() => users.id),
    closedAt: integer(),
    closeReason: text().$type<CloseReason>(),
    /** Of a case whose citizen is forgotten: days until the first talk, and from then to the end. */
    contactDays: integer(),
    courseDays: integer(),
    /** What it was to the figures stands in `kept_counts`: it is erased, and its row counts no more. */
    isCounted: integer({ mode: "boolean" }).notNull().default(false),
    /** The case's key, wrapped by CASE_KEYS. Null: erased, the sealed fields can never be read again. */
    wrappedKey: blob({ mode: "buffer" }),
    /** Name, phone, e-mail, wishes, when to call: JSON sealed under the case's key. */
    sealedPerson: blob({ mode: "buffer" }),
    /** HMAC of the phone number, else of the mail, to find the case of somebody who calls or asks again. */
    phoneIndex: text(),
    /**
     * HMAC of the mail, beside that of the phone number. Null where there is none, or before the job has filled it in.
     */
    mailIndex: text(),
    /** Hash of the citizen's link. */
    tokenHash: text().unique(),
    /** HMAC of the phone number and the code that the brobygger read aloud, and until when it opens the case. */
    codeIndex: text(),
    codeUntil: integer(),
    /** Hash of the link that the code gave: it shows what comes next and nothing of before. */
    nextTokenHash: text().unique(),
  },
  (t) => [
    // Whether so many share where they came from that none can be told apart (forgetting.ts).
    index("cases_alike").on(t.unitId, t.reason, t.area),
    index("cases_unit").on(t.unitId, t.createdAt),
    index("cases_queue").on(t.teamId, t.state, t.createdAt),
    index("cases_brobygger").on(t.brobyggerId, t.state),
    index("cases_phone").on(t.phoneIndex),
    index("cases_mail").on(t.mailIndex),
    index("cases_code").on(t.codeIndex),
  ],
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

/** How one tried to reach somebody. */
export type ContactWay = "phone" | "visit" | "mail";
/** How one who has not been heard of is told that the case is closed soon. */
export type NoticeWay = "mail" | "phone" | "letter";
export type AttemptResult = "reached" | "not-reached" | "message-left";
/** What of a person can be corrected. */
export type Corrected = "name" | "phone" | "email" | "area" | "mayLeaveMessage" | "whenToCall";

/** What is coded of each thing that happens in a case. */
export interface EventDetails {
  created: { door: Door };
  taken: null;
  attempt: { result: AttemptResult; way: ContactWay };
  note: null;
  /** `to`: a user's id. */
  "handed-over": { to: string };
  reassigned: { to: string };
  /** To another team. `to`: its id. */
  moved: { to: string };
  closed: { reason: CloseReason; onward?: Onward };
  reopened: null;
  "citizen-note": null;
  /** A colleague who answered the phone wrote to whoever has the case. */
  message: null;
  /** A lead read the case since a person might be in danger; the reason is its text. */
  "read-in-emergency": null;
  "next-step": { task: TaskKind; on: string };
  "no-next-step": { why: NoStep };
  corrected: { fields: Corrected[] };
  /** The citizen was told who we are and what is kept. */
  informed: null;
  /** Somebody was worried about the citizen; what was done. */
  worried: { did: Worry };
  /** The citizen has begun somewhere; what it is stands in the placement. */
  placed: null;
  "placement-ended": null;
  /** The citizen was told that the case is closed on that day unless they are heard of; `mail`: the row of the outbox. */
  "notice-given": { how: NoticeWay; closesOn: string; mail?: number };
  /** The controller's own records have it: SHA-256 of each file, in hex. */
  delivered: { json: string; pdf: string };
  /** The citizen asked for what the law gives; the answers. */
  "asked-by-right": { right: PersonRequestKind };
  "copy-given": null;
  "erasure-refused": { why: PersonRequestNo };
  consented: { consent: ConsentKind; how: ConsentWay };
  "consent-withdrawn": { consent: ConsentKind };
  /** A code for the citizen was made. */
  "code-made": null;
  withdrawn: null;
  /** Somebody was written to about the citizen, or the citizen takes over; to whom stands in the introduction. */
  introduced: { to: IntroducedTo; way: IntroductionWay };
  /** Whoever has the link saw name and number. */
  "introduction-shown": { to: IntroducedTo };
  "introduction-answered": { to: IntroducedTo; answer: IntroductionAnswer };
  "trial-booked": { on: string };
  "trial-called-off": { on: string };
  "trial-came": { on: string; again: Again };
  "trial-missed": { on: string; why: WhyMissed };
  /** The date of a trial was called off or moved on the board. */
  "trial-moved": { on: string };
  accompanied: { by: CompanyKind; on: string };
  /** The list was sent to the citizen: a mail with a link. */
  "list-sent": null;
  "pass-issued": { ore: number };
  "pass-used": { ore: number };
  "pass-taken-back": { ore: number };
  "pass-refused": { why: PassNo };
  "followed-up": { round: FollowRound; outcome: FollowOutcome };
  "follow-plan": { plan: FollowPlan; why: NoFollowUp | null };
  "who-5-noted": { phase: Who5Phase };
  /** Whoever referred was told how it goes: by the own link, or in the text that the brobygger sent. */
  "fed-back": { way: FeedbackWay; step: FeedbackStep };
}
export type CaseEventKind = keyof EventDetails;

/** What one does who is worried about a citizen. */
export type Worry = "called-112" | "called-doctor" | "told-leader" | "wrote-notice" | "talked";

/** Everything that happened in a case. */
export const caseEvents = sqliteTable(
  "case_events",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: text().$type<CaseEventKind>().notNull(),
    /** Null: the citizen, or the site. */
    actorId: text().references(() => users.id),
    /** Whose case it was then. */
    teamId: text().references(() => teams.id),
    brobyggerId: text().references(() => users.id),
    happenedAt: integer().notNull(),
    recordedAt: integer().notNull(),
    /** As `EventDetails` says of its kind. */
    detail: text({ mode: "json" }).$type<EventDetails[CaseEventKind]>(),
    /** Free text, sealed under the case's key. */
    sealedText: blob({ mode: "buffer" }),
    /** When its text was taken out, since it stood in the wrong case. */
    struckAt: integer(),
  },
  (t) => [
    index("case_events_case").on(t.caseId, t.happenedAt),
    // What figures read of all events: how often whoever had a case tried, and which cases changed hands.
    index("case_events_attempts")
      .on(t.teamId, t.happenedAt, t.brobyggerId)
      .where(sql`kind = 'attempt'`),
    index("case_events_given")
      .on(t.caseId)
      .where(sql`kind IN ('moved', 'handed-over', 'reassigned')`),
  ],
);

/** Who has read a case: opened it, or seen its name in a list. */
export const caseReadings = sqliteTable(
  "case_readings",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    readerId: text()
      .notNull()
      .references(() => users.id),
    at: integer().notNull(),
    how: text().$type<"case" | "list" | "emergency">().notNull(),
  },
  (t) => [index("case_readings_case").on(t.caseId, t.at)],
);

export type TaskKind =
  /** The first call after a request, within the promise. */
  | "first-call"
  | "call"
  /** The citizen, or a colleague, wrote. */
  | "answer"
  /** The citizen took a yes back: whoever was told is to hear it. */
  | "yes-taken-back"
  /** A case came over from a colleague. */
  | "taken-over"
  | "trial"
  | "after-first-time"
  | "follow-up"
  /** Somebody has read the case in an emergency: whoever has it is told. */
  | "told"
  /** A yes to pass something on is a year old: it is to be asked for again. */
  | "renew-consent"
  /** The case is erased soon. */
  | "erased-soon"
  /** Nobody has done anything in the case for long. */
  | "untouched"
  /** Nor since: the citizen is to be told, by phone or letter, that the case is closed soon. */
  | "give-notice"
  /** That was told: on its day the site closes the case. */
  | "closes-soon"
  /** The citizen asked for a copy of all that is kept. */
  | "copy"
  /** The lead said no to erasing: the citizen is to be told. */
  | "tell-no"
  /** The citizen comes back; if not, one looks on that day. */
  | "wait"
  /** Nobody of the association, or no companion, has answered. */
  | "no-answer"
  /** An association or a companion answered: the citizen is to hear of it. */
  | "answered"
  /** The date of a trial was called off or moved. */
  | "date-off";
/** Why a case has no next step. */
export type NoStep = "citizen-decides" | "waits-for-others" | "paused";

/** What comes next in a case, when, and who does it. Days as `YYYY-MM-DD`, clocks as `HH:MM`. */
export const caseTasks = sqliteTable(
  "case_tasks",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: text().$type<TaskKind>().notNull(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    /** Null: the team. */
    doerId: text().references(() => users.id),
    /** From which day it stands on the desk, and from which clock of a day it may be done. */
    startsOn: text().notNull(),
    clock: text(),
    /** The last day on which it is not late. */
    dueOn: text().notNull(),
    /** The introduction or the trial that it is about. */
    about: integer(),
    madeAt: integer().notNull(),
    /** Null: the citizen, or the site. */
    madeById: text().references(() => users.id),
    doneAt: integer(),
    doneById: text().references(() => users.id),
  },
  (t) => [
    index("case_tasks_doer")
      .on(t.doerId, t.startsOn)
      .where(sql`done_at IS NULL`),
    index("case_tasks_team")
      .on(t.teamId, t.startsOn)
      .where(sql`done_at IS NULL AND doer_id IS NULL`),
    index("case_tasks_case").on(t.caseId, t.doneAt),
  ],
);

/** A citizen who is out and active: where, from when, until when. */
export const placements = sqliteTable(
  "placements",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** Of the board; null: an offer outside it, or one that is gone. */
    activityId: text().references(() => activities.id, { onDelete: "set null" }),
    /** The offer in words, sealed under the case's key. */
    sealedOffer: blob({ mode: "buffer" }),
    /** The first turn-up. Null: nobody knows, since it was noted before starts were. */
    startedOn: text(),
    endedOn: text(),
    /** The introduction that it came of. */
    introductionId: integer().references(() => introductions.id, { onDelete: "set null" }),
    /** Whether the brobygger helped to sign up, and to pay. */
    helpedSignUp: integer({ mode: "boolean" }).notNull().default(false),
    helpedPay: integer({ mode: "boolean" }).notNull().default(false),
    /** Whether the citizen lends a hand there, and does not only take part. */
    asVolunteer: integer({ mode: "boolean" }).notNull().default(false),
    madeAt: integer().notNull(),
    madeById: text().references(() => users.id),
  },
  (t) => [index("placements_case").on(t.caseId), index("placements_activity").on(t.activityId)],
);

// ---- From a wish to the first time ----

/**
 * Samarbejdsaftale: what an association has agreed to, who does what, and how many newcomers of a week it can take. In
 * force until its last day.
 */
export const agreements = sqliteTable("agreements", {
  organisationId: text()
    .primaryKey()
    .references(() => organisations.id, { onDelete: "cascade" }),
  municipality: text().notNull().default(""),
  association: text().notNull().default(""),
  brobygger: text().notNull().default(""),
  /** Who of the association answers. */
  contactName: text().notNull().default(""),
  contactPhone: text(),
  contactEmail: text(),
  /** Of an ISO week; null: no number was said. */
  newcomersAWeek: integer(),
  /** It can take nobody now. */
  isFull: integer({ mode: "boolean" }).notNull().default(false),
  /** `YYYY-MM-DD`; null: until somebody ends it. */
  untilOn: text(),
  savedAt: integer().notNull(),
  savedById: text().references(() => users.id),
});

/** What brobyggere of a team have learnt of an activity (*ring hellere*). Nothing of citizens. */
export const remarks = sqliteTable(
  "remarks",
  {
    activityId: text()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    teamId: text()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    text: text().notNull(),
    savedAt: integer().notNull(),
    savedById: text().references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.teamId] })],
);

/** Who comes along: the brobygger, a volunteer of one's own or of Social Sundhed, somebody like oneself … */
export type CompanyKind = "brobygger" | "volunteer" | "social-sundhed" | "mentor" | "peer" | "motion-guide" | "host";

/** Whom a team can ask to come along, or who coordinates such people elsewhere: a list that its lead keeps. */
export const companions = sqliteTable(
  "companions",
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    kind: text().$type<CompanyKind>().notNull(),
    /** Name, phone, mail: JSON sealed by CASE_KEYS. Null: erased. */
    sealedPerson: blob({ mode: "buffer" }),
    /** Days as `YYYY-MM-DD`: tavshedserklæring signed, straffeattest seen. */
    secrecyOn: text(),
    recordSeenOn: text(),
    madeAt: integer().notNull(),
    endedAt: integer(),
  },
  (t) => [index("companions_team").on(t.teamId)],
);

export type IntroducedTo = "association" | "companion";
/** The citizen takes over; the brobygger writes a mail with a link; or calls. */
export type IntroductionWay = "self" | "mail" | "phone";
/** How every introduction ends. */
export type IntroductionAnswer =
  | "welcome"
  | "call-me"
  | "no-room"
  | "not-for-us"
  /** The citizen takes it from here. */
  | "self"
  /** Nobody answered, and we looked elsewhere. */
  | "silent"
  /** The citizen, or the brobygger, called it off. */
  | "called-off";

/** A citizen told of to an association, or to a companion: who was told, what, and what came of it. */
export const introductions = sqliteTable(
  "introductions",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    to: text().$type<IntroducedTo>().notNull(),
    way: text().$type<IntroductionWay>().notNull(),
    /** Of the board; null: outside it, or gone. */
    activityId: text().references(() => activities.id, { onDelete: "set null" }),
    organisationId: text().references(() => organisations.id, { onDelete: "set null" }),
    companionId: text().references(() => companions.id, { onDelete: "set null" }),
    /** What it is, whom was written to, what was agreed: JSON sealed under the case's key. Null: erased. */
    sealedWords: blob({ mode: "buffer" }),
    /** Hash of what stands in the link, and until when it shows anything. Null: it shows nothing any more. */
    tokenHash: text().unique(),
    linkUntil: integer(),
    shownAt: integer(),
    answer: text().$type<IntroductionAnswer>(),
    answeredAt: integer(),
    /** Who noted what was said on the phone; null: by the link, or the site. */
    notedById: text().references(() => users.id),
    /** When the citizen's yes ended: whoever was written to is to hear it. And when they were. */
    takenBackAt: integer(),
    toldOffAt: integer(),
    /** How the citizen said yes to this receiver. Null: nothing was told, the citizen takes over. */
    yes: text().$type<ConsentWay>(),
    /** Whose case it was then. */
    teamId: text().references(() => teams.id),
    brobyggerId: text().references(() => users.id),
    madeAt: integer().notNull(),
    madeById: text().references(() => users.id),
  },
  (t) => [index("introductions_case").on(t.caseId), index("introductions_activity").on(t.activityId)],
);

/** Further links of citizens to their own page, by a hash: an old one goes on working beside a new one. */
export const caseLinks = sqliteTable(
  "case_links",
  {
    hash: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    madeAt: integer().notNull(),
  },
  (t) => [index("case_links_case").on(t.caseId)],
);

export type Again = "yes" | "no" | "unsure";
/** Why somebody did not come. */
export type WhyMissed = "ill" | "dared-not" | "transport" | "forgot" | "changed-mind" | "association" | "unknown";
export type TrialOutcome = "came" | "missed" | "called-off";
export type Reminder = "mail" | "paper";

/** Prøvetime: a date on which a citizen tries something. */
export const trials = sqliteTable(
  "trials",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    introductionId: integer()
      .notNull()
      .references(() => introductions.id, { onDelete: "cascade" }),
    start: integer().notNull(),
    /** Of what is on the board; else null. */
    end: integer(),
    /**
     * The ISO week (`2026-W49`) in which the association meets a newcomer by it: of the first trial that stands of an
     * introduction. Null: it takes no place of a week.
     */
    week: text(),
    organisationId: text().references(() => organisations.id, { onDelete: "set null" }),
    /** Who meets, where, and what to bring: JSON sealed under the case's key. */
    sealedPlan: blob({ mode: "buffer" }),
    /** Who comes along; null: nobody. */
    company: text().$type<CompanyKind>(),
    companionId: text().references(() => companions.id, { onDelete: "set null" }),
    reminder: text().$type<Reminder>(),
    remindedAt: integer(),
    outcome: text().$type<TrialOutcome>(),
    why: text().$type<WhyMissed>(),
    again: text().$type<Again>(),
    notedAt: integer(),
    /** Whose case it was then. */
    teamId: text().references(() => teams.id),
    brobyggerId: text().references(() => users.id),
    madeAt: integer().notNull(),
    madeById: text().references(() => users.id),
  },
  (t) => [
    index("trials_case").on(t.caseId),
    index("trials_introduction").on(t.introductionId),
    index("trials_week").on(t.organisationId, t.week),
    index("trials_ahead")
      .on(t.start)
      .where(sql`outcome IS NULL`),
  ],
);

/** Each time that somebody came along: counted by kind. */
export const companyTimes = sqliteTable(
  "company_times",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: text().$type<CompanyKind>().notNull(),
    companionId: text().references(() => companions.id, { onDelete: "set null" }),
    /** The trial on which it was; once a trial. */
    trialId: integer()
      .unique()
      .references(() => trials.id, { onDelete: "set null" }),
    on: text().notNull(),
    /** Whose case it was then. */
    teamId: text().references(() => teams.id),
    brobyggerId: text().references(() => users.id),
  },
  (t) => [index("company_times_case").on(t.caseId)],
);

/** What was wished and is not there, as a brobygger noted it: coded, and of nobody. Each may be empty. */
export const gaps = sqliteTable(
  "gaps",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    /** `YYYY-MM`. */
    month: text().notNull(),
    area: text().notNull(),
    theme: text().notNull(),
    time: text().notNull(),
    /** The activity that meets it. */
    metById: text().references(() => activities.id, { onDelete: "set null" }),
  },
  (t) => [index("gaps_team").on(t.teamId, t.month)],
);

/** What a team does about a gap: an activity that meets it, or a workshop from which one may come. */
export const gapAnswers = sqliteTable(
  "gap_answers",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    area: text().notNull(),
    theme: text().notNull(),
    time: text().notNull(),
    /** Of a workshop: `YYYY-MM-DD`, where, and who is invited, in words. */
    heldOn: text(),
    place: text(),
    invited: text(),
    /** The activity that meets it, and since when. */
    activityId: text().references(() => activities.id, { onDelete: "set null" }),
    metAt: integer(),
    madeAt: integer().notNull(),
    madeById: text().references(() => users.id),
  },
  (t) => [index("gap_answers_team").on(t.teamId, t.area, t.theme, t.time)],
);

// ---- Følgegruppe: who follows the work of a team ----

/** A link by which partners and citizens read what may leave a team. */
export const partnerLinks = sqliteTable(
  "partner_links",
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    /** Whom it was given to, in words: a group, not a person. */
    label: text().notNull(),
    tokenHash: text().unique(),
    createdAt: integer().notNull(),
    createdById: text().references(() => users.id),
    revokedAt: integer(),
  },
  (t) => [index("partner_links_team").on(t.teamId)],
);

/** What changed, as outcome harvesting tells it (Wilson-Grau and Britt 2012): of nobody by name. */
export const changes = sqliteTable(
  "changes",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    /** Who does something differently, and what. */
    who: text().notNull(),
    what: text().notNull(),
    /** `YYYY-MM`. */
    since: text().notNull(),
    /** What the work had to do with it. */
    thanksTo: text().notNull(),
    writtenAt: integer().notNull(),
    writtenById: text().references(() => users.id),
  },
  (t) => [index("changes_team").on(t.teamId, t.since)],
);

/** What somebody wants to ask about at supervision: their own, of no case. */
export const supervisionQuestions = sqliteTable(
  "supervision_questions",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Sealed by CASE_KEYS. */
    sealedQuestion: blob({ mode: "buffer" }).notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [index("supervision_questions_user").on(t.userId)],
);

/** Øvefællesskab: a group that a team leads for a while. */
export const practices = sqliteTable(
  "practices",
  {
    activityId: text()
      .primaryKey()
      .references(() => activities.id, { onDelete: "cascade" }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    /** `YYYY-MM-DD`: when the brobygger steps back. */
    stepsBackOn: text().notNull(),
    madeAt: integer().notNull(),
    madeById: text().references(() => users.id),
  },
  (t) => [index("practices_team").on(t.teamId)],
);

/** Why a pass was not issued or not used. */
export type PassNo = "off" | "has-one" | "spent" | "expired" | "not-for-this" | "too-much" | "not-needed" | "ended";

/** Aktivitetspas: money for folkeoplysende activities. Its ledger outlives the person, without a name. */
export const passes = sqliteTable(
  "passes",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    /** Null: the citizen is forgotten. */
    caseId: text().references(() => cases.id, { onDelete: "set null" }),
    /** What is said of it on paper: `AP-7Q2K`. */
    number: text().notNull().unique(),
    ore: integer().notNull(),
    /** Days: the last is of the last year in which it holds. */
    issuedOn: text().notNull(),
    lastOn: text().notNull(),
    endedAt: integer(),
    madeById: text().references(() => users.id),
  },
  (t) => [index("passes_case").on(t.caseId), index("passes_team").on(t.teamId, t.issuedOn)],
);

export const passUses = sqliteTable(
  "pass_uses",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    passId: integer()
      .notNull()
      .references(() => passes.id, { onDelete: "cascade" }),
    activityId: text().references(() => activities.id, { onDelete: "set null" }),
    ore: integer().notNull(),
    usedOn: text().notNull(),
    madeAt: integer().notNull(),
    madeById: text().references(() => users.id),
    /** It was written by mistake. */
    takenBackAt: integer(),
  },
  (t) => [index("pass_uses_pass").on(t.passId)],
);

/** When somebody who has started is asked how it goes: after 3 weeks, 3 and 6 months, or less. */
export type FollowPlan = "three-times" | "three-months" | "as-needed" | "none";
/** Why nobody is asked: worse health, an activity found alone, no more help wished, no follow-up wished. */
export type NoFollowUp = "worse" | "found-own" | "opted-out" | "no-wish";
export type FollowRound = "weeks-3" | "months-3" | "months-6" | "as-needed";
export type FollowOutcome = "still-there" | "elsewhere" | "stopped" | "not-reached";
export type Experience = "much" | "some" | "none";

/**
 * How it goes with somebody who has started: planned from the first start, noted when they were asked. Their words stand in
 * the event.
 */
export const followUps = sqliteTable(
  "follow_ups",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    placementId: integer().references(() => placements.id, { onDelete: "set null" }),
    round: text().$type<FollowRound>().notNull(),
    /** `YYYY-MM-DD`. */
    dueOn: text().notNull(),
    doneOn: text(),
    outcome: text().$type<FollowOutcome>(),
    /** Who answered: the brobygger noted it, or the citizen did on the own page. */
    byCitizen: integer({ mode: "boolean" }).notNull().default(false),
    /** What they experienced, as far as they were asked. */
    mattered: text().$type<Experience>(),
    received: text().$type<Experience>(),
    gains: text({ mode: "json" }).$type<string[]>(),
    barriers: text({ mode: "json" }).$type<Barrier[]>(),
    /** The plan no longer holds it: another was made. */
    droppedAt: integer(),
    teamId: text().references(() => teams.id),
    brobyggerId: text().references(() => users.id),
    notedAt: integer(),
    madeAt: integer().notNull(),
  },
  (t) => [
    index("follow_ups_case").on(t.caseId),
    index("follow_ups_due")
      .on(t.dueOn)
      .where(sql`done_on IS NULL`),
  ],
);

// ---- Figures ----

/**
 * What erased cases were to the figures: how many of each code in a month, each figure by itself, so that nothing links one
 * to another. `figure` and `key` as `src/casework/course/counts.ts` says.
 */
export const keptCounts = sqliteTable(
  "kept_counts",
  {
    teamId: text()
      .notNull()
      .references(() => teams.id),
    /** `YYYY-MM`. */
    month: text().notNull(),
    figure: text().notNull(),
    key: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.month, t.figure, t.key] })],
);

/** The figures of a year as they were when it was closed: what leaves the team is counted from these ever after. */
export const frozenYears = sqliteTable(
  "frozen_years",
  {
    teamId: text()
      .notNull()
      .references(() => teams.id),
    year: integer().notNull(),
    /** `[month, figure, key, count]`. */
    counts: text({ mode: "json" }).$type<[string, string, string, number][]>().notNull(),
    frozenAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.year] })],
);

/** What a year of the work of a team has cost, in øre, as its lead wrote it. */
export const yearCosts = sqliteTable(
  "year_costs",
  {
    teamId: text()
      .notNull()
      .references(() => teams.id),
    year: integer().notNull(),
    ore: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.year] })],
);

/** How far it has gone, as whoever referred is told (C12); of the last two, three months after the start. */
export type FeedbackStep =
  "waiting" | "not-reached" | "contacted" | "not-started" | "started" | "still-active" | "stopped";
export type FeedbackWay = "link" | "text";

export type Who5Phase = "before" | "after";
export type Who5Way = "paper" | "talk";

/** How a citizen said that the last two weeks had been (WHO-5), before and after: a row a case and phase. */
export const who5 = sqliteTable(
  "who5",
  {
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    phase: text().$type<Who5Phase>().notNull(),
    /** 0-100. Null: an answer is missing, or the yes was taken back. */
    score: integer(),
    /** `YYYY-MM-DD`: the day on which it was answered. */
    on: text().notNull(),
    way: text().$type<Who5Way>().notNull(),
    /** The five answers: JSON sealed under the case's key. Null: erased. */
    sealedAnswers: blob({ mode: "buffer" }),
    /** Null: the person is forgotten. */
    notedAt: integer(),
    notedById: text().references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.phase] })],
);

export type SupportNeed = "one-call" | "some-talks" | "first-time" | "hand-in-hand";
export type WouldVolunteer = "yes" | "maybe" | "no";
export type AgeBand = "under-18" | "18-29" | "30-44" | "45-64" | "65-79" | "80-up";
export type Barrier =
  "alone" | "shy" | "health" | "energy" | "money" | "transport" | "language" | "care" | "before" | "unknown-ways";

/** What a citizen and a brobygger have talked about: a row a case. */
export const talks = sqliteTable("talks", {
  caseId: text()
    .primaryKey()
    .references(() => cases.id, { onDelete: "cascade" }),
  /** The whole sheet as JSON, sealed under the case's key. Null: erased. */
  sealedSheet: blob({ mode: "buffer" }),
  /** What figures need of it, coded: it names nobody. The age and what stands in the way stay only where many are alike. */
  support: text().$type<SupportNeed>(),
  volunteer: text().$type<WouldVolunteer>(),
  ageBand: text().$type<AgeBand>(),
  barriers: text({ mode: "json" }).$type<Barrier[]>(),
  /** Null: the person is forgotten. */
  savedAt: integer(),
});

/** What a brobygger and a citizen have put aside to choose among. */
export const listedOffers = sqliteTable(
  "listed_offers",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** Of the board; null: an offer outside it, or one that is gone. */
    activityId: text().references(() => activities.id, { onDelete: "set null" }),
    /** What it is, where, when, and whom to call: JSON sealed under the case's key. */
    sealedOffer: blob({ mode: "buffer" }).notNull(),
    addedAt: integer().notNull(),
  },
  (t) => [index("listed_offers_case").on(t.caseId), uniqueIndex("listed_offers_once").on(t.caseId, t.activityId)],
);

export type ConsentKind =
  | "call-and-store"
  | "message"
  | "share-with-association"
  | "follow-up"
  | "pass-on"
  /** Whoever referred is told how it goes. */
  | "feed-back"
  | "who-5";

/** How a yes was given: by the citizen on the site, said by who wrote for another, in a talk, or on paper. */
export type ConsentWay = "site" | "relative" | "oral" | "written";

/** The words that somebody said yes to. Versions are never changed, and counted over all controllers. */
export const consentTexts = sqliteTable(
  "consent_texts",
  {
    kind: text().$type<ConsentKind>().notNull(),
    version: integer().notNull(),
    /** Whose words they are; null: of every controller that has none of its own. */
    controllerId: text().references(() => controllers.id),
    /** As one reads it on the site before one presses. */
    text: text().notNull(),
    /** As it is said in a talk, or written on paper. Null: the same. */
    said: text(),
    validFrom: integer().notNull(),
  },
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
    how: text().$type<ConsentWay>().notNull().default("site"),
    /** Who noted what was said or written; null: given on the site. */
    notedById: text().references(() => users.id),
    withdrawnAt: integer(),
  },
  (t) => [uniqueIndex("consents_once").on(t.caseId, t.kind, t.givenAt)],
);

/** What a citizen may ask for by law: all that is kept of them (GDPR art. 15), or that it is erased (art. 17). */
export type PersonRequestKind = "copy" | "erase";
/** Why a controller may say no to erasing (GDPR art. 17(3), forvaltningsloven, arkivloven). */
export type PersonRequestNo = "record-duty" | "complaint" | "not-theirs" | "taken-back";

/** What a citizen asked for by law, by when it is answered, and what was answered. Nothing of the person stands here. */
export const personRequests = sqliteTable(
  "person_requests",
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: text().$type<PersonRequestKind>().notNull(),
    askedAt: integer().notNull(),
    /** Who noted it. */
    askedById: text()
      .notNull()
      .references(() => users.id),
    answeredAt: integer(),
    answeredById: text().references(() => users.id),
    /** Null: not answered, or it was done. */
    no: text().$type<PersonRequestNo>(),
  },
  (t) => [
    index("person_requests_open")
      .on(t.askedAt)
      .where(sql`answered_at IS NULL`),
  ],
);

// ---- Sweeping nonsense away ----

export type Swept = "requests" | "reports" | "wishes" | "questions" | "sign-ups";

/** Who swept what away, and when: what is swept can be brought back until it is erased. */
export const sweeps = sqliteTable(
  "sweeps",
  {
    id: text().primaryKey(),
    kind: text().$type<Swept>().notNull(),
    actorId: text().references(() => users.id),
    at: integer().notNull(),
  },
  (t) => [index("sweeps_kind").on(t.kind, t.at)],
);

/** The rows that a sweep took, each of the table that its kind names. */
export const sweptRows = sqliteTable(
  "swept_rows",
  {
    sweepId: text()
      .notNull()
      .references(() => sweeps.id, { onDelete: "cascade" }),
    rowId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sweepId, t.rowId] })],
);
