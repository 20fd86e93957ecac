import { expect, type Page, test } from "@playwright/test";
import { expectNoScrollingSideways, expectNoViolations } from "./checks";
import { inventPerson, signInAs } from "./invented";
import { catalogue, handIn, mapColumns } from "./spreadsheet";
import {
  apply,
  assessAs,
  assignBoth,
  button,
  caseOf,
  checkAll,
  closeGateway,
  decideToRegister,
  done,
  fillAssessment,
  openCase,
  passGateway,
} from "./steps";

const scope = { levels: ["4", "5", "6"], fields: ["Business, administration and law", "Natural sciences, mathematics and statistics"] };

/** Sends a form that somebody was shown as somebody else, as a browser without JavaScript does. */
async function replay(page: Page, path: string, form: Record<string, string>): Promise<number> {
  const { protocol, host } = new URL(page.url());
  const answer = await page.request.post(path, {
    multipart: form,
    headers: { accept: "text/html", origin: `${protocol}//${host}` },
    maxRedirects: 0,
  });
  return answer.status();
}

/** The hidden fields by which a form names its action. */
async function formOf(page: Page, name: string): Promise<Record<string, string>> {
  const fields = page.locator("form", { has: button(page, name) }).locator("input[type=hidden]");
  return Object.fromEntries(
    await fields.evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value])),
  );
}

test.describe("an application is worked on", () => {
  test.use({ javaScriptEnabled: false });

  test("through gateway, two assessments that differ, moderation and registration; the provider publishes inside its scope", async ({
    page,
  }) => {
    test.setTimeout(400_000);
    const person = await inventPerson("Weg");
    const name = `Weg school ${person.email.replace(/\W/g, " ")}`;
    await signInAs(page, person.name);
    const application = await apply(page, name, "Gent");
    const review = caseOf(application);

    await test.step("another region's registrar finds nothing; whoever has not declared sees nothing", async () => {
      await signInAs(page, "Claire Registre");
      for (const part of ["", "/assessment", "/moderation", "/decision"]) expect((await page.goto(review + part))?.status()).toBe(404);
      await signInAs(page, "Bram Registers");
      await page.goto(review);
      await expect(page.getByRole("heading", { name: "What the applicant states" })).toHaveCount(0);
    });

    await test.step("somebody with a conflict sees that it exists, and their replay of a colleague's form does nothing", async () => {
      await openCase(page, "Bram Registers", application);
      const gateway = await formOf(page, "Close the gateway");
      await signInAs(page, "Rosa Tweede");
      await page.goto(review);
      await page.getByLabel("I have a conflict of interest").check();
      await button(page, "Declare").click();
      await expect(page.getByRole("alert")).toContainText("The conflict is not named");
      await page.getByLabel("Which conflict").fill("My brother teaches there.");
      await button(page, "Declare").click();
      await expect(page.getByRole("main")).toContainText("That it exists is all you see of it");
      await expect(page.getByText("info@school.example")).toHaveCount(0);
      const checks = ["identity", "identifiers", "place", "evidence"].map((code) => [`check-${code}`, "yes"]);
      for (const who of ["Rosa Tweede", "Claire Registre"]) {
        await signInAs(page, who);
        expect(await replay(page, review, { ...gateway, ...Object.fromEntries(checks), outcome: "passed" })).not.toBe(303);
      }
      await signInAs(page, "Bram Registers");
      await page.goto(review);
      await expect(button(page, "Close the gateway")).toBeVisible();
      await passGateway(page);
    });

    await test.step("two assess alone: neither the other nor the registrar reads it before both are in", async () => {
      await assessAs(page, "Ada Beoordelaar", application, scope);
      await expect(page.getByRole("main")).toContainText("The other assessment is not");
      await signInAs(page, "Bram Registers");
      await page.goto(`${review}/assessment`);
      await expect(page.getByRole("main")).toContainText("Assessments are read once both are in");
      await openCase(page, "Otto Keurmeester", application);
      await page.goto(`${review}/assessment`);
      await expect(page.getByRole("table")).toHaveCount(0);
      await fillAssessment(page, scope);
      await page.getByRole("group", { name: /^C1 / }).getByLabel("Partly met").check();
      await button(page, "Hand in the assessment").click();
      await expect(page.getByRole("alert")).toContainText("needs a comment");
      await page.getByLabel("Comment on C1").fill("One cycle only.");
      await button(page, "Save and go on later").click();
      await expect(done(page)).toContainText("It is not handed in yet");
      await signInAs(page, "Bram Registers");
      await page.goto(`${review}/assessment`);
      await expect(page.getByText("One cycle only.")).toHaveCount(0);
      await signInAs(page, "Otto Keurmeester");
      await page.goto(`${review}/assessment`);
      await expect(page.getByText(/^Saved at \d\d:\d\d/)).toBeVisible();
      await expect(page.getByLabel("Comment on C1")).toHaveValue("One cycle only.");
      await expect(page.getByRole("group", { name: /^C1 / }).getByLabel("Partly met")).toBeChecked();
      await expect(page.getByLabel("Level 6")).toBeChecked();
      await button(page, "Hand in the assessment").click();
      await expect(done(page)).toContainText("assessment is in");
      await expect(page.getByText("They differ in 1 place")).toBeVisible();
    });

    await test.step("an auditor moderates", async () => {
      await openCase(page, "Alma Toetsing", application);
      await page.getByRole("link", { name: "Moderate", exact: true }).click();
      await expect(page.getByRole("row", { name: /C1/ })).toContainText("differs");
      await page.getByRole("group", { name: /^C1 / }).getByLabel("Met", { exact: true }).check();
      await button(page, "Close the moderation").click();
      await expect(done(page)).toContainText("A registrar can decide");
      expect((await page.goto(`${review}/decision`))?.status()).toBe(404);
    });

    await test.step("a registrar registers and accredits for what was assessed", async () => {
      await signInAs(page, "Bram Registers");
      await decideToRegister(page, application);
    });

    await test.step("the provider publishes inside the scope, and is told why not outside it", async () => {
      await signInAs(page, person.name);
      const lines = catalogue("SCOPE", { awarding_bodies: name, quality: "esg", languages: "nl" }).toString().split("\n");
      const rows = [lines[0], lines[1], lines[2]?.replace(";3;6;0522;", ";3;7;0522;"), lines[3]?.replace(";3;6;0522;", ";3;6;0613;")];
      await handIn(page, "scope.csv", Buffer.from(rows.join("\n")));
      await mapColumns(page);
      await page.getByLabel("Language of texts that name none").selectOption("nl");
      await button(page, "Read it again").click();
      await button(page, "Import for real").click();
      await expect(page.getByRole("link", { name: "1 row was published" })).toBeVisible();
      for (const [title, why] of [
        ["SCOPE duinen 1", "No accreditation in force covers this level"],
        ["SCOPE duinen 2", "No accreditation in force covers all of these fields"],
      ] as const) {
        await page.goto(`/en/manage/offerings?q=${encodeURIComponent(title)}`);
        const slug = (await page.getByRole("main").getByRole("link", { name: title, exact: true }).getAttribute("href"))?.split("/")[4];
        await page.goto(`/en/manage/offerings/${slug}/publication`);
        await expect(page.getByRole("main")).toContainText(why);
      }
    });
  });
});

