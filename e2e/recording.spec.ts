import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./checks";
import { signInAs } from "./invented";
import { foundSchool, type School } from "./school";
import { button, done } from "./steps";

const path = (school: School, rest = "") => `/en/oversight/providers/${school.slug}${rest}`;
/** A day so many days from now, as a form takes it. */
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function reasons(page: Page): Promise<void> {
  await page.locator('[name="reasons.en"]').fill("The statutes of 1 June say so.");
  await page.getByLabel("Address of the decision document").fill("https://statutes.example/1");
}

test("a registrar gives a school a new name, an identifier and a successor, and the register answers old days with the old ones", async ({
  page,
}) => {
  const [school, heir] = [await foundSchool(), await foundSchool()];
  const name = `Orchard ${school.slug}`;
  await signInAs(page, "Bram Registers");
  await page.goto(path(school));

  await test.step("is told at the field what is missing, and loses nothing", async () => {
    await page.getByRole("link", { name: "Decide", exact: true }).click();
    await page.getByRole("link", { name: "Record a name, number or successor", exact: true }).click();
    await expectNoViolations(page);
    await page.getByRole("radio", { name: /^A name/ }).check();
    await reasons(page);
    await expectNoViolations(page, "the form of a name");
    await button(page, "Show what it touches").click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("The name is missing");
    await expect(page.locator('[name="reasons.en"]')).toHaveValue("The statutes of 1 June say so.");
  });

  await test.step("sees what readers will see before signing, and signs", async () => {
    await page.locator('[name="name.en"]').fill(name);
    await page.getByLabel("From which day").fill(ahead(0));
    await page.getByLabel("Stated as open-ended").check();
    await button(page, "Show what it touches").click();
    await expect(page.getByRole("region", { name: "What readers will see" })).toContainText(school.name);
    await expect(page.getByRole("region", { name: "What readers will see" })).toContainText(name);
    await expect(page.getByRole("region", { name: "What readers will see" })).toContainText("The pages of 3 published microcredentials");
    await expectNoViolations(page, "the dry run of a name");
    await button(page, "Sign the decision").click();
    await expect(done(page)).toContainText("signed and in the register");
  });

  await test.step("everybody finds it by both names, and reads the old one of old days", async () => {
    for (const words of [school.name, name]) {
      await page.goto(`/en/register?q=${encodeURIComponent(words)}`);
      await expect(page.getByRole("link", { name })).toBeVisible();
    }
    await page.goto(`/en/register/${school.slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByRole("main")).toContainText(`Called “${name}” from`);
    await expectNoViolations(page, "the register");
    await page.goto(`/en/register/${school.slug}?validOn=${ahead(-30)}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(school.name);
    await expect
      .poll(async () => (await (await page.request.get(`/api/v1/search?provider=${school.slug}&locale=en`)).json()).items[0]?.provider.name)
      .toBe(name);
    await page.goto("/en/register/log");
    await expect(page.getByRole("main")).toContainText("recorded");
  });

  await test.step("records who follows", async () => {
    await page.goto(path(school, "/decide?kind=record"));
    await page.getByRole("radio", { name: /^A successor/ }).check();
    await page.getByLabel("Merged into").check();
    await page.getByLabel("Which organisation follows?").fill(school.slug);
    await page.getByLabel("From which day").fill(ahead(-5));
    await reasons(page);
    await button(page, "Show what it touches").click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("An organisation does not follow itself");
    await page.getByLabel("Which organisation follows?").fill(heir.slug);
    await button(page, "Show what it touches").click();
    await expect(page.getByRole("main")).toContainText(`Merged into ${heir.name}`);
    await button(page, "Sign the decision").click();
    await expect(done(page)).toContainText("signed and in the register");
    await page.goto(`/en/register/${heir.slug}`);
    await expect(page.getByRole("region", { name: "Names and numbers" })).toContainText(name);
  });

  await test.step("records a number, and takes it out as a mistake", async () => {
    await page.goto(path(school, "/decide?kind=record"));
    await page.getByRole("radio", { name: /^An identifier/ }).check();
    await page.getByLabel("Scheme").selectOption("DEQARINST");
    const number = `DEQARINST${String(Date.now()).slice(-6)}`;
    await page.getByLabel("Identifier", { exact: true }).fill(number);
    await page.getByLabel("From which day").fill(ahead(-5));
    await page.getByLabel("Stated as open-ended").check();
    await reasons(page);
    await button(page, "Show what it touches").click();
    await button(page, "Sign the decision").click();
    await expect(done(page)).toContainText("signed and in the register");
    await page.goto(`/en/register?q=${number}`);
    await expect(page.getByRole("link", { name })).toBeVisible();
    await page.goto(path(school, "/decide?kind=record"));
    await page.getByRole("radio", { name: /^Something was entered by mistake/ }).check();
    await page.getByLabel("What was entered by mistake").selectOption({ label: `DEQARINST ${number}` });
    await reasons(page);
    await button(page, "Show what it touches").click();
    await expect(page.getByRole("main")).toContainText("does not hold on these days");
    await button(page, "Sign the decision").click();
    await expect(done(page)).toContainText("signed and in the register");
    await page.goto(`/en/register/${school.slug}`);
    await expect(page.getByRole("region", { name: "Names and numbers" })).not.toContainText(number);
  });
});
