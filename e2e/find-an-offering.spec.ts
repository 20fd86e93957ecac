import { expect, test } from "@playwright/test";
import { resultTitles, total } from "./fixtures";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a learner searches, narrows down, takes a filter back, reads an offering and who stands behind it", async ({ page }) => {
      await page.goto("/en");
      await page.getByLabel("What do you want to learn?").fill("care");
      await page.getByRole("button", { name: "Find" }).click();
      await expect(page).toHaveURL(/\/en\/offerings\?q=care$/);
      const all = await total(page);
      expect(all).toBeGreaterThan(5);

      const level = page.getByRole("group", { name: /Level/ }).getByRole("checkbox", { name: /^5/ });
      const promised = Number(await level.locator("xpath=..").locator("span").last().textContent());
      await level.check();
      await page.getByRole("button", { name: "Show results" }).click();
      await expect(page).toHaveURL(/eqf=5/);
      await expect(level).toBeChecked();
      expect(await total(page)).toBe(promised);
      expect(promised).toBeLessThan(all);
      await expect(resultTitles(page)).toHaveCount(Math.min(promised, 20));

      await page
        .getByRole("group", { name: "How" })
        .getByRole("checkbox", { name: /^Blended/ })
        .check();
      await page.getByRole("button", { name: "Show results" }).click();
      const chips = page.getByRole("list", { name: "Chosen filters" });
      await chips.getByRole("link", { name: /EQF level 5/ }).click();
      await expect(page).toHaveURL(/mode=blended/);
      await expect(page).not.toHaveURL(/eqf=/);
      await expect(page.getByLabel("What do you want to learn?")).toHaveValue("care");

      const first = resultTitles(page).first();
      const title = ((await first.textContent()) ?? "").trim();
      await first.click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.getByRole("heading", { name: "What you will be able to do" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Can I rely on it?" })).toBeVisible();

      const provider = page.getByRole("main").locator('a[href*="/providers/"]').first();
      const name = ((await provider.textContent()) ?? "").trim();
      await provider.click();
      await expect(page).toHaveURL(/\/en\/providers\//);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
      await expect(page.getByRole("heading", { name: "Accreditations" })).toBeVisible();
    });

    test("words that are place, price and time become filters that one sees, takes back, or does not want", async ({ page }) => {
      await page.goto("/en");
      await page.getByLabel("What do you want to learn?").fill("care near Gent under 900 euro");
      await page.getByRole("button", { name: "Find" }).click();
      const chips = page.getByRole("list", { name: "Chosen filters" });
      await expect(chips.getByRole("link", { name: /within 25 km of Gent/ })).toBeVisible();
      await expect(page.getByText("We read “near Gent” and “under 900 euro” as filters.")).toBeVisible();
      await expect(page.getByLabel("What do you want to learn?")).toHaveValue("care");
      const near = await total(page);
      expect(near).toBeGreaterThan(0);
      await expect(page.getByText(/km away|less than a kilometre away/)).toHaveCount(near);

      await chips.getByRole("link", { name: /within 25 km of Gent/ }).click();
      await expect(page).toHaveURL(/\?q=care&priceMax=900$/);
      expect(await total(page)).toBeGreaterThan(near);
      await page.goBack();
      await page.getByRole("link", { name: /^Search for exactly/ }).click();
      await expect(page.getByLabel("What do you want to learn?")).toHaveValue("care near Gent under 900 euro");
      await expect(chips).toHaveCount(0);
    });

    test("what is online is taken in beside what is near, said, and taken back with it", async ({ page }) => {
      await page.goto("/en/offerings?near=Arlon&radius=50&sort=distance");
      const near = await total(page);
      await page.getByRole("link", { name: "show them too" }).click();
      const chips = page.getByRole("list", { name: "Chosen filters" });
      await expect(chips).toContainText("within 50 km of Arlon, or online");
      await expect(page.getByRole("checkbox", { name: "or online" })).toBeChecked();
      const both = await total(page);
      expect(both).toBeGreaterThan(near);
      await expect(page.getByText(/km away|less than a kilometre away/).first()).toBeVisible();
      await page.goto(`/en/offerings?near=Arlon&radius=50&orOnline=1&sort=distance&page=${Math.ceil(both / 20)}`);
      await expect(page.getByRole("main").locator("article").last()).toContainText("Online");
      await chips.getByRole("link", { name: /or online/ }).click();
      await expect(page).not.toHaveURL(/near|orOnline|radius/);
    });

    test("nobody ends in an empty page: what comes nearest is shown, with what was left out", async ({ page }) => {
      await page.goto("/en/offerings?q=care&near=Arlon&radius=5&schedule=evening&free=1&eqf=7");
      expect(await total(page)).toBe(0);
      const nearest = page.getByRole("region", { name: "What comes nearest" });
      await expect(nearest.getByText(/Left out for it|Within \d+ km/)).toBeVisible();
      expect(await nearest.getByRole("listitem").count()).toBeGreaterThan(0);
      await page.goto("/en/offerings?q=xqzvwk");
      await expect(page.getByRole("region", { name: "What is in the catalogue instead" }).getByText("the words “xqzvwk”")).toBeVisible();
    });

    for (const [language, wrong, right, offered, none, otherwise, left] of [
      ["en", "mursing", "nursing", "Did you mean:", "Nothing found", "What is in the catalogue instead", "the words “mursing”"],
      [
        "fr",
        "kuisine",
        "cuisine",
        "Vouliez-vous dire :",
        "Aucun résultat",
        "Ce que le catalogue contient à la place",
        "les mots « kuisine »",
      ],
    ] as const)
      test(`a word that finds nothing is offered as it is spelt (${language}), and what is shown instead says what it leaves out`, async ({
        page,
      }) => {
        await page.goto(`/${language}/offerings?q=${wrong}&lang=nl&lang=fr`);
        await expect(page.getByRole("status")).toContainText(none);
        await expect(page.getByRole("region", { name: otherwise }).getByText(left)).toBeVisible();
        const line = page.getByText(offered);
        await line.getByRole("link", { name: right, exact: true }).click();
        await expect(page).toHaveURL(new RegExp(`q=${right}&lang=fr&lang=nl$`));
        expect(await total(page)).toBeGreaterThan(0);
        await expect(resultTitles(page).first()).toContainText(new RegExp(right, "i"));
        await expect(line).toHaveCount(0);
      });

    for (const [language, wrong, right, said, back] of [
      ["en", "gardning", "gardening", "Showing what “gardening” finds", "Search for exactly “gardning” instead"],
      ["nl", "wondzorrg", "wondzorg", "We tonen wat “wondzorg” vindt", "Zoek in plaats daarvan precies op “wondzorrg”"],
    ] as const)
      test(`a slip that can mean one thing is mended (${language}), said, and taken back`, async ({ page }) => {
        await page.goto(`/${language}/offerings?q=${wrong}`);
        await expect(page.getByText(said)).toBeVisible();
        await expect(resultTitles(page).first()).toContainText(new RegExp(right.slice(0, 6), "i"));
        await page.getByRole("link", { name: back }).click();
        await expect(page).toHaveURL(/literal=1/);
        await expect(page.getByText(said)).toHaveCount(0);
        await expect(page.getByRole("searchbox").or(page.getByRole("combobox")).first()).toHaveValue(wrong);
      });

    test("further filters are offered when asked for, with what they would find", async ({ page }) => {
      await page.goto("/en/offerings");
      await page.getByRole("link", { name: "More filters" }).click();
      const evening = page.getByRole("group", { name: "At which hours" }).getByRole("checkbox", { name: /In the evening/ });
      const promised = Number(await evening.locator("xpath=..").locator("span").last().textContent());
      await evening.check();
      await page.getByRole("button", { name: "Show results" }).click();
      expect(await total(page)).toBe(promised);
      await expect(evening).toBeChecked();
    });

    test("pages of results hold each offering once", async ({ page }) => {
      await page.goto("/en/offerings?field=09");
      const found = await total(page);
      const titles = await resultTitles(page).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      while (await page.getByRole("link", { name: "Next" }).count()) {
        await page.getByRole("link", { name: "Next" }).click();
        await page.waitForLoadState();
        titles.push(...(await resultTitles(page).evaluateAll((links) => links.map((link) => link.getAttribute("href")))));
      }
      expect(titles.length).toBe(found);
      expect(new Set(titles).size).toBe(found);
    });

    test("a search that finds nothing says what to do, and the way out works", async ({ page }) => {
      await page.goto("/en/offerings?q=quetzalcoatl&mode=onsite");
      await expect(page.getByRole("status")).toContainText("Nothing found");
      await page.getByRole("link", { name: /leave out the words/ }).click();
      expect(await total(page)).toBeGreaterThan(0);
    });
  });
}

test("the order that is chosen is the order that is shown", async ({ page }) => {
  await page.goto("/en/offerings?sort=ects&field=09");
  const credits = await page
    .getByRole("main")
    .getByText(/^[\d.]+ ECTS credits?$/)
    .allInnerTexts();
  const numbers = credits.map((text) => Number.parseFloat(text));
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});
