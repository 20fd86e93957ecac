import { expect, test } from "@playwright/test";
import { expectNoViolations, openAllDetails } from "./checks";
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

test.describe("on the narrowest screen", () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test("boxes among the filters are large enough wherever the bar with the button covers a part of one", async ({ page }) => {
    await page.goto("/fr/offerings?page=400");
    await openAllDetails(page);
    const box = await page.locator("search input[name=field]").first().boundingBox();
    // A row is 36 pixels high: in steps of 5 the bar comes to lie over every part of one.
    for (let step = 0; step < 8; step++) {
      await page.evaluate((top) => scrollTo(0, top), (box?.y ?? 0) - 400 + step * 5);
      await expectNoViolations(page, `scrolled by ${step * 5}`, "changing");
    }
  });
});
