import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { criteriaContent } from "@/lib/criteria/criteria";
import { anApplication } from "@/lib/testing/applications";
import { look } from "./checks";
import { actAs } from "./desk";
import { newcomer } from "./invented";
import { sql } from "./schools";
import { button, done, pdf } from "./steps";

/** No other journey applies to this authority: what it asks can change. */
const authority = "conseil-des-parcours";
const seat = { seat: "Namur", street: "Rue Haute 1", postalCode: "5000", further: [], authority: null };

const inAll = async (page: Page, group: string, text: string) => {
  const texts = page.getByRole("group", { name: group, exact: true });
  for (const language of ["French", "Dutch", "German", "English"]) await texts.getByLabel(language).fill(`${text} (${language})`);
};

/** What Cairn ships is in force, and nobody has begun a draft: as before the first attempt. */
async function shippedInForce(): Promise<void> {
  const shipped = criteriaContent.parse(JSON.parse(readFileSync("config/criteria.json", "utf8")));
  await sql`delete from criteria_sets c using organisations o where o.id = c.authority_id and o.slug = ${authority} and published_at is null`;
  await sql`insert into criteria_sets (authority_id, number, content, valid_from, published_at)
    select id, 1 + coalesce((select max(number) from criteria_sets where authority_id = o.id), 0), ${sql.json(shipped)}, current_date - 1, now()
    from organisations o where slug = ${authority}`;
}

/** A draft of somebody's own, in which nothing is missing but what the authority asks. */
async function draftOf(personId: string, places = seat): Promise<string> {
  const content = anApplication({
    places,
    answers: {},
    identifiers: [{ scheme: "national", value: `FORM ${randomBytes(5).toString("hex")}` }],
  });
  const [row] = await sql<
    { id: string }[]
  >`insert into applications (applicant_id, content) values (${personId}, ${sql.json(content)}) returning id`;
  return `/en/manage/applications/${row?.id}`;
}

