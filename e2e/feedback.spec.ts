import { type Browser, expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { expectNoViolations } from "./checks";
import { signInAs } from "./invented";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

async function signIn(page: Page, name: string) {
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: `Sign in as ${name}` }).click();
  await page.waitForURL(/\/en\/manage/);
}

/** An offering of De Wilg that the public sees, with a session that is over. */
async function offeringOver(): Promise<string> {
  const [row] = await sql<{ slug: string }[]>`
    select o.slug from offerings o join organisations p on p.id = o.provider_id
    where p.slug = 'pedagogische-hogeschool-de-wilg' and o.status = 'published' and o.visible @> now() and exists (select from sessions s
      where s.offering_id = o.id and s.cancelled_on is null and s.ends_on between current_date - 365 and current_date + 14) order by o.slug limit 1`;
  if (!row) throw new Error("The demonstration holds no session of De Wilg that is over");
  return row.slug;
}

/** Answers one link on a phone, without JavaScript and without an account, as most people will. */
async function answer(browser: Browser, link: string, { words = "", axe = false } = {}) {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: axe });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "How was it?" })).toBeVisible();
  if (axe) {
    await expectNoViolations(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Choose one of the five.");
  }
  for (const group of await page.getByRole("group").all()) await group.getByRole("radio").nth(3).check();
  if (words) await page.getByRole("textbox", { name: /Anything else/ }).fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "This link does not work" })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await context.close();
}

test("learners answer on a phone, each link once; from ten answers on the public sees results, and never the words", async ({
  page,
  browser,
}) => {
  const slug = await offeringOver();
  await signIn(page, "Wilma Twijgers");
  await page.goto(`/en/manage/feedback/${slug}`);
  await expectNoViolations(page);
  const invite = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "Make links" }) })
    .first();
  await invite.getByRole("spinbutton").fill("10");
  await invite.getByRole("button", { name: "Make links" }).click();
  const list = invite.getByRole("status").getByRole("listitem");
  await expect(list).toHaveCount(10);
  const links = (await list.allTextContents()).map((link) => new URL(link).pathname);
  await expectNoViolations(page);

  await answer(browser, links[0] ?? "", { words: "More practice, please", axe: true });
  for (const link of links.slice(1, 9)) await answer(browser, link);
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`/en/offerings/${slug}`);
  await expect(reader.getByRole("heading", { name: "Learners who completed it" })).toHaveCount(0);
  await answer(browser, links[9] ?? "");
  await reader.goto(`/en/offerings/${slug}`);
  const voices = reader.getByRole("region", { name: "What others say" });
  await expect(voices).toContainText("4 of 5");
  await expect(voices).not.toContainText("More practice");
  await expectNoViolations(reader);

  await page.goto(`/en/manage/feedback/${slug}`);
  await expect(page.getByText("More practice, please")).toBeVisible();
  await page.getByRole("textbox", { name: "In English" }).fill("Two more lessons of practice since September.");
  await page.getByRole("button", { name: "Say it in public" }).click();
  await expect(page.getByRole("status")).toHaveText("It is public now.");
  await reader.goto(`/en/offerings/${slug}`);
  await expect(voices).toContainText("Two more lessons of practice since September.");
  await reader.context().close();
});

test("the pages on which one reviews, and on which an authority reads results, are accessible as they are and with a slip", async ({
  page,
}) => {
  const slug = await offeringOver();
  await signIn(page, "Peer Buurman");
  await page.goto(`/en/manage/reviews/${slug}`);
  await expectNoViolations(page);
  await page.getByRole("textbox", { name: "Your review" }).fill("Fine.");
  await page.getByRole("button", { name: "Sign" }).click();
  await expect(page.getByText(/at least 40 characters/).first()).toBeVisible();
  await expectNoViolations(page, "a review that is too short");
  await page.goto("/en/manage/feedback");
  await expectNoViolations(page);

  await signInAs(page, "Bram Registers");
  await page.goto("/en/oversight/feedback");
  await expect(page.getByRole("heading", { level: 1, name: "Feedback of learners" })).toBeVisible();
  await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page, "oversight, dark", "changing");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("another provider signs a review from the public page, and takes it back", async ({ page }) => {
    const slug = await offeringOver();
    const review = "Four of our teachers took it; all of them changed how they begin a lesson.";
    await signIn(page, "Peer Buurman");
    await page.goto(`/en/offerings/${slug}`);
    await page.getByRole("link", { name: "Review it in the name of your organisation" }).click();
    await page.getByRole("textbox", { name: "Your review" }).fill("Fine.");
    await page.getByRole("button", { name: "Sign" }).click();
    await expect(page.getByText(/at least 40 characters/).first()).toBeVisible();
    await page.getByRole("textbox", { name: "Your review" }).fill(review);
    await page.getByRole("button", { name: "Sign" }).click();
    await expect(page.getByRole("status")).toHaveText("Your review is signed and public.");
    await page.goto(`/en/offerings/${slug}`);
    await expect(page.getByRole("region", { name: "What others say" })).toContainText(review);
    await page.goto("/en/manage/feedback");
    await page
      .getByRole("button", { name: /^Take back/ })
      .first()
      .click();
    await expect(page.getByRole("status")).toHaveText("Taken back. It is not public any more.");
    await page.goto(`/en/offerings/${slug}`);
    await expect(page.getByText(review)).toHaveCount(0);
  });

  test("links are made and shown in the answer itself", async ({ page }) => {
    await signIn(page, "Wilma Twijgers");
    await page.goto(`/en/manage/feedback/${await offeringOver()}`);
    const invite = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("button", { name: "Make links" }) })
      .first();
    await invite.getByRole("spinbutton").fill("2");
    await invite.getByRole("button", { name: "Make links" }).click();
    await expect(page.getByRole("status").getByRole("listitem")).toHaveCount(2);
    await expect(page.getByRole("link", { name: "Download as CSV" })).toHaveAttribute("href", /^data:text\/csv/);
  });
});
