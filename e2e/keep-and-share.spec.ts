import { expect, type Page, test } from "@playwright/test";
import { expectNoScrollingSideways, look } from "./checks";
import { complete, resultTitles, suspended, withVersions } from "./fixtures";

const stored = (page: Page) =>
  page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean));
const tick = (page: Page, position: number) =>
  page
    .getByRole("main")
    .getByRole("checkbox", { name: /^Compare/ })
    .nth(position);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a learner ticks three, compares them, looks at the differences alone, takes one out and keeps the others", async ({ page }) => {
      await page.goto("/en/offerings?q=care");
      const titles = (await resultTitles(page).allTextContents()).slice(0, 3);
      await expect(page.getByRole("button", { name: "Compare what is ticked" })).toBeHidden();
      for (const position of [0, 1, 2]) await tick(page, position).check();
      await page.getByRole("button", { name: "Compare what is ticked" }).click();

      await expect(page).toHaveURL(/\/en\/compare\?o=[^&]+&o=[^&]+&o=[^&]+$/);
      const table = page.getByRole("table");
      for (const title of titles)
        await expect(table.getByRole("columnheader").getByRole("link", { name: title, exact: true })).toBeVisible();
      const all = await table.getByRole("rowheader").count();
      const differing = await table.getByRole("rowheader").filter({ hasText: "differs" }).count();
      await expect(page.getByRole("main")).toContainText(`They differ in ${differing} of ${all} rows.`);
      await page.getByRole("link", { name: "Show only the differences" }).click();
      await expect(table.getByRole("rowheader")).toHaveCount(differing);

      await table.getByRole("link", { name: `Take out ${titles[1]}` }).click();
      await expect(page).toHaveURL(/only=differences/);
      await expect(table.getByRole("columnheader").filter({ has: page.getByRole("link") })).toHaveCount(2);
      await page.getByRole("link", { name: "Keep as a list" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("My list");
      await expect(page.getByRole("heading", { level: 2 }).getByRole("link")).toHaveText([titles[0] ?? "", titles[2] ?? ""]);
    });

    test("a list grows by an address, is shared with a note, changed and ended", async ({ page, browser }) => {
      const [first, second] = [await complete(), await withVersions()];
      await page.goto(`/en/lists?o=${first}`);
      await page.getByLabel("Add one by the address of its page").fill(`http://localhost/de/offerings/${second}?version=1`);
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expect(page.getByText("2 microcredentials", { exact: true })).toBeVisible();

      await page.getByRole("link", { name: "Share by a link" }).click();
      if (javaScriptEnabled) await look(page, "the form to share a list");
      await page.getByLabel("A title").fill("For the meeting");
      await page
        .getByRole("textbox", { name: /^Note on/ })
        .first()
        .fill("Ask about the evening group.");
      await page.getByLabel("How long can it be read?").selectOption("30");
      await page.getByRole("button", { name: "Make the link" }).click();
      await expect(page.getByRole("status")).toContainText("Keep both links");
      if (javaScriptEnabled) await look(page, "the page of a list's maker");
      const own = page.url();
      const link = (await page.getByRole("region", { name: "To be read by others" }).getByRole("link").getAttribute("href")) ?? "";
      const path = new URL(link).pathname;

      const reader = await browser.newPage({ baseURL: test.info().project.use.baseURL ?? "", javaScriptEnabled });
      await reader.goto(path);
      await expect(reader.getByRole("heading", { level: 1 })).toHaveText("For the meeting");
      await expect(reader.getByText("Ask about the evening group.")).toBeVisible();
      await expect(reader.getByText("Nothing has changed since it was shared.")).toBeVisible();
      if (javaScriptEnabled) await look(reader, "a shared list");
      const csv = await reader.request.get(`/en/lists/file?list=${path.replace(/.*\//, "")}&format=csv`);
      expect(await csv.text()).toContain("Ask about the evening group.");

      await page.goto(own.replace(/\?.*/, ""));
      await page
        .getByRole("checkbox", { name: /^Take out of the list/ })
        .first()
        .check();
      await page.getByRole("button", { name: "Save the list" }).click();
      await expect(page.getByRole("status")).toContainText("The list is changed.");
      await reader.reload();
      await expect(reader.getByRole("heading", { level: 2 }).getByRole("link")).toHaveCount(1);
      await page.getByRole("button", { name: "End the list" }).click();
      await expect(page.getByRole("status")).toContainText("nothing of it is kept");
      expect((await reader.goto(path))?.status()).toBe(404);
      await reader.close();
    });
  });
}

