import { join } from "node:path";
import type { Page } from "@playwright/test";
import { contact } from "../../src/texts/contact.ts";
import { takingIn, remarkInWords } from "../../src/texts/exchange.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { standingSaid } from "../../src/texts/standing.ts";
import { ROOT } from "../harness/root.ts";
import { type Cell, workbookOf } from "../sheets/workbook.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

const CALENDAR = join(ROOT, "tests/exchange/fixtures/folkehuset.ics");

test.describe("A contact who has it written somewhere else", () => {
  test.describe.configure({ mode: "serial" });

  test("brings a calendar in, with its series, exceptions and a moved date; twice changes nothing", async ({
    page,
  }) => {
    await signInAs(page, "contact");
    await page.goto("/forening");
    await page.getByRole("link", { name: takingIn.title }).first().click();
    await page.getByRole("link", { name: takingIn.ways.calendar.label, exact: true }).click();
    await handIn(page, CALENDAR, takingIn.calendarButton);
    await expect(page.getByText(takingIn.nothingYet)).toBeVisible();
    await expect(page.locator(".outcomes > [data-kind=new]")).toHaveCount(4);
    await expect(page.locator(".outcomes > [data-kind=skipped]")).toHaveCount(1);
    await expect(page.getByText(takingIn.over(1))).toBeVisible();
    await expect(page.locator(".outcomes > li").first()).toContainText("aflyst den 8. december");
    await expect(page.locator(".outcomes > li").first()).toContainText("flyttet til onsdag den 2. december kl. 17–19");
    await expectNoAxeProblems(page);
    await page.getByLabel(contact.contactName).fill("Lis");
    await page.getByRole("button", { name: takingIn.confirm }).click();
    await expect(page.getByText(takingIn.done)).toBeVisible();

    await page.getByRole("link", { name: "Strik ved åen" }).click();
    await expect(page.getByLabel(contact.title)).toHaveValue("Strik ved åen");
    await page.getByRole("button", { name: contact.saveAndSee }).click();
    await expect(page.locator("#status")).toHaveText(standingSaid.draft);
    await page.getByRole("button", { name: contact.publish, exact: true }).click();
    await expect(page.locator("#status")).toHaveText(standingSaid.on);
    await page.getByRole("link", { name: contact.openPublic }).click();
    await expect(page.locator(".dates li").first()).toContainText("24. november");
    await expect(page.locator(".dates li").nth(1)).toContainText("onsdag den 2. december kl. 17–19");
    await expect(page.locator(".dates li").nth(2).locator("s")).toContainText("8. december");

    await page.goto("/forening/hent/kalender");
    await handIn(page, CALENDAR, takingIn.calendarButton);
    await expect(page.locator(".outcomes > [data-kind=same]")).toHaveCount(4);
    await expect(page.locator(".outcomes > [data-kind=new]")).toHaveCount(0);
  });

  test("hears at once of an address that may not be asked, and of a file that is none", async ({ page }) => {
    await signInAs(page, "contact");
    await page.goto("/forening/hent/kalender");
    await page.getByLabel(takingIn.calendarAddress).fill("http://169.254.169.254/latest");
    await page.getByRole("button", { name: takingIn.calendarButton }).click();
    await expect(page.locator(".field .error")).toHaveText(refusals["calendarPrivate"] ?? "");
    await expect(page.getByLabel(takingIn.calendarAddress)).toHaveValue("http://169.254.169.254/latest");
    await page.setInputFiles("input[type=file]", {
      name: "a.ics",
      mimeType: "text/calendar",
      buffer: Buffer.from("<svg/>"),
    });
    await page.getByRole("button", { name: takingIn.calendarButton }).click();
    await expect(page.locator(".field .error")).toHaveText(refusals["notCalendar"] ?? "");
  });
});

test("A contact sets a text in and finds the form filled in @phone", async ({ page }) => {
  const title = uniqueTitle("Gåtur");
  await signInAs(page, "contact");
  await page.goto("/forening/ny");
  await page.getByRole("link", { name: takingIn.link }).click();
  await page.getByRole("link", { name: takingIn.ways.text.label, exact: true }).click();
  await page
    .getByLabel(takingIn.textLabel)
    .fill(
      `${title}\nVi går hver tirsdag kl. 10-12 fra Viby Bibliotek, Skanderborgvej 170, 8260 Viby J. Det er gratis. Kontakt Lis på 12 34 56 78.`,
    );
  await page.getByRole("button", { name: takingIn.textButton }).click();
  await expect(page.getByLabel(contact.title)).toHaveValue(title);
  await expect(page.locator("[name=w0day]")).toHaveValue("tir");
  await expect(page.locator("[name=w0start]")).toHaveValue("10:00");
  await expect(page.locator("[name=postcode]")).toHaveValue("8260");
  await expect(page.getByLabel(contact.contactName)).toHaveValue("Lis");
  const { literal } = (await (await page.request.get(`/api/aktiviteter?q=${title.split(" ")[1]}`)).json()) as {
    literal: number;
  };
  expect(literal).toBe(0);
});

