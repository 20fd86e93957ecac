import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { expectOperableByKeyboard } from "./keys";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Whoever is signed in has this, and nothing else. */
export const sessionCookie = "cairn.session";

/** What colours and widths change; the rest of the rules would say the same again. */
const changing = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

export async function expectNoViolations(page: Page, as = page.url(), rules: "all" | "changing" = "all"): Promise<void> {
  // A page on its way to the next has no document to look at.
  await page.waitForLoadState();
  // Without frames of others, the legacy mode finds the same in one page in place of two.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules === "all" ? axe.withTags(wcag22AA) : axe.withRules(changing)).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
  expect(found, as).toEqual([]);
}

export async function expectNoScrollingSideways(page: Page, as: string): Promise<void> {
  const { inside, across, wide } = await page.evaluate(() => {
    const inside = document.documentElement.clientWidth;
    // What lies in a box that scrolls by itself is not what widens the page.
    const isBoxed = (one: Element) => one.parentElement?.closest(".overflow-x-auto") != null;
    const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > inside && !isBoxed(one));
    return { inside, across: document.documentElement.scrollWidth, wide: wide.slice(-3).map((one) => one.outerHTML.slice(0, 160)) };
  });
  expect(across, `${as}: ${wide.join("\n")}`).toBeLessThanOrEqual(inside);
}

/** Listens from before the page is loaded. */
export function listen(page: Page, host: string) {
  const heard = { elsewhere: [] as string[], complaints: [] as string[] };
  page.on("request", (asked) => {
    const url = new URL(asked.url());
    if (url.protocol.startsWith("http") && url.host !== host) heard.elsewhere.push(asked.url());
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) heard.complaints.push(message.text());
  });
  page.on("pageerror", (fault) => heard.complaints.push(fault.message));
  return heard;
}

/** Nothing is kept in the browser but whose it is, and no link within the page leads to a place that it has not. */
async function expectNothingKeptOrLost(page: Page, as: string): Promise<void> {
  const { stored, lost } = await page.evaluate(() => ({
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    lost: [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !document.getElementById(href.slice(1))),
  }));
  const cookies = (await page.context().cookies()).filter(({ name }) => name !== sessionCookie);
  expect([...cookies, ...stored, ...lost], as).toEqual([]);
}

/** What lies hidden behind summaries is looked at too. */
export async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
}

/** From the narrowest that WCAG asks for; what hides at one width is what another shows. */
export async function expectToFitSmallScreens(page: Page, as: string): Promise<void> {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoScrollingSideways(page, `${as} at ${width} pixels`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await expectNoViolations(page, `${as} at 320 pixels`, "changing");
}

/** A page in whatever state it is, seen on the way through: for what axe finds, and at the narrowest. */
export async function look(page: Page, as: string): Promise<void> {
  await expectNoViolations(page, as);
  await expectNarrow(page, as);
}

/** The same, in both schemes. */
export async function lookInBoth(page: Page, as: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await expectNoViolations(page, as);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page, `${as}, dark`, "changing");
  await page.emulateMedia({ colorScheme: "light" });
  await expectNarrow(page, as);
}

async function expectNarrow(page: Page, as: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoScrollingSideways(page, as);
  await page.setViewportSize({ width: 1280, height: 900 });
}

type Look = {
  page: Page;
  address: string /** The scheme it is seen in first. */;
  first: "light" | "dark";
  fails?: boolean;
};

/** Everything that holds of each page, with one load for all of it: loading is what takes time. */
export async function expectSound({ page, address, first, fails = false }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: first, reducedMotion: "reduce" });
  const baseURL = test.info().project.use.baseURL ?? "";
  const heard = listen(page, new URL(baseURL).host);
  const answer = await page.goto(address);
  await expect(page, "the page itself, and none that it leads on to").toHaveURL(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNothingKeptOrLost(page, address);
  await expectNoScrollingSideways(page, address);
  // What scripts add to the page is there when they have nothing left to do.
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  await expectOperableByKeyboard(page, address);
  expect(heard.elsewhere, `${address} asks other servers`).toEqual([]);
  // A browser says of itself that an answer was 404 or 500.
  if (!fails) expect(heard.complaints, `${address} complains`).toEqual([]);
  await expectSameWithoutScripts(page, (await answer?.text()) ?? "", address);

  await openAllDetails(page);
  await expectNoViolations(page, `${address} (${first})`);
  const paper = await paperOf(page);
  // The other scheme is looked at on the small screen: what colours and what widths change is told at once.
  await page.emulateMedia({ colorScheme: first === "light" ? "dark" : "light", reducedMotion: "reduce" });
  expect(await paperOf(page), `${address} is the same in the dark`).not.toBe(paper);
  await expectToFitSmallScreens(page, address);
}

const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/**
 * The document as it came, read without running anything in it: it says all that the page says, and has no button that does nothing until
 * a script has come, since it is no part of a form.
 */
async function expectSameWithoutScripts(page: Page, html: string, as: string): Promise<void> {
  const { words, same, waiting } = await page.evaluate((html) => {
    const plain = new DOMParser().parseFromString(html, "text/html");
    const wordsOf = (of: Document) => {
      const copy = of.querySelector("main")?.cloneNode(true) as HTMLElement;
      // What stands in for a script is not said where there is one, and what only a script can do is not offered where there is none.
      for (const one of copy.querySelectorAll("noscript, [data-scripted]")) one.remove();
      return copy.textContent;
    };
    return {
      words: wordsOf(document),
      same: wordsOf(plain),
      waiting: [...plain.querySelectorAll("button")].flatMap((button) => (button.form ? [] : [button.outerHTML])),
    };
  }, html);
  expect(same, `${as} without JavaScript`).toBe(words);
  expect(waiting, `${as} without JavaScript`).toEqual([]);
}
