import { expect, test } from "@playwright/test";
import { anotherSite } from "./another-site";
import { expectNoScrollingSideways, expectNoViolations } from "./checks";

test("one script puts a search on another site, as high as what it shows, without a cookie", async ({ page, baseURL }) => {
  const tag = `<script src="${baseURL}/embed.js" data-locale="en" data-query="q=care&amp;eqf=5" data-accent="#ffee88" data-title="Care courses" async></script>`;
  const site = await anotherSite(tag);
  try {
    await page.goto(site.url);
    const frame = page.getByTitle("Care courses").contentFrame();
    await expect(frame.getByRole("heading", { level: 1 })).toContainText(/^\d+ microcredentials?$/);
    const height = async () => (await page.locator("iframe").boundingBox())?.height ?? 0;
    const inside = async () => await frame.locator("html").evaluate((one) => one.getBoundingClientRect().height);
    await expect.poll(async () => Math.abs((await height()) - (await inside()))).toBeLessThan(3);

    await frame.getByLabel("What do you want to learn?").fill("nursing");
    await page.keyboard.press("Enter");
    await expect(frame.getByLabel("What do you want to learn?")).toHaveValue("nursing");
    await frame.getByLabel("What do you want to learn?").fill("xqzvwk");
    await page.keyboard.press("Enter");
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Nothing found");
    await expect.poll(async () => Math.abs((await height()) - (await inside()))).toBeLessThan(3);
    expect(await page.context().cookies()).toEqual([]);
    await frame.getByRole("listitem").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/en\/offerings\/[a-z0-9-]+$/);
  } finally {
    await site.stop();
  }
});

test("a site that names itself to nobody has a frame as high as what it shows too", async ({ page, baseURL }) => {
  const site = await anotherSite(
    `<meta name="referrer" content="no-referrer"><script src="${baseURL}/embed.js" data-locale="en" async></script>`,
  );
  try {
    await page.goto(site.url);
    const frame = page.locator("iframe");
    const inside = async () =>
      await frame
        .contentFrame()
        .locator("html")
        .evaluate((one) => one.getBoundingClientRect().height);
    await expect.poll(async () => Math.abs(((await frame.boundingBox())?.height ?? 0) - (await inside()))).toBeLessThan(3);
  } finally {
    await site.stop();
  }
});

test("filters that were read into words go with the words, and those of the site stay", async ({ page }) => {
  await page.goto("/embed/fr?eqf=5&scheme=dark");
  const question = page.getByRole("searchbox");
  await question.fill("soins en ligne");
  await question.press("Enter");
  await expect(page).toHaveURL(/q=soins/);
  await expect(question).toHaveValue("soins en ligne");
  await question.fill("données");
  await question.press("Enter");
  await expect(page).toHaveURL(/q=donn/);
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({ eqf: "5", scheme: "dark", q: "données" });
});

test("the search for other sites is used by keyboard alone", async ({ page }) => {
  await page.goto("/embed/en");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("nursing");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=nursing/);
  const result = page.getByRole("listitem").getByRole("link").first();
  for (let pressed = 0; pressed < 12 && !(await result.evaluate((one) => one === document.activeElement)); pressed++)
    await page.keyboard.press("Tab");
  await expect(result).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/offerings\/[a-z0-9-]+$/);
});

test("who reads about the register finds how to put a search on a site", async ({ page }) => {
  await page.goto("/en/about");
  await page.getByRole("link", { name: "Put a search of the register on it" }).click();
  await expect(page).toHaveURL(/\/en\/about\/embed$/);
});

test("no other page lets itself be framed", async ({ page, baseURL, request }) => {
  const site = await anotherSite(`<iframe src="${baseURL}/en/sign-in" title="Trap"></iframe>`);
  try {
    await page.goto(site.url);
    await expect(page.getByTitle("Trap").contentFrame().getByRole("heading")).toHaveCount(0);
    expect((await request.get("/en/sign-in")).headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
    expect((await request.get("/embed/en")).headers()["content-security-policy"]).toContain("frame-ancestors *");
  } finally {
    await site.stop();
  }
});

for (const [name, path] of [
  ["light", "/embed/de?accent=ffee88&scheme=light"],
  ["dark and compact", "/embed/fr?accent=401010&scheme=dark&compact=1"],
  ["with nothing found", "/embed/nl?q=xqzvwk"],
] as const) {
  test(`the search for other sites holds to the rules, ${name}, also where it is narrow and without JavaScript`, async ({
    page,
    browser,
  }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(path);
    await expectNoScrollingSideways(page, path);
    await expectNoViolations(page, path);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectNoViolations(page, `${path} to a reader who has it dark`, "changing");
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const unscripted = await plain.newPage();
    await unscripted.goto(path);
    await expect(unscripted.getByRole("listitem").first()).toBeVisible();
    await plain.close();
  });
}

test("who keeps a site copies what to write from a page, and sees how it looks", async ({ page }) => {
  await page.goto("/en/about/embed");
  await page.getByLabel("Address of a search").fill("https://cairn.example/en/offerings?q=care&mode=online");
  await page.getByLabel("Light or dark").selectOption("dark");
  await page.getByLabel(/Compact/).check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText(/<script src=.*data-query="q=care&amp;mode=online".*data-scheme="dark".*data-compact="1"/)).toBeVisible();
  await expect(page.locator("iframe").contentFrame().getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByLabel("Address of a search").fill("hello");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("This is no address of a search.")).toBeVisible();
});
