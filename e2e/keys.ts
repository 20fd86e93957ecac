import { expect, type Page } from "@playwright/test";

type Stop = { position: number; shown: boolean; inSight: boolean; uncovered: boolean };

/**
 * Walks from the first stop to the last with Tab: every control is reached, once, in the order of the page; each shows the focus, in
 * sight and under nothing else; the first leads past the header, and the last leads out.
 */
export async function expectOperableByKeyboard(page: Page, as: string): Promise<void> {
  const controls = await page.evaluate(watchStops);
  const dates = controls.filter((control) => control.includes('type="date"')).length;
  // The parts of a date field are stops of their own, which the browser draws: three and a button.
  await pressTab(page, controls.length + 3 * dates);
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

/** Sent one after the other without waiting for each: the browser takes them in their order. */
async function pressTab(page: Page, times: number): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const tab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  const press = (type: "rawKeyDown" | "keyUp") => keyboard.send("Input.dispatchKeyEvent", { type, ...tab });
  await Promise.all(Array.from({ length: times }, () => [press("rawKeyDown"), press("keyUp")]).flat());
  await keyboard.detach();
}

/** Runs in the page: counts what can be reached, and looks at each stop when the key that led there is let go. */
function watchStops(): string[] {
  const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    (one) =>
      one.tabIndex >= 0 &&
      !one.matches(":disabled, [type=hidden]") &&
      one.checkVisibility({ visibilityProperty: true }) &&
      (!(one instanceof HTMLInputElement) || one.type !== "radio" || one === stopOfGroup(one)),
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

  /** Of one group of radio buttons the chosen one is a stop, or the first where none is; arrows lead to the others. */
  function stopOfGroup({ form, name }: HTMLInputElement): HTMLInputElement | undefined {
    const group = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
      (one) => one.form === form && one.name === name,
    );
    return group.find((one) => one.checked) ?? group[0];
  }
  function look(element: HTMLElement): Stop {
    const shown = ringsOf(element).some((ring, place) => ring !== "" && ring !== before.get(element)?.[place]);
    const position = Number(element.dataset.stop ?? -1);
    // Of a link over two lines the first is looked at.
    const [box] = element.getClientRects();
    if (!box) return { position, shown, inSight: false, uncovered: false };
    const inSight = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    // Of a tall field a bar may cover a part: WCAG 2.4.11 asks that it does not cover all of it.
    const uncovered = [0.2, 0.5, 0.8].some((part) => {
      const onTop = document.elementFromPoint(box.left + Math.min(box.width / 2, 12), box.top + box.height * part);
      return onTop !== null && (element.contains(onTop) || onTop.contains(element));
    });
    return { position, shown, inSight, uncovered };
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
