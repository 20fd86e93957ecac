import { expect, test } from "@playwright/test";
import { complete, inDutchOnly, total } from "./fixtures";

const own = { en: "English", nl: "Nederlands", fr: "Français", de: "Deutsch" };
const question = { en: "What do you want to learn?", nl: /leren/, fr: /apprendre/, de: /lernen/ };

for (const locale of ["en", "nl", "fr", "de"] as const) {
  test(`the site speaks ${own[locale]} throughout`, async ({ page }) => {
    const slug = await complete();
    for (const path of ["", "/offerings", `/offerings/${slug}`, "/providers", "/about", "/privacy", "/accessibility"]) {
      await page.goto(`/${locale}${path}`);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
      // A message that is missing shows as its key, such as search.filter.eqf.
      await expect(page.getByRole("main"), path).not.toContainText(
        /\b(common|front|search|offering|provider|static|failure)\.[a-z]+(\.[a-zA-Z]+)*\b/,
      );
    }
    await page.goto(`/${locale}`);
    await expect(page.getByLabel(question[locale])).toBeVisible();
  });
}

test("changing the language keeps the page and the whole search", async ({ page }) => {
  await page.goto("/en/offerings?q=care&eqf=5&eqf=6&sort=ects");
  const found = await total(page);
  await page.getByRole("navigation", { name: "Language" }).getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL(/\/fr\/offerings\?q=care&eqf=5&eqf=6&sort=ects$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  expect(await total(page)).toBe(found);
});

test("each page tells search engines of its other languages", async ({ page }) => {
  await page.goto(`/en/offerings/${await complete()}`);
  const languages = await page
    .locator('link[rel="alternate"][hreflang]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("hreflang")));
  expect(languages).toEqual(expect.arrayContaining(["en", "nl", "fr", "de"]));
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`/en/offerings/${await complete()}$`));
});

test("a text that is not in the reader's language is marked with its own", async ({ page }) => {
  await page.goto(`/de/offerings/${await inDutchOnly()}`);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title.locator("xpath=descendant-or-self::*[@lang='nl']").first()).toBeVisible();
});

for (const [header, locale] of [
  ["nl-BE,nl;q=0.9,en;q=0.5", "nl"],
  ["de", "de"],
  ["pt", "en"],
  ["fr-FR,en;q=0.9", "fr"],
]) {
  test(`without a language in the address, a reader of ${header} is sent to ${locale}`, async ({ request }) => {
    for (const path of ["/", "/offerings?q=care"]) {
      const answer = await request.get(path, { headers: { "accept-language": header ?? "" }, maxRedirects: 0 });
      expect([301, 302, 303, 307, 308]).toContain(answer.status());
      const to = new URL(answer.headers().location ?? "", "http://site.example");
      expect(to.pathname + to.search).toBe(`/${locale}${path === "/" ? "" : path}`);
    }
  });
}

test("a form answers in the language of its page, sent with and without JavaScript", async ({ browser, baseURL }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled })).newPage();
    await page.goto("/de/sign-in");
    await page.getByRole("button", { name: /Ines Kijker/ }).click();
    await page.waitForURL(/\/de\/manage/);
    await page.goto("/de/account");
    await page.getByLabel("Name").fill("");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByRole("alert").getByText("Dieses Feld ist leer. Füllen Sie es aus.").first()).toBeVisible();
    await page.context().close();
  }
});
