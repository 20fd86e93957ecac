import { expect, type Page, test } from "@playwright/test";
import { expectNoScrollingSideways, expectNoViolations } from "./checks";

const field = (page: Page) => page.getByLabel("What do you want to learn?");
const list = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });

test("what may be meant comes up in groups, is walked by arrows, and Enter goes where the chosen one leads", async ({ page }) => {
  await page.goto("/en");
  await field(page).click();
  await expect(field(page)).toHaveRole("combobox");
  await page.keyboard.type("heal");
  await expect(list(page)).toBeVisible();
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByText(/^\d+ suggestions\. Use the arrow keys\.$/)).toBeAttached();
  const topics = list(page).getByRole("group", { name: "Topics" });
  await expect(topics.getByRole("option", { name: /Health and welfare/ })).toBeVisible();
  await expectNoViolations(page, "with suggestions");

  await page.keyboard.press("ArrowDown");
  const first = list(page).getByRole("option").first();
  await expect(first).toHaveAttribute("aria-selected", "true");
  expect(await field(page).getAttribute("aria-activedescendant")).toBe(await first.getAttribute("id"));
  await expect(field(page)).toBeFocused();
  const promised = Number(/(\d+) offerings?/.exec((await first.textContent()) ?? "")?.[1]);
  const href = await first.getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${href?.replace("?", "\\?")}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(String(promised));
});

test("whoever chooses none searches for what was written, and Escape puts the list away first", async ({ page }) => {
  await page.goto("/en/offerings");
  await field(page).click();
  await page.keyboard.type("care in gen");
  const places = list(page).getByRole("group", { name: "Places" });
  await expect(places.getByRole("option").first()).toContainText("with “care”");
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(field(page)).toHaveValue("care in gen");
  await page.keyboard.press("ArrowDown");
  await expect(list(page)).toBeVisible();
  await places.getByRole("option").first().click();
  await expect(page).toHaveURL(/\?q=care&near=Gen/);

  await field(page).fill("care");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=care/);
  await expect(list(page)).toBeHidden();
});

test.describe("on a narrow phone in the dark", () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });

  test("suggestions fit, and are pressed with a thumb", async ({ page }) => {
    await page.goto("/de");
    const question = page.getByLabel("Was möchten Sie lernen?");
    await question.click();
    await page.keyboard.type("pfleg");
    const options = page.getByRole("option");
    await expect(options.first()).toBeVisible();
    await expectNoScrollingSideways(page, "with suggestions");
    await expectNoViolations(page, "with suggestions in the dark", "changing");
    const href = await options.last().getAttribute("href");
    await options.last().click();
    await expect(page).toHaveURL(new RegExp(`${href}$`));
  });
});
