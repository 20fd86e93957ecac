import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./checks";
import { liveOf } from "./fixtures";

// Whole journeys with axe on their pages: on a machine that is busy otherwise they take longer than one page does.
test.describe.configure({ timeout: 240_000 });

async function signIn(page: Page): Promise<void> {
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: /Jules Perronnet/ }).click();
  await page.waitForURL(/\/manage/);
}

/** A draft of its own for each test, made as the next edition of an offering that is live. */
async function aCopy(page: Page, next: boolean): Promise<string> {
  await page.goto(`/en/manage/offerings/${await liveOf()}/publication/copy`);
  await page.getByLabel("Own id of the copy").fill(`E2E-${crypto.randomUUID()}`);
  if (next) await page.getByLabel(/As the next edition/).check();
  await page.getByRole("button", { name: "Make the copy" }).click();
  await page.waitForURL(/\/edit\/learn/);
  return new URL(page.url()).pathname.split("/")[4] ?? "";
}

async function edit(page: Page, slug: string, part: string, field: string, value: string): Promise<void> {
  await page.goto(`/en/manage/offerings/${slug}/edit/${part}`);
  await page.locator(`[name="${field}"]`).fill(value);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Saved/).first()).toBeVisible();
}

const publication = (slug: string) => `/en/manage/offerings/${slug}/publication`;

test("a draft is published once however often the button is pressed, and other ECTS make a new offering", async ({ page }) => {
  await signIn(page);
  const slug = await aCopy(page, false);
  const word = `zz${Date.now().toString(36)}`;
  await edit(page, slug, "learn", "title.fr", `Mesurer ${word}`);

  await page.goto(publication(slug));
  await expect(page.getByText("A draft: nobody but your organisation sees it.")).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Publish it" }).dblclick();
  await expect(page.getByText("Published. It is found in the public search now.")).toBeVisible();
  await expect.poll(async () => (await (await page.request.get(`/api/v1/search?q=${word}`)).json()).total, { intervals: [200] }).toBe(1);
  await page.goto(`/en/manage/offerings/${slug}/history`);
  await expect(page.getByText("Version 1 published")).toHaveCount(1);
  await expect(page.getByText("Jules Perronnet").first()).toBeVisible();
  await expectNoViolations(page);

  await edit(page, slug, "workload", "ects", "5");
  await page.goto(publication(slug));
  await expect(page.getByRole("heading", { name: /This makes a new offering: ECTS change from \d to 5/ })).toBeVisible();
  await expect(page.getByText("Everybody who opens the old page reads that it was replaced")).toBeVisible();
  await expectNoViolations(page);
  await page.goto(`/en/offerings/${slug}`);
  await expect(page.getByText("This microcredential has been replaced")).toHaveCount(0);

  await page.goto(publication(slug));
  await page.getByRole("button", { name: "Publish the new offering" }).click();
  await expect(page.getByText("The new offering is published.")).toBeVisible();
  const successor = new URL(page.url()).pathname.split("/")[4] ?? "";
  expect(successor).not.toBe(slug);
  await page.goto(`/en/offerings/${slug}`);
  await expect(page.getByRole("heading", { name: "This microcredential has been replaced" })).toBeVisible();
  await expect(page.locator(`#main a[href="/en/offerings/${successor}"]`).first()).toBeVisible();
});

test("withdrawing asks a reason, is told on the public page and can be undone; an order to publish can be taken back", async ({ page }) => {
  await signIn(page);
  const slug = await aCopy(page, false);
  await page.goto(publication(slug));
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByText("Published. It is found")).toBeVisible();

  await page.getByRole("link", { name: "Withdraw it" }).click();
  await expectNoViolations(page);
  await page.getByLabel("Reason (Dutch)").fill("Geen docent");
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The reason is missing" })).toBeVisible();
  await expect(page.getByLabel("Reason (Dutch)")).toHaveValue("Geen docent");
  await page.getByLabel("Reason (French)").fill("Pas d’enseignant cette année");
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByText("Withdrawn. It has left the catalogue.")).toBeVisible();
  await page.goto(`/fr/offerings/${slug}`);
  await expect(page.getByText("Pas d’enseignant cette année")).toBeVisible();
  await page.goto(publication(slug));
  await page.getByRole("button", { name: "Undo the withdrawal" }).click();
  await expect(page.getByText("The withdrawal is undone.")).toBeVisible();

  await edit(page, slug, "assessment", "grading.fr", "Sur vingt points");
  await page.goto(publication(slug));
  await expect(page.getByRole("heading", { name: "This makes version 2 of the same offering" })).toBeVisible();
  await page.getByRole("textbox", { name: "Day" }).fill("2001-01-01");
  await page.getByRole("button", { name: "Schedule" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This day is not in the future" })).toBeVisible();
  await page.getByRole("textbox", { name: "Day" }).fill("2099-01-01");
  await page.getByRole("button", { name: "Schedule" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "No accreditation is in force on that day" })).toBeVisible();
  const soon = new Date(Date.now() + 30 * 86_400_000);
  await page.getByRole("textbox", { name: "Day" }).fill(soon.toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Schedule" }).click();
  const named = soon.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  await expect(page.getByText(`It will be published on ${named}`)).toBeVisible();
  await page.getByRole("button", { name: "Cancel the schedule" }).click();
  await expect(page.getByText("Nothing will be published by itself.")).toBeVisible();

  await page.goto(`${publication(slug)}/archive`);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Archive it for good" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Tick the box" })).toBeVisible();
  await page.getByLabel("I know that this is final").check();
  await page.getByRole("button", { name: "Archive it for good" }).click();
  await expect(page.getByText("Archived for good.")).toBeVisible();
});

