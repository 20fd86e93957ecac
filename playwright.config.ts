import { defineConfig } from "@playwright/test";

const crowding = ["whole-way.spec.ts", "desk-pages.spec.ts"];
const spoiling = ["anything.spec.ts"];

/** `npm test -- e2e` starts the site with the demonstration in it and hands over its address and a Chromium. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A machine that stands still for a moment fails no run; what needed a second try is named in the report.
  retries: 1,
  // Against what hangs, not against what is slow: a machine that is shared takes three times as long, and speed is measured in bench/.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  // The whole way publishes a catalogue of 200 offerings, and the pages of the desk are those of a school with 300 in every state:
  // others count what there is, or take the first of its kind.
  projects: [
    { name: "each", testIgnore: [...crowding, ...spoiling] },
    { name: "crowding", testMatch: crowding, dependencies: ["each"] },
    // What is sent at random changes anything, and uses up what limits allow.
    { name: "spoiling", testMatch: spoiling, dependencies: ["crowding"] },
  ],
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
