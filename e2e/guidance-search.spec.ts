import { type Browser, expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import type { Role } from "@/lib/auth/permissions";
import { lookInBoth, sessionCookie } from "./checks";
import { inventPerson, newcomer, signInAs } from "./invented";
import { guidanceService } from "./samples";
import { button, done } from "./steps";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

async function comeAs(page: Page, role: Role, organisation: string | null = guidanceService) {
  const person = await newcomer("Guide", role, organisation);
  await page.context().clearCookies();
  await page.context().addCookies([{ name: sessionCookie, value: person.token, url: process.env.BASE_URL ?? "" }]);
  return person;
}

const ticks = (page: Page) => page.getByRole("checkbox", { name: /^Add to a list ?:/ });
const label = () => `K-${Math.random().toString(36).slice(2, 7)}`;
const into = (page: Page) => page.getByRole("combobox", { name: "Add what is ticked to" });
const fresh = (page: Page) => page.getByRole("textbox", { name: "Label of a new list, not a name" });

/** What a client can use who has little money and cannot climb stairs, in French and near Liège. */
async function searchForClient(page: Page): Promise<void> {
  await page.goto("/en/guidance/search");
  await page.getByLabel("Near a town").fill("Liège");
  await page.getByLabel("Within").selectOption("50");
  await page.getByLabel("At most, in euros").fill("400");
  await page.getByRole("checkbox", { name: /^French/ }).check();
  await page.getByRole("checkbox", { name: /^Step-free/ }).check();
  await button(page, "Show results").click();
  await expect(page).toHaveURL(/near=Li%C3%A8ge/);
}

async function startList(page: Page, name: string, count: number): Promise<string> {
  for (let position = 0; position < count; position++) await ticks(page).nth(position).check();
  await into(page).selectOption({ label: "A new list" });
  await fresh(page).fill(name);
  await button(page, "Add").click();
  await expect(done(page).first()).toContainText(`added to the list: ${name}`);
  return new URL(page.url()).searchParams.get("list") ?? "";
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a counsellor searches for a client and puts five into a new list, at once", async ({ page }) => {
      await comeAs(page, "counsellor");
      await searchForClient(page);
      await expect(page.getByRole("list", { name: "Chosen filters" }).getByRole("listitem")).not.toHaveCount(0);
      await expect(page.getByRole("main").locator("article").first()).toContainText("Accessibility: ");
      const name = label();
      const list = await startList(page, name, 5);
      await expect(page.getByText(`In ${name} already`)).toHaveCount(5);
      await expect(into(page)).toHaveValue(list);
      if (javaScriptEnabled) await lookInBoth(page, "search for a client");

      await ticks(page).first().check();
      await button(page, "Add").click();
      await expect(done(page).first()).toContainText(`One microcredential added to the list: ${name}`);
      await expect(page.getByText(`In ${name} already`)).toHaveCount(6);
      expect((await sql`select count(*)::int as count from list_items where list_id = ${list}`)[0]?.count).toBe(6);
    });

    test("nothing ticked and a label that may be a name are said at their field, and nothing entered is lost", async ({ page }) => {
      await comeAs(page, "counsellor");
      await page.goto("/en/guidance/search?lang=fr");
      await fresh(page).fill("K-1");
      await button(page, "Add").click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Nothing is ticked");
      await expect(fresh(page)).toHaveValue("K-1");
      await ticks(page).nth(1).check();
      await fresh(page).fill("Anna van der Berg");
      await button(page, "Add").click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("name");
      await expect(ticks(page).nth(1)).toBeChecked();
      if (javaScriptEnabled) await lookInBoth(page, "a label that may be a name");
      await button(page, "Add").click();
      await expect(done(page).first()).toContainText("One microcredential added to the list: Anna van der Berg");
    });
  });
}

test("what a client can give becomes filters that can be taken back", async ({ page }) => {
  await comeAs(page, "counsellor");
  await searchForClient(page);
  const list = await startList(page, label(), 1);
  await page.goto(`/en/guidance/search?list=${list}`);
  await expect(page).toHaveURL(/priceMax=400/);
  await expect(page.getByLabel("At most, in euros")).toHaveValue("400");
  await page.getByRole("list", { name: "Chosen filters" }).getByRole("link").first().click();
  await expect(page.getByLabel("At most, in euros")).toHaveValue("");
  await expect(page).toHaveURL(new RegExp(`list=${list}`));
  await page.getByRole("link", { name: "Filter by what the client can give" }).click();
  await expect(page.getByLabel("At most, in euros")).toHaveValue("400");
});

