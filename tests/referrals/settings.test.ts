import { beforeEach, describe, expect, it } from "vitest";
import { type OpenDb, openDb } from "../../db/client.ts";
import {
  clearSetting,
  fits,
  readSetting,
  readSettings,
  SETTING_KEYS,
  SETTINGS,
  writeSetting,
} from "../../db/settings.ts";
import { ROOT } from "../harness/root.ts";
import { openTown, TEAM } from "../world.ts";

let db: OpenDb;
beforeEach(() => {
  db = openTown();
});

describe("What the people who run the site decide", () => {
  it("has a default that fits, a label and words that an editor understands", () => {
    expect(SETTING_KEYS.filter((key) => !fits(key, SETTINGS[key].value))).toEqual([]);
    expect(SETTING_KEYS.filter((key) => SETTINGS[key].label.length < 3)).toEqual([]);
    expect(readSetting(db, "promiseDays")).toBe(3);
  });

  it("has nothing to begin with that only they can know", () => {
    const known = openDb(":memory:", ROOT);
    const said = readSettings(known, ["employer", "phone", "phoneHours", "controller", "adviser"]);
    expect(Object.values(said)).toEqual(["", "", "", "", ""]);
    expect(Object.values(readSettings(known, SETTING_KEYS)).join("\n")).not.toMatch(
      /folkesundhed|frivilligcenter|rådhus|86 00/i,
    );
  });

  it("a team's own value comes before the site's, and that before the default", () => {
    writeSetting(db, "phone", "11 11 11 11");
    expect(readSetting(db, "phone", TEAM)).toBe("11 11 11 11");
    writeSetting(db, "phone", "22 22 22 22", TEAM);
    expect(readSettings(db, ["phone", "promiseDays"], TEAM)).toEqual({ phone: "22 22 22 22", promiseDays: 3 });
    expect(readSetting(db, "phone")).toBe("11 11 11 11");
    clearSetting(db, "phone", TEAM);
    expect(readSetting(db, "phone", TEAM)).toBe("11 11 11 11");
  });

  it("refuses what is out of bounds, of another type, or not a team's to decide", () => {
    expect(() => writeSetting(db, "promiseDays", 0)).toThrow(TypeError);
    expect(() => writeSetting(db, "promiseDays", 2.5)).toThrow(TypeError);
    expect(() => writeSetting(db, "auditMonths", 6, TEAM)).toThrow(TypeError);
    expect(readSetting(db, "promiseDays")).toBe(3);
  });
});
