import { expect, test } from "@playwright/test";
import { total } from "./fixtures";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("whoever does not know what to look for answers what they can and ends in a normal search", async ({ page }) => {
      await page.goto("/en");
      await page.getByRole("link", { name: /Answer six short questions/ }).click();
      await expect(page.getByText("Question 1 of 6")).toBeVisible();
      await page.getByLabel("What would you like to learn or do?").fill("care");
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByLabel("Secondary school or a trade").check();
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByRole("link", { name: "Skip this question" }).click();
      await page.getByLabel("Near which town?").fill("Gent");
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByLabel("€1,000").check();
      await page.getByRole("button", { name: "Next question" }).click();
      await expect(page.getByText("Question 6 of 6")).toBeVisible();
      await page.getByRole("link", { name: "Back" }).click();
      await expect(page.getByLabel("€1,000")).toBeChecked();
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByRole("button", { name: "See what fits" }).click();

      const answers = page.getByRole("main").getByRole("listitem");
      await expect(answers.filter({ hasText: "What is it for?" })).toContainText("the words “care”");
      await expect(answers.filter({ hasText: "How much time do you have?" })).toContainText("Skipped");
      const place = answers.filter({ hasText: "Where would you like to learn?" });
      await expect(place).toContainText("within 25 km of Gent");
      const promised = Number(/(\d+)/.exec((await place.getByRole("link", { name: /Leave out/ }).textContent()) ?? "")?.[1]);
      await place.getByRole("link", { name: /Leave out/ }).click();
      await page.getByRole("link", { name: `Show ${promised} offerings` }).click();
      await expect(page).toHaveURL(/offerings\?q=care&eqf=4&eqf=5&eqf=6&priceMax=1000$/);
      expect(await total(page)).toBe(promised);
    });
  });
}

test("answers that make no sense count as skipped", async ({ page }) => {
  await page.goto("/en/guided?known=genius&time=&field=xx&step=6");
  await expect(page.getByText("Skipped", { exact: true })).toHaveCount(6);
  await page.getByRole("link", { name: /^Show \d+ offerings$/ }).click();
  await expect(page).toHaveURL(/\/en\/offerings\??$/);
});
