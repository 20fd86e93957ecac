import { type BrowserContext, test as base } from "@playwright/test";

/**
 * One browser context for all pages that a worker looks at: styles, scripts and fonts come once, and not with each of a hundred pages.
 * Whoever was signed in is signed out before each.
 */
export const test = base.extend<object, { shared: BrowserContext }>({
  shared: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, viewport } = project.use;
      const context = await browser.newContext({ ...(baseURL && { baseURL }), ...(locale && { locale }), ...(viewport && { viewport }) });
      await use(context);
      await context.close();
    },
    { scope: "worker" },
  ],
  page: async ({ shared }, use) => {
    await shared.clearCookies();
    const page = await shared.newPage();
    await use(page);
    await page.close();
  },
});
