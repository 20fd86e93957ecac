import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });
const megabyte = 1024 * 1024;
let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cairn-large-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (n: number) => `GROOT-${n};Groot ${n};${"Lang en breed verteld. ".repeat(4000)}\n`;

/** A catalogue of so many bytes, in few rows. */
function fileOf(name: string, size: number): { file: string; rows: number } {
  let text = "id;titel;omschrijving\n";
  let rows = 0;
  for (; text.length + row(rows).length <= size; rows++) text += row(rows);
  const file = path.join(folder, name);
  writeFileSync(file, text.padEnd(size, "\n"));
  return { file, rows };
}

async function signIn(page: Page, language: string): Promise<void> {
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: /Vera Zandmeester/ }).click();
  await page.waitForURL(/\/manage/);
  await page.goto(`/${language}/manage/imports`);
}

test("a file of 99 MB is read to its last row, and one above 100 MB is refused in the reader's language", async ({ page }) => {
  await signIn(page, "de");
  await expect(page.getByText("bis 100 MB")).toBeVisible();
  await page.getByLabel("Ihre Datei").setInputFiles(fileOf("zu-gross.csv", 100 * megabyte + 1).file);
  await page.getByRole("button", { name: "Ansehen, was geschehen würde" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Die Datei ist größer als 100 MB.");
  await expect(page.getByText("zu-gross.csv")).toHaveCount(0);

  const { file, rows } = fileOf("gross.csv", 99 * megabyte);
  await page.getByLabel("Ihre Datei").setInputFiles(file);
  await page.getByRole("button", { name: "Ansehen, was geschehen würde" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "gross.csv" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: `Alle Zeilen (${rows.toLocaleString("de-BE")})` })).toBeVisible({ timeout: 90_000 });
});

test("a file whose sending is broken off leaves nothing, and the next one is taken", async ({ page, baseURL }) => {
  await signIn(page, "en");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const head = '--cut\r\ncontent-disposition: form-data; name="file"; filename="broken-off.csv"\r\ncontent-type: text/csv\r\n\r\n';
  const sending = request(`${baseURL}/en/manage/imports/upload`, {
    method: "POST",
    headers: { cookie, origin: baseURL, "content-type": "multipart/form-data; boundary=cut", "content-length": 60 * megabyte },
  });
  sending.on("error", () => undefined);
  sending.write(head);
  await new Promise((sent) => sending.write(Buffer.alloc(30 * megabyte, "id;titel\n"), sent));
  sending.destroy();

  await page
    .getByLabel("Your file")
    .setInputFiles({ name: "next.csv", mimeType: "text/csv", buffer: Buffer.from("id;titel\nNEXT-1;Next\n") });
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "next.csv" })).toBeVisible();
  expect(await sql`select from imports where file_name = 'broken-off.csv'`).toHaveLength(0);
  expect(await sql`select from import_pieces p where not exists (select from imports i where i.id = p.import_id)`).toHaveLength(0);
});
