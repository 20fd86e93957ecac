import { expect, test } from "@playwright/test";
import { workedCases } from "./cases";
import { look } from "./checks";
import { actAs } from "./desk";
import { newcomer } from "./invented";
import { foundSchools, sql } from "./schools";

const title = {
  English: "Learners are heard",
  Dutch: "Lerenden worden gehoord",
  French: "Les apprenants sont entendus",
  German: "Lernende werden gehört",
};

test("an administrator drafts a version, changes a criterion in four languages and publishes it; cases that are there keep theirs", async ({
  page,
}) => {
  const { watchful } = await foundSchools();
  const [administrator, registrar, colleague, assessor, other, applicant] = await Promise.all([
    newcomer("Administrator", "administrator", watchful),
    newcomer("Registrar", "registrar", watchful),
    newcomer("Colleague", "registrar", watchful),
    newcomer("Assessor", "assessor", watchful),
    newcomer("Other", "assessor", watchful),
    newcomer("Applicant", "person", null),
  ]);
  const cases = await workedCases(watchful, { registrar, colleague, assessor, other, applicant });

  await actAs(page, administrator);
  await page.goto("/en/oversight/criteria");
  await look(page, "the list of criteria");
  await page.getByRole("button", { name: "Begin a draft from the last version" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Draft" })).toBeVisible();
  await look(page, "a draft");
  const draft = page.url().replace(/\?.*/, "");
  await page.goto(`${draft}/A`);
  await look(page, "a part of a draft");
  const first = page.getByRole("group", { name: "A1", exact: true });
  await first.getByRole("group", { name: "Title" }).getByLabel("German").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toBeVisible();
  await page.goto(draft);
  await page.getByRole("button", { name: "Publish this version" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("A text is missing in a language of the country");
  await page.getByRole("link", { name: "A1", exact: true }).click();
  for (const [language, text] of Object.entries(title)) await first.getByRole("group", { name: "Title" }).getByLabel(language).fill(text);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toBeVisible();
  await page.goto(draft);
  await expect(page.getByText(title.English)).toBeVisible();
  await page.getByLabel("For applications from").fill("2020-01-01");
  await page.getByRole("button", { name: "Publish this version" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  const [{ today } = { today: "" }] = await sql<{ today: string }[]>`select (now() at time zone 'Europe/Brussels')::date::text as today`;
  await page.getByLabel("For applications from").fill(today);
  await page.getByRole("button", { name: "Publish this version" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Version 2" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Edit/ })).toHaveCount(0);
  expect((await page.goto(`${draft}/A`))?.status()).toBe(404);

  await test.step("in the reader's language, and for applications from that day on alone", async () => {
    const [fresh] = await sql<{ id: string }[]>`insert into applications (applicant_id, status, content, authority_id, submitted_at)
      select applicant_id, 'submitted', content, authority_id, now() from applications where id = ${cases.gateway} returning id`;
    await sql`insert into conflict_declarations (person_id, application_id) values (${registrar.personId}, ${fresh?.id ?? ""})`;
    await actAs(page, registrar);
    await page.goto(`/de/oversight/applications/${fresh?.id}`);
    await expect(page.getByText(/Version 2/)).toBeVisible();
    await page.goto(`/de/oversight/applications/${cases.gateway}`);
    await expect(page.getByText(/Version 1/)).toBeVisible();
    await page.goto(draft.replace("/en/", "/de/"));
    await expect(page.getByText(title.German)).toBeVisible();
    await actAs(page, assessor);
    await page.goto(`/en/oversight/applications/${cases.assigned}/assessment`);
    await expect(page.getByText(title.English)).toHaveCount(0);
  });

  await test.step("nobody else changes them, and to another authority they do not exist", async () => {
    await expect(page.getByRole("button", { name: "Begin a draft" })).toHaveCount(0);
    await actAs(page, registrar);
    await page.goto("/en/oversight/criteria");
    await expect(page.getByRole("button", { name: /draft/ })).toHaveCount(0);
    await actAs(page, await newcomer("Elsewhere", "administrator", "conseil-des-parcours"));
    expect((await page.goto(draft))?.status()).toBe(404);
    await actAs(page, await newcomer("Manager", "manager", "hogeschool-lindewater"));
    expect((await page.goto("/en/oversight/criteria"))?.status()).toBe(404);
  });
});
