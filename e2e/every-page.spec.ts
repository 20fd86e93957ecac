import { expectSound } from "./checks";
import { test } from "./one-browser";
import { failures, pages } from "./pages";

// A trace would take a picture of the whole page at every key; what fails names page and control without one.
test.use({ trace: "off" });

for (const [position, [name, path]] of [...pages, ...failures].entries()) {
  test(`${name}: by keyboard, with axe in light and dark, from 320 pixels on, without JavaScript, quietly`, async ({ page }) => {
    // The focus is drawn in the same way in both schemes: every second page is walked through in the dark.
    const first = position % 2 === 0 ? "light" : "dark";
    await expectSound({ page, address: await path(), first, fails: position >= pages.length });
  });
}
