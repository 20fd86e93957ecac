import { expect, test } from "@playwright/test";
import { expectNoScrollingSideways, expectNoViolations } from "./checks";
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

for (const [width, scheme] of [
  [320, "light"],
  [390, "dark"],
  [1280, "light"],
] as const) {
  test.describe(`at ${width} pixels, ${scheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: scheme });

    test("the map fits and holds to the rules", async ({ page }, info) => {
      await page.goto(address.replace("/en/", "/de/"));
      await expectNoScrollingSideways(page, "the map");
      await expectNoViolations(page, "the map");
      await info.attach("map", {
        body: await page.screenshot({ fullPage: true, path: info.outputPath("map.png") }),
        contentType: "image/png",
      });
    });
  });
}
