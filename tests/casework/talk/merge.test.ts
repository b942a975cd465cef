import { describe, expect, it } from "vitest";
import { mergeSheets } from "../../../src/casework/talk/merge.ts";
import { EMPTY, type Sheet } from "../../../src/casework/talk/sheet.ts";

const sheet = (said: Partial<Sheet>): Sheet => ({ ...EMPTY, ...said });

describe("Two tabs with the same sheet", () => {
  it("keep what each wrote where the other wrote nothing", () => {
    const first = mergeSheets(EMPTY, EMPTY, sheet({ likes: "strik", needs: ["trinfri"] }));
    const both = mergeSheets(first, EMPTY, sheet({ lines: "4A", km: 3 }));
    expect(both).toEqual(sheet({ likes: "strik", needs: ["trinfri"], lines: "4A", km: 3 }));
  });

  it("keep both where both wrote words in the same place, and the later of what is ticked", () => {
    const stored = sheet({ note: "Ring om tirsdagen", economy: "free" });
    expect(mergeSheets(stored, EMPTY, sheet({ note: "Er enke", economy: "at-most" }))).toEqual(
      sheet({ note: "Ring om tirsdagen\nEr enke", economy: "at-most" }),
    );
  });

  it("can take away what stood in front of whoever saves", () => {
    const stored = sheet({ likes: "strik", times: ["tir-aften"], km: 3 });
    expect(mergeSheets(stored, stored, EMPTY)).toEqual(EMPTY);
  });

  it("do not say twice what was saved while its answer was lost", () => {
    expect(mergeSheets(sheet({ note: "Er en" }), EMPTY, sheet({ note: "Er enke" })).note).toBe("Er enke");
    expect(mergeSheets(sheet({ note: "Er enke" }), EMPTY, sheet({ note: "Er en" })).note).toBe("Er enke");
    expect(mergeSheets(sheet({ note: "Er enke" }), EMPTY, sheet({ note: "Er enke" })).note).toBe("Er enke");
  });
});
