import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./checks";

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await page.waitForURL(/\/manage/);
}

/** Offerings are begun anew for each test: others look at those of the demonstration at the same time. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto("/en/manage/offerings/new");
  await page.getByLabel("Title").fill(title);
  // The proposed id can be taken by a test that runs beside this one.
  await page.getByLabel("Own id").fill(`E2E-${crypto.randomUUID().slice(0, 8)}`);
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await page.waitForURL(/\/edit\/learn/);
  return new URL(page.url()).pathname.replace(/\/edit\/learn$/, "");
}

const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: /^Saved at \d/ })).toBeVisible();
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();

async function another(browser: Browser, name: string, options: object = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await signIn(page, name);
  // Some belong to two organisations, and may begin with the other one.
  await page.goto("/en/account");
  const act = page.getByRole("button", { name: /Act for Lindewater/ });
  if (await act.isVisible()) {
    await act.click();
    await page.waitForURL(/done=switched/);
  }
  return page;
}

test("an offering is begun, filled in part by part, and complete when nothing is missing", async ({ page }) => {
  await signIn(page, "Mieke Lindeman");
  await page.goto("/en/manage/offerings");
  await expectNoViolations(page);
  const offering = await begin(page, "Beekeeping on roofs");
  await expect(page.getByText("A draft: nobody outside your organisation sees it.")).toBeVisible();
  await expectNoViolations(page);

  await page.getByLabel("Summary").fill("Bees in town, from hive to honey.");
  await page.getByLabel("Outcome 1 (new)").fill("Reads the state of a colony");
  await page.getByRole("searchbox", { name: "Search a field of study" }).fill("crop");
  await page.getByRole("checkbox", { name: /^0811/ }).check();
  await saved(page);
  await expect(page.getByRole("region", { name: /complete/ }).getByRole("link", { name: "Learning outcomes" })).toBeHidden();

  await page.goto(`${offering}/edit/workload`);
  await page.getByLabel("ECTS").fill("500");
  await page
    .getByRole("checkbox", { name: "Onsite" })
    .or(page.getByRole("checkbox", { name: /on site|presence/i }))
    .first()
    .check();
  await expect(page.getByText("cannot carry this number of ECTS").first()).toBeVisible();
  await page.getByLabel("ECTS").fill("3");
  await saved(page);
  await page.goto(`${offering}/edit/level`);
  await page.getByRole("radio", { name: /^EQF 5/ }).check();
  await saved(page);
  await expectNoViolations(page);
  await page.goto(`${offering}/edit/quality`);
  await expect(page.getByText("Stated once for the whole catalogue").first()).toBeVisible();
  await page.goto(`${offering}/preview`);
  await expect(page.getByText("Preview: not published")).toBeVisible();
  await expect(page.getByText("Reads the state of a colony")).toBeVisible();
  await expectNoViolations(page);
  await page.goto(`${offering}/edit/contact`);
  await expect(page.getByRole("region", { name: /complete/ }).getByText("missing")).toHaveCount(0);
});

test("four languages stand side by side, and a translation whose original changes is marked until it is right again", async ({ page }) => {
  await signIn(page, "Mieke Lindeman");
  const offering = await begin(page, "Reading a river");
  for (const [code, name, title] of [
    ["nl", "Dutch", "Een rivier lezen"],
    ["fr", "French", "Lire une rivière"],
    ["de", "German", "Einen Fluss lesen"],
  ] as const) {
    await page.goto(`${offering}/edit/learn?with=${code}`);
    await page.getByLabel(`Title · ${name}`).fill(title);
    await save(page);
    await saved(page);
  }
  await page.goto(`${offering}/edit/learn`);
  await page.getByLabel("Title", { exact: true }).fill("Reading a river and its banks");
  await save(page);
  await saved(page);
  const behind = page.getByRole("region", { name: /complete/ });
  await expect(behind.getByText("3 translations are behind")).toBeVisible();
  await page.goto("/en/manage/offerings?attention=stale&q=reading+a+river");
  await expect(page.getByRole("link", { name: "translations behind" }).first()).toBeVisible();

  await page.goto(`${offering}/edit/learn?with=fr`);
  await page.getByRole("button", { name: "Still right" }).click();
  await expect(behind.getByText("2 translations are behind")).toBeVisible();
  await page.goto(`${offering}/edit/learn?with=de`);
  await page.getByLabel("Title · German").fill("Einen Fluss und seine Ufer lesen");
  await saved(page);
  await expect(behind.getByText("1 translation is behind")).toBeVisible();
});

test("two people at once: what each wrote stands, and where both wrote the same they are shown both texts", async ({ page, browser }) => {
  await signIn(page, "Mieke Lindeman");
  const offering = await begin(page, "Sharing a garden");
  const tom = await another(browser, "Tom Rietveld");
  await tom.goto(`${offering}/edit/learn`);
  await page.getByLabel("Summary").fill("Mieke's summary");
  await saved(page);
  await tom.getByLabel("Description").fill("Tom's description");
  await saved(tom);
  await expect(tom.getByLabel("Summary"), "Tom sees what Mieke wrote").toHaveValue("Mieke's summary");

  await page.getByLabel("Title", { exact: true }).fill("Mieke's title");
  await saved(page);
  await expect(page.getByLabel("Description")).toHaveValue("Tom's description");
  await tom.getByLabel("Title", { exact: true }).fill("Tom's title");
  const choice = tom.getByRole("group", { name: "Title (English)" });
  await expect(choice).toContainText("Mieke's title");
  await expect(choice).toContainText("Tom's title");
  await expectNoViolations(tom);
  await choice.getByRole("radio", { name: "Take this" }).check();
  await save(tom);
  await saved(tom);
  await expect(tom.getByLabel("Title", { exact: true })).toHaveValue("Mieke's title");
  await tom.reload();
  await expect(tom.getByLabel("Description")).toHaveValue("Tom's description");
  await expect(tom.getByLabel("Title", { exact: true })).toHaveValue("Mieke's title");
});

test("without a connection the text stays, also over a reload, and is sent when there is one again", async ({ page, context }) => {
  await signIn(page, "Mieke Lindeman");
  const offering = await begin(page, "Weather on the coast");
  await context.setOffline(true);
  await page.getByLabel("Summary").fill("Wind, tide and cloud.");
  await expect(page.getByText("Not saved: no connection.")).toBeVisible();
  await context.setOffline(false);
  await saved(page);

  await context.setOffline(true);
  await page.getByLabel("Description").fill("Three days by the sea.");
  await expect(page.getByText("Not saved: no connection.")).toBeVisible();
  await page.route("**/*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByLabel("Description")).toHaveValue("Three days by the sea.");
  await page.unroute("**/*");
  await saved(page);
  await page.goto(`${offering}/edit/learn`);
  await expect(page.getByLabel("Description")).toHaveValue("Three days by the sea.");
});

