import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./checks";

const provider = "pedagogische-hogeschool-de-wilg";

async function signIn(page: Page, name: string) {
  await page.goto("/en/sign-in");
  await page
    .getByRole("button", { name: `Sign in as ${name}` })
    .or(page.getByRole("button", { name }))
    .first()
    .click();
  await page.waitForURL(/\/en\/manage/);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a provider writes a recognition policy, sees its sentences, and publishes it", async ({ page }) => {
    await signIn(page, "Wilma Twijgers");
    await page.goto("/en/manage/policy/edit");
    await page.getByRole("textbox", { name: "Your policy, in English" }).fill("We compare outcomes and tell you why.");
    await page.getByRole("radio", { name: "any accredited provider" }).check();
    await page.getByRole("textbox", { name: "Issuers by name" }).fill("Het Klokhuis Evening School");
    await page.getByLabel("Lowest EQF level").selectOption("5");
    await page.getByLabel("ECTS at most").fill("many");
    await page.getByLabel("Fee, in EUR").fill("0");
    await page.getByRole("button", { name: "Save" }).click();

    // What is wrong is named, and nothing that was written is lost.
    await expect(page.getByRole("link", { name: /not understood as a number/ })).toHaveAttribute("href", "#maxEcts");
    await expect(page.getByRole("textbox", { name: "Your policy, in English" })).toHaveValue("We compare outcomes and tell you why.");
    await expect(page.getByRole("radio", { name: "any accredited provider" })).toBeChecked();
    await page.getByLabel("ECTS at most").fill("12,5");
    await page.getByRole("button", { name: "Save" }).click();

    const preview = page.getByRole("region", { name: "As the public will read it" });
    await expect(preview).toContainText("Up to 12.5 ECTS can be recognised.");
    await expect(preview).toContainText("It also accepts, by name: Het Klokhuis Evening School.");
    await expect(preview).toContainText("Asking is free of charge.");
    await page.goto(`/en/providers/${provider}`);
    await expect(page.getByText("12.5 ECTS")).toHaveCount(0);

    await page.goto("/en/manage/policy/edit");
    await page.getByRole("button", { name: /^Publish policy/ }).click();
    await expect(page.getByRole("status")).toHaveText("The policy is published.");
    await page.goto(`/nl/providers/${provider}`);
    await expect(page.getByText(/12,5/)).toBeVisible();
    await page.goto("/en/manage/policy/history");
    await expect(page.getByRole("heading", { name: /in force since/ }).first()).toBeVisible();
  });
});

test("the pages of the policy pass axe, in light and in dark", async ({ page }) => {
  await signIn(page, "Jules Perronnet");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of [
      "/fr/manage/policy",
      "/fr/manage/policy/edit",
      "/fr/manage/policy/history",
      "/fr/manage/notices",
      "/fr/manage/insight",
    ]) {
      await page.goto(path);
      await expectNoViolations(page);
    }
  }
});

test("whoever only reads is offered no way to write, and finds none", async ({ page }) => {
  await signIn(page, "Ines Kijker");
  await page.goto("/en/manage/policy");
  await expect(page.getByRole("heading", { level: 1, name: "Recognition policy" })).toBeVisible();
  await expect(page.getByRole("link", { name: /next policy/ })).toHaveCount(0);
  expect((await page.goto("/en/manage/policy/edit"))?.status()).toBe(404);
});
