import { expect, type Page, test } from "@playwright/test";
import {
  expectNoScrollingSideways,
  expectNothingKeptOrLost,
  expectNoViolations,
  expectOperableByKeyboard,
  listen,
  openAllDetails,
} from "./checks";
import { failures, pages } from "./pages";

const wide = { width: 1280, height: 900 };

// A trace would take a picture of the whole page at every key; what fails names page and control without one.
test.use({ trace: "off" });

for (const [position, [name, path]] of [...pages, ...failures].entries()) {
  // One load for all that can be seen without a second: loading is what takes time.
  test(`${name}: by keyboard, with axe in light and dark, from 320 pixels on, without JavaScript, quietly`, async ({
    page,
    browser,
    baseURL,
  }) => {
    // As many checks as this take minutes where a machine is shared.
    test.setTimeout(180_000);
    const address = await path();
    // The focus is drawn in the same way in both schemes: every second page is walked through in the dark.
    const [first, second] = position % 2 === 0 ? (["light", "dark"] as const) : (["dark", "light"] as const);
    await page.emulateMedia({ colorScheme: first, reducedMotion: "reduce" });
    const heard = listen(page, new URL(baseURL ?? "").host);
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNothingKeptOrLost(page, address);
    await expectOperableByKeyboard(page, address);
    expect(heard.elsewhere, `${address} asks other servers`).toEqual([]);
    // A browser says of itself that an answer was 404 or 500.
    if (position < pages.length) expect(heard.complaints, `${address} complains`).toEqual([]);
    const words = await page.getByRole("main").textContent();

    await openAllDetails(page);
    await expectNoViolations(page, `${address} (${first})`);
    await page.emulateMedia({ colorScheme: second, reducedMotion: "reduce" });
    await expectNoViolations(page, `${address} (${second})`, "changing");

    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoScrollingSideways(page, `${address} at ${width} pixels`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await expectNoViolations(page, `${address} at 320 pixels`, "changing");

    const plain = await browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false, viewport: wide });
    await plain.goto(address);
    expect(await plain.getByRole("main").textContent(), `${address} without JavaScript`).toBe(words);
    expect(await buttonsThatWait(plain), `${address} without JavaScript`).toEqual([]);
    await plain.close();
  });
}

/** A button that is no part of a form does nothing until a script has come. */
const buttonsThatWait = (page: Page) =>
  page
    .locator("button")
    .evaluateAll((buttons) => buttons.flatMap((button) => ((button as HTMLButtonElement).form ? [] : [button.outerHTML])));