test("a refusal is told by criterion, answered, appealed against, and heard by somebody else", async ({ page }) => {
  test.setTimeout(300_000);
  const person = await inventPerson("Beroep");
  await signInAs(page, person.name);
  const application = await apply(page, `Beroep school ${person.email.replace(/\W/g, " ")}`, "Gent");
  const look = () => expectNoViolations(page);
  await openCase(page, "Bram Registers", application, look);
  await passGateway(page, look);
  for (const name of ["Ada Beoordelaar", "Otto Keurmeester"]) await assessAs(page, name, application, scope);
  await look();
  const refuse = async () => {
    await page.getByRole("link", { name: /^(Decide|Hear the appeal)$/ }).click();
    await look();
    await page.getByText("Reasons by criterion").click();
    await page.getByLabel("Reason on C1").fill("Show one whole cycle.");
    await page.getByLabel("Reasons", { exact: true }).fill("The policy is not applied yet.");
    await button(page, "Refuse the application").click();
    await expect(done(page)).toContainText("refused");
  };
  await signInAs(page, "Bram Registers");
  await page.goto(caseOf(application));
  await refuse();

  for (const [label, send] of [
    ["Your representation", "Send the representation"],
    ["Grounds of the appeal", "Lodge the appeal"],
  ] as const) {
    await signInAs(page, person.name);
    await page.goto(application);
    await expect(page.getByText("Show one whole cycle.").first()).toBeVisible();
    await look();
    await page.getByLabel(label).fill("It stands on page 4.");
    await button(page, send).click();
    await signInAs(page, "Bram Registers");
    await page.goto(caseOf(application));
    if (label === "Your representation") await refuse();
  }
  await page.goto(`${caseOf(application)}/decision`);
  await expect(page.getByRole("main")).toContainText("Somebody else hears the appeal");
  await openCase(page, "Rosa Tweede", application);
  await page.getByRole("link", { name: "Hear the appeal" }).click();
  await expect(page.getByText("It stands on page 4.")).toBeVisible();
  await decideToRegister(page, application, look);
});

