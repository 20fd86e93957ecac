import { expect, test } from "@playwright/test";
import { resultTitles } from "./fixtures";

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
