import { expect, test } from "@playwright/test";
import { expectNoScrollingSideways, expectNoViolations } from "./checks";

test("anybody reads what the catalogue holds, and takes a figure along", async ({ page, request }) => {
  await page.goto("/en/about");
  await page.getByRole("contentinfo").getByRole("link", { name: "Statistics" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Statistics" })).toBeVisible();
  await expectNoViolations(page);

  const levels = page.getByRole("region", { name: "Offerings by EQF level" });
  await levels.getByText("The numbers as a table").click();
  const row = levels.getByRole("row", { name: /^EQF level 5 / });
  await expect(row).toBeVisible();
  const shown = ((await row.getByRole("cell").textContent()) ?? "").replace(/\D/g, "");
  await expect(levels.getByRole("img")).toHaveAccessibleName(new RegExp(`EQF level 5 ${shown}\\b`));

  const csv = await request.get((await levels.getByRole("link", { name: /^CSV file/ }).getAttribute("href")) ?? "");
  const text = await csv.text();
  expect(text).toContain("figure,title,definition,counted_at,category,name,part,part_name,count");
  expect(text).toContain(`,5,EQF level 5,,,${shown}\n`);

  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoScrollingSideways(page, "statistics");
});

test("an authority sees its own providers and prints the report of a year", async ({ page }) => {
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: /Bram Registers/ }).click();
  await page.waitForURL(/\/manage/);
  await page.goto("/en/oversight/statistics");
  const providers = page.getByRole("table", { name: "Provider by provider" });
  await expect(providers.getByRole("link", { name: "Lindewater University of Applied Sciences" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Accreditations that end" })).toBeVisible();
  await expectNoViolations(page);

  await page.getByRole("link", { name: "Yearly report" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Yearly report \d{4}$/ })).toBeVisible();
  const year = page.getByLabel("Year", { exact: true });
  const last = (await year.locator("option").nth(1).getAttribute("value")) ?? "";
  await year.selectOption(last);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Yearly report ${last}` })).toBeVisible();
  await expect(page.getByText(`at the end of 31 December ${last}`)).toBeVisible();
  await expectNoViolations(page);
});

test("figures can be read and opened without JavaScript, and one that is not there is named", async ({ browser, request, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("/de/statistics");
  const modes = page.getByRole("region", { name: "Angebote nach Form der Teilnahme" });
  await modes.getByText("Die Zahlen als Tabelle").click();
  await expect(modes.getByRole("table")).toBeVisible();
  await context.close();
  const unknown = await request.get("/api/v1/statistics/mood.csv");
  expect(unknown.status()).toBe(404);
  expect((await unknown.json()).problems[0].code).toBe("figureUnknown");
  expect((await request.get("/en/oversight/statistics/file?code=lapses")).status()).toBe(404);
});
