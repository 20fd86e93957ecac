import { expect, test } from "@playwright/test";
import { expectNoScrollingSideways, expectNoViolations } from "./checks";
import { occupation, taughtSkill, total } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("a search is narrowed by a skill that many of its results teach, to as many as it says", async ({ page }) => {
  await page.goto("/en/offerings?q=care&more=1");
  const skill = page
    .getByRole("group", { name: /^Skill/ })
    .getByRole("checkbox")
    .first();
  const label = skill.locator("xpath=..");
  const [name, promised] = [await label.locator("span").first().textContent(), Number(await label.locator("span").last().textContent())];
  expect(promised).toBeGreaterThan(0);
  await skill.check();
  await page.getByRole("button", { name: "Show results" }).click();
  await expect(page).toHaveURL(/skill=/);
  expect(await total(page)).toBe(promised);
  await expect(skill).toBeChecked();
  await page
    .getByRole("list", { name: "Chosen filters" })
    .getByRole("link", { name: `teaches: ${name}` })
    .click();
  await expect(page).not.toHaveURL(/skill=/);
});

test("skills are found by name, and lead to offerings that teach them and on to the search", async ({ page }) => {
  await page.goto("/en/skills");
  await page.getByRole("searchbox", { name: "Which skill or occupation?" }).fill("weld");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/\/en\/skills\?q=weld/);
  await expect(page.getByRole("status")).toContainText("found");
  await page.goto(`/en/skills/${await taughtSkill()}`);
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.getByRole("link", { name: "Narrow these down in search" }).click();
  await expect(page).toHaveURL(/offerings\?skill=/);
  await expect(
    page
      .getByRole("list", { name: /chosen/i })
      .getByRole("link")
      .first(),
  ).toContainText("teaches: ");
});

test("whoever ticks what she has of an occupation sees what teaches the rest, all of it in the address", async ({ page }) => {
  await page.goto(`/en/skills/occupations/${await occupation()}`);
  const status = page.getByRole("status");
  await expect(status).toContainText("You have 0 of");
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Show what teaches the rest" }).click();
  await expect(page).toHaveURL(/\?has=/);
  await expect(status).toContainText("You have 1 of");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
});

test("what is not there is not there", async ({ page }) => {
  for (const path of ["skills/nowhere", "skills/occupations/nowhere"]) expect((await page.goto(`/en/${path}`))?.status()).toBe(404);
});

for (const width of [320, 390])
  test(`pages of skills hold at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["skills", `skills/${await taughtSkill()}`, `skills/occupations/${await occupation()}`]) {
      await page.goto(`/de/${path}`);
      await expectNoScrollingSideways(page, path);
    }
  });

test.describe("with axe", () => {
  test.use({ javaScriptEnabled: true });

  test("pages of skills are accessible in both schemes", async ({ page }) => {
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const path of ["skills", `skills/${await taughtSkill()}`, `skills/occupations/${await occupation()}`]) {
        await page.goto(`/de/${path}`);
        await expectNoViolations(page, `${path}, ${scheme}`);
      }
    }
  });
});
