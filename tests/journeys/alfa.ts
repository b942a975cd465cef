import type { Page } from "@playwright/test";
import { Playwright } from "@siteimprove/alfa-playwright";
import rules from "@siteimprove/alfa-rules";
import { Conformance, Criterion } from "@siteimprove/alfa-wcag";
import { expect } from "./support.ts";

const isAsked = Conformance.isAA();
/** Rules of WCAG 2.2 A and AA and of good manners; those that only AAA asks for are left out. */
const RULES = [...rules].filter(
  (rule) =>
    !rule.hasRequirement(Criterion.isCriterion) || rule.requirements.filter(Criterion.isCriterion).some(isAsked),
);

/** What Siteimprove's Alfa is sure is wrong on a page as it stands; what it would ask a person is let be. */
export async function expectNoAlfaProblems(page: Page): Promise<void> {
  const judged = await Playwright.toPage(await page.evaluateHandle(() => document));
  const problems: string[] = [];
  for (const rule of RULES)
    for (const outcome of await rule.evaluate(judged))
      if (outcome.outcome === "failed" && !isSaidAlready(rule.uri, String(outcome.target)))
        problems.push(`${rule.uri}  ${String(outcome.target).slice(0, 200)}`);
  expect.soft(problems, `${page.url()} at ${page.viewportSize()?.width} pixels`).toEqual([]);
}

/** That a group of fields has a name: a `<details>` is a group, and its summary would be heard twice as its name. */
function isSaidAlready(rule: string, target: string): boolean {
  return rule.endsWith("/sia-r60") && target.startsWith("<details");
}
