import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { lookInBoth, sessionCookie } from "./checks";
import { newcomer } from "./invented";
import { guidanceService } from "./samples";
import { button, done } from "./steps";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

test.beforeEach(({ page }) => page.setDefaultTimeout(20_000));

async function comeAs(page: Page, role: "counsellor" | "lead-counsellor", name = "Guide") {
  const person = await newcomer(name, role, guidanceService);
  await page.context().clearCookies();
  await page.context().addCookies([{ name: sessionCookie, value: person.token, url: process.env.BASE_URL ?? "" }]);
  return person;
}

const label = () => `K-${Math.random().toString(36).slice(2, 8)}`;
const tab = (page: Page, name: string) => page.getByRole("navigation", { name: "Pages of this list" }).getByRole("link", { name });
const titles = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link");
const listOf = (page: Page) => page.url().match(/lists\/([0-9a-f-]{36})/)?.[1] ?? "";

async function startList(page: Page, name: string): Promise<string> {
  await page.goto("/en/guidance");
  await page.getByRole("link", { name: "Start a list" }).click();
  await page.getByLabel("Label").fill(name);
  await page.getByLabel("Hours a week").fill("6");
  await page.getByLabel("Money in all (EUR)").fill("400");
  await button(page, "Start a list").click();
  await expect(done(page)).toContainText("The list is there");
  return listOf(page);
}

/** Offerings that one sees and that begin some day. */
async function someOfferings(count: number): Promise<string[]> {
  const rows = await sql<{ slug: string }[]>`select slug from offerings o where status = 'published' and visible @> now()
    and exists (select from sessions s where s.offering_id = o.id and s.starts_on > current_date + 14 and s.cancelled_on is null and s.seats_left is distinct from 0)
    order by slug limit ${count}`;
  return rows.map(({ slug }) => slug);
}

