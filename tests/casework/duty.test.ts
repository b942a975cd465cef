import { beforeEach, describe, expect, it } from "vitest";
import { changeOwnWork, ownWork } from "../../src/casework/following/duty.ts";
import { planOf } from "../../src/casework/following/planning.ts";
import { take } from "../../src/casework/deeds.ts";
import { findCase } from "../../src/casework/store.ts";
import { NOW, refusalOf, TEAM } from "../world.ts";
import { ask, openDesk } from "./support.ts";

describe("How a brobygger follows up", () => {
  let desk: ReturnType<typeof openDesk>;
  beforeEach(() => {
    desk = openDesk();
  });
  const taken = (phone: string) => {
    const { id } = ask(desk.db, desk.box, { phone });
    take(desk.db, desk.maria, id, NOW);
    return id;
  };
  const planned = (id: string) => planOf(desk.db, findCase(desk.db, id)!);

  it("is as the team does, until one says otherwise, and then for new cases alone", () => {
    const first = taken("+4541860901");
    expect(planned(first)).toBe("three-times");
    changeOwnWork(desk.db, desk.maria, TEAM, { plan: "as-needed", hours: 12.5 });
    const second = taken("+4541860902");
    expect([planned(first), planned(second)]).toEqual(["three-times", "as-needed"]);
    expect(ownWork(desk.db, desk.maria, TEAM)).toEqual({ plan: "as-needed", hours: 12.5 });
    expect(ownWork(desk.db, desk.hassan, TEAM).plan, "of nobody else").toBeNull();
  });

  it("is said of one's own teams alone", () => {
    expect(refusalOf(() => changeOwnWork(desk.db, desk.stranger, TEAM, { plan: null, hours: 37 }))).toBe("unknown");
  });
});
