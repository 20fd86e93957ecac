import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { look } from "./checks";
import { inventPerson, signInAs } from "./invented";
import { join } from "./school";
import { button, done, pdf } from "./steps";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

const alma = "Alma Toetsing";
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The offering of a provider to look at: the first that is published. */
async function firstOffering(provider: string): Promise<string | undefined> {
  const [row] = await sql<{ slug: string }[]>`select o.slug from offerings o join organisations p on p.id = o.provider_id
    where p.slug = ${provider} and o.status = 'published' order by o.slug limit 1`;
  return row?.slug;
}

/** Announces a plan that names a draw outside, and draws by what came of it. */
async function planAndDraw(page: Page, name: string): Promise<string> {
  await page.goto("/en/oversight/audits/plans/new");
  await look(page, "the form of a plan");
  for (const language of ["Dutch", "French", "German", "English"]) {
    await page.getByRole("group", { name: "Name of the plan" }).getByLabel(language).fill(name);
    await page.getByRole("group", { name: "What it is for" }).getByLabel(language).fill("Whether providers do what they state.");
  }
  await page.getByRole("textbox", { name: "How many at random" }).fill("none");
  await page.getByRole("textbox", { name: "Further standards" }).fill("S1 The workload is reckoned");
  await page.getByLabel("A draw outside, which is named now").check();
  await button(page, "Announce the plan").click();
  await expect(page.getByRole("alert").first()).toContainText("number");
  await expect(page.getByRole("textbox", { name: "Further standards" })).toHaveValue("S1 The workload is reckoned");
  await page.getByRole("textbox", { name: "How many at random" }).fill("1");
  await button(page, "Announce the plan").click();
  await expect(page.getByRole("alert").first()).toContainText("The draw that gives the seed is not named");
  await page.getByRole("textbox", { name: "Which draw outside" }).fill("Dice of the market day");
  await button(page, "Announce the plan").click();
  await expect(done(page)).toContainText("The plan is announced");
  await look(page, "a plan that waits for its seed");
  await page.getByRole("textbox", { name: "Seed" }).fill(`6 1 5 2 ${name}`);
  await button(page, "State it for good").click();
  await expect(done(page)).toContainText("The seed is stated");
  await button(page, "Draw").click();
  await expect(done(page)).toContainText("The sample is drawn");
  await look(page, "a plan that is drawn");
  return page.url().replace(/.*\/plans\/([^?]+).*/, "$1");
}

