import { expect, test } from "@playwright/test";
import { expectNoViolations } from "./checks";
import { inventPerson, signInAs } from "./invented";
import { apply, assessAs, button, caseOf, checkAll, decideToRegister, done, invite, openCase, passGateway, pdf } from "./steps";

test("somebody applies, is asked, answers, is registered and accredited, and invites a colleague who joins", async ({ page }) => {
  const [wanda, colleague] = [await inventPerson("Wanda"), await inventPerson("Collega")];
  const name = `Tuinschool ${wanda.email.replace(/\W/g, " ")}`;
  const look = () => expectNoViolations(page);

  await signInAs(page, wanda.name);
  const application = await apply(page, name, "Gent", look);
  await expect(page.getByRole("main")).toContainText("Learning Paths Council (Leerpadenraad) has it in hand");
  await look();

  await test.step("the authority reads everything, and asks", async () => {
    await signInAs(page, "Bram Registers");
    await page.getByRole("link", { name: "Applications to decide" }).click();
    await look();
    await page.getByLabel("Name or town").fill(name);
    await button(page, "Show").click();
    await page.getByRole("link", { name }).click();
    await openCase(page, "Bram Registers", application, look);
    await expect(page.getByRole("main")).toContainText("Also in Aalst and Antwerpen");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: pdf.name }).click();
    expect((await download).suggestedFilename()).toBe(pdf.name);
    await page.getByLabel("Ask the applicant").fill("Who signs the credentials?");
    await button(page, "Ask").click();
    await expect(done(page)).toContainText("with the applicant");
    await look();
  });

  await test.step("the applicant answers", async () => {
    await signInAs(page, wanda.name);
    await page.goto(application);
    await expect(page.getByText("Who signs the credentials?")).toBeVisible();
    await look();
    await page.getByLabel("Your answer").fill("The director does.");
    await button(page, "Send the answer").click();
    await expect(done(page)).toContainText("in hand again");
  });

  await test.step("the authority registers with an accreditation", async () => {
    await signInAs(page, "Bram Registers");
    await page.goto(caseOf(application));
    await expect(page.getByText("The director does.")).toBeVisible();
    await passGateway(page);
    for (const name of ["Ada Beoordelaar", "Otto Keurmeester"]) await assessAs(page, name, application, { levels: ["5", "6"], fields: [] });
    await signInAs(page, "Bram Registers");
    await decideToRegister(page, application, look);
  });

  await test.step("the applicant acts as manager, and the public sees the provider", async () => {
    await signInAs(page, wanda.name);
    await expect(page.getByText(`You act for ${name} as Manager`)).toBeVisible();
    await page.goto(application);
    await page.getByRole("link", { name: "Public page of the provider" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByRole("main")).toContainText("stated as open-ended");
  });

  const link = await test.step("the new manager invites a colleague and hands the link over", async () => {
    const shown = await invite(page, colleague.email.toUpperCase(), look);
    await page.goto("/en/manage/team/leave");
    await look();
    await button(page, "Leave").click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Nobody else leads this team");
    return shown;
  });

  await test.step("another address is told so; the invited one joins", async () => {
    await page.goto(link);
    await expect(page.getByRole("main")).toContainText(`You are signed in as ${wanda.email}, and the invitation is for ${colleague.email}`);
    await look();
    await button(page, new RegExp(`sign in as ${colleague.email}`)).click();
    await button(page, new RegExp(`as ${colleague.name}`)).click();
    await look();
    await button(page, "Accept the invitation").click();
    await expect(page.getByText(`You act for ${name} as Editor`)).toBeVisible();
    await page.goto("/en/manage/team");
    await expect(page.getByRole("row", { name: new RegExp(colleague.name) })).toContainText("Editor");
    await expect(button(page, "Invite")).toHaveCount(0);
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation cannot be taken up");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody of Brussels applies, is refused with a reason, and another authority sees nothing of it", async ({ page }) => {
    const person = await inventPerson("Stille");
    await signInAs(page, person.name);
    const application = await apply(page, `Stille school ${person.email.replace(/\W/g, " ")}`, "Brussel");
    const review = caseOf(application);
    expect((await page.goto(review))?.status()).toBe(404);

    await signInAs(page, "Claire Registre");
    expect((await page.goto(review))?.status()).toBe(404);
    await openCase(page, "Bram Registers", application);
    await checkAll(page, "Yes");
    await page.getByLabel("Not enough, and asking does not help").check();
    await button(page, "Close the gateway").click();
    await page.goto(`${review}/decision`);
    await button(page, "Refuse the application").click();
    await expect(page.getByRole("alert")).toContainText("The reason is missing");
    await page.getByLabel("Reasons", { exact: true }).fill("The standard is not that of your kind of school.");
    await button(page, "Refuse the application").click();
    await expect(done(page)).toContainText("refused");
    await expect(button(page, "Register the organisation")).toHaveCount(0);

    await signInAs(page, person.name);
    await page.goto(application);
    await expect(page.getByRole("main")).toContainText("not that of your kind of school");
  });

  test("two tabs on one step: the second sees what the first saved, and loses nothing", async ({ page, context }) => {
    const person = await inventPerson("Twee");
    await signInAs(page, person.name);
    await page.goto("/en/manage/applications");
    await button(page, "Begin an application").click();
    const other = await context.newPage();
    await other.goto(page.url());
    await page.getByLabel("Legal name: English").fill("First");
    await button(page, "Save and go on").click();
    await other.getByLabel("Legal name: English").fill("Second");
    await button(other, "Save and go on").click();
    await expect(other.getByRole("alert")).toContainText("Saved in the meantime: “First”");
    await expect(other.getByLabel("Legal name: English")).toHaveValue("Second");
    await button(other, "Save and see all steps").click();
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("Second");
  });
});
