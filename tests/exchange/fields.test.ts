import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { type Activity, emptyFields } from "../../src/activities/activity.ts";
import { activityForm } from "../../src/activities/activity-form.ts";
import { fieldsFrom } from "../../src/activities/form-to-fields.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { publish } from "../../src/activities/publishing.ts";
import { newestActivity } from "../../src/activities/queries.ts";
import { activityPage } from "../../src/board/activity-page.ts";
import { lineOf } from "../../src/exchange/write-line.ts";
import { readLine } from "../../src/exchange/line.ts";
import { IMPORTED_COLUMNS, merge, written } from "../../src/exchange/reconcile.ts";
import {
  BEGIN_FIELDS,
  FIELD_NAMES,
  LINE_PLACES,
  PAGE_FIELDS,
  placeTold,
  USUAL_FIELDS,
} from "../../src/shared/field-groups.ts";
import { FIELDS, type Kind } from "../../src/shared/fields.ts";
import { activityOf, addOrganisation, contactOf, NOW, openTown, wholeFields } from "../world.ts";

/** Something that a field may hold, and nothing as well. */
function heldBy(kind: Kind): fc.Arbitrary<unknown> {
  if ("flag" in kind) return fc.boolean();
  if ("upTo" in kind) return fc.option(fc.integer({ min: 1, max: kind.upTo }));
  if ("choice" in kind) return fc.constantFrom(...kind.choice, null);
  const text = fc.stringMatching(/^[a-zæøå][a-zæøå0-9 ,.]{0,60}[a-zæøå]$/);
  return fc.option(text.map((said) => said.slice(0, kind.text).trim()));
}

const usual = fc.record(
  Object.fromEntries(USUAL_FIELDS.map((name) => [name, heldBy(FIELDS[name].kind)])),
) as fc.Arbitrary<Partial<Activity>>;

let db: OpenDb;
let activity: Activity;
beforeEach(() => {
  db = openTown();
  const organisation = addOrganisation(db, "Viby Bibliotek");
  const lis = contactOf(db, organisation);
  const { id } = createDraft(db, lis, organisation, wholeFields(), NOW);
  publish(db, lis, id, NOW);
  activity = activityOf(db, id);
});

describe("Each field of the register", () => {
  it("is a column with something empty, and has a name in Danish for those who bring it in", () => {
    expect(Object.keys(activity)).toEqual(expect.arrayContaining(FIELD_NAMES));
    expect(Object.keys(emptyFields())).toEqual(FIELD_NAMES);
    expect(emptyFields().themes).not.toBe(emptyFields().themes);
    for (const line of LINE_PLACES.keys()) expect(placeTold(line), line).toMatch(/^\p{Ll}/u);
  });

  it("that a line states is written by an import, and kept when a person has edited it", () => {
    expect(IMPORTED_COLUMNS).toEqual(expect.arrayContaining(FIELD_NAMES));
    const known = { ...activity, imported: written(activity) };
    for (const [line, names] of LINE_PLACES) {
      const edited = { ...known, ...Object.fromEntries(names.map((name) => [name, "edited"])) };
      const wanted = { ...activity, ...Object.fromEntries(names.map((name) => [name, "wanted"])) };
      expect(merge(edited, wanted).kept, line).toEqual([line]);
      expect(Object.keys(merge(known, wanted).change), line).toEqual(names);
    }
  });

  it("of the usual kinds goes out in a line and comes back as it was", () => {
    fc.assert(
      fc.property(usual, (held) => {
        const read = readLine(
          lineOf({ ...activity, ...held }, "Viby Bibliotek", { contacts: true }),
          new Set(["haandarbejde"]),
        );
        expect(read).toMatchObject({ fields: held });
      }),
    );
  });

  it("of the usual kinds is typed in a form and is what was typed", () => {
    fc.assert(
      fc.property(usual, (held) => {
        const typed = Object.entries(held).flatMap(([name, value]) =>
          value === null || value === false ? [] : [[name, value === true ? "ja" : String(value)]],
        );
        const form = activityForm.parse({ title: "Strik", ...Object.fromEntries(typed) });
        expect(fieldsFrom(form, null, NOW)).toMatchObject(held);
      }),
    );
  });

  it("that the page shows is there as it is stored, and a new activity begins with no more than what it may", () => {
    const page = activityPage(db, activity.slug, NOW);
    for (const name of PAGE_FIELDS) expect(page?.[name], name).toEqual(activity[name]);
    const start = newestActivity(db, contactOf(db, activity.organisationId), activity.organisationId);
    expect(Object.keys(start ?? {})).toEqual(["title", ...BEGIN_FIELDS]);
  });
});
