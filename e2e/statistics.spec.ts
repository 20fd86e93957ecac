import { expect, test } from "@playwright/test";
import { expectNoScrollingSideways, expectNoViolations } from "./checks";

test("anybody reads what the catalogue holds, and takes a figure along", async ({ page, request }) => {
  await page.goto("/en/about");
  await page.getByRole("contentinfo").getByRole("link", { name: "Statistics" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Statistics" })).toBeVisible();
  await expectNoViolations(page);

  const levels = page.getByRole("region", { name: "Offerings by EQF level" });
  // What others publish meanwhile may be counted between the page and its file: then both are read once more.
  await expect(async () => {
    await page.reload();
    await levels.getByText("The numbers as a table").click();
    const row = levels.getByRole("row", { name: /^EQF level 5 / });
    await expect(row).toBeVisible();
    const shown = ((await row.getByRole("cell").textContent()) ?? "").replace(/\D/g, "");
    await expect(levels.getByRole("img")).toHaveAccessibleName(new RegExp(`EQF level 5 ${shown}\\b`));

    const csv = await request.get((await levels.getByRole("link", { name: /^CSV file/ }).getAttribute("href")) ?? "");
    const text = await csv.text();
    expect(text).toContain("figure,title,definition,counted_at,category,name,part,part_name,count");
    expect(text).toContain(`,5,EQF level 5,,,${shown}\n`);
  }).toPass();

  await levels.getByText("Over time, by month").click();
  await expect(levels.getByRole("table", { name: "Offerings by EQF level: over time" })).toBeVisible();
  await page.getByLabel("Region (seat of the provider)").selectOption({ label: "Limburg" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/region=BE22/);
  const byMonth = await request.get((await levels.getByRole("link", { name: /^CSV by month/ }).getAttribute("href")) ?? "");
  expect(await byMonth.text()).toContain("figure,title,definition,month,category,name,part,part_name,count");
  expect((await request.get("/api/v1/statistics/level?region=BE99")).status()).toBe(422);

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

test("an authority sees what people look for and where nothing is, without JavaScript too", async ({ page, browser, baseURL, request }) => {
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: /Bram Registers/ }).click();
  await page.waitForURL(/\/manage/);
  await page.goto("/en/oversight/statistics");
  await expect(page.getByRole("table", { name: "Cases and their age" }).getByRole("row", { name: /^Applications/ })).toBeVisible();
  await page.getByRole("link", { name: "What people look for" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What people look for" })).toBeVisible();
  const gaps = page.getByRole("table", { name: "Where something is missing" }).first();
  for (const [place, theme] of ["Health and care", "Technology, building and energy"].entries())
    await expect(gaps.getByRole("row").nth(place + 1)).toContainText(new RegExp(`${theme}.*Flemish Brabant.*Nothing`));
  const words = page.getByRole("table", { name: "Words" });
  await expect(words.getByRole("row", { name: /^dementiezorg/ })).toContainText("Flemish Brabant");
  await expect(words).not.toContainText("glasblazen");
  await expectNoViolations(page);
  const csv = await page.request.get((await page.getByRole("link", { name: "CSV file of words" }).getAttribute("href")) ?? "");
  const lines = (await csv.text()).trim().split("\n").slice(1);
  expect(lines.length).toBeGreaterThan(20);
  expect(await csv.text()).not.toMatch(/glasblazen|quilten/);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await expectNoScrollingSideways(page, "searches");
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page);

  const cookies = await page.context().cookies();
  const plain = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  await plain.addCookies(cookies);
  const bare = await plain.newPage();
  await bare.goto("/nl/oversight/statistics/searches?weeks=4&region=own");
  await bare.getByRole("searchbox", { name: "Woorden" }).fill("zonne");
  await bare.getByRole("button", { name: "Tonen" }).last().click();
  await expect(bare).toHaveURL(/weeks=4.*q=zonne/);
  await expect(bare.getByRole("table", { name: "Woorden" }).getByRole("link", { name: "zonnepanelen" })).toBeVisible();
  await plain.close();
  expect((await request.get("/en/oversight/statistics/searches/file?of=words")).status()).toBe(404);
});
