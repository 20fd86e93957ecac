import { expect, type Page } from "@playwright/test";
import { signInAs } from "./invented";

/** The steps of joining that several journeys take. */
export const pdf = { name: "Decision 2026.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n% a decision\n%%EOF") };
export const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
export const done = (page: Page) => page.getByRole("status");

/** Fills in every step, as somebody does who has everything at hand; `look` is called on each page. */
export async function apply(page: Page, name: string, town: string, look: () => Promise<void> = async () => undefined): Promise<string> {
  await page.goto("/en/manage/applications");
  await look();
  await button(page, "Begin an application").click();
  await page.getByLabel("Legal name: English").fill(name);
  await look();
  await button(page, "Save and go on").click();

  await page.getByLabel("VAT number").fill("BE0203430577");
  await page.getByLabel("National registration").fill("DEMO-0207.519");
  await button(page, "Save and go on").click();
  await expect(page.getByRole("alert").getByRole("link", { name: /VAT number does not hold/ })).toBeVisible();
  await expect(page.getByLabel("National registration")).toHaveValue("DEMO-0207.519");
  await page.getByLabel("VAT number").fill("");
  await button(page, "Save and see all steps").click();
  await page.getByRole("link", { name: "Identifiers" }).click();
  await expect(page.getByRole("main").getByText(/Held already by Seven Fountains/)).toBeVisible();
  await look();
  await page.getByLabel("National registration").fill(`TEST ${name.replace(/\D/g, "")}${Date.now()}`);
  await button(page, "Save and go on").click();

  await page.getByLabel("Adult education").check();
  await look();
  await button(page, "Save and go on").click();
  await page.getByLabel("Town of the seat").selectOption(town);
  await page.getByLabel("Further places").fill("Aalst\nAnvers");
  await button(page, "Save and go on").click();
  if (town === "Brussel") {
    await expect(done(page)).toContainText("choose the authority");
    await look();
    await page.getByLabel("Learning Paths Council").check();
    await button(page, "Save and go on").click();
  }

  await page.getByRole("group", { name: "Standard 1" }).getByLabel("Standard", { exact: true }).selectOption("esg");
  await page.getByLabel("Who found that you meet it").first().fill("Vakring");
  await look();
  await button(page, "Save and go on").click();
  await answerQuestions(page, look);
  await page.getByLabel("Choose a file").setInputFiles({ ...pdf, name: "picture.pdf", buffer: Buffer.from("GIF89a") });
  await button(page, "Hand it in").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("neither PDF, JPEG, PNG");
  for (const document of [/^Decision or report/, "Quality policy"]) {
    await expect(page.getByRole("listitem").filter({ hasText: document }).first()).toContainText("not handed in yet");
    await expect(page.getByLabel("Which document is it?").locator("option:checked")).toHaveText(document);
    await page.getByLabel("Choose a file").setInputFiles({
      ...pdf,
      name: `${document === "Quality policy" ? "Policy" : "Decision"} 2026.pdf`,
      buffer: Buffer.from(`%PDF-1.7 ${document}`),
    });
    await button(page, "Hand it in").click();
    await expect(done(page)).toContainText("handed in");
    await expect(page.getByRole("listitem").filter({ hasText: document }).first()).not.toContainText("not handed in yet");
  }
  await look();
  await page.getByRole("link", { name: "Go on" }).click();
  await page.getByLabel("Name of the contact").fill("Somebody");
  await page.getByLabel("E-mail address").fill("info@school.example");
  await look();
  await button(page, "Save and go on").click();
  await page.getByLabel("In which capacity").fill("Director");
  await page.getByLabel(/true and complete/).check();
  await look();
  await button(page, "Save").click();
  await look();
  await button(page, "Send the application").click();
  await expect(done(page)).toContainText("The authority has it now");
  return page.url().replace(/\?.*/, "");
}

/** What the authority asks beyond the facts, by the form that Cairn ships. */
async function answerQuestions(page: Page, look: () => Promise<void>): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Questions of the authority");
  for (const who of ["Employers or their organisations", "Learners, also former ones"]) await page.getByLabel(who).check();
  await page.getByLabel("Who teaches and assesses").fill("Two of us, both with a certificate.");
  await page.getByLabel("Supervised on site, identity verified").check();
  await page.getByLabel("What support do learners get?").fill("A coach for each group.");
  await page.getByLabel("How do learners hear").fill("Before they enrol.");
  await page
    .getByRole("group", { name: /complaints and appeals/ })
    .getByLabel("Yes")
    .check();
  await look();
  await button(page, "Save and go on").click();
}