test("without JavaScript one begins, saves, is told what is wrong, and chooses between two texts", async ({ browser }) => {
  const plain = { javaScriptEnabled: false };
  const [mieke, tom] = [await another(browser, "Mieke Lindeman", plain), await another(browser, "Tom Rietveld", plain)];
  const offering = await begin(mieke, "Plain paper");
  await tom.goto(`${offering}/edit/learn`);
  await mieke.getByLabel("Title", { exact: true }).fill("Plain paper, folded");
  await save(mieke);
  await expect(mieke.getByText("Saved.", { exact: true })).toBeVisible();
  await tom.getByLabel("Title", { exact: true }).fill("Plain paper, cut");
  await tom.getByLabel("Summary").fill("With scissors");
  await save(tom);
  await expect(tom.getByRole("group", { name: "Title (English)" })).toContainText("Plain paper, folded");
  await expect(tom.getByLabel("Summary"), "nothing that was typed is lost").toHaveValue("With scissors");
  await save(tom);
  await expect(tom.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(tom.getByLabel("Title", { exact: true })).toHaveValue("Plain paper, cut");
  await tom.goto(`${offering}/edit/workload`);
  await tom.getByLabel("ECTS").fill("many");
  await save(tom);
  await expect(tom.getByText("not understood as a number").first()).toBeVisible();
  await expect(tom.getByLabel("ECTS")).toHaveValue("many");
  await tom.goto(`${offering}/edit/learn?field=crop`);
  await expect(tom.getByRole("checkbox", { name: /^0811/ })).toBeVisible();
});

test("whoever only reads is offered nothing to change, and others find no offering at all", async ({ page, browser }) => {
  await signIn(page, "Mieke Lindeman");
  const offering = await begin(page, "Behind the door");
  const ines = await another(browser, "Ines Kijker");
  await ines.goto("/en/manage");
  await expectNoViolations(ines);
  await ines.goto(`${offering}/edit/learn`);
  await expect(ines.getByLabel("Title", { exact: true })).toBeDisabled();
  await expect(ines.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
  expect((await ines.goto("/en/manage/offerings/new"))?.status()).toBe(404);
  const jules = await another(browser, "Jules Perronnet");
  for (const rest of ["/edit/learn", "/preview", "/discard"]) expect((await jules.goto(`${offering}${rest}`))?.status()).toBe(404);
});
