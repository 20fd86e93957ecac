import { expect, test } from "@playwright/test";
import { pages, resultTitles } from "./fixtures";

for (const width of [390, 320]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const [name, path] of pages) {
      test(`${name} needs no scrolling sideways`, async ({ page }) => {
        await page.goto(await path());
        const { inside, across } = await page.evaluate(() => ({
          inside: document.documentElement.clientWidth,
          across: document.documentElement.scrollWidth,
        }));
        expect(across).toBeLessThanOrEqual(inside);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      });
    }
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

  test("results come before filters that nobody opened, and filters open by a tap", async ({ page }) => {
    await page.goto("/en/offerings?q=care");
    await expect(page.getByRole("group", { name: /Level/ })).toBeHidden();
    await page.getByText(/^Filters/).tap();
    await page.getByRole("group", { name: /Level/ }).getByRole("checkbox", { name: /^5/ }).check();
    await page.getByRole("button", { name: "Show results" }).tap();
    await expect(page).toHaveURL(/eqf=5/);
    await expect(resultTitles(page).first()).toBeVisible();
  });
});
