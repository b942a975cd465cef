import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { isOnBoard, onBoard, onBoardOfTables, stands } from "../../db/on-board.ts";
import {
  activities,
  type ActivityState,
  type Audience,
  organisations,
  type OrganisationState,
} from "../../db/schema.ts";
import { addActivity, NOW, openSettledTown } from "../world.ts";

const STATES: readonly ActivityState[] = ["draft", "published", "paused", "withdrawn"];
const ORGANISATION_STATES: readonly OrganisationState[] = ["pending", "approved", "rejected"];
const AUDIENCES: readonly Audience[] = ["all", "referred"];
const COMBINATIONS = STATES.flatMap((state) =>
  [null, NOW].flatMap((lapsedAt) =>
    ORGANISATION_STATES.flatMap((organisation) =>
      AUDIENCES.map((audience) => ({ state, lapsedAt, organisation, audience })),
    ),
  ),
);

const { db } = openSettledTown();

it.each(COMBINATIONS)(
  "a $state activity for $audience (taken off: $lapsedAt) of an association that is $organisation is on the board or off it, whoever asks",
  (combination) => {
    const { state, lapsedAt, organisation, audience } = combination;
    const id = addActivity(db, { id: Object.values(combination).join("-"), state, lapsedAt, audience });
    db.update(organisations).set({ state: organisation }).run();
    const isOn = state === "published" && lapsedAt === null && organisation === "approved" && audience === "all";

    expect(isOnBoard({ state, lapsedAt, audience }, { state: organisation })).toBe(isOn);
    expect(stands({ state, lapsedAt, audience })).toBe(isOnBoard({ state, lapsedAt, audience }, { state: "approved" }));
    const raw = db.all(
      sql`SELECT a.id FROM activities a JOIN organisations o ON o.id = a.organisation_id WHERE a.id = ${id} AND ${onBoard}`,
    );
    expect(raw).toHaveLength(isOn ? 1 : 0);
    const written = db
      .select({ id: activities.id })
      .from(activities)
      .innerJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(onBoardOfTables);
    expect(written.all().some((row) => row.id === id)).toBe(isOn);
  },
);
