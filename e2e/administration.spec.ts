import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { lookInBoth, sessionCookie } from "./checks";
import { inventPerson, newcomer, signInAs } from "./invented";
import { foundSchool, join } from "./school";
import { button, done } from "./steps";

const chief = "Ria Hoofdbestuur";

test("an administrator finds who looked at evidence, and takes exactly that along", async ({ page }) => {
  await signInAs(page, "Bram Registers");
  await page.goto("/en/oversight/applications?state=all");
  const file = await openSomeEvidence(page);
  expect(file).toBeTruthy();

  await signInAs(page, chief);
  await page.goto("/en/oversight/trail");
  await lookInBoth(page, "the audit trail");
  await page.getByRole("link", { name: "Who looked at evidence" }).click();
  const entries = page.getByRole("main").getByRole("listitem");
  await expect(entries.first()).toContainText("An evidence file was looked at");
  await expect(entries.first()).toContainText("Bram Registers");
  await expect(entries.first()).toContainText("Registrar");
  await page.getByRole("searchbox", { name: "Who" }).fill("bram.registers");
  await button(page, "Show").click();
  await expect(page).toHaveURL(/person=bram\.registers/);
  await expect(page).toHaveURL(/type=evidence\.viewed/);
  const shown = await entries.count();
  await page.getByText("One detail").first().click();
  await lookInBoth(page, "who looked at evidence");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const lines = readFileSync((await (await download).path()) ?? "", "utf8")
    .trim()
    .split("\n");
  expect(lines).toHaveLength(shown + 1);
  expect(lines.slice(1).every((line) => line.includes("evidence.viewed") && line.includes("Bram Registers"))).toBe(true);
  await page.goto("/en/oversight/trail?type=trail.exported");
  await expect(entries.first()).toContainText("The audit trail was exported");

  await page.goto("/en/oversight/trail?from=soon&to=");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("not understood as a day");
  await lookInBoth(page, "a day that is none");
});

/** Opens the first evidence file of the first application that has one. */
async function openSomeEvidence(page: Page): Promise<string | null> {
  const cases = await page
    .getByRole("main")
    .locator('a[href*="/oversight/applications/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  for (const one of cases) {
    await page.goto(one);
    const free = page.getByLabel("I have no conflict of interest");
    if (await free.count()) {
      await free.check();
      await button(page, "Declare").click();
      await expect(done(page)).toContainText("declaration is kept");
    }
    const file = page.locator('a[href*="/files/"]').first();
    if ((await file.count()) === 0) continue;
    const address = (await file.getAttribute("href")) ?? "";
    expect((await page.request.get(address)).status()).toBe(200);
    return address;
  }
  return null;
}

test("an administrator suspends an account, which is out at its next request, and lets it in again", async ({ page, browser }) => {
  const school = await foundSchool();
  const person = await inventPerson("Weggegaan");
  await join(person.email, school.slug, "editor");
  const theirs = await browser.newPage({ baseURL: test.info().project.use.baseURL ?? "" });
  await signInAs(theirs, person.name);

  await signInAs(page, chief);
  await page.goto("/en/oversight/accounts");
  await lookInBoth(page, "the accounts");
  await page.getByRole("searchbox", { name: "Name or address" }).fill(person.email);
  await button(page, "Show").click();
  await page.getByRole("link", { name: person.name }).click();
  await lookInBoth(page, "an account");
  await button(page, "Suspend the account").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("This is empty");
  await page.getByRole("textbox", { name: "Reason" }).fill("Left the school.");
  await button(page, "Suspend the account").click();
  await expect(done(page)).toContainText("The account is suspended");
  await expect(page.getByText("Reason: Left the school.")).toBeVisible();
  await lookInBoth(page, "a suspended account");
  await theirs.goto("/en/manage");
  await expect(theirs).toHaveURL(/sign-in/);

  await button(page, "Lift the suspension").click();
  await expect(done(page)).toContainText("The suspension is lifted");
  await page.getByRole("combobox", { name: /^Role for/ }).selectOption("viewer");
  await button(page, "Change the role").click();
  await expect(done(page)).toContainText("The role is changed");
  await page.getByRole("link", { name: "What this person did, in the audit trail" }).click();
  await expect(page.getByRole("main")).toContainText("A member of a team was given another role");
  await expect(page.getByRole("main")).toContainText("The suspension of an account was lifted");
  await theirs.close();
});

test("the keeper invites somebody to a team that is not its own; other authorities are not offered it", async ({ page }) => {
  const school = await foundSchool();
  await signInAs(page, chief);
  await page.goto("/en/oversight/accounts/invite");
  await lookInBoth(page, "inviting to a team");
  await page.getByRole("textbox", { name: "Organisation" }).fill("no such school");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("nieuw@school.example");
  await button(page, "Invite").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("No organisation, or more than one");
  await page.getByRole("textbox", { name: "Organisation" }).fill(school.slug);
  await button(page, "Invite").click();
  await expect(done(page)).toContainText("The invitation is");

  const { token } = await newcomer("Elders", "administrator", "conseil-des-parcours");
  await page.context().clearCookies();
  await page.context().addCookies([{ name: sessionCookie, value: token, url: process.env.BASE_URL ?? "" }]);
  expect((await page.goto("/en/oversight/accounts/invite"))?.status()).toBe(404);
  await page.goto("/en/oversight/accounts");
  await expect(page.getByRole("link", { name: "Invite somebody to a team" })).toHaveCount(0);
});