test("sessions are added, put right, repeated with a preview and confirmed", async ({ page }) => {
  await signIn(page);
  const slug = await aCopy(page, true);
  const sessions = `/en/manage/offerings/${slug}/sessions`;
  await page.goto(`${sessions}/new`);
  await expectNoViolations(page);
  await page.getByLabel("Own id of the session").fill("WEEK-1");
  await page.getByLabel("First day").fill("2098-03-03");
  await page.getByLabel("Last day").fill("2098-03-01");
  await page.getByLabel("Town 1").fill("Namur");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The session ends before it starts" })).toBeVisible();
  await expect(page.getByLabel("Town 1")).toHaveValue("Namur");
  await page.getByLabel("Last day").fill("2098-03-04");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The session is added.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Mon 3 Mar 2098/ })).toBeVisible();
  await expectNoViolations(page);

  await page.getByRole("link", { name: "Repeat or copy" }).click();
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await page.getByLabel(/WEEK-1/).check();
  await page.getByLabel("How often").fill("3");
  await page.getByRole("button", { name: "Show the days" }).click();
  await expect(page.getByRole("heading", { name: "3 sessions would be added" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Mon 24 Mar 2098/ })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Add these 3 sessions" }).dblclick();
  await expect(page.getByText("3 sessions added.")).toBeVisible();
  await expect(page.getByRole("row", { name: /2098/ })).toHaveCount(4);

  await page.getByRole("button", { name: /Confirm that/ }).click();
  await expect(page.getByText(/sessions? confirmed as of today/)).toBeVisible();
  await expect(page.getByText("Never confirmed")).toHaveCount(0);

  await page.getByRole("link", { name: "Change WEEK-1", exact: true }).click();
  await expect(page.getByLabel("Own id of the session")).toHaveValue("WEEK-1");
  await expectNoViolations(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a copy is published, gets a session and is withdrawn", async ({ page }) => {
    await signIn(page);
    const slug = await aCopy(page, false);
    await page.goto(publication(slug));
    await page.getByRole("button", { name: "Publish it" }).click();
    await expect(page.getByText("Published. It is found")).toBeVisible();
    await page.goto(`/en/manage/offerings/${slug}/sessions/new`);
    await page.getByLabel("First day").fill("2098-03-03");
    await page.getByLabel("Places in all").fill("many");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "not understood as a number of places" })).toBeVisible();
    await expect(page.getByLabel("First day")).toHaveValue("2098-03-03");
    await page.getByLabel("Places in all").fill("12");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The session is added.")).toBeVisible();
    await page.getByRole("link", { name: /^Change / }).click();
    await page.getByRole("button", { name: "Cancel this session" }).click();
    await expect(page.getByText("The session is cancelled.")).toBeVisible();
    await page.goto(`${publication(slug)}/withdraw`);
    await page.getByLabel("Reason (French)").fill("Pas d’enseignant");
    await page.getByRole("button", { name: "Withdraw it" }).click();
    await expect(page.getByText("Withdrawn. It has left the catalogue.")).toBeVisible();
  });
});

test("another organisation’s offering is not there", async ({ page }) => {
  await signIn(page);
  const slug = await liveOf("hogeschool-lindewater");
  for (const part of [
    "publication",
    "publication/withdraw",
    "publication/copy",
    "publication/archive",
    "sessions",
    "sessions/new",
    "history",
  ])
    expect((await page.goto(`/en/manage/offerings/${slug}/${part}`))?.status(), part).toBe(404);
});
