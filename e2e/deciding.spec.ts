import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./checks";
import { inventPerson, signInAs } from "./invented";
import { foundSchool, join, offer, type School, seenOf } from "./school";
import { button, done } from "./steps";

const languages = {
  nl: "Wat lerenden lezen.",
  fr: "Ce que lisent les apprenants.",
  de: "Was Lernende lesen.",
  en: "What learners read of this.",
};
const path = (school: School, rest = "") => `/en/oversight/providers/${school.slug}${rest}`;

async function words(page: Page): Promise<void> {
  for (const [language, text] of Object.entries(languages)) await page.locator(`[name="statement.${language}"]`).fill(text);
  await page.locator('[name="reasons.en"]').fill("The audit found it.");
}

/** What a search of the school's catalogue finds. */
async function found(page: Page, { slug }: School): Promise<number> {
  return (await (await page.request.get(`/api/v1/search?provider=${slug}`)).json()).total;
}

/** A day so many days from now, as a form takes it. */
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const number = (page: Page, what: string) => page.getByRole("listitem").filter({ hasText: what }).locator("strong");

test("a registrar suspends with a dry run whose numbers then hold, and reinstates: everything is back exactly", async ({ page }) => {
  const school = await foundSchool();
  const manager = await inventPerson("Leidster");
  await join(manager.email, school.slug, "manager");
  const [first = ""] = school.offerings.digital;
  await expect.poll(() => found(page, school)).toBe(3);

  await signInAs(page, "Bram Registers");
  await test.step("finds the provider, and begins with a form that is not filled in", async () => {
    await page.getByRole("link", { name: "Providers", exact: true }).last().click();
    await page.getByLabel("Name, town or short name").fill(school.name);
    await button(page, "Show").click();
    await expect(page.getByText("1 provider", { exact: true })).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole("link", { name: school.name }).click();
    await expectNoViolations(page);
    await page.getByRole("link", { name: "Decide", exact: true }).click();
    await expectNoViolations(page);
    await page.getByRole("link", { name: "Suspend", exact: true }).click();
    await button(page, "Show what it touches").click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("The sentence that learners read is missing");
    await expectNoViolations(page);
  });

  await test.step("looks at the other forms, and at a day to come", async () => {
    for (const rest of ["/decide?kind=limit", "/decide?kind=accredit", "/decide?kind=correct", "/../../preview?on=2095-06-01"]) {
      await page.goto(path(school, rest));
      await expectNoViolations(page, rest);
    }
    await page.goto(path(school, "/decide?kind=suspend"));
  });

  await test.step("sees everything that it touches", async () => {
    await page.getByLabel("Stated as open-ended").check();
    await page.getByLabel("To be looked at again by").fill("2094-01-01");
    await words(page);
    await button(page, "Show what it touches").click();
    await expect(page).toHaveURL(/decide\/[0-9a-f-]{36}$/);
    await expect(number(page, "leave the catalogue")).toHaveText("3");
    await expect(page.getByRole("main")).toContainText("What learners read of this.");
    await expectNoViolations(page);
    expect(await found(page, school)).toBe(3);
  });

  await test.step("is shown it anew where the provider has published meanwhile, and signs", async () => {
    await offer(school.slug, `Decided late ${school.slug}`, "0613");
    await button(page, "Sign the decision").click();
    await expect(done(page)).toContainText("Something has changed since the dry run");
    await expect(number(page, "leave the catalogue")).toHaveText("4");
    await button(page, "Sign the decision").click();
    await expect(done(page)).toContainText("signed and in the register");
  });

  await test.step("search, pages and API know at once, and say why", async () => {
    expect(await found(page, school)).toBe(0);
    expect((await page.request.get(`/api/v1/offerings/${first}`)).status()).toBe(410);
    await page.goto(`/en/offerings/${first}`);
    await expect(page.getByRole("main")).toContainText("What learners read of this.");
    await page.goto(`/en/providers/${school.slug}`);
    await expect(page.getByRole("heading", { name: "This provider is suspended" })).toBeVisible();
  });
  expect(await seenOf(school.slug)).toEqual({ now: 0, whole: 0 });

  await test.step("takes it back from today on", async () => {
    await page.goto(path(school));
    await page.getByRole("link", { name: /^Take back decision \d+ from a day on$/ }).click();
    await words(page);
    await button(page, "Show what it touches").click();
    await expect(number(page, "come into the catalogue")).toHaveText("4");
    await button(page, "Sign the decision").click();
    await expect(done(page)).toContainText("signed and in the register");
    expect(await seenOf(school.slug)).toEqual({ now: 4, whole: 4 });
    await expect.poll(() => found(page, school)).toBe(4);
  });

  await test.step("the provider was told of both", async () => {
    await signInAs(page, manager.name);
    await page.goto("/en/manage/notices");
    await expect(page.getByRole("main")).toContainText("Your organisation is suspended in whole or in part");
    await expect(page.getByRole("main")).toContainText("what it took away restored");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a part is limited with a warning, which its pages carry; the end of it is seen ahead", async ({ page, browser }) => {
    const school = await foundSchool();
    await signInAs(page, "Bram Registers");
    await page.goto(path(school, "/decide?kind=limit"));
    await page.getByLabel("For the part that is described below").check();
    await page.getByRole("group", { name: "Scope" }).locator('[name=field][value="06"]').check();
    await page.getByLabel("Shown with a warning").check();
    await page.getByLabel("Until a day", { exact: true }).check();
    await page.getByLabel("Last day").fill(ahead(10));
    await page.getByLabel("To be looked at again by").fill(ahead(5));
    await words(page);
    await button(page, "Show what it touches").click();
    await expect(number(page, "carry a warning")).toHaveText("2");
    await button(page, "Sign the decision").click();
    await expect(done(page)).toContainText("signed and in the register");

    await page.goto(`/en/offerings/${school.offerings.digital[0]}`);
    const warning = page.getByRole("region", { name: "The authority warns" });
    await expect(warning).toContainText("What learners read of this.");
    await expect(warning).toContainText("The authority looks at it again by");
    await expect(warning.getByRole("link", { name: "info@leerpadenraad.example" })).toBeVisible();
    // The looking is done with a script.
    const looked = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
    await looked.goto(page.url());
    await expectNoViolations(looked);
    await looked.goto(`/de/providers/${school.slug}`);
    await expectNoViolations(looked);
    await looked.context().close();
    await page.goto(`/en/offerings/${school.offerings.garden[0]}`);
    await expect(page.getByRole("region", { name: "The authority warns" })).toHaveCount(0);

    await page.goto(`/en/oversight/preview?on=${ahead(12)}`);
    await expect(page.getByRole("row").filter({ hasText: school.name }).filter({ hasText: "ends, last day" })).toHaveCount(1);
    await expect(page.getByRole("row").filter({ hasText: school.name }).filter({ hasText: "warning ends" })).toHaveCount(2);
  });

  test("a registrar of another region, and one who declared a conflict, do not decide", async ({ page }) => {
    const school = await foundSchool();
    const partial = await inventPerson("Partijdig");
    await join(partial.email, "leerpadenraad", "registrar");
    await signInAs(page, "Claire Registre");
    for (const rest of ["", "/decide", "/decide?kind=suspend"]) expect((await page.goto(path(school, rest)))?.status(), rest).toBe(404);

    await signInAs(page, partial.name);
    await page.goto(path(school));
    await page.getByLabel("Which conflict").fill("My sister teaches there.");
    await button(page, "Declare the conflict").click();
    await expect(done(page)).toContainText("A colleague decides");
    await expect(page.getByRole("link", { name: "Decide", exact: true })).toHaveCount(0);
    await page.goto(path(school, "/decide?kind=suspend"));
    await expect(page.getByRole("main")).toContainText("You have declared a conflict of interest");
    await expect(button(page, "Show what it touches")).toHaveCount(0);
  });
});