test("a plan is drawn, a provider audited from evidence to correction, and the public reads what came of it", async ({ page, browser }) => {
  test.setTimeout(300_000);
  const manager = await inventPerson("Kwaliteit");
  const plan = await test.step("an auditor announces a plan and draws", async () => {
    await signInAs(page, alma);
    await page.goto("/en/oversight/audits");
    await look(page, "the queue of audits");
    return await planAndDraw(page, `Market audit ${manager.email.replace(/\D/g, "").slice(0, 6)} ${Date.now() % 100_000}`);
  });
  const [drawn] = await sql<
    { slug: string; number: number }[]
  >`select o.slug, c.number::int from audit_cases c join audit_plans p on p.id = c.plan_id
    join organisations o on o.id = c.organisation_id where p.slug = ${plan}`;
  const { slug = "", number = 0 } = drawn ?? {};
  await join(manager.email, slug, "manager");
  const offering = await firstOffering(slug);
  const [audit, own] = [`/en/oversight/audits/${number}`, `/en/manage/audits/${number}`];

  await test.step("nobody sees into it before they said that they are free, others not at all", async () => {
    await signInAs(page, "Claire Registre");
    expect((await page.goto(audit))?.status()).toBe(404);
    await signInAs(page, manager.name);
    expect((await page.goto(own))?.status()).toBe(404);
    await signInAs(page, alma);
    await page.goto(audit);
    await look(page, "the gate of an audit");
    await page.getByLabel("I have no conflict of interest").check();
    await button(page, "Declare").click();
    await expect(done(page)).toContainText("declaration is kept");
    await page.getByRole("combobox", { name: "Auditor" }).first().selectOption({ label: alma });
    await button(page, "Assign").first().click();
    await expect(done(page)).toContainText("assigned");
    await page.getByRole("textbox", { name: "What is audited, and how it will go" }).fill("We look at how the workload is reckoned.");
    await button(page, "Announce").click();
    await expect(done(page)).toContainText("told of the audit");
    await page.getByRole("textbox", { name: "What is asked for" }).first().fill("- The timetable\n- What learners said of it");
    await button(page, "Ask").first().click();
    await expect(done(page)).toContainText("The provider is asked");
    await look(page, "an audit that asks");
  });

  await test.step("the provider hands in evidence", async () => {
    await signInAs(page, manager.name);
    await expect(page.getByRole("heading", { name: "What audits ask of you" })).toBeVisible();
    await page.goto("/en/manage/audits");
    await look(page, "the provider's audits");
    await page.goto(own);
    await expect(page.getByText("What learners said of it").first()).toBeVisible();
    await button(page, "Hand in the evidence").click();
    await expect(page.getByRole("alert").first()).toContainText("neither a file nor a text");
    await page.getByLabel("Choose a file").setInputFiles(pdf);
    await button(page, "Hand it in").click();
    await expect(done(page)).toContainText("handed in");
    await look(page, "the provider's audit");
    await button(page, "Hand in the evidence").click();
    await expect(done(page)).toContainText("with the authority");
  });

  await test.step("the auditor reads it, finds, and sends", async () => {
    await signInAs(page, alma);
    await page.goto(audit);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: pdf.name }).click()]);
    expect(file.suggestedFilename()).toBe(pdf.name);
    await page.getByRole("link", { name: "Write a finding" }).click();
    await look(page, "the form of a finding");
    await button(page, "Keep the finding").click();
    await expect(page.getByRole("alert").first()).toContainText("The grade is not chosen");
    await page.getByRole("combobox", { name: "Measured by" }).selectOption({ label: "S1 The workload is reckoned" });
    await page.getByLabel("Major non-conformity").check();
    await page.getByRole("textbox", { name: "What was found" }).fill("The hours were never checked with learners.");
    if (offering) await page.getByRole("textbox", { name: "Offering" }).fill(`/en/offerings/${offering}`);
    await button(page, "Keep the finding").click();
    await expect(done(page)).toContainText("The finding is kept");
    if (offering)
      await expect(page.getByRole("link", { name: /Inspected: version \d/ })).toHaveAttribute("href", new RegExp(`${offering}\\?version=`));
    await look(page, "an audit with a finding");
    await button(page, "Send the findings").click();
    await expect(done(page)).toContainText("with the provider");
  });

  await test.step("the provider contests; the auditor changes the finding, which keeps what it said", async () => {
    await signInAs(page, manager.name);
    await page.goto(own);
    await page.getByLabel("We contest it").check();
    await button(page, "Send the answer").click();
    await expect(page.getByRole("alert").first()).toContainText("why the finding is contested".slice(4));
    await page.getByRole("textbox", { name: "What you say to finding 1" }).fill("We asked eight of them.");
    await look(page, "the answer to findings");
    await button(page, "Send the answer").click();
    await expect(done(page)).toContainText("answer to the findings is sent");
    await signInAs(page, alma);
    await page.goto(audit);
    await page.getByRole("link", { name: /^Settle/ }).click();
    await page.getByLabel("It is changed").check();
    await page.getByRole("textbox", { name: "Reason" }).fill("Eight of ninety is too few, and no harm was done.");
    await page.getByText("New words, where it is changed").click();
    await page.getByLabel("Minor non-conformity").check();
    await page.getByRole("textbox", { name: "What was found" }).fill("The hours were checked with eight of ninety learners.");
    await look(page, "settling a finding");
    await button(page, "Settle the finding").click();
    await expect(done(page)).toContainText("The finding is settled");
    await page.getByText("Earlier wording").click();
    await expect(page.getByText("The hours were never checked with learners.")).toBeVisible();
    await button(page, "Let them stand").click();
    await expect(done(page)).toContainText("The findings stand");
  });

  await test.step("a corrective action is demanded, told, done and accepted", async () => {
    await button(page, "Close").click();
    await expect(page.getByRole("alert").first()).toContainText("not corrected yet");
    await page.getByRole("textbox", { name: "What must be done" }).fill("Ask half of the next group.");
    await button(page, "Demand it").click();
    await expect(done(page)).toContainText("corrective action is demanded");
    await look(page, "an audit with a corrective action");
    await signInAs(page, manager.name);
    await page.goto("/en/manage/notices");
    await expect(page.getByText(/demands a corrective action by/).first()).toBeVisible();
    await page.goto(own);
    await page.getByRole("textbox", { name: "What was done" }).fill("We asked fifty.");
    await look(page, "a corrective action at the provider");
    await button(page, "State it done").click();
    await expect(done(page)).toContainText("It is stated done");
    await signInAs(page, alma);
    await page.goto(audit);
    await page.getByLabel("No, send it back").check();
    await page.getByRole("textbox", { name: "What is missing, where it is sent back" }).fill("Show what they said.");
    await page.getByLabel("Due anew by").fill(inDays(20));
    await button(page, "Settle").click();
    await expect(done(page)).toContainText("sent back");
    await signInAs(page, manager.name);
    await page.goto(own);
    await page.getByRole("textbox", { name: "What was done" }).fill("It is in the mail.");
    await button(page, "State it done").click();
    await signInAs(page, alma);
    await page.goto(audit);
    await page.getByLabel("Yes, accept it").check();
    await button(page, "Settle").click();
    await expect(done(page)).toContainText("is accepted");
  });

  await test.step("the audit closes and is told of, in each language", async () => {
    await button(page, "Close").click();
    await expect(done(page)).toContainText("The audit is closed");
    await page.getByRole("link", { name: "Write the summary" }).click();
    await page
      .getByRole("textbox", { name: "English" })
      .fill("The workload was checked with too few learners. The provider has put it right.");
    await look(page, "the form of a summary");
    await button(page, "Publish the summary").click();
    await expect(page.getByRole("alert").first()).toContainText("missing in a language");
    for (const language of ["Dutch", "French", "German"])
      await page.getByRole("textbox", { name: language }).fill(`Samenvatting, résumé, Fazit: ${language}.`);
    await button(page, "Publish the summary").click();
    await expect(done(page)).toContainText("The summary is published");
    await look(page, "a closed audit");
  });

  await test.step("the public reads it without JavaScript, and finds it from the provider", async () => {
    const plain = await browser.newPage({ baseURL: test.info().project.use.baseURL ?? "", javaScriptEnabled: false });
    await plain.goto(`/en/audits/${plan}`);
    await expect(plain.getByText("Dice of the market day")).toBeVisible();
    await plain.getByRole("link", { name: /Read the summary/ }).click();
    await expect(plain.getByText("The provider has put it right.")).toBeVisible();
    for (const folder of ["providers", "register"]) {
      await plain.goto(`/en/${folder}/${slug}`);
      await expect(plain.getByText("Non-conformities found and corrected").first()).toBeVisible();
    }
    const frame = await (await plain.request.get(`/api/v1/audits/${plan}/frame`)).text();
    expect(frame.split("\n")).toContain(slug);
    expect(await (await plain.request.get(`/api/v1/audits/${plan}`)).json()).toMatchObject({ sample: [slug] });
    await plain.close();
  });
});