type Look = () => Promise<void>;
const unseen: Look = async () => undefined;
export const caseOf = (application: string) => application.replace("/manage/", "/oversight/");

/** Somebody of the authority opens a case for the first time, and says that they are free. */
export async function openCase(page: Page, name: string, application: string, look = unseen): Promise<void> {
  await signInAs(page, name);
  await page.goto(caseOf(application));
  await look();
  await page.getByLabel("I have no conflict of interest").check();
  await button(page, "Declare").click();
  await expect(done(page)).toContainText("declaration is kept");
}

/** The same answer to every question, once the questions are there: `all` waits for nothing. */
export async function checkAll(page: Page, answer: string): Promise<void> {
  const all = page.getByLabel(answer, { exact: true });
  await expect(all.first()).toBeVisible();
  for (const one of await all.all()) await one.check();
}

/** Everything is there, and two assessors are asked. */
export async function passGateway(page: Page, look = unseen): Promise<void> {
  await closeGateway(page, look);
  await assignBoth(page, look);
}

/** Everything is there: on to two assessors. */
export async function closeGateway(page: Page, look = unseen): Promise<void> {
  await checkAll(page, "Yes");
  await page.getByLabel("Complete: on to two assessors").check();
  await look();
  await button(page, "Close the gateway").click();
  await expect(done(page)).toContainText("gateway is closed");
}

/** Two are asked to assess. */
export async function assignBoth(page: Page, look = unseen, names = ["Ada Beoordelaar", "Otto Keurmeester"]): Promise<void> {
  for (const name of names) await page.getByLabel(name).check();
  await look();
  await button(page, "Assign").click();
  await expect(done(page)).toContainText("assigned and told");
}

type Scope = { levels: string[]; fields: string[] };

/** Everything is met, for a scope. */
export async function fillAssessment(page: Page, { levels, fields }: Scope): Promise<void> {
  await checkAll(page, "Met");
  for (const level of levels) await page.getByLabel(`Level ${level}`).check();
  for (const field of fields) await page.getByRole("group", { name: "Fields" }).getByLabel(field).check();
}

export async function assessAs(page: Page, name: string, application: string, scope: Scope, look = unseen): Promise<void> {
  await openCase(page, name, application);
  await page.getByRole("link", { name: "Assess", exact: true }).click();
  await expect(page.getByText("Two of us, both with a certificate.")).toBeVisible();
  await fillAssessment(page, scope);
  await look();
  await button(page, "Hand in the assessment").click();
  await expect(done(page)).toContainText("assessment is in");
}

/** The authority's whole way where nothing is wrong: gateway, two assessments that agree, registered and accredited for levels 5 and 6. */
export async function register(page: Page, application: string): Promise<void> {
  await openCase(page, "Bram Registers", application);
  await passGateway(page);
  const scope = { levels: ["5", "6"], fields: [] };
  await assessAs(page, "Ada Beoordelaar", application, scope);
  await assessAs(page, "Otto Keurmeester", application, scope);
  await signInAs(page, "Bram Registers");
  await decideToRegister(page, application);
}

/** What was assessed is filled in; only the end is to be stated. */
export async function decideToRegister(page: Page, application: string, look = unseen): Promise<void> {
  await page.goto(`${caseOf(application)}/decision`);
  await expect(page.getByLabel("Level 6")).toBeChecked();
  await expect(page.getByText("Supervised on site, identity verified")).toBeVisible();
  await look();
  await page.getByLabel("Stated as open-ended").check();
  await button(page, "Register the organisation").click();
  await expect(done(page)).toContainText("registered and accredited");
}

/** Invites an editor, and takes the link to hand over. */
export async function invite(page: Page, email: string, look: () => Promise<void> = async () => undefined): Promise<string> {
  await page.goto("/en/manage/team");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel(/^Editor/).check();
  await button(page, "Invite").click();
  await expect(done(page)).toContainText("Hand over its link yourself");
  await look();
  const shown = await page.getByLabel("Link of the invitation").inputValue();
  await button(page, "I have handed it over").click();
  await expect(page.getByLabel("Link of the invitation")).toHaveCount(0);
  return shown.replace(/^https?:\/\/[^/]+/, "");
}
