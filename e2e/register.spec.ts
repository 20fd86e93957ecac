import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { corrected, reinstated } from "./fixtures";

/** Days of the demonstration move with the calendar: those of the correction are read from the register itself. */
async function correction(request: import("@playwright/test").APIRequestContext, slug: string) {
  const { decisions } = await (await request.get(`/api/v1/register/organisations/${slug}`)).json();
  const { decidedOn, number } = decisions.find(({ kind }: { kind: string }) => kind === "correct");
  const dayBefore = new Date(`${decidedOn}T00:00:00Z`);
  dayBefore.setUTCDate(dayBefore.getUTCDate() - 1);
  return { decidedOn, number, before: dayBefore.toISOString().slice(0, 10) };
}

test("somebody finds a provider by a name of before, asks what held, and checks the receipt", async ({ page, request }) => {
  const slug = await corrected();
  const { decidedOn, number, before } = await correction(request, slug);

  await page.goto("/en/register");
  await page.getByRole("searchbox", { name: "Name, place or number" }).fill("waterlinde");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 organisation for “waterlinde”");
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").click();

  const ask = async (knownOn: string) => {
    await page.getByLabel("EQF level").selectOption("5");
    await page.getByLabel("Field", { exact: true }).selectOption("0613");
    await page.getByLabel("As it holds on").fill(before);
    await page.getByLabel("As it was known on").fill(knownOn);
    await page.getByRole("button", { name: "Ask" }).click();
    await expect(page).toHaveURL(new RegExp(`asKnownOn=${knownOn}#answer$`));
  };
  const answer = page.getByRole("region", { name: "The answer" });
  await ask(before);
  await expect(answer).toContainText("No: on");
  await expect(answer).toContainText("no accreditation in force covers field 0613");
  await expect(page.getByRole("heading", { name: `Decision ${number}` })).toHaveCount(0);

  await ask(decidedOn);
  await expect(answer).toContainText("Yes: on");
  await expect(page.getByRole("heading", { name: `Decision ${number}` })).toBeVisible();

  await answer.getByRole("link", { name: /^receipt / }).click();
  await expect(page.getByText("The signature holds")).toBeVisible();
  await expect(page.getByRole("region", { name: "The answer" })).toContainText("Yes: on");

  // The lines of the page, as they stand there, in a shell.
  const [fetching = "", openssl = "", node = ""] = await page.locator("pre").allTextContents();
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-receipt-"));
  const run = (lines: string) =>
    execFileSync("bash", ["-ec", lines], { cwd: folder, env: { ...process.env, FORCE_COLOR: "0" }, encoding: "utf8", stdio: "pipe" });
  try {
    run(fetching);
    expect(run(openssl)).toContain("Signature Verified Successfully");
    expect(JSON.parse(readFileSync(path.join(folder, "answer.json"), "utf8")).answer.verdict).toBe("yes");
    expect(run(node)).toMatch(/^true\n/);
  } finally {
    rmSync(folder, { recursive: true });
  }

  await page.getByRole("link", { name: "Ask again" }).click();
  await expect(page.getByRole("region", { name: "The answer" })).toContainText("Yes: on");
});

test("filters narrow the register with counts that are true, and are taken back one by one", async ({ page }) => {
  await page.goto("/en/register");
  const option = page.getByRole("checkbox", { name: /^Vocational education and training/ });
  const counted = Number(await page.locator("label", { has: option }).locator("span").last().textContent());
  await option.check();
  await page.getByRole("button", { name: "Show organisations" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${counted} organisations? in the register$`));
  await expect(page).toHaveURL(/type=vocational/);
  await page.getByRole("link", { name: /Remove Vocational/ }).click();
  await expect(page).toHaveURL(/\/en\/register(\?sort=name)?$/);
});

test("a day stays chosen from the list to the organisation, and the way back to today is there", async ({ page, request }) => {
  const slug = await reinstated();
  const { registrations } = await (await request.get(`/api/v1/register/organisations/${slug}`)).json();
  const { from } = registrations.find(({ status }: { status: string }) => status === "suspended");
  await page.goto(`/en/register?status=suspended&validOn=${from}`);
  await page.locator(`a[href*="/register/${slug}?"]`).click();
  await expect(page.getByText("You see the register as it held on")).toBeVisible();
  await expect(page.getByText("Suspended", { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page.getByText("You see the register as it holds today")).toBeVisible();
  await expect(
    page
      .getByRole("heading", { name: "Reinstatement" })
      .or(page.getByText("Reinstatement", { exact: true }))
      .first(),
  ).toBeVisible();
});

test("without JavaScript the question is asked and answered too", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await page.goto(`/de/register/${await reinstated()}`);
  await page.getByRole("button", { name: "Fragen" }).click();
  await expect(page.getByRole("region", { name: "Die Antwort" })).toContainText("Ja: Am");
  await page.close();
});
