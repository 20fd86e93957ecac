import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { complete, provider } from "./fixtures";

/** Next's own (135 kB) and at most 15 kB of ours (design, section 9). */
const scriptBudget = 150_000;

test("public pages send at most 150 kB of JavaScript", async ({ page }) => {
  for (const path of [
    "/en",
    "/en/offerings?q=care",
    "/en/offerings?view=map",
    `/en/offerings/${await complete()}`,
    `/en/providers/${await provider()}`,
  ]) {
    const scripts = new Map<string, number>();
    const bodies: Promise<void>[] = [];
    page.on("response", (answer) => {
      if (answer.request().resourceType() === "script")
        bodies.push(answer.body().then((body) => void scripts.set(new URL(answer.url()).pathname, gzipSync(body).length)));
    });
    await page.goto(path, { waitUntil: "networkidle" });
    await Promise.all(bodies);
    const sent = [...scripts.values()].reduce((all, one) => all + one, 0);
    expect(scripts.size, path).toBeGreaterThan(0);
    expect(sent, `${path}: ${JSON.stringify(Object.fromEntries(scripts))}`).toBeLessThanOrEqual(scriptBudget);
    page.removeAllListeners("response");
  }
});

test("answers carry the headers that protect readers", async ({ request }) => {
  for (const path of ["/en", "/api/v1/search"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBeTruthy();
    expect(headers["x-powered-by"]).toBeUndefined();
  }
});