test("what failed at the gateway is appealed against at once, sent back, assessed by two, moderated and registered", async ({ page }) => {
  test.setTimeout(300_000);
  const person = await inventPerson("Terug");
  await signInAs(page, person.name);
  const application = await apply(page, `Terug school ${person.email.replace(/\W/g, " ")}`, "Gent");
  const look = async () => {
    await expectNoViolations(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoScrollingSideways(page, page.url());
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  await openCase(page, "Bram Registers", application);
  await checkAll(page, "Yes");
  await page.getByLabel("No", { exact: true }).first().check();
  await page
    .getByLabel(/^Note on/)
    .first()
    .fill("No extract.");
  await page.getByLabel("Not enough, and asking does not help").check();
  await button(page, "Close the gateway").click();
  await expect(done(page)).toContainText("gateway is closed");
  await page.goto(`${caseOf(application)}/decision`);
  await page.getByLabel("Reasons", { exact: true }).fill("The extract is missing.");
  await button(page, "Refuse the application").click();
  await expect(done(page)).toContainText("refused");

  await signInAs(page, person.name);
  await page.goto(application);
  await expect(page.getByRole("region", { name: "Appeal", exact: true })).toContainText("40 days are left");
  await look();
  await button(page, "Lodge the appeal").click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByLabel("Grounds of the appeal").fill("The extract is on page 2.");
  await button(page, "Lodge the appeal").click();
  await expect(done(page)).toBeVisible();

  await openCase(page, "Rosa Tweede", application);
  await page.getByRole("link", { name: "Hear the appeal" }).click();
  await expect(page.getByText("The extract is on page 2.")).toBeVisible();
  await expect(button(page, "Register the organisation")).toHaveCount(0);
  await button(page, "Send it back").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("It is not said to which stage the case goes back");
  await page.getByLabel("The assessment: the gateway counts as passed").check();
  await page.getByLabel("Why it goes back").fill("The extract was there.");
  await look();
  await button(page, "Send it back").click();
  await expect(done(page)).toContainText("The case is sent back");

  await signInAs(page, "Bram Registers");
  await page.goto(caseOf(application));
  await assignBoth(page, look);
  await assessAs(page, "Ada Beoordelaar", application, scope, look);
  await assessAs(page, "Otto Keurmeester", application, { ...scope, levels: ["5"] });
  await look();
  await openCase(page, "Alma Toetsing", application);
  await page.getByRole("link", { name: "Moderate", exact: true }).click();
  await look();
  await page.getByLabel("Level 6").check();
  await button(page, "Close the moderation").click();
  await expect(done(page)).toContainText("A registrar can decide");
  await signInAs(page, "Bram Registers");
  await page.goto(`${caseOf(application)}/decision`);
  await expect(page.getByText("The extract was there.")).toBeVisible();
  await decideToRegister(page, application, look);
  await signInAs(page, person.name);
  await page.goto(application);
  await expect(page.getByText(/Sent back for another round on/).first()).toBeVisible();
});

test("a small authority asks an assessor of another into one case, who sees it and no other", async ({ page }) => {
  test.setTimeout(240_000);
  const person = await inventPerson("Gast");
  await signInAs(page, person.name);
  const application = await apply(page, `Gast school ${person.email.replace(/\W/g, " ")}`, "Eupen");
  const review = caseOf(application);
  const look = async () => {
    await expectNoViolations(page);
    await expectNoScrollingSideways(page, "guests in a case");
  };
  await openCase(page, "Karl Register", application);
  await closeGateway(page);
  await expect(page.getByRole("main")).toContainText("Fewer than two assessors can be asked");
  await page.locator("summary", { hasText: "Invite a guest" }).click();
  await button(page, "Send the invitation").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("cannot be asked");
  for (const [name, why] of [
    ["Ada Beoordelaar", "We have no assessor of our own."],
    ["Luc Regard", "We have no assessor of our own."],
    ["Anne Examen", "In case another is not free."],
  ] as const) {
    await page.goto(review);
    await page.locator("summary", { hasText: "Invite a guest" }).click();
    const option = page.getByLabel("Whom").locator("option", { hasText: name });
    await page.getByLabel("Whom").selectOption((await option.getAttribute("value")) ?? "");
    await page.getByLabel("Why").fill(why);
    await button(page, "Send the invitation").click();
    await expect(done(page)).toContainText("The invitation is sent");
  }
  await page.getByRole("button", { name: "Take back Anne Examen" }).click();
  await expect(done(page)).toContainText("The invitation is taken back");
  await look();

  await signInAs(page, "Anne Examen");
  expect((await page.goto(review))?.status()).toBe(404);
  await signInAs(page, "Luc Regard");
  await page.goto("/en/manage/notices");
  await expect(page.getByRole("main")).toContainText("You are invited to assess the application of Gast school");
  await page.goto(review);
  await expect(page.getByRole("main")).toContainText("You are a guest in this case");
  await expect(page.getByRole("heading", { name: "What the applicant states" })).toHaveCount(0);
  await look();

  await signInAs(page, "Karl Register");
  await page.goto(review);
  await assignBoth(page, undefined, ["Ada Beoordelaar", "Luc Regard"]);
  for (const name of ["Ada Beoordelaar", "Luc Regard"]) await assessAs(page, name, application, scope);
  await signInAs(page, "Karl Register");
  await decideToRegister(page, application);
  await signInAs(page, "Luc Regard");
  expect((await page.goto(review))?.status()).toBe(404);
});
