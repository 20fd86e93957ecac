import { expect, test } from "@playwright/test";
import { resultTitles, total } from "./fixtures";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a learner searches, narrows down, takes a filter back, reads an offering and who stands behind it", async ({ page }) => {
      await page.goto("/en");
      await page.getByLabel("What do you want to learn?").fill("care");
      await page.getByRole("button", { name: "Find" }).click();
      await expect(page).toHaveURL(/\/en\/offerings\?q=care$/);
      const all = await total(page);
      expect(all).toBeGreaterThan(5);

      const level = page.getByRole("group", { name: /Level/ }).getByRole("checkbox", { name: /^5/ });
      const promised = Number(await level.locator("xpath=..").locator("span").last().textContent());
      await level.check();
      await page.getByRole("button", { name: "Show results" }).click();
      await expect(page).toHaveURL(/eqf=5/);
      await expect(level).toBeChecked();
      expect(await total(page)).toBe(promised);
      expect(promised).toBeLessThan(all);
      await expect(resultTitles(page)).toHaveCount(Math.min(promised, 20));

      await page
        .getByRole("group", { name: "How" })
        .getByRole("checkbox", { name: /^Blended/ })
        .check();
      await page.getByRole("button", { name: "Show results" }).click();
      const chips = page.getByRole("list", { name: "Chosen filters" });
      await chips.getByRole("link", { name: /EQF level 5/ }).click();
      await expect(page).toHaveURL(/mode=blended/);
      await expect(page).not.toHaveURL(/eqf=/);
      await expect(page.getByLabel("What do you want to learn?")).toHaveValue("care");

      const first = resultTitles(page).first();
      const title = ((await first.textContent()) ?? "").trim();
      await first.click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.getByRole("heading", { name: "What you will be able to do" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Can I rely on it?" })).toBeVisible();

      const provider = page.getByRole("main").locator('a[href*="/providers/"]').first();
      const name = ((await provider.textContent()) ?? "").trim();
      await provider.click();
      await expect(page).toHaveURL(/\/en\/providers\//);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
      await expect(page.getByRole("heading", { name: "Accreditations" })).toBeVisible();
    });

    test("pages of results hold each offering once", async ({ page }) => {
      await page.goto("/en/offerings?field=09");
      const found = await total(page);
      const titles = await resultTitles(page).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      while (await page.getByRole("link", { name: "Next" }).count()) {
        await page.getByRole("link", { name: "Next" }).click();
        await page.waitForLoadState();
        titles.push(...(await resultTitles(page).evaluateAll((links) => links.map((link) => link.getAttribute("href")))));
      }
      expect(titles.length).toBe(found);
      expect(new Set(titles).size).toBe(found);
    });

    test("a search that finds nothing says what to do, and the way out works", async ({ page }) => {
      await page.goto("/en/offerings?q=quetzalcoatl&mode=onsite");
      await expect(page.getByRole("status")).toContainText("Nothing found");
      await page.getByRole("link", { name: /leave out the words/ }).click();
      expect(await total(page)).toBeGreaterThan(0);
    });
  });
}

test("the order that is chosen is the order that is shown", async ({ page }) => {
  await page.goto("/en/offerings?sort=ects&field=09");
  const credits = await page
    .getByRole("main")
    .getByText(/^[\d.]+ ECTS credits?$/)
    .allInnerTexts();
  const numbers = credits.map((text) => Number.parseFloat(text));
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});
