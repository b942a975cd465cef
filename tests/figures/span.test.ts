import { describe, expect, it } from "vitest";
import {
  addMonths,
  instantsOf,
  keyOfPeriod,
  periodIn,
  periodsBefore,
  spanIn,
  spanOf,
  usualSpan,
} from "../../src/figures/span.ts";
import { instantOf } from "../../src/shared/time.ts";
import { NOW } from "../world.ts";

const asked = (query: string) => spanIn(new URLSearchParams(query), NOW);

describe("The months of the figures", () => {
  it("are the last twelve and this one where nobody says", () => {
    expect(usualSpan(NOW)).toEqual({ from: "2025-11", until: "2026-11" });
    expect(asked("")).toEqual(usualSpan(NOW));
    expect(asked("fra=2026-02")).toEqual({ from: "2026-02", until: "2026-11" });
  });

  it.each([
    "fra=2026-13",
    "fra=2026-1",
    "fra=2026-05&til=2026-04",
    "til=2026-12",
    "fra=2016-11",
    "fra='",
    "fra=1999-01",
  ])("are refused: %s", (query) => {
    expect(asked(query)).toBeNull();
  });

  it("go over New Year, and begin and end at midnight here", () => {
    expect(addMonths("2026-01", -1)).toBe("2025-12");
    expect(addMonths("2025-12", 1)).toBe("2026-01");
    expect(instantsOf({ from: "2026-03", until: "2026-03" })).toEqual({
      from: instantOf("2026-03-01", "00:00"),
      until: instantOf("2026-04-01", "00:00"),
    });
  });
});

describe("What may leave", () => {
  it("is of quarters and years that are over", () => {
    expect(periodIn("2026-K3", NOW)).toEqual({ year: 2026, quarter: 3 });
    expect(periodIn("2025", NOW)).toEqual({ year: 2025, quarter: null });
    for (const text of ["2026", "2026-K4", "2026-K5", "2026-07", "", "2026-K3 "])
      expect(periodIn(text, NOW)).toBeNull();
    expect(spanOf({ year: 2026, quarter: 3 })).toEqual({ from: "2026-07", until: "2026-09" });
    expect(periodsBefore(NOW, 2).map(keyOfPeriod)).toEqual([
      "2026-K3",
      "2026-K2",
      "2026-K1",
      "2025",
      "2025-K4",
      "2025-K3",
      "2025-K2",
      "2025-K1",
    ]);
  });
});
