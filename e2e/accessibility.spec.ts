import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { pages } from "./fixtures";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const [name, path] of pages) {
  test(`${name} passes axe in light and in dark`, async ({ page }) => {
    const address = await path();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).withTags(wcag22AA).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
      );
      expect(found, `${address} (${colorScheme})`).toEqual([]);
    }
  });
}
