import { defineConfig } from "@playwright/test";

/** `npm test -- e2e` starts the site with the demonstration in it and hands over its address and a Chromium. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "en-GB",
    viewport: { width: 1280, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      // Containers run as root and give little shared memory.
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
