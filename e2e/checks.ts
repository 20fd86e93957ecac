import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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
    const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > inside);
    return { inside, across: document.documentElement.scrollWidth, wide: wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 160)) };
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

/** Nothing is kept in the browser, and no link within the page leads to a place that it has not. */
export async function expectNothingKeptOrLost(page: Page, as: string): Promise<void> {
  const { stored, lost } = await page.evaluate(() => ({
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    lost: [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !document.getElementById(href.slice(1))),
  }));
  expect([...(await page.context().cookies()), ...stored, ...lost], as).toEqual([]);
}

/** What lies hidden behind summaries is looked at too. */
export async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
}

type Stop = { position: number; shown: boolean; inSight: boolean; uncovered: boolean };

/**
 * Walks from the first stop to the last with Tab: every control is reached, once, in the order of the page; each shows the focus, in
 * sight and under nothing else; the first leads past the header, and the last leads out.
 */
export async function expectOperableByKeyboard(page: Page, as: string): Promise<void> {
  const controls = await page.evaluate(watchStops);
  const dates = controls.filter((control) => control.includes('type="date"')).length;
  // The parts of a date field are stops of their own, which the browser draws: three and a button.
  for (let step = 0; step < controls.length + 3 * dates; step++) await page.keyboard.press("Tab");
  const stops = (await page.evaluate("window.stops")) as Stop[];
  const walked = stops.filter(({ position }, step) => position !== stops[step - 1]?.position);
  const unseen = walked.filter(({ shown, inSight, uncovered }) => !(shown && inSight && uncovered));

  expect(
    walked.map(({ position }) => controls[position]),
    `${as}: the stops in their order`,
  ).toEqual(controls);
  expect(
    unseen.map((stop) => ({ ...stop, control: controls[stop.position] })),
    `${as}: stops without a focus that one sees`,
  ).toEqual([]);
  expect(controls[0], `${as}: the first stop`).toContain("#main");
  // Out of the page, or round to its beginning: no stop holds the focus.
  await page.keyboard.press("Tab");
  const after = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.stop ?? "out");
  expect(["out", "0"], `${as}: after the last stop`).toContain(after);
}

/** Runs in the page: counts what can be reached, and looks at each stop when the key that led there is let go. */
function watchStops(): string[] {
  const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    (one) => one.tabIndex >= 0 && !one.matches(":disabled, [type=hidden]") && one.checkVisibility({ visibilityProperty: true }),
  );
  for (const [position, one] of all.entries()) one.dataset.stop = String(position);
  // Shadows and lines that are there without the focus do not show it.
  const before = new Map(all.map((one) => [one, ringsOf(one)]));
  const stops: Stop[] = [];
  Object.assign(window, { stops });
  document.addEventListener("keyup", ({ target }) => {
    if (target instanceof HTMLElement && target !== document.body) stops.push(look(target));
  });
  return all.map((one) => one.outerHTML.slice(0, 140));

  function look(element: HTMLElement): Stop {
    const shown = ringsOf(element).some((ring, place) => ring !== "" && ring !== before.get(element)?.[place]);
    const position = Number(element.dataset.stop ?? -1);
    // Of a link over two lines the first is looked at.
    const [box] = element.getClientRects();
    if (!box) return { position, shown, inSight: false, uncovered: false };
    const inSight = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const onTop = document.elementFromPoint(box.left + Math.min(box.width / 2, 12), box.top + box.height / 2);
    return { position, shown, inSight, uncovered: onTop !== null && (element.contains(onTop) || onTop.contains(element)) };
  }
  /** What is drawn around an element and the two it lies in: search field and filters show the focus on their frame. */
  function ringsOf(element: HTMLElement): string[] {
    return [element, element.parentElement, element.parentElement?.parentElement].flatMap((one) => {
      if (!one) return [];
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one);
      const outline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 ? `${outlineWidth} ${outlineColor}` : "";
      return [outline, boxShadow === "none" ? "" : boxShadow];
    });
  }
}
