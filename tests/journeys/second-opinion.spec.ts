import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { expectNoAlfaProblems } from "./alfa.ts";
import { goTo, OPEN, PHONE, PUBLIC } from "./public-pages.ts";
import { expect, test } from "./support.ts";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended", "html-validate:a11y"],
    // Astro lays a style of one line where the first island of a page stands.
    elements: ["html5", { style: { flow: true } }],
    rules: {
      // A button that sends its form, and a field for text, are what HTML makes of them when nothing is said.
      "no-implicit-button-type": "off",
      "no-implicit-input-type": "off",
      // Said twice, by its place and by `for`, a label is found by every program that one speaks to.
      "no-redundant-for": "off",
      // A wish may have several values (two days, two areas): a field for each, all of one name.
      "form-dup-name": "off",
      // Styles keep a `.number` in one line; in `.call` that is the part behind the words.
      "tel-non-breaking": ["error", { ignoreClasses: ["number", "call"] }],
    },
  }),
);

test.describe("Somebody whose browser takes HTML at its word", () => {
  for (const path of PUBLIC) {
    test(`gets ${path} without a fault`, async ({ page }) => {
      const { results } = await validator.validateString(await (await goTo(page, path)).text());
      const faults = results.flatMap(({ messages }) => messages);
      expect(faults.map(({ ruleId, message, selector }) => `${ruleId}  ${selector}  ${message}`)).toEqual([]);
    });
  }
});

test.describe("Somebody whose aids judge a page in another way than axe", () => {
  for (const path of PUBLIC) {
    test(`can use ${path}, wide and on a phone`, async ({ page }) => {
      await goTo(page, path);
      await expectNoAlfaProblems(page);
      await page.setViewportSize(PHONE);
      await expectNoAlfaProblems(page);
    });
  }

  for (const [what, open] of Object.entries(OPEN)) {
    test(`can use ${what}`, async ({ page }) => {
      await open(page);
      await expectNoAlfaProblems(page);
    });
  }
});
