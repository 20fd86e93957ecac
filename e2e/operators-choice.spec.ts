import { expect, test } from "@playwright/test";
import { anotherServer, anotherSite } from "./another-site";
import { startSecondSite } from "./second-site";

const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

test("an operator chooses the tiles of the map and the sites that may frame a search", async ({ page }) => {
  const asked: string[] = [];
  const tiles = await anotherServer((request, answer) => {
    asked.push(request.url ?? "");
    answer.writeHead(200, { "content-type": "image/png", "access-control-allow-origin": "*" }).end(pixel);
  });
  const frame = (url: string) => `<iframe src="${url}/embed/en?q=care" title="Care courses" width="600" height="600"></iframe>`;
  let inside = "";
  const friend = await anotherServer((_, answer) => answer.writeHead(200, { "content-type": "text/html" }).end(inside));
  const site = await startSecondSite({
    MAP_TILES_URL: `${tiles.url}{z}/{x}/{y}.png`,
    MAP_TILES_ATTRIBUTION: "Tiles by the national survey",
    EMBED_ORIGINS: new URL(friend.url).origin,
  });
  inside = frame(site.url);
  const stranger = await anotherSite(inside);
  try {
    const complaints: string[] = [];
    page.on("console", (message) => void (/Content Security Policy/.test(message.text()) && complaints.push(message.text())));

    await page.goto(`${site.url}/en/offerings?view=map`);
    expect(asked).toEqual([]);
    await page.getByRole("button", { name: "Move and zoom the map" }).click();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(asked.every((path) => /^\/\d+\/\d+\/\d+\.png$/.test(path))).toBe(true);
    await expect(page.getByText("Tiles by the national survey")).toBeVisible();
    expect(complaints).toEqual([]);

    await page.goto(friend.url);
    await expect(page.getByTitle("Care courses").contentFrame().getByRole("heading", { level: 1 })).toContainText(/microcredential/);
    expect(complaints).toEqual([]);

    await page.goto(stranger.url);
    await expect.poll(() => complaints.join()).toContain("frame-ancestors");
    await expect(page.getByTitle("Care courses").contentFrame().getByRole("heading", { level: 1 })).toHaveCount(0);

    await page.goto(`${site.url}/en/about/embed`);
    await expect(page.getByText(new URL(friend.url).origin).first()).toBeVisible();
  } finally {
    await Promise.all([tiles.stop(), friend.stop(), stranger.stop(), site.stop()]);
  }
});
