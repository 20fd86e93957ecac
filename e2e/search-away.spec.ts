import { type ChildProcess, spawn } from "node:child_process";
import { expect, test } from "@playwright/test";
import { freePort } from "@/bin/ports.mjs";
import { expectNoScrollingSideways, expectNoViolations, openAllDetails } from "./checks";
import { resultTitles, total } from "./fixtures";
import { expectOperableByKeyboard } from "./keys";

// A trace would take a picture of the whole page at every key.
test.use({ trace: "off" });

/** A second web process beside the one that is tested, on the same database, that looks for the search server where there is none. */
async function startWithoutSearch(): Promise<{ site: ChildProcess; url: string }> {
  const [port, nowhere] = [await freePort(), await freePort()];
  const site = spawn(process.execPath, ["bin/web.mjs"], {
    env: { ...process.env, PORT: String(port), MEILISEARCH_URL: `http://127.0.0.1:${nowhere}` },
    stdio: "ignore",
  });
  const url = `http://localhost:${port}`;
  await expect(async () => expect((await fetch(`${url}/api/health`)).status).toBe(200)).toPass({ timeout: 120_000 });
  return { site, url };
}

test("while the search server is away, the search goes on, says so, and stays accessible", async ({ page }) => {
  const { site, url } = await startWithoutSearch();
  try {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(`${url}/de/offerings?q=pflege&eqf=6`);
    await expect(page.getByRole("main").getByText(/Unsere Suchmaschine ist gerade nicht erreichbar/)).toBeVisible();
    expect(await total(page)).toBeGreaterThan(0);
    await expect(resultTitles(page).first()).toBeVisible();
    await expectOperableByKeyboard(page, page.url());
    await openAllDetails(page);
    await expectNoViolations(page, "light");
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectNoViolations(page, "dark", "changing");
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoScrollingSideways(page, page.url());

    for (const title of (await resultTitles(page).allTextContents()).slice(0, 2)) expect(title.toLowerCase()).toContain("pflege");
    const { items } = await (await page.request.get(`${url}/api/v1/search?locale=en`)).json();
    const providers: string[] = items.map((item: { provider: { slug: string } }) => item.provider.slug);
    expect(providers).toHaveLength(20);
    for (const one of providers) expect(providers.filter((other) => other === one).length, one).toBeLessThanOrEqual(5);

    await page.goto(`${url}/en`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.goto(`${url}/en/offerings?q=quetzalcoatl`);
    await expect(page.getByRole("status")).toContainText("Nothing found");
  } finally {
    site.kill();
  }
});
