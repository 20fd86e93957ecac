import { expect, test } from "@playwright/test";
import { expectNoScrollingSideways, expectNoViolations } from "./checks";

/** A reader who does not take our word for it: reads what the log is, and checks an entry, with and without JavaScript. */
test("a reader checks an entry from the list, and the browser computes it itself", async ({ page }) => {
  await page.goto("/en");
  await page.getByRole("contentinfo").getByRole("link", { name: "The public log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The public log" })).toBeVisible();
  await page
    .getByRole("link", { name: /^Check entry \d+$/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: /^Entry \d+ is in the log as it was signed$/ })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(
    "Your own browser has computed this too, from entry, proof and checkpoint alone: it holds.",
  );
  await page.getByText("The exact text of the entry").click();
  await expectNoViolations(page, "a checked entry");
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoScrollingSideways(page, "a checked entry at 320 pixels");
});

test("a server that shows another text than it signed is found out by the browser", async ({ page, request }) => {
  const { items } = await (await request.get("/api/v1/log/entries?start=3&end=3")).json();
  const { id } = JSON.parse(items[0].entry);
  await page.route(/register\/log\?entry=3$/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(id, "00000000-0000-4000-8000-000000000000");
    await route.fulfill({ response: answer, body });
  });
  await page.goto("/en/register/log?entry=3");
  await expect(page.getByRole("status")).toContainText("comes to another result");
});

test("a number that makes no sense is answered on a page that all can use", async ({ page }) => {
  await page.goto("/de/register/log?entry=zw%C3%B6lf");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("„zwölf“ ist keine Nummer eines Eintrags.");
  await expectNoViolations(page, "a number that makes no sense");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the server computes the check, and what makes no sense is answered in words", async ({ page }) => {
    await page.goto("/de/register/log");
    const check = async (number: string) => {
      await page.getByLabel("Nummer des Eintrags").fill(number);
      await page.getByRole("button", { name: "Nachprüfen" }).click();
    };
    await check("0");
    await expect(page.getByRole("heading", { name: "Eintrag 0 steht so im Protokoll, wie er unterschrieben wurde" })).toBeVisible();
    await expect(page.getByRole("status")).toContainText("Dieser Server hat es berechnet.");
    await check("999999999");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Das Protokoll hat keinen Eintrag 999999999.");
    await check("zwölf");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("„zwölf“ ist keine Nummer eines Eintrags.");
    await expect(page.getByLabel("Nummer des Eintrags")).toHaveValue("zwölf");
  });

  test("older entries are a link away, down to the first decision", async ({ page, request }) => {
    await page.goto("/en/register/log?before=5");
    await expect(page.getByText("Entries before number 5.")).toBeVisible();
    await expect(page.getByRole("row")).toHaveCount(6);
    await expect(page.getByRole("row").last()).toContainText(/Decision \d+: (registered|accredited)/);
    await expect(page.getByRole("link", { name: "Older entries" })).toHaveCount(0);
    await page.getByRole("link", { name: "Newest entries" }).click();
    const size = (await (await request.get("/api/v1/log/checkpoint")).text()).split("\n")[1];
    await expect(page.getByText(`over ${size} entries`)).toBeVisible();
  });
});

test("what is decided and published in the demonstration's past is in the log from the start", async ({ request }) => {
  const { items } = await (await request.get("/api/v1/log/entries?start=0&end=999")).json();
  const entries = items.map(({ entry }: { entry: string }) => JSON.parse(entry));
  const years = new Set(entries.flatMap((entry: { recordedAt?: string }) => entry.recordedAt?.slice(0, 4) ?? []));
  expect(years.size).toBeGreaterThan(3);
  expect(entries.filter(({ type }: { type: string }) => type === "publication").length).toBeGreaterThan(200);
});