async function add(page: Page, slugs: string[]): Promise<void> {
  await page
    .getByRole("textbox", { name: "Add one by the address of its page" })
    .fill(slugs.map((slug) => `http://localhost/en/offerings/${slug}`).join(" "));
  await button(page, "Add").click();
  await expect(done(page)).toContainText("It is in the list.");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a counsellor finds five for a client, plans, prints and shares them in under five minutes", async ({ page, browser }) => {
      await comeAs(page, "counsellor");
      const begun = Date.now();
      const name = label();
      const id = await startList(page, name);
      await page.getByRole("link", { name: "Search for this client" }).click();
      await expect(page).toHaveURL(new RegExp(`guidance/search.*list=${id}`));
      await page.getByLabel("Near a town").fill("Liège");
      await page.getByLabel("Within", { exact: true }).selectOption("50");
      await page.getByRole("checkbox", { name: /^French/ }).check();
      await page.getByRole("checkbox", { name: /^Step-free/ }).check();
      await page.getByRole("checkbox", { name: "or online" }).check();
      await button(page, "Show results").click();
      await expect(page.getByRole("list", { name: "Chosen filters" })).toContainText("within 50 km of Liège, or online");
      // What decides is said of each, or that it is not.
      for (const said of ["What one needs to have: ", "Accessibility: ", "Work in a week: "])
        await expect(page.getByRole("main").locator("article").filter({ hasText: said })).toHaveCount(
          await page.getByRole("main").locator("article").count(),
        );
      await expect(page.getByText(/about [\d.]+ h, more than the 6 h there are/).first()).toBeVisible();
      const ticks = page.getByRole("checkbox", { name: /^Add to a list ?:/ });
      for (const place of [0, 1, 2, 3, 4]) await ticks.nth(place).check();
      await button(page, "Add").click();
      await expect(done(page).first()).toContainText(`5 microcredentials added to the list: ${name}`);

      await page.goto(`/en/guidance/lists/${id}`);
      await expect(titles(page)).toHaveCount(5);
      await tab(page, "Plan").click();
      await expect(page.getByRole("img", { name: /5 microcredentials from/ })).toBeVisible();
      await expect(page.getByRole("table", { name: "The steps of the plan" }).getByRole("rowheader")).toHaveCount(6);
      await expect(page.getByText("of €400")).toBeVisible();

      await tab(page, "Share by a link").click();
      await button(page, "Make the link").click();
      const link = await page.getByLabel("Link", { exact: true }).inputValue();
      await tab(page, "Print").click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Microcredentials for you");
      expect(await page.content()).not.toContain(name);
      const spent = (Date.now() - begun) / 1000;
      expect(spent).toBeLessThan(300);
      test.info().annotations.push({ type: "seconds", description: String(Math.round(spent)) });
      await paper(page);
      if (javaScriptEnabled) {
        await lookInBoth(page, "a list to print");
        await page.goto(`/en/guidance/lists/${id}/plan`);
        await lookInBoth(page, "a plan");
      }
      expect(await sql`select read_hash from lists where id = ${id}`).not.toContainEqual({
        read_hash: new URL(link).pathname.split("/").at(-1),
      });

      const reader = await browser.newPage({ baseURL: test.info().project.use.baseURL ?? "", javaScriptEnabled });
      await reader.goto(new URL(link).pathname);
      await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Microcredentials for you");
      await expect(titles(reader)).toHaveCount(5);
      await expect(reader.getByRole("table", { name: "The steps of the plan" })).toBeVisible();
      expect(await reader.content()).not.toContain(name);
      if (javaScriptEnabled) await lookInBoth(reader, "a shared list with its plan");
      await reader.close();
      const [reads] = await sql`select count from guidance_uses where what = 'link-read' order by count desc limit 1`;
      expect(reads?.count).toBeGreaterThan(0);
    });

    test("notes, order and sessions are saved together, and changes are looked at and taken as seen", async ({ page }) => {
      await comeAs(page, "counsellor");
      const id = await startList(page, label());
      await add(page, await someOfferings(3));
      const [first, second, third] = await titles(page).allTextContents();
      await page.getByLabel(`Note for the client ${first}`).fill("Ask about the evening group.");
      await button(page, `Down ${first}`).click();
      await expect(done(page)).toContainText("The list is saved.");
      await expect(titles(page)).toHaveText([second ?? "", first ?? "", third ?? ""]);
      await expect(page.getByLabel(`Note for the client ${first}`)).toHaveValue("Ask about the evening group.");
      await page.getByLabel(`Session ${first}`).selectOption("");
      await button(page, `Take out ${third}`).click();
      await expect(titles(page)).toHaveCount(2);
      await expect(page.getByLabel(`Session ${first}`)).toHaveValue("");

      await sql`update list_items set kept = jsonb_set(kept, '{version}', '0') where list_id = ${id} and position = 0`;
      await page.goto("/en/guidance");
      await expect(page.getByRole("row").filter({ has: page.locator(`a[href$="${id}"]`) })).toContainText("1 to look at");
      await page.locator(`a[href$="${id}"]`).click();
      await expect(page.getByText(/Changed since/)).toBeVisible();
      if (javaScriptEnabled) await lookInBoth(page, "a list with changes");
      await button(page, `I have seen this ${second}`).click();
      await expect(page.getByText(/Changed since/)).toHaveCount(0);
    });

    test("what was changed elsewhere meanwhile is not written over unseen, and nothing typed is lost", async ({ page }) => {
      await comeAs(page, "counsellor");
      const id = await startList(page, label());
      await add(page, await someOfferings(1));
      const note = page.getByLabel(/^Note for the client/);
      await note.fill("mine");
      await sql`update list_items set note = 'theirs' where list_id = ${id}`;
      await sql`update lists set updated_at = now() + interval '1 second' where id = ${id}`;
      await button(page, "Save notes, order and sessions").last().click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("changed meanwhile");
      await expect(note).toHaveValue("mine");
      expect(await sql`select note from list_items where list_id = ${id}`).toEqual([{ note: "theirs" }]);
      await button(page, "Save notes, order and sessions").last().click();
      await expect(done(page)).toContainText("The list is saved.");
      expect(await sql`select note from list_items where list_id = ${id}`).toEqual([{ note: "mine" }]);
      await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
      await note.fill("again");
      await button(page, "Save notes, order and sessions").last().click();
      await expect.poll(async () => (await sql`select note from list_items where list_id = ${id}`)[0]?.note).toBe("again");
    });

    test("a label that looks like a name is doubted once, and a bad number is said at its field", async ({ page }) => {
      await comeAs(page, "counsellor");
      await page.goto("/en/guidance/lists/new");
      await page.getByLabel("Label").fill("Groupe Ardennes");
      await page.getByLabel("Hours a week").fill("200");
      await button(page, "Start a list").click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("from 1 to 168");
      await page.getByLabel("Hours a week").fill("6");
      await button(page, "Start a list").click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("looks like a name");
      await expect(page.getByLabel("Label")).toHaveValue("Groupe Ardennes");
      if (javaScriptEnabled) await lookInBoth(page, "a label that is doubted");
      await button(page, "Start a list").click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Groupe Ardennes");
    });
  });
}

