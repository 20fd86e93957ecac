import { expect, test } from "@playwright/test";
import { complete, resultTitles } from "./fixtures";

const lost = { en: "The path ends here", nl: "Hier houdt het pad op", fr: "Le sentier s’arrête ici", de: "Hier endet der Pfad" };
const titles = { en: "Page not found", nl: "Pagina niet gevonden", fr: "Page introuvable", de: "Seite nicht gefunden" };
const failed = {
  en: "Something went wrong on our side",
  nl: "Er ging iets mis aan onze kant",
  fr: "Une erreur est survenue de notre côté",
  de: "Bei uns ist etwas schiefgegangen",
};

const languages = ["en", "nl", "fr", "de"] as const;

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const language of languages) {
    for (const path of ["nowhere/at/all", "offerings/no-such-offering", "providers/no-such-provider", "%E0%A4%A"]) {
      test(`/${language}/${path} says in its language that it is not there`, async ({ page }) => {
        const answer = await page.goto(`/${language}/${path}`);
        expect(answer?.status()).toBe(404);
        expect(answer?.headers()["cache-control"]).toBe("no-store");
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page).toHaveTitle(new RegExp(`^${titles[language]} · `));
        await expect(page.getByRole("heading", { level: 1, name: lost[language] })).toBeVisible();
        await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute("content", /noindex/);
      });
    }

    test(`the page for our own failures speaks ${language}`, async ({ page }) => {
      const answer = await page.goto(`/${language}/failure/500`);
      expect(answer?.status()).toBe(500);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page).toHaveTitle(new RegExp(`^${failed[language]} · `));
      await expect(page.getByRole("heading", { level: 1, name: failed[language] })).toBeVisible();
    });
  }

  test("a version that was never published is not there", async ({ page }) => {
    const answer = await page.goto(`/en/offerings/${await complete()}?version=99`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: lost.en })).toBeVisible();
  });

  test.describe("a reader of French", () => {
    test.use({ locale: "fr-FR" });

    test("is told in French where the address, which could be a file, names no language", async ({ page }) => {
      const answer = await page.goto("/no-such-page.html");
      expect(answer?.status()).toBe(404);
      await expect(page.locator("html")).toHaveAttribute("lang", "fr");
      await expect(page.getByRole("heading", { level: 1, name: lost.fr })).toBeVisible();
    });
  });

  test("one can search on from where the path ends", async ({ page }) => {
    await page.goto("/en/nowhere");
    await page.getByLabel("What do you want to learn?").fill("care");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page).toHaveURL(/\/en\/offerings\?q=care$/);
    await expect(resultTitles(page).first()).toBeVisible();
  });

  test("the language links lead to the address that was asked for", async ({ page }) => {
    await page.goto("/en/nowhere?one=1&two=2");
    await page.getByRole("navigation", { name: "Language" }).getByRole("link", { name: "Deutsch" }).click();
    await expect(page).toHaveURL(/\/de\/nowhere\?one=1&two=2$/);
    await expect(page.getByRole("heading", { level: 1, name: lost.de })).toBeVisible();
  });
});

test("with JavaScript the page stays what it is and nothing breaks", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto("/nl/nowhere");
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("heading", { level: 1, name: lost.nl })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^${titles.nl} · `));
  expect(faults).toEqual([]);
});

test("what programs ask for is left to them", async ({ request }) => {
  for (const path of ["/api/v1/offerings/no-such-offering", "/api/nothing", "/_next/static/nothing.js", "/nothing.png"]) {
    const answer = await request.get(path, { headers: { accept: "*/*" } });
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).not.toContain(lost.en);
  }
});