test("A contact brings a spreadsheet in row by row, from the empty sheet", async ({ page, request }) => {
  await signInAs(page, "contact");
  await page.goto("/forening/hent/regneark");
  const template = await (await page.request.get("/forening/hent/skabelon.csv")).text();
  expect((await request.get("/forening/hent/skabelon.csv", { maxRedirects: 0 })).status()).toBe(303);
  const title = uniqueTitle("Kor");
  const sheet = `${template}${";".repeat(1)}${title};;tirsdag;19;21;;;Huset;;8000;gratis;;Bo;;;\r\n;Fejl;;mndag;19;21\r\n`;
  await page.setInputFiles("input[type=file]", { name: "ark.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) });
  await page.getByRole("button", { name: takingIn.sheetButton }).click();
  await expect(page.locator(".outcomes > li").nth(1)).toContainText(title);
  await expect(page.locator(".outcomes > li").nth(2)).toContainText(remarkInWords(["weekday", "mndag"]));
  await expect(page.locator(".outcomes > li").nth(2)).toContainText(takingIn.row(4));
  await expectNoAxeProblems(page);
  await page.getByRole("button", { name: takingIn.confirm }).click();
  await expect(page.locator(".outcomes > li").nth(2)).toContainText(takingIn.row(4));
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByLabel(contact.title)).toHaveValue(title);
});

test("A contact on a phone brings an Excel file of twelve in, and no odd line is lost @phone", async ({ page }) => {
  const name = uniqueTitle("Ark");
  await signInAs(page, "contact");
  await page.goto("/forening/hent/regneark");
  await page.setInputFiles("input[type=file]", {
    name: "program.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(workbookOf(programOf(name))),
  });
  await page.getByRole("button", { name: takingIn.sheetButton }).click();
  const lines = page.locator(".outcomes > li");
  await expect(lines).toHaveCount(12);
  await expect(page.locator(".outcomes > [data-kind=new]")).toHaveCount(12);
  const line = (n: number) => lines.filter({ hasText: `${name} ${n}.` });
  await expect(line(1)).toContainText("75 kr. pr. gang");
  await expect(line(1)).toContainText("Viby Bibliotek, Skanderborgvej 170, 8260");
  await expect(line(1)).toContainText("41 86 09 00");
  await expect(line(4)).toContainText(remarkInWords("whichWeek"));
  await expect(line(7)).toContainText(remarkInWords(["price", "20-30 kr"]));
  await expect(line(7)).toContainText(`Pris: ${takingIn.notSaid}`);
  await expect(line(10)).toContainText(remarkInWords(["weekday", "efter aftale"]));
  await expectNoAxeProblems(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByLabel(takingIn.pricesLater).check();
  await page.getByRole("button", { name: takingIn.confirm }).click();
  await expect(page.getByText(takingIn.done)).toBeVisible();
  await line(7).getByRole("link").click();
  await expect(page.getByLabel(contact.unknownPrice)).toBeChecked();
  await expect(page.locator("[name=d0start]")).toHaveValue("19:00");
});

/** Twelve lines below two of a heading: the fourth, the seventh and the tenth each have a cell that leaves a doubt. */
function programOf(name: string): Cell[][] {
  const odd: Record<number, [at: number, cell: string]> = {
    4: [1, "hver anden torsdag"],
    7: [4, "20-30 kr"],
    10: [1, "efter aftale"],
  };
  const usual = Array.from({ length: 12 }, (_, i): Cell[] => {
    const cells: Cell[] = [
      `${name} ${i + 1}.`,
      i % 2 ? "torsdag" : { day: 46360 },
      { day: 19 / 24 },
      { day: 21 / 24 },
      75,
      "Viby Bibliotek, Skanderborgvej 170, 8260 Viby J",
      "Lis, 41 86 09 00",
    ];
    const [at, cell] = odd[i + 1] ?? [];
    return at === undefined || cell === undefined ? cells : cells.with(at, cell);
  });
  return [["Program 2027"], ["Arrangement", "Dato", "Kl.", "Slut kl.", "Entré", "Sted", "Kontakt"], ...usual];
}

test("A contact shows a picture, with words for those who do not see it", async ({ page }) => {
  const { default: sharp } = await import("sharp");
  const bytes = await sharp({ create: { width: 900, height: 500, channels: 3, background: "#7aa" } })
    .jpeg()
    .toBuffer();
  await signInAs(page, "contact");
  await page.goto("/forening/hent/tekst");
  await page.getByLabel(takingIn.textLabel).fill(`${uniqueTitle("Maling")}\nVi maler hver onsdag kl. 10-12.`);
  await page.getByRole("button", { name: takingIn.textButton }).click();
  await page.waitForURL(/\/aktivitet\//);
  await page.goto(`${new URL(page.url()).pathname}/vis`);
  await page.getByRole("link", { name: takingIn.picturePage, exact: true }).click();
  await page.setInputFiles("input[type=file]", { name: "a.jpg", mimeType: "image/jpeg", buffer: bytes });
  await page.getByRole("button", { name: takingIn.pictureSave }).click();
  await expect(page.locator("#f-alt-error")).toBeVisible();
  await page.setInputFiles("input[type=file]", {
    name: "a.svg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("<svg onload=alert(1)>"),
  });
  await page.getByLabel(takingIn.pictureAlt).fill("Et bord med farver");
  await page.getByRole("button", { name: takingIn.pictureSave }).click();
  await expect(page.locator("#f-file-error")).toHaveText(refusals["pictureKind"] ?? "");
  await page.setInputFiles("input[type=file]", { name: "a.jpg", mimeType: "image/jpeg", buffer: bytes });
  await page.getByRole("button", { name: takingIn.pictureSave }).click();
  const picture = page.getByRole("img", { name: "Et bord med farver" });
  await expect(picture).toBeVisible();
  const address = (await picture.getAttribute("src")) ?? "";
  const answer = await page.request.get(address);
  expect([answer.status(), answer.headers()["content-type"], answer.headers()["cache-control"]]).toEqual([
    200,
    "image/webp",
    "public, max-age=31536000, immutable",
  ]);
  await expectNoAxeProblems(page);
  await page.getByRole("button", { name: takingIn.pictureRemove }).click();
  await expect(picture).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
});

async function handIn(page: Page, file: string, button: string): Promise<void> {
  await page.setInputFiles("input[type=file]", file);
  await page.getByRole("button", { name: button }).click();
  await page.waitForURL(/se=ja/);
}
