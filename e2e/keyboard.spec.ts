import { expect, type Page, test } from "@playwright/test";
import { resultTitles } from "./fixtures";

/** Walks on with Tab until the focus is on what is wanted. */
async function tabTo(page: Page, isThere: (element: Element) => boolean, most = 80): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(`(${isThere.toString()})(document.activeElement)`);
    if (there) return;
  }
  throw new Error("The keyboard did not get there");
}

test("the first stop leads past the header to the content", async ({ page }) => {
  await page.goto("/en/offerings");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

test("a search is asked, filtered and opened with keys alone", async ({ page }) => {
  await page.goto("/en");
  await tabTo(page, (element) => element.id === "q");
  await page.keyboard.type("care");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=care/);

  await tabTo(page, (element) => element.getAttribute("name") === "eqf" && (element as HTMLInputElement).value === "5");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/eqf=5/);

  await tabTo(page, (element) => element.closest("h2") !== null && element.tagName === "A", 120);
  const title = await page.evaluate(() => document.activeElement?.textContent?.trim());
  await expect(resultTitles(page).first()).toHaveText(title ?? "");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title ?? "");
});