test("the keeper adds an abbreviation, after seeing what it finds, and everybody finds by it at once", async ({ page }) => {
  const [word, other] = [`ZZQ${Date.now()}`, "care"];
  await signInAs(page, chief);
  await page.goto("/en/oversight/vocabularies");
  await lookInBoth(page, "the search words");
  await page.getByRole("link", { name: "Add a group" }).click();
  await lookInBoth(page, "a new group of search words");
  await page.getByRole("textbox", { name: "Words for one another" }).fill("it, x");
  await button(page, "See what this finds").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("A word of one letter stands in almost every text");
  await page.getByRole("textbox", { name: "Words for one another" }).fill(word);
  await page.getByRole("textbox", { name: "One way only: also find" }).fill(other);
  await button(page, "See what this finds").click();
  await expect(page.getByRole("row", { name: /^Whoever asks for/ }).getByRole("cell")).toHaveText(/^[1-9]\d*$/);
  await lookInBoth(page, "what a group would find");
  await page.goto(`/en/offerings?q=${word}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nothing found");
  await page.goBack();
  await button(page, "Save the group").click();
  await expect(page.getByText("The group is saved")).toBeVisible();

  await expect(async () => {
    await page.goto(`/en/offerings?q=${word}`);
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Nothing found", { timeout: 500 });
  }).toPass({ timeout: 120_000 });

  await page.goto(`/en/oversight/vocabularies?q=${word}`);
  await page.locator("summary", { hasText: word }).click();
  await lookInBoth(page, "ending a group");
  await button(page, "End").click();
  await expect(page.getByText("The end of the group is saved")).toBeVisible();
  await page.goto("/en/oversight/trail?type=vocabularies");
  await expect(page.getByRole("main")).toContainText("Search words were ended");
});

test("the keeper adds a quality label, renames and ends it, and renames a national level", async ({ page }) => {
  const code = `e2e-${Date.now()}`;
  await signInAs(page, chief);
  await page.goto("/en/oversight/vocabularies");
  await page.getByRole("link", { name: "Quality labels" }).click();
  await lookInBoth(page, "the quality labels");
  const add = page.getByRole("region", { name: "Add a label" });
  await add.getByLabel("Code").fill("Not a code");
  await button(page, "Save").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("small letters, digits and hyphens only");
  await add.getByLabel("Code").fill(code);
  for (const language of ["Dutch", "French", "German", "English"])
    await add.getByLabel(`Name (${language})`).fill(`${code} in ${language}`);
  await add.getByLabel("Who gives it").fill("Vakring");
  await button(page, "Save").click();
  await expect(done(page)).toContainText("It holds from its first day on");
  const row = page.getByRole("row", { name: code });
  await expect(row).toContainText("Vakring");

  await signInAs(page, "Wilma Twijgers");
  await page.goto("/en/manage/offerings");
  const first = page.getByRole("main").locator("a[href*='/manage/offerings/']:not([href$='/new'])").first();
  const slug = (await first.getAttribute("href"))?.split("/")[4];
  await page.goto(`/en/manage/offerings/${slug}/edit/quality`);
  await expect(page.getByLabel(`${code} in English`)).toBeVisible();

  await signInAs(page, chief);
  await page.goto("/en/oversight/vocabularies/labels");
  await row.locator("summary").click();
  await lookInBoth(page, "changing a label");
  await row.getByLabel("Name (English)").fill(`${code} renamed`);
  await row.getByLabel("Called so from").fill("2093-01-01");
  await row.getByRole("button", { name: "Save the name" }).click();
  await expect(done(page)).toContainText("The name is saved");
  await expect(row).toContainText(`From 1 Jan 2093: ${code} renamed`);
  await row.locator("summary").click();
  await row.getByLabel("No longer from").fill("2092-01-01");
  await row.getByRole("button", { name: "End", exact: true }).click();
  await expect(row).toContainText("It begins on that day or later");
  await row.getByLabel("No longer from").fill("2093-06-01");
  await row.getByRole("button", { name: "End", exact: true }).click();
  await expect(row).toContainText("Ends on 1 Jun 2093");

  await page.getByRole("link", { name: "National levels" }).click();
  await lookInBoth(page, "the national levels");
  const level = page.getByRole("row", { name: /^VKS 8/ });
  await level.locator("summary").click();
  await level.getByLabel("Name (English)").fill("8 (doctorate)");
  await level.getByLabel("Called so from").fill("2093-01-01");
  await level.getByRole("button", { name: "Save the name" }).click();
  await expect(level).toContainText("From 1 Jan 2093: 8 (doctorate)");
  await page.goto("/en/oversight/trail?type=vocabularies");
  await expect(page.getByRole("main")).toContainText("A level or label was renamed");
});

test("the authorities are shown as they are on a day, and the keeper gives a region to others from a later one", async ({ page }) => {
  await signInAs(page, chief);
  await page.goto("/en/oversight/authorities");
  await lookInBoth(page, "the authorities");
  await page.getByRole("textbox", { name: "Reason" }).fill("The decree of 4 May.");
  await button(page, "Save the change").click();
  const wrong = page.getByRole("main").getByRole("alert");
  await expect(wrong).toContainText("This region is none of this instance");
  await expect(wrong).toContainText("It is not clear who answers");
  await expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue("The decree of 4 May.");
  await page.getByRole("combobox", { name: "Region" }).selectOption("BE34");
  await page.getByRole("group", { name: "Who answers for it" }).getByLabel("Learning Ways Council").check();
  await page.getByLabel("From", { exact: true }).fill("2093-01-01");
  await button(page, "Save the change").click();
  await expect(done(page)).toContainText("The change is saved");
  await lookInBoth(page, "the authorities with a change to come");
  const map = page.getByRole("region", { name: /^Who answers on/ });
  await expect(map.getByRole("row", { name: /BE34/ })).toHaveCount(0);
  await page.getByLabel("Show the day").fill("2093-01-01");
  await button(page, "Show").click();
  await expect(map.getByRole("row", { name: /BE34/ })).toContainText("Learning Ways Council");
});
