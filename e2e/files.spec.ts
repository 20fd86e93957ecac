import { readFileSync, writeFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./checks";
import { catalogue, handIn, mapColumns, repair } from "./spreadsheet";

/** They share one catalogue. */
test.describe.configure({ mode: "serial" });

async function signIn(page: Page): Promise<void> {
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: /Vera Zandmeester/ }).click();
  await page.waitForURL(/\/manage/);
}

test("a spreadsheet of 200 offerings with 12 slips is mapped, tried, put right, imported and undone", async ({ page }) => {
  await signIn(page);
  await page.goto("/en/manage/imports");
  await expectNoViolations(page);
  await handIn(page, "duinen.csv", catalogue("E2A"));
  await mapColumns(page);
  await page.getByLabel("Remember it for the next file with the same headers").check();
  await page.getByLabel("Under the name").fill("Duinen");
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Read it again" }).click();
  await expect(page.getByText("Tried again.", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "All rows (200)" })).toBeVisible();
  await expectNoViolations(page);

  await page.getByRole("link", { name: "Put 12 rows right" }).click();
  await expectNoViolations(page);
  await repair(page);
  await page.getByRole("button", { name: "Save, go on later" }).click();
  await expect(page.getByText("Saved. The file has not been tried again yet.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Row 35 " }).getByRole("textbox")).toHaveValue("Duinen met een titel");
  await page.getByRole("button", { name: "Save and try again" }).click();
  await expect(page.getByRole("link", { name: "200 rows would be added" })).toBeVisible();

  await page.getByRole("button", { name: "Import for real" }).click();
  await expect(page.getByRole("link", { name: "200 rows were published" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Report as CSV" }).click();
  expect(
    readFileSync(await (await download).path(), "utf8")
      .trim()
      .split("\n"),
  ).toHaveLength(201);

  await page.getByRole("link", { name: "Undo this import" }).click();
  await expect(page.getByText("200 offerings that the import published leave the catalogue.")).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByText(/This import was undone on .*: 200 offerings taken back, 0 left alone/)).toBeVisible();
  await page.getByRole("link", { name: "Duinen met een titel" }).click();
  await expect(page.getByText("Its provider undid the import with which it came.")).toBeVisible();

  await handIn(page, "again.csv", catalogue("E2B"));
  await expect(page.getByText("Read with your mapping “Duinen”, because the headers are the same.")).toBeVisible();
});

test("a file that is dropped on the page comes to the screen on which its columns are named", async ({ page }, info) => {
  await signIn(page);
  await page.goto("/en/manage/imports");
  const file = info.outputPath("dropped.csv");
  writeFileSync(file, catalogue("E2D"));
  await dropOn(page.getByLabel("Your file"), file);
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "dropped.csv" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible();
  await page.getByRole("link", { name: "Columns" }).click();
  await expect(page.getByLabel("Column of your file: titel")).toHaveValue("title");
});

/** As from a folder beside the browser: events that a script makes carry no file into a field, so the browser itself is told. */
async function dropOn(field: Locator, file: string): Promise<void> {
  const box = await field.boundingBox();
  if (!box) throw new Error("The field is not seen");
  const browser = await field.page().context().newCDPSession(field.page());
  const at = { x: box.x + box.width / 2, y: box.y + box.height - 8 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await browser.send("Input.dispatchDragEvent", { type, ...at, data: { items: [], files: [file], dragOperationsMask: 1 } });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what was taken out and is put in again untouched changes nothing, and what is no catalogue is named", async ({ page }) => {
    await signIn(page);
    await page.goto("/en/manage/imports");
    for (const name of ["Catalogue as Excel", "Catalogue as CSV"]) {
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name }).click();
      const file = await download;
      await handIn(page, file.suggestedFilename(), readFileSync(await file.path()));
      for (const outcome of ["would be added", "would change something", "would be kept as draft", "would be refused"])
        await expect(page.getByRole("link", { name: outcome })).toHaveCount(0);
      await expect(page.getByRole("link", { name: /rows change nothing/ })).toBeVisible();
      await page.goto("/en/manage/imports");
    }
    await page
      .getByLabel("Your file")
      .setInputFiles({ name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]) });
    await page.getByRole("button", { name: "See what would happen" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("The file cannot be read as a spreadsheet");
  });

  test("a row is put right and imported, and another organisation's people do not find the file", async ({ page, browser }) => {
    await signIn(page);
    await handIn(page, "few.csv", Buffer.from(catalogue(`E2C${Date.now()}`).toString().split("\n").slice(0, 8).join("\n")));
    await page.getByRole("link", { name: "Put 1 row right" }).click();
    await page.getByLabel("ECTS").fill("3");
    await page.getByRole("button", { name: "Save and try again" }).click();
    await page.getByRole("button", { name: "Import for real" }).click();
    await expect(page.getByRole("link", { name: "7 rows were published" })).toBeVisible();
    const address = page.url().split("?")[0] ?? "";

    const other = await browser.newPage();
    await other.goto("/en/sign-in");
    await other.getByRole("button", { name: /Jules Perronnet/ }).click();
    for (const rest of ["", "/mapping", "/repair", "/undo", "/report", "/progress"])
      expect((await other.goto(address + rest))?.status(), rest).toBe(404);
    await other.close();
  });
});
