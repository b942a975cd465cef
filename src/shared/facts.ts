/**
 * The register of facts: what is said of an activity in one word. A fact is one entry here; what people type to find it
 * stands in search/phrases.
 */

/** The heading under which a contact ticks it. */
export type FactGroup = "come" | "place" | "who" | "more";

/** The field that it follows from: nobody ticks it. */
export type FactSource =
  | { level: "beginner" | "some" | "skilled" }
  | { demand: "none" }
  | { language: string }
  | { stated: "bus" | "parking" };

export interface Fact {
  slug: string;
  /** As on a card: what one would say to somebody who hesitates at the door. */
  label: string;
  group: FactGroup;
  from?: FactSource;
  /** Its place among those that a card tells, most telling first; a card tells four. */
  tells?: number;
  /** Whether others are not to come: a card always says so. */
  limits?: true;
  /** Whether it is among the first that a search offers. */
  offered?: true;
  /** Whether somebody may not want to be seen reading about it. */
  sensitive?: true;
  /** Whether a page of the activity says it in other words. */
  saidElsewhere?: true;
}

const FACTS = [
  { slug: "aktivitetspas", label: "Aktivitetspas", group: "come", tells: 11, offered: true },
  { slug: "folkeoplysende", label: "Folkeoplysende", group: "come" },
  { slug: "dropin", label: "Bare mød op", group: "come", tells: 1, offered: true },
  { slug: "proevetime", label: "Prøvetime", group: "come", tells: 3, offered: true },
  { slug: "vaert", label: "Vi tager imod dig", group: "come", tells: 2, offered: true },
  { slug: "foelgeskab", label: "Følgeven velkommen", group: "come", tells: 4, offered: true },
  {
    slug: "begynder",
    label: "Kom som du er",
    group: "more",
    from: { level: "beginner" },
    tells: 5,
    offered: true,
    saidElsewhere: true,
  },
  { slug: "let-oevet", label: "Lettere øvet", group: "more", from: { level: "some" }, saidElsewhere: true },
  { slug: "oevet", label: "Øvet", group: "more", from: { level: "skilled" }, saidElsewhere: true },
  { slug: "rolig", label: "Roligt tempo", group: "more", from: { demand: "none" }, tells: 6, saidElsewhere: true },
  { slug: "trinfri", label: "Uden trapper", group: "place", tells: 7, offered: true },
  { slug: "handicaptoilet", label: "Handicaptoilet", group: "place" },
  { slug: "teleslynge", label: "Teleslynge", group: "place", tells: 9 },
  { slug: "stille", label: "Stille omgivelser", group: "place", tells: 8 },
  { slug: "senior", label: "Seniorvenlig", group: "who", tells: 10 },
  { slug: "kun-kvinder", label: "Kun for kvinder", group: "who", limits: true },
  { slug: "kun-maend", label: "Kun for mænd", group: "who", limits: true },
  { slug: "online", label: "Online", group: "place", saidElsewhere: true },
  { slug: "frivillige", label: "Søger frivillige", group: "more" },
  { slug: "oevefaellesskab", label: "Øvefællesskab", group: "more", tells: 15 },
  { slug: "kommerciel", label: "Kommercielt tilbud", group: "more", tells: 16 },
  { slug: "bus", label: "Bus i nærheden", group: "more", from: { stated: "bus" }, saidElsewhere: true },
  { slug: "parkering", label: "Parkering", group: "more", from: { stated: "parking" }, saidElsewhere: true },
  { slug: "engelsk", label: "Engelsk", group: "more", from: { language: "en" }, tells: 14 },
  { slug: "arabisk", label: "Arabisk", group: "more", from: { language: "ar" } },
  { slug: "ukrainsk", label: "Ukrainsk", group: "more", from: { language: "uk" } },
  { slug: "nytilflyttet", label: "Ny i byen", group: "who" },
  { slug: "ledig", label: "Uden arbejde lige nu", group: "who" },
  { slug: "sorg", label: "For dig i sorg", group: "who", sensitive: true },
  { slug: "sygdom", label: "For dig, der er syg", group: "who", sensitive: true },
  { slug: "paaroerende", label: "For pårørende", group: "who", sensitive: true },
] as const satisfies readonly Fact[];

export type FactSlug = (typeof FACTS)[number]["slug"];

const ALL: readonly Fact[] = FACTS;
const byTelling = (a: Fact, b: Fact) => (a.tells ?? Infinity) - (b.tells ?? Infinity) || 0;
const slugs = (facts: readonly Fact[]) => facts.map(({ slug }) => slug);

export const FACT_SLUGS: readonly FactSlug[] = FACTS.map(({ slug }) => slug);
/** Those that follow from a field, and are seldom stated. */
export const DERIVED_FACTS = slugs(ALL.filter(({ from }) => from));
/** Those that a contact ticks: `online` stands with the place. */
export const TICKED_FACTS = slugs(ALL.filter(({ from, slug }) => !from && slug !== "online"));
/** What decides whether somebody dares come, most telling first. */
export const TELLING_FACTS = slugs(ALL.filter(({ tells }) => tells).toSorted(byTelling));
/** What keeps others away. */
export const LIMITING_FACTS = slugs(ALL.filter(({ limits }) => limits));
/** What a search offers first. */
export const OFFERED_FACTS = slugs(ALL.filter(({ offered }) => offered).toSorted(byTelling));
export const SENSITIVE_FACTS = slugs(ALL.filter(({ sensitive }) => sensitive));
export const FACTS_SAID_ELSEWHERE = slugs(ALL.filter(({ saidElsewhere }) => saidElsewhere));

/** The facts that a contact ticks under a heading, those that a search offers first. */
export function factsToTick(group: FactGroup): string[] {
  const here = slugs(ALL.filter((fact) => fact.group === group)).filter((slug) => TICKED_FACTS.includes(slug));
  return [
    ...OFFERED_FACTS.filter((slug) => here.includes(slug)),
    ...here.filter((slug) => !OFFERED_FACTS.includes(slug)),
  ];
}

/** The fields of an activity that facts are read from. */
export interface FactFields {
  facts: readonly string[];
  level: "beginner" | "some" | "skilled" | null;
  demand: "none" | "fair" | "good" | null;
  languages: readonly string[];
  bus: string | null;
  parking: boolean;
}

const DERIVED = ALL.flatMap(({ slug, from }) => (from ? [{ slug, from }] : []));

/**
 * Fact slugs, the stated and those that follow from a field, each once; languages in the order in which they are
 * spoken.
 */
export function factsOf(activity: FactFields): string[] {
  const spoken = (from: FactSource) => ("language" in from ? activity.languages.indexOf(from.language) : -1);
  const derived = DERIVED.filter(({ from }) => follows(from, activity)).sort((a, b) => spoken(a.from) - spoken(b.from));
  return [...new Set([...activity.facts, ...derived.map(({ slug }) => slug)])];
}

function follows(from: FactSource, activity: FactFields): boolean {
  if ("level" in from) return activity.level === from.level;
  if ("demand" in from) return activity.demand === from.demand;
  if ("language" in from) return activity.languages.includes(from.language);
  return Boolean(activity[from.stated]);
}

const LABELS = new Map(ALL.map(({ slug, label }) => [slug, label]));

/** The label of a fact; an unknown one as its slug. */
export function factLabel(slug: string): string {
  return LABELS.get(slug) ?? slug;
}

export function isFact(slug: string): slug is FactSlug {
  return LABELS.has(slug);
}
