import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { look } from "./checks";
import { complete, provider } from "./fixtures";
import { startSecondSite } from "./second-site";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

let site: Awaited<ReturnType<typeof startSecondSite>>;
test.describe.configure({ mode: "serial", timeout: 240_000 });
// Only an instance that can send mail offers it.
test.beforeAll(async () => {
  site = await startSecondSite();
});
test.afterAll(() => site?.stop());

/** The link of the mail that waits to be sent: the worker that all specs share has no mail server. */
async function linkTo(address: string): Promise<string> {
  const [row] = await sql<{ text: string }[]>`select payload->>'text' as text from graphile_worker._private_jobs
    where payload->>'to' = ${address} order by id desc limit 1`;
  return new URL(/http:\S+/.exec(row?.text ?? "")?.[0] ?? "").pathname;
}

async function ask(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("At once").check();
  await page.getByRole("button", { name: "Send me the mail to confirm" }).click();
  await expect(page.getByRole("status")).toContainText("A mail is on its way");
}

for (const javaScriptEnabled of [true, false]) {
  test(`somebody follows a search, an offering and a provider, confirms, and ends it (${javaScriptEnabled ? "with" : "without"} JavaScript)`, async ({
    browser,
  }) => {
    const page = await browser.newPage({ baseURL: site.url, javaScriptEnabled });
    const email = `reader-${javaScriptEnabled}-${Date.now()}@reader.example`;
    await page.goto("/en/offerings?q=care&eqf=5");
    await page.getByRole("main").getByRole("link", { name: "by e-mail" }).click();
    await expect(page.getByRole("main")).toContainText("The search for “care” with one filter");
    if (javaScriptEnabled) await look(page, "the form to follow");
    await page.getByRole("button", { name: "Send me the mail to confirm" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "This is not an e-mail address" })).toBeVisible();
    await ask(page, email);

    const link = await linkTo(email);
    // What looks at links ahead of their readers confirms nothing.
    for (let looks = 0; looks < 2; looks++) await page.goto(link);
    if (javaScriptEnabled) await look(page, "the page to confirm");
    await page.getByRole("button", { name: "Yes, tell me" }).click();
    await expect(page.getByRole("status")).toContainText("Confirmed.");
    const stop = new URL(page.url()).pathname;
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work any more");

    for (const path of [`/en/offerings/${await complete()}`, `/en/providers/${await provider()}`]) {
      await page.goto(path);
      await page.getByRole("link", { name: /^Tell me of (changes|news) by e-mail/ }).click();
      await ask(page, email);
      await page.goto(await linkTo(email));
      await page.getByRole("button", { name: "Yes, tell me" }).click();
      await expect(page.getByRole("status")).toContainText("Confirmed.");
    }
    await page.getByRole("button", { name: "Stop telling me of this" }).click();
    await expect(page.getByRole("status")).toContainText("the address is deleted");

    await page.goto(stop);
    if (javaScriptEnabled) await look(page, "the page to end it");
    await expect(page.getByRole("button", { name: "Stop this and one other" })).toBeVisible();
    // The mail program's own button asks no page, and a look at its address ends nothing.
    const click = `/api/follow/${stop.replace(/.*\//, "")}`;
    await page.goto(click);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What you are told of");
    const ended = await page.request.post(click, {
      form: { "List-Unsubscribe": "One-Click" },
      headers: { origin: "https://mail.example" },
    });
    expect(ended.status()).toBe(204);
    expect(await sql`select from follows where email = ${email}`).toHaveLength(0);
    await page.goto(stop);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ended");
    await page.close();
  });
}

test("an instance that sends no mail offers none", async ({ page }) => {
  await page.goto("/en/offerings?q=care");
  await expect(page.getByRole("main").getByRole("link", { name: "by e-mail" })).toHaveCount(0);
  expect((await page.goto("/en/follow?of=search"))?.status()).toBe(404);
});
