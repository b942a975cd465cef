import { and } from "drizzle-orm";
import { expect, it } from "vitest";
import { cases, type ReferralState } from "../../db/schema.ts";
import { isLate, isOpen, lateBy, isOpenCase } from "../../src/casework/open.ts";
import { NOW, openTown, TEAM } from "../world.ts";

const STATES: readonly ReferralState[] = ["new", "taken", "closed", "withdrawn"];
const REQUESTS = STATES.flatMap((state) =>
  [null, NOW - 5].flatMap((firstAttemptAt) =>
    [NOW - 1, NOW, NOW + 1].map((dueAt) => ({ state, firstAttemptAt, dueAt, createdAt: NOW - 10 })),
  ),
);

it("whoever waits for a call, and has waited too long, is the same in a list as on the page of the case", () => {
  const db = openTown();
  for (const [number, request] of REQUESTS.entries())
    db.insert(cases)
      .values({ ...request, id: `${number}`, reference: `FB-${number}`, teamId: TEAM, door: "site" })
      .run();
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  const numbersOf = (holds: (request: (typeof REQUESTS)[number]) => boolean) =>
    REQUESTS.flatMap((request, number) => (holds(request) ? [number] : []));

  expect(ids(db.select({ id: cases.id }).from(cases).where(isOpenCase).all())).toEqual(
    numbersOf(({ state }) => isOpen(state)),
  );
  const late = ids(
    db
      .select({ id: cases.id })
      .from(cases)
      .where(and(isOpenCase, lateBy(NOW)))
      .all(),
  );
  expect(late).toEqual(numbersOf((request) => isLate(request, NOW)));
  expect(late).toHaveLength(3);
});