test("a list is handed over and then its former counsellor's no longer; the link ends; the list is deleted", async ({ page, browser }) => {
  const colleague = await newcomer(`Collega ${label()}`, "counsellor", guidanceService);
  await comeAs(page, "counsellor");
  const name = label();
  const id = await startList(page, name);
  await add(page, await someOfferings(2));
  await tab(page, "Share by a link").click();
  await button(page, "Make the link").click();
  const path = new URL(await page.getByLabel("Link", { exact: true }).inputValue()).pathname;
  await lookInBoth(page, "a link that was just made");
  expect((await page.request.get(path)).status()).toBe(200);
  const file = await page.request.get(`/en/guidance/lists/${id}/file`);
  expect(await file.text()).toContain("Planned from");
  await tab(page, "Label, hand over, delete").click();
  await lookInBoth(page, "the settings of a list");
  await page.getByLabel("Colleague", { exact: true }).selectOption(colleague.personId);
  await button(page, "Hand over").click();
  await expect(done(page)).toContainText("Your colleague has it now");
  for (const part of ["", "/plan", "/print", "/share", "/settings", "/file"])
    expect((await page.request.get(`/en/guidance/lists/${id}${part}`)).status(), part).toBe(404);

  const theirs = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? "" });
  await theirs.addCookies([{ name: sessionCookie, value: colleague.token, url: process.env.BASE_URL ?? "" }]);
  const desk = await theirs.newPage();
  await desk.goto("/en/guidance");
  await desk.getByRole("link", { name }).click();
  await tab(desk, "Share by a link").click();
  await expect(desk.getByText("cannot be shown again")).toBeVisible();
  await button(desk, "End the link").click();
  await expect(done(desk)).toContainText("The link is ended");
  expect((await page.request.get(path)).status()).toBe(404);
  await tab(desk, "Label, hand over, delete").click();
  await desk.getByText("Delete the list", { exact: true }).last().click();
  await button(desk, "Delete now").click();
  await expect(done(desk)).toContainText("deleted");
  expect(await sql`select from lists where id = ${id}`).toHaveLength(0);
  await theirs.close();
});

test("whoever leads the service gives a list on whose counsellor is gone, and reads nothing of it", async ({ page }) => {
  const [gone, heir] = [
    await newcomer("Gone", "counsellor", guidanceService),
    await newcomer(`Heir ${label()}`, "counsellor", guidanceService),
  ];
  const secret = label();
  const [list] = await sql<{ id: string }[]>`insert into lists (organisation_id, person_id, title, locale)
    select id, ${gone.personId}, ${secret}, 'en' from organisations where slug = ${guidanceService} returning id`;
  await sql`delete from memberships where person_id = ${gone.personId}`;
  await comeAs(page, "lead-counsellor");
  await page.goto("/en/guidance");
  expect(await page.content()).not.toContain(secret);
  await lookInBoth(page, "lists that were left");
  await page.locator(`[id="colleague.${list?.id}"]`).selectOption(heir.personId);
  await page
    .locator("form", { has: page.locator(`[id="colleague.${list?.id}"]`) })
    .getByRole("button", { name: "Give" })
    .click();
  await expect(done(page)).toContainText("The list is given");
  expect(await sql`select person_id from lists where id = ${list?.id ?? ""}`).toEqual([{ person_id: heir.personId }]);
});

/** The page as it is printed: a PDF of A4, whose sheets hold all of it, and a picture. */
async function paper(page: Page): Promise<void> {
  const pdf = await page.pdf({ path: test.info().outputPath("list.pdf"), format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeLessThanOrEqual(5);
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: test.info().outputPath("list.png"), fullPage: true });
  await page.emulateMedia({ media: "screen" });
}
