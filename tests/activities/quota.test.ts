import { beforeEach, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { images, unfinishedForms } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { emptyFields } from "../../src/activities/activity.ts";
import { cloneActivity, createDraft } from "../../src/activities/writing.ts";
import { checkRoomForPicture, roomForDrafts } from "../../src/activities/quota.ts";
import { keepUnfinished } from "../../src/activities/unfinished-form.ts";
import { addActivity, NOW, openSettledTown, refusalOf } from "../world.ts";

let db: OpenDb;
let lis: Viewer;
beforeEach(() => {
  ({ db, lis } = openSettledTown());
});

const draft = (n: number) => createDraft(db, lis, "viby-bibliotek", { ...emptyFields(), title: `Strik ${n}` }, NOW);

it("An association has room for so many drafts as an editor decides, and for any number on the board", () => {
  writeSetting(db, "draftsPerOrganisation", 20);
  for (let n = 0; n < 30; n++) addActivity(db, { id: `a${n}` });
  for (let n = 0; n < 19; n++) draft(n);
  const { id } = draft(19);
  expect(refusalOf(() => draft(20))).toBe("title: manyDrafts");
  expect(refusalOf(() => cloneActivity(db, lis, id, NOW))).toBe("manyDrafts");
});

it("One that nobody has said yes to writes twenty, of whatever kind", () => {
  db.run("UPDATE organisations SET state = 'pending'");
  for (let n = 0; n < 15; n++) addActivity(db, { id: `a${n}` });
  for (let n = 0; n < 5; n++) draft(n);
  expect(refusalOf(() => draft(5))).toBe("title: manyBeforeApproval");
  expect(roomForDrafts(db, "viby-bibliotek")).toBe(0);
  for (let n = 0; n < 20; n++)
    db.insert(images)
      .values({ id: `b${n}`, organisationId: "viby-bibliotek", alt: "", width: 1, height: 1, createdAt: NOW })
      .run();
  expect(refusalOf(() => checkRoomForPicture(db, "viby-bibliotek"))).toBe("file: manyPictures");
});

it("Of a person's half written forms the last twenty are kept", () => {
  for (let n = 0; n < 30; n++) keepUnfinished(db, lis, JSON.stringify({ form: `ret-${n}`, typed: {} }), NOW + n);
  const kept = db
    .select()
    .from(unfinishedForms)
    .all()
    .map(({ form }) => form);
  expect(kept).toHaveLength(20);
  expect(kept).toContain("ret-29");
  expect(kept).not.toContain("ret-9");
});
