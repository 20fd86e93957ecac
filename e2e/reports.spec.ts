import { expect, test } from "@playwright/test";
import { look } from "./checks";
import { inventPerson, signInAs } from "./invented";
import { foundSchool, join } from "./school";
import { button, done } from "./steps";

const words = "The certificate that I was given names another level than this page does.";

test("what is wrong on any other page is reported at its foot, and is the case of the authority that keeps the site", async ({ page }) => {
  await page.goto("/de/statistics?region=BE2");
  await page.getByRole("contentinfo").getByRole("link", { name: "Melden, was auf dieser Seite nicht stimmt" }).click();
  await expect(page).toHaveURL(/\/de\/report\?about=statistics$/);
  await expect(page.getByText("Zur Seite /de/statistics dieser Website")).toBeVisible();
  await look(page, "a report about the site");
  await page.getByRole("radio").first().check();
  const text = `Die Zahl der Angebote stimmt nicht, ${crypto.randomUUID()}.`;
  await page.getByRole("textbox", { name: "Was stimmt nicht" }).fill(text);
  await page.getByRole("button", { name: "Meldung absenden" }).click();
  await expect(page.getByRole("status")).toContainText("bei der Behörde");
  const number = ((await page.getByRole("heading", { level: 1 }).textContent()) ?? "").replace(/^\D+/, "");

  await signInAs(page, "Alma Toetsing");
  await page.goto(`/en/oversight/reports/${Number(number)}`);
  await expect(page.getByRole("link", { name: "/en/statistics" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Put it to the provider" })).toHaveCount(0);
  await look(page, "a case about the site");
  await page.getByRole("radio", { name: "Substantiated", exact: true }).check();
  await page.getByRole("textbox", { name: "Answer to whoever reported it" }).fill("Counted anew; thank you.");
  await page.getByRole("button", { name: "Send the answer and close" }).click();
  await expect(page.getByText("Counted anew; thank you.")).toBeVisible();
});

test("somebody without an account or JavaScript reports what is wrong; the provider answers, the authority closes the case", async ({
  page,
  browser,
}) => {
  const school = await foundSchool();
  const manager = await inventPerson("Meldster");
  await join(manager.email, school.slug, "manager");
  const [first = ""] = school.offerings.digital;

  const plain = await browser.newPage({ baseURL: test.info().project.use.baseURL ?? "", javaScriptEnabled: false });
  await plain.goto(`/en/offerings/${first}`);
  await plain.getByRole("link", { name: "Report something wrong here" }).click();
  await plain.getByLabel("What is wrong").fill(words);
  await plain.getByRole("button", { name: "Send the report" }).click();
  await expect(plain.getByRole("alert")).toContainText("It is not said what the matter is");
  await expect(plain.getByLabel("What is wrong")).toHaveValue(words);
  await plain.getByLabel("Something stated is not true").check();
  await plain.getByRole("button", { name: "Send the report" }).click();
  await expect(plain.getByRole("status")).toContainText("with the authority");
  const secret = plain.url().replace(/\?.*/, "");
  const number = ((await plain.getByRole("heading", { level: 1 }).textContent()) ?? "").replace("Case ", "");
  await expect(plain.getByText("There is no answer yet.")).toBeVisible();

  await page.goto(`/en/report?about=offerings/${first}`);
  await look(page, "the form of a report");
  expect((await page.goto("/en/report?about=offerings/not-there"))?.status()).toBe(404);

  await signInAs(page, "Alma Toetsing");
  await page.goto(`/en/oversight/reports?q=${number}`);
  await look(page, "the queue of reports");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByText(words)).toBeVisible();
  await page.getByRole("textbox", { name: "Note to the provider" }).fill("Which level is it?");
  await button(page, "Put it to the provider").click();
  await expect(done(page)).toHaveText("The provider is asked.");
  await look(page, "a case at the authority");

  await signInAs(page, manager.name);
  await page.goto("/en/manage/reports");
  await look(page, "the provider's cases");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByText("Which level is it?")).toBeVisible();
  await page.getByRole("textbox", { name: "Your answer to the authority" }).fill("It is level 5; the certificates are sent anew.");
  await button(page, "Send the answer").click();
  await expect(done(page)).toHaveText("Your answer is with the authority.");
  await look(page, "the provider's case");

  await signInAs(page, "Alma Toetsing");
  await page.goto(`/en/oversight/reports/${Number(number.slice(2))}`);
  await page.getByLabel("Substantiated", { exact: true }).check();
  await page.getByRole("textbox", { name: "Answer to whoever reported it" }).fill("You were right; you get a new certificate.");
  await button(page, "Send the answer and close").click();
  await expect(done(page)).toHaveText("The answer is sent and the case closed.");

  await plain.goto(secret);
  await expect(plain.getByText("You were right; you get a new certificate.")).toBeVisible();
  await expect(plain.getByText(/Closed by .*: Substantiated/)).toBeVisible();
  await plain.close();
  await page.goto(secret);
  await look(page, "the case of whoever reported");
});