test("an administrator changes what is asked; whoever fills in a draft is asked it, and the case keeps it", async ({ page }) => {
  const mark = randomBytes(3).toString("hex");
  const [administrator, applicant, registrar] = await Promise.all([
    newcomer("Administrator", "administrator", authority),
    newcomer("Applicant", "person", null),
    newcomer("Registrar", "registrar", authority),
  ]);
  const application = await draftOf(applicant.personId);
  await shippedInForce();

  const draft =
    await test.step("two questions are written and placed, a document becomes required, the declaration is the authority's own", async () => {
      await actAs(page, administrator);
      await page.goto("/en/oversight/criteria");
      await button(page, "Begin a draft from the last version").click();
      await expect(page).toHaveURL(/criteria\/[0-9a-f-]{36}/);
      const draft = page.url().replace(/\?.*/, "");
      await page.getByRole("link", { name: "One more question" }).click();
      await look(page, "a new question");
      await page.getByLabel("Code", { exact: true }).first().fill(`rooms-${mark}`);
      await page.getByLabel("Place in the order").fill("first");
      await inAll(page, "Title", `How many rooms ${mark}?`);
      await page.getByLabel("Kind of answer").selectOption("A number");
      await inAll(page, "What is counted, such as days or people", "rooms");
      await button(page, "Save").click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("The place is a whole number");
      await expect(page.getByLabel("Kind of answer")).toHaveValue("number");
      await page.getByLabel("Place in the order").fill("1");
      await button(page, "Save").click();
      await expect(done(page)).toBeVisible();

      await page.goto(`${draft}/new-question`);
      await page.getByLabel("Code", { exact: true }).first().fill(`where-${mark}`);
      await inAll(page, "Title", `Whose rooms ${mark}?`);
      await page.getByLabel("Kind of answer").selectOption("One of several");
      await page.getByLabel("Criterion that the answer serves").selectOption("B1");
      await page.locator("[name=code-0]").fill("own");
      for (const language of ["fr", "nl", "de", "en"]) await page.locator(`[name="title-0.${language}"]`).fill("Our own");
      await button(page, "Save").click();
      await expect(done(page)).toBeVisible();
      await look(page, "a question with options");

      await page.goto(draft);
      await expect(page.getByText("There are fewer than two things to choose from")).toBeVisible();
      await button(page, "Publish this version").click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("fewer than two things");
      await page.goto(`${draft}/where-${mark}`);
      await page.locator("[name=code-1]").fill("let");
      for (const language of ["fr", "nl", "de", "en"]) await page.locator(`[name="title-1.${language}"]`).fill("Rented ones");
      await button(page, "Save").click();
      await expect(done(page)).toBeVisible();

      await page.goto(`${draft}/outline`);
      await page.getByLabel("It has to be handed in").check();
      await button(page, "Save").click();
      await expect(done(page)).toBeVisible();
      await page.goto(`${draft}/finding`);
      await page.getByLabel("Take this document out").check();
      await button(page, "Save").click();
      await expect(page).toHaveURL(new RegExp(`${draft}\\?`));
      await page.goto(`${draft}/form`);
      await inAll(page, "What the applicant declares", `All of it is true ${mark}`);
      await look(page, "the texts of the form");
      await button(page, "Save").click();
      await expect(done(page)).toBeVisible();
      return draft;
    });

  await test.step("the version shows the form as applicants will see it, and is published", async () => {
    await page.goto(draft);
    await expect(page.getByRole("main").getByRole("textbox").first()).toHaveAccessibleName(
      `How many rooms ${mark}? (English) (rooms (English))`,
    );
    await expect(page.getByLabel("Rented ones")).toBeDisabled();
    await look(page, "a draft with its form");
    await button(page, "Publish this version").click();
    await expect(done(page)).toContainText("published");
    await expect(page.getByRole("link", { name: "One more question" })).toHaveCount(0);
    expect((await page.goto(`${draft}/where-${mark}`))?.status()).toBe(404);
  });

  await test.step("the draft of an applicant asks it, names what is not understood, and loses nothing", async () => {
    await actAs(page, applicant);
    await page.goto(application);
    await expect(page.getByText(`To be answered: How many rooms ${mark}? (English)`)).toBeVisible();
    await expect(page.getByText("To be handed in: Outline of one microcredential")).toBeVisible();
    await page.getByRole("link", { name: "Questions of the authority" }).click();
    await expect(page.getByText("Step 6 of 9")).toBeVisible();
    await look(page, "the questions of the authority");
    const rooms = page.getByLabel(`How many rooms ${mark}?`);
    await rooms.fill("many");
    await page.getByLabel("Our own").check();
    await page.getByLabel("Nobody from outside").check();
    await page.getByLabel("Who teaches and assesses").fill("Two of us.");
    await page.getByLabel("Unsupervised").check();
    await page.getByLabel("What support do learners get?").fill("A coach.");
    await page.getByLabel("How do learners hear").fill("Beforehand.");
    await page
      .getByRole("group", { name: /complaints and appeals/ })
      .getByLabel("No")
      .check();
    await button(page, "Save and go on").click();
    await expect(
      page
        .getByRole("main")
        .getByRole("alert")
        .getByRole("link", { name: /not understood as a number/ }),
    ).toBeVisible();
    await expect(rooms).toHaveValue("many");
    await expect(page.getByLabel("Our own")).toBeChecked();
    await expect(page.getByLabel("Who teaches and assesses")).toHaveValue("Two of us.");
    await rooms.fill("1250,5");
    await button(page, "Save and go on").click();

    for (const [document, name] of [
      ["policy", "Policy.pdf"],
      ["outline", "Outline.pdf"],
    ] as const) {
      await page.getByLabel("Which document is it?").selectOption(document);
      await page.getByLabel("Choose a file").setInputFiles({ ...pdf, name, buffer: Buffer.from(`%PDF-1.7 ${name}`) });
      await button(page, "Hand it in").click();
      await expect(done(page)).toContainText("handed in");
    }
    await look(page, "the documents");
    await page.goto(`${application}/declaration`);
    await expect(page.getByLabel(`All of it is true ${mark} (English)`)).toBeChecked();
    await page.goto(application);
    await button(page, "Send the application").click();
    await expect(done(page)).toContainText("The authority has it now");
    await expect(page.getByRole("main")).toContainText("1,250.5 rooms (English)");
  });

  await test.step("the authority reads the answers and which document each file is", async () => {
    await actAs(page, registrar);
    const desk = application.replace("/manage/", "/oversight/");
    await sql`insert into conflict_declarations (person_id, application_id) values (${registrar.personId}, ${application.split("/").at(-1) ?? ""})`;
    await page.goto(desk);
    await expect(page.getByRole("main")).toContainText("1,250.5 rooms (English)");
    await expect(page.getByRole("main")).toContainText("Our own");
    await expect(page.getByRole("listitem").filter({ hasText: "Policy.pdf" })).toContainText("Quality policy");
    await look(page, "a case with answers");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what is asked depends on the seat; a date that is none is named beside what was written", async ({ page }) => {
    const applicant = await newcomer("Applicant", "person", null);
    const unplaced = await draftOf(applicant.personId, { ...seat, seat: null as unknown as string });
    await actAs(page, applicant);
    await page.goto(`${unplaced}/answers`);
    await expect(page.getByText("depends on the authority that answers for your seat")).toBeVisible();
    await expect(button(page, "Save and go on")).toHaveCount(0);
    await page.getByRole("link", { name: "State the place of the seat first" }).click();
    await page.getByLabel("Town of the seat").selectOption("Gent");
    await button(page, "Save and see all steps").click();
    await page.getByRole("link", { name: "Questions of the authority" }).click();
    await page.getByLabel("Who teaches and assesses").fill("Two of us.");
    await page.getByLabel("When did your last cycle").fill("0001-01-01");
    await button(page, "Save and go on").click();
    await expect(page.getByRole("alert")).toContainText("not understood as a day");
    await expect(page.getByLabel("Who teaches and assesses")).toHaveValue("Two of us.");
    await page.getByLabel("When did your last cycle").fill("2026-06-30");
    await button(page, "Save and see all steps").click();
    await expect(page.getByText("To be answered: How are assessments supervised?")).toBeVisible();
    await expect(page.getByText("To be answered: Who teaches and assesses")).toHaveCount(0);
  });
});