test("whoever leads makes a template of a list; colleagues begin with it, and other services do not see it", async ({ page }) => {
  await comeAs(page, "lead-counsellor");
  await searchForClient(page);
  const name = label();
  await startList(page, name, 2);
  await page.goto("/en/guidance/templates");
  await button(page, "Make the template").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("label is missing");
  const template = `First steps ${label()}`;
  await page.getByLabel("What it is called").fill(template);
  await page.getByLabel("Made of").selectOption({ label: `${name} (2)` });
  await lookInBoth(page, "templates, for who leads");
  await button(page, "Make the template").click();
  await expect(page).toHaveURL(/done=templateMade/);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await comeAs(page, "counsellor");
  await page.goto("/en/guidance/templates");
  await expect(page.getByRole("button", { name: "Make the template" })).toHaveCount(0);
  await page.getByRole("link", { name: template, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(template);
  await expect(page.getByRole("main").locator("article")).toHaveCount(2);
  await lookInBoth(page, "a template");
  await comeAs(page, "lead-counsellor", "the-signpost-het-wegwijspunt");
  expect((await page.goto(`/en/guidance/templates/${id}`))?.status()).toBe(404);
  await page.goto("/en/guidance/templates");
  await lookInBoth(page, "no templates yet");
});

test("a counsellor is told when a session of their client's list is cancelled", async ({ page }) => {
  test.setTimeout(200_000);
  await comeAs(page, "counsellor");
  await page.goto("/en/guidance/search?lang=nl&startFrom=2026-01-01&sort=newest");
  const name = label();
  const list = await startList(page, name, 1);
  const [kept] = await sql<{ session: string; offering: string; title: string }[]>`
    select s.id as session, i.offering_id as offering, v.title from list_items i join sessions s on s.id = (i.kept->'sessions'->0->>'id')::uuid
    join offerings o on o.id = i.offering_id join versions v on v.id = o.current_version_id where i.list_id = ${list}`;
  if (!kept) throw new Error("What was found has no session");
  await sql`update sessions set cancelled_on = current_date where id = ${kept.session}`;
  await sql`insert into events (type, subject, subject_id, actor) values ('sessions.changed', 'offering', ${kept.offering}, 'test')`;
  try {
    await expect(async () => {
      await page.goto("/en/manage/notices");
      await expect(page.getByRole("main")).toContainText("which is in one of your lists", { timeout: 1000 });
    }).toPass({ timeout: 150_000, intervals: [3000] });
    await expect(page.getByRole("main")).not.toContainText(name);
    await page.getByRole("button", { name: /^Go there: .*which is in one of your lists/ }).click();
    await expect(page).toHaveURL(new RegExp(`/guidance/lists/${list}$`));
  } finally {
    await sql`update sessions set cancelled_on = null where id = ${kept.session}`;
  }
});

test("the use of the desk is counted, shown and taken along", async ({ page }) => {
  await comeAs(page, "counsellor");
  await page.goto("/en/guidance/search?q=care");
  await page.goto("/en/guidance/use");
  await expect(page.getByRole("table")).toContainText("Searches");
  await lookInBoth(page, "the use of the desk");
  const file = await page.request.get("/en/guidance/use/file");
  expect(file.headers()["content-type"]).toContain("text/csv");
  expect(await file.text()).toMatch(/,search,Searches,[1-9]/);
});

test("the keeper registers a service, its lead joins it, and a last day is told", async ({ page, browser }) => {
  const lead = await inventPerson("Leidster");
  await signInAs(page, "Ria Hoofdbestuur");
  await page.goto("/en/oversight/accounts");
  await page.getByRole("link", { name: "Guidance services" }).click();
  await button(page, "Register and invite").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("This is empty");
  const name = `Baken ${label()}`;
  for (const language of ["Dutch", "French", "German", "English"]) await page.getByLabel(`Name in ${language}`).fill(`${name} ${language}`);
  await page.getByLabel("Town or municipality").fill("Atlantis");
  await page.getByLabel("Contact address").fill("desk@baken.example");
  await page.getByLabel("E-mail address of the lead counsellor").fill(lead.email);
  await button(page, "Register and invite").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("not in the list of the country");
  await expect(page.getByLabel("Name in Dutch")).toHaveValue(`${name} Dutch`);
  await page.getByLabel("Town or municipality").fill("Gand");
  await lookInBoth(page, "registering a service");
  await button(page, "Register and invite").click();
  await expect(done(page).first()).toContainText("is registered");
  const link = await page.getByLabel("Link of the invitation").inputValue();
  await joinBy(browser, lead.name, link);

  await page.getByRole("button", { name: "I have handed it over" }).click();
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("one person");
  await row.getByText("Set a last day").click();
  await row.getByRole("textbox", { name: "Last day" }).fill("2026-01-01");
  await row.getByRole("button", { name: "Set the last day" }).click();
  await expect(row.getByRole("alert")).toContainText("two weeks");
  await row.getByRole("textbox", { name: "Last day" }).fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10));
  await row.getByRole("button", { name: "Set the last day" }).click();
  await expect(done(page).first()).toContainText("The last day is set");
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("ends on");
  await page
    .getByRole("row", { name: new RegExp(name) })
    .getByRole("button", { name: /Let it go on/ })
    .click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("goes on");
});

async function joinBy(browser: Browser, name: string, link: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, name);
  await page.goto(link);
  await button(page, "Accept the invitation").click();
  await expect(page).not.toHaveURL(/invitation/);
  await page.goto("/en/guidance/templates");
  await expect(page.getByRole("button", { name: "Make the template" })).toBeVisible();
  await context.close();
}
