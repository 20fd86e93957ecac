import { expect, test } from "@playwright/test";
import { pages } from "./pages";

test("every link within the site leads somewhere", async ({ page, request }) => {
  const found = new Map<string, string>();
  for (const [name, path] of pages) {
    await page.goto(await path());
    const links = await page
      .locator("a[href], link[rel=canonical], link[rel=alternate], link[rel=icon]")
      .evaluateAll((all) => all.map((link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href));
    for (const link of links) {
      const url = new URL(link);
      // Canonical addresses are written for the public address of the site, which a test does not have.
      if (url.protocol.startsWith("http") && url.hostname === "localhost") found.set(url.pathname + url.search, name);
    }
  }
  expect(found.size).toBeGreaterThan(100);
  const broken: string[] = [];
  const waiting = [...found];
  const walk = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, name] = next;
      const answer = await request.get(path);
      if (answer.status() >= 400) broken.push(`${answer.status()} ${path} (on ${name})`);
    }
  };
  await Promise.all([walk(), walk(), walk(), walk()]);
  expect(broken).toEqual([]);
});

test("a page that is not there says so with 404, in each language, and leads back", async ({ page }) => {
  for (const path of ["/en/nowhere", "/nl/offerings/nothing-of-this-name", "/fr/providers/nobody", "/de/offerings/nothing/history"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.locator("html")).toHaveAttribute("lang", path.slice(1, 3));
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  }
});
