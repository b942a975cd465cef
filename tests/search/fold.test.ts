import { describe, expect, it } from "vitest";
import { fold, foldWithMap } from "../../search/fold.ts";

describe("Words as they are compared", () => {
  it("hold no signs that nobody sees", () => {
    expect(fold("strik\u00ADke\u200Bca\uFEFFfé")).toBe("strikkecafe");
    expect(fold("\u202Bقهوة\u202C")).toBe("قهوة");
    expect(fold("👩\u200D👧")).toBe("👩\u200D👧");
  });

  it("lead back to the text as it was typed", () => {
    const { text, at } = foldWithMap("Å\u00ADben");
    expect(text).toBe("aaben");
    expect(at).toEqual([0, 0, 2, 3, 4, 5]);
  });
});
