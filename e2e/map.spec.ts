import { expect, type Page, test } from "@playwright/test";
import { expectNoScrollingSideways, expectNoViolations, listen } from "./checks";
import { total } from "./fixtures";

const address = "/en/offerings?mode=onsite&view=map";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("results are seen on a map, and a place of it has as many as it says", async ({ page }) => {
      await page.goto("/en/offerings?mode=onsite");
      const all = await total(page);
      await page.getByRole("navigation", { name: "How to show the results" }).getByRole("link", { name: "Map" }).click();
      await expect(page).toHaveURL(/view=map/);
      expect(await total(page)).toBe(all);

      const place = page.getByRole("region", { name: "Where they are held" }).getByRole("list").first().getByRole("link").first();
      const promised = Number((await place.textContent())?.match(/(\d+) microcredential/)?.[1]);
      expect(promised).toBeGreaterThan(0);
      await place.focus();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/near=/);
      await expect(page).toHaveURL(/view=map/);
      expect(await total(page)).toBe(promised);
    });
  });
}

test("the API counts each place as the search does", async ({ request }) => {
  const { total: asked, elsewhere, places, source } = await (await request.get("/api/v1/search/places?mode=onsite&open=1")).json();
  expect(source).toBe("index");
  expect(places.length).toBeGreaterThan(2);
  const { total: all } = await (await request.get("/api/v1/search?mode=onsite&open=1")).json();
  expect(asked).toBe(all);
  expect(elsewhere).toBeLessThan(all);
  for (const { latitude, longitude, count, name } of places.slice(0, 5)) {
    const there = await (await request.get(`/api/v1/search?mode=onsite&open=1&near=${latitude},${longitude}&radius=0.3`)).json();
    expect(there.total, name).toBe(count);
  }
});

const theMap = (page: Page) => page.getByRole("region", { name: "Map of the places" });
const marks = (page: Page) => page.locator(".map-mark");

async function openMap(page: Page, path = address, name = "Move and zoom the map") {
  await page.goto(path);
  await page.getByRole("button", { name }).click();
  await expect(marks(page).first()).toBeVisible();
}

test("the picture becomes a map when somebody asks, without asking any other site, and its places lead to what they count", async ({
  page,
  baseURL,
}) => {
  const heard = listen(page, new URL(baseURL ?? "").host);
  await openMap(page);
  await expect(theMap(page)).toBeFocused();
  await expect(page.locator("svg", { has: page.locator("title", { hasText: /places|microcredential/ }) })).toBeHidden();
  // A graphics card that is none says how slow it is.
  expect({ ...heard, complaints: heard.complaints.filter((one) => !one.includes("GL Driver Message")) }).toEqual({
    elsewhere: [],
    complaints: [],
  });

  const groups = page.getByRole("button", { name: /^Zoom in: / });
  await expect(groups.first()).toBeVisible();
  const inGroup = (await groups.first().getAttribute("aria-label"))?.replace("Zoom in: ", "").split(", ").length ?? 0;
  expect(inGroup).toBeGreaterThan(1);
  const before = await marks(page).count();
  await groups.first().click();
  await expect.poll(async () => marks(page).count()).not.toBe(before);

  const place = page.locator("a.map-mark").first();
  const promised = Number(await place.textContent());
  expect(await place.getAttribute("aria-label")).toMatch(new RegExp(`, ${promised} microcredentials?$`));
  await place.click();
  await expect(page).toHaveURL(/near=.*radius=0\.3/);
  expect(await total(page)).toBe(promised);
});

test("the map is used by keyboard alone, and does not glide for who wants nothing to move", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(address);
  await page.getByRole("button", { name: "Move and zoom the map" }).focus();
  await page.keyboard.press("Enter");
  await expect(theMap(page)).toBeFocused();
  const first = marks(page).first();
  const at = async () => (await first.boundingBox())?.x ?? 0;
  const x = await at();
  await page.keyboard.press("+");
  await page.keyboard.press("ArrowRight");
  await expect.poll(at).not.toBe(x);
  await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await page.getByRole("button", { name: "Show the whole country" }).press("Enter");
  await expect.poll(at).toBeCloseTo(x, 0);
});

test("where the browser draws no maps the picture stays, and says so", async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(address);
  await page.getByRole("button", { name: "Move and zoom the map" }).click();
  await expect(page.getByText("The map cannot be shown here; the picture has the same places.")).toBeVisible();
  await expect(page.locator("#map ~ div svg").first()).toBeVisible();
});

test("nobody is offered a map that moves without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.locator("#map ~ div svg").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Move and zoom the map" })).toBeHidden();
  await context.close();
});

test("the page of an offering shows where its sessions are, as a picture and in words", async ({ page, request }) => {
  const { items } = await (await request.get("/api/v1/search?mode=onsite&open=1&near=Gent&radius=5")).json();
  await page.goto(`/en/offerings/${items[0].slug}`);
  const figure = page.getByRole("figure").filter({ hasText: "Places on the map" });
  await expect(figure.getByRole("listitem").filter({ hasText: "Gent" })).toHaveText(/Gent (one session|\d+ sessions)/);
  await expect(figure.locator("svg text", { hasText: "Gent" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(figure).toBeVisible();
});

for (const [width, scheme] of [
  [320, "light"],
  [390, "dark"],
  [1280, "light"],
  [1280, "dark"],
] as const) {
  test.describe(`at ${width} pixels, ${scheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: scheme });

    test("picture and map fit and hold to the rules", async ({ page }, info) => {
      const shoot = async (name: string) => {
        await expectNoScrollingSideways(page, name);
        await expectNoViolations(page, name);
        await info.attach(name, {
          body: await page.screenshot({ fullPage: true, path: info.outputPath(`${name}.png`) }),
          contentType: "image/png",
        });
      };
      await page.goto(address.replace("/en/", "/de/"));
      await shoot("picture");
      for (const circle of await page.locator("#map ~ div svg a").all())
        expect((await circle.boundingBox())?.width).toBeGreaterThanOrEqual(24);
      await openMap(page, address.replace("/en/", "/de/"), "Karte bewegen und vergrößern");
      await shoot("map");
    });
  });
}
