import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./checks";

/** The manager of autonome-hochschule-venn, whose catalogue no other spec writes to. */
async function signIn(page: Page): Promise<void> {
  await page.goto("/en/sign-in");
  await page.getByRole("button", { name: /Greta Vennbach/ }).click();
  await page.waitForURL(/manage/);
}

test("a key is made, shown once, used and revoked", async ({ page, request }) => {
  const name = `Course system ${Date.now()}`;
  await signIn(page);
  await page.goto("/en/manage/keys");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("radio", { name: /write drafts/ }).check();
  await page.getByRole("button", { name: "Make the key" }).click();
  const secret = await page.getByLabel("The key", { exact: true }).inputValue();
  expect(secret).toMatch(/^cairn_/);
  expect(page.url()).not.toContain("cairn_");
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Valid");
  await expectNoViolations(page);

  const headers = { authorization: `Bearer ${secret}` };
  const written = await request.put(`/api/v1/provider/offerings/e2e%20${Date.now()}`, {
    headers,
    data: { title: { en: "Made by a machine" } },
  });
  expect(written.status()).toBe(201);
  expect((await written.json()).offering).toMatchObject({ id: expect.stringMatching(/^e2e \d+$/), status: "draft" });
  expect((await request.get("/api/v1/provider/offerings?limit=1", { headers })).status()).toBe(200);

  await page.reload();
  await expect(page.getByText(secret)).toHaveCount(0);
  const row = page.getByRole("row", { name: new RegExp(name) });
  await row.getByText(`Revoke ${name}`).click();
  await row.getByRole("button", { name: "Revoke now" }).click();
  await expect(page.getByRole("status")).toContainText("revoked");
  expect((await request.get("/api/v1/provider/offerings", { headers })).status()).toBe(401);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the key stands in the answer to the form, and what is wrong stands beside its field", async ({ page }) => {
    await signIn(page);
    await page.goto("/en/manage/keys");
    await page.getByRole("button", { name: "Make the key" }).click();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("textbox", { name: "Name" }).fill("No script");
    await page.getByRole("button", { name: "Make the key" }).click();
    await expect(page.getByLabel("The key", { exact: true })).toHaveValue(/^cairn_/);
  });
});

test.describe("a feed", () => {
  let server: Server;
  let address: string;
  test.beforeAll(async () => {
    const offerings = [{ id: `feed-${Date.now()}`, title: { de: "Aus dem Feed" } }];
    server = createServer((_, answer) => answer.end(JSON.stringify({ offerings }))).listen(0, "127.0.0.1");
    await once(server, "listening");
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => server.close());

  test("is added, tried, and its runs are told", async ({ page }) => {
    await signIn(page);
    await page.goto("/en/manage/harvest");
    await page.getByRole("link", { name: "Add a feed" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill(`Feed ${Date.now()}`);
    await page.getByRole("textbox", { name: "Address" }).fill("ftp://example.org");
    await page.getByRole("button", { name: "Add the feed" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "not an address of a feed" })).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole("textbox", { name: "Address" }).fill(address);
    await page.getByRole("combobox", { name: "How often" }).selectOption("by-hand");
    await page.getByRole("button", { name: "Add the feed" }).click();
    await expect(page.getByRole("status")).toContainText("added");

    await page.getByRole("button", { name: "Test run" }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("row", { name: /test/ })).toContainText("1 kept as draft", { timeout: 500 });
    }).toPass();
    await expectNoViolations(page);
    await page.getByText("Remove this feed").click();
    await page.getByRole("button", { name: "Remove the feed" }).click();
    await expect(page.getByRole("status")).toContainText("removed");
    await expectNoViolations(page);
  });
});

test("the API is described for people and for programs", async ({ page, request }) => {
  await page.goto("/api");
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  await expect(page.getByText("/api/v1/provider/offerings/{externalId}", { exact: false }).first()).toBeVisible();
  await expectNoViolations(page);
  const document = await (await request.get("/api/v1/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  for (const path of ["/api/v1/search?q=care&eqf=5", "/api/v1/offerings?limit=1"]) {
    const answer = await (await request.get(path)).json();
    const { required } = document.paths[path.split("?")[0] ?? ""].get.responses["200"].content["application/json"].schema;
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(required));
  }
});