test("what a learner keeps is remembered in this browser alone, and only once they keep something", async ({ page }) => {
  await page.goto("/en/offerings?q=care");
  await expect(page.getByRole("button", { name: /^Keep/ }).first()).toBeVisible();
  expect(await stored(page)).toEqual([]);
  const titles = (await resultTitles(page).allTextContents()).slice(0, 2);
  await page.getByRole("button", { name: `Keep ${titles[0]}`, exact: true }).click();
  await page.getByRole("button", { name: `Keep ${titles[1]}`, exact: true }).press(" ");
  await expect(page.getByRole("button", { name: `Kept ${titles[0]}`, exact: true })).toHaveAttribute("aria-pressed", "true");
  expect(await stored(page)).toEqual(["cairn.kept"]);

  await page
    .getByRole("banner")
    .getByRole("link", { name: /^My list/ })
    .click();
  await expect(page.getByRole("heading", { level: 2 }).getByRole("link")).toHaveText(titles);
  for (const title of titles) await page.getByRole("link", { name: `Take out ${title}` }).click();
  await expect(page.getByText("Nothing is kept yet.")).toBeVisible();
  expect(await stored(page)).toEqual([]);
});

test("what is suspended, unknown or too many is said, and nothing is left out in silence", async ({ page }) => {
  const gone = await suspended();
  await page.goto(`/en/compare?o=${gone}&o=${await complete()}&o=nowhere&o=${await withVersions()}&o=five&o=six`);
  await expect(page.getByRole("row", { name: /^In the catalogue\?/ })).toContainText("The provider is suspended");
  await expect(page.getByText("The register knows no microcredential under “nowhere”.")).toBeVisible();
  await expect(page.getByText("At most 4 are compared at a time. 2 more are left out.")).toBeVisible();
  await page.goto(`/en/lists?o=${gone}&o=nowhere`);
  await expect(page.getByRole("article")).toContainText("The provider is suspended");
});

test("an offering, a comparison and a list fit A4 on paper and say where they stand", async ({ page }) => {
  const [one, other] = [await complete(), await withVersions()];
  for (const path of [`/en/offerings/${one}`, `/en/compare?o=${one}&o=${other}`, `/en/lists?o=${one}&o=${other}`]) {
    await page.goto(path);
    await expect(page.getByText("As the register said on")).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("As the register said on")).toBeVisible();
    await expect(page.getByText(path, { exact: false }).last()).toBeVisible();
    await expectNoScrollingSideways(page, path);
    // No heading of a group of rows stands alone at the foot of a sheet, and no row is cut.
    for (const row of await page.locator("tbody > tr").all()) {
      const isGroup = (await row.locator('th[scope="colgroup"]').count()) > 0;
      await expect(row).toHaveCSS("break-inside", "avoid");
      if (isGroup) await expect(row).toHaveCSS("break-after", "avoid");
    }
    // A4 in points, upright or across.
    const pdf = (await page.pdf({ preferCSSPageSize: true, format: "A4" })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x, y]) =>
      [Number(x), Number(y)].sort((a, b) => a - b),
    );
    for (const [short = 0, long = 0] of boxes) {
      expect(Math.abs(short - 595), path).toBeLessThan(2);
      expect(Math.abs(long - 842), path).toBeLessThan(2);
    }
    await page.emulateMedia({ media: "screen" });
  }
});

test("dates come as a calendar file in the reader's language, and any search as a feed; neither comes twice", async ({ page, request }) => {
  const slug = await complete();
  for (const path of [`/de/offerings/${slug}/calendar.ics`, `/de/lists/calendar.ics?o=${slug}`, "/feeds/de/offerings.atom?eqf=5"]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["content-type"]).toMatch(/text\/calendar|application\/atom\+xml/);
    const { etag = "" } = answer.headers();
    expect((await request.get(path, { headers: { "if-none-match": etag } })).status(), path).toBe(304);
    expect(await answer.text()).toMatch(/Beginn: |<entry>/);
  }
  expect((await request.get("/feeds/xx/offerings.atom")).status()).toBe(404);
  expect((await request.get("/de/lists/calendar.ics?list=none")).status()).toBe(404);
  await page.goto("/de/offerings?eqf=5&page=2");
  await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute("href", /\/feeds\/de\/offerings\.atom\?eqf=5$/);
});
