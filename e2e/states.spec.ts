import { expect, test } from "@playwright/test";
import { complete, draft, lapsed, notRegistered, notYet, outOfScope, superseded, suspended, withdrawn, withVersions } from "./fixtures";

const states = [
  ["suspended", suspended, "The provider is suspended", /suspended/],
  ["lapsed", lapsed, "The accreditation has lapsed", /lapsed/],
  ["out of scope", outOfScope, "No accreditation covers this microcredential", /covers/],
  ["of a provider that left the register", notRegistered, "The provider is not in the register any more", /regist/],
  ["withdrawn", withdrawn, "The provider has withdrawn this microcredential", /withdr/],
  ["replaced", superseded, "This microcredential has been replaced", /./],
  ["not to be seen yet", notYet, "Not in the catalogue yet", /not to be seen yet. From \d{4}-/],
] as const;

for (const [name, find, title, reason] of states) {
  test(`an offering that is ${name} keeps its page, which says why, and is nowhere to be found`, async ({ page, request }) => {
    const slug = await find();
    await page.goto(`/en/offerings/${slug}`);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: "Enrol at the provider" })).toHaveCount(0);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);

    const heading = ((await page.getByRole("heading", { level: 1 }).textContent()) ?? "").trim();
    await page.goto(`/en/offerings?q=${encodeURIComponent(heading)}`);
    await expect(page.locator(`a[href$="/offerings/${slug}"]`)).toHaveCount(0);
    const answer = await request.get(`/api/v1/offerings/${slug}`);
    expect(answer.status()).toBe(410);
    expect((await answer.json()).detail).toMatch(reason);
  });
}

test("a draft is for nobody", async ({ request }) => {
  const slug = await draft();
  expect((await request.get(`/en/offerings/${slug}`)).status()).toBe(404);
  expect((await request.get(`/api/v1/offerings/${slug}`)).status()).toBe(404);
});

test("an earlier version stays to be read and says that it is not in force", async ({ page }) => {
  const slug = await withVersions();
  await page.goto(`/en/offerings/${slug}?version=1`);
  await expect(page.getByText("You are reading version 1. Version 3 is in force.")).toBeVisible();
  await page.getByRole("link", { name: "Read the version in force" }).click();
  await expect(page).toHaveURL(new RegExp(`/en/offerings/${slug}$`));
  await expect(page.getByText("You are reading version")).toHaveCount(0);

  await page.goto(`/en/offerings/${slug}/history`);
  await expect(page.getByRole("heading", { level: 2, name: /^Version/ })).toHaveCount(3);
  await expect(page.getByText("Pass or fail").first()).toBeVisible();
  await page.getByRole("link", { name: "Read version 2" }).click();
  await expect(page.getByText("You are reading version 2.")).toBeVisible();
});

test("a version that was never published does not exist", async ({ request }) => {
  const slug = await complete();
  for (const version of ["99", "0", "one"])
    expect((await request.get(`/en/offerings/${slug}?version=${version}`)).status(), version).toBe(404);
});
