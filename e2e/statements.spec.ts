import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { expectNoScrollingSideways, expectNoViolations } from "./checks";
import { inventPerson, signInAs } from "./invented";

/** No other journey writes to this provider. */
const provider = "weiterbildungszentrum-ourtal";
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

async function aMember(first: string, role: "viewer" | "editor", of = provider): Promise<string> {
  const { name, email } = await inventPerson(first);
  await sql`insert into memberships (person_id, organisation_id, role)
    select p.id, o.id, ${role}::member_role from people p, organisations o where p.email = ${email} and o.slug = ${of}`;
  return name;
}

/** A live offering that takes over what is stated. */
async function taking(field: string): Promise<string> {
  const [row] = await sql<{ slug: string }[]>`select o.slug from offerings o join versions v on v.id = o.current_version_id
    join organisations g on g.id = o.provider_id where g.slug = ${provider} and o.status = 'published' and o.visible @> now()
    and v.content->'statedForCatalogue' ? ${field} order by o.slug limit 1`;
  return row?.slug ?? "";
}

const weigh = (page: Page) => page.getByRole("button", { name: /^Zeigen, was das/ }).last();
const effect = (page: Page) => page.getByRole("region", { name: "Was das ändert" });
const look = async (page: Page) => {
  await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page, `${page.url()} in dark`, "changing");
  await page.emulateMedia({ colorScheme: "light" });
};

// Both change what one provider states.
test.describe.configure({ mode: "serial" });

test("an editor changes what is stated for all offerings, after seeing what it does", async ({ page, browser }) => {
  await signInAs(page, await aMember("Ottilie", "editor"));
  const slug = await taking("contact");
  await page.goto(`/de/manage/offerings/${slug}/edit/contact`);
  await page.getByRole("link", { name: "Für alle Angebote ändern" }).first().click();
  await expect(page).toHaveURL(/manage\/statements#contact$/);
  await look(page);
  await page.getByRole("link", { name: "Ändern: Kontakt und Links" }).click();
  const contact = page.getByRole("textbox", { name: "Kontakt", exact: true });
  const [before, after] = [await contact.inputValue(), `kurse.${Date.now()}@wbz-ourtal.example`];
  await contact.fill("neu@wbz-ourtal.example");
  await page.getByLabel("Anmeldeadresse").fill("keine Adresse");
  await weigh(page).click();
  await expect(
    page
      .getByRole("main")
      .getByRole("alert")
      .getByRole("link", { name: /Webadresse/ }),
  ).toHaveAttribute("href", "#applyUrl");
  await expect(contact).toHaveValue("neu@wbz-ourtal.example");
  await look(page);

  await page.getByLabel("Anmeldeadresse").fill("https://wbz-ourtal.example/einschreiben");
  await weigh(page).click();
  await expect(effect(page)).toContainText(/\d+ veröffentlichte Angebote erhalten sofort eine neue Version/);
  await expect(effect(page)).toContainText("Wer noch auswählt: Was dort zu lesen ist, ändert sich.");
  await look(page);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`/de/offerings/${slug}`);
  await expect(visitor.getByRole("main")).toContainText(before);

  // What is typed after it was shown is not published unseen.
  await contact.fill(after);
  await effect(page).getByRole("button", { name: "So speichern und veröffentlichen" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Sehen Sie sich an, was es jetzt bewirkt");
  await effect(page).getByRole("button", { name: "So speichern und veröffentlichen" }).click();
  await expect(page.getByRole("status")).toContainText("für alle Angebote angegeben");
  await expect(page.getByRole("main")).toContainText(after);
  const history = page.getByRole("region", { name: "Was zuvor angegeben war" }).getByRole("listitem").first();
  await expect(history).toContainText(/Ottilie/);
  await history.getByText("Unterschiede zeigen").click();
  await expect(history).toContainText(before);
  await look(page);

  await visitor.goto(`/de/offerings/${slug}`);
  await expect(visitor.getByRole("main")).toContainText(after);
  await visitor.goto(`/de/offerings/${slug}/history`);
  await expect(visitor.getByRole("main")).toContainText(before);
  await visitor.context().close();
});

test("what live offerings must say is not taken away: the number, the offerings and the ways out are named", async ({ page }) => {
  await signInAs(page, await aMember("Ottilie", "editor"));
  await page.goto("/de/manage/statements/quality");
  for (const box of await page.getByRole("group", { name: "Qualitätssicherung" }).getByRole("checkbox").all()) await box.uncheck();
  await weigh(page).click();
  const refusal = page.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("Veröffentlichten Angeboten würde eine Pflichtangabe fehlen");
  const relying = Number(/(\d+) veröffentlichte Angebote stützen sich darauf/.exec((await refusal.textContent()) ?? "")?.[1]);
  expect(relying).toBeGreaterThan(1);
  const all = await refusal.getByRole("link", { name: "Alle Angebote, die es übernehmen" }).getAttribute("href");
  await look(page);

  await page.getByLabel(/Angebote sagen es weiterhin/).check();
  await weigh(page).click();
  await expect(effect(page)).toContainText("Was Lernende lesen, bleibt gleich");
  await expect(effect(page)).toContainText(`${relying} veröffentlichte Angebote erhalten`);

  await page.goto(all ?? "");
  const listed = await page.getByRole("status").textContent();
  expect(Number.parseInt(listed ?? "", 10)).toBeGreaterThanOrEqual(relying);
  await expect(page.getByRole("main")).toContainText("Nur Angebote, die „Qualitätssicherung“ vom ganzen Katalog übernehmen");
  await look(page);
});

test("two who state the same at once: both values are shown, and one chooses", async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  await signInAs(page, await aMember("Ottilie", "editor"));
  await signInAs(other, await aMember("Ludger", "editor"));
  for (const one of [page, other]) await one.goto("/de/manage/statements/stacking");
  const badges = other.getByLabel("Open Badges");
  await badges.setChecked(!(await badges.isChecked()));
  await weigh(other).click();
  await effect(other)
    .getByRole("button", { name: /^So speichern/ })
    .click();
  await expect(other.getByRole("status")).toBeVisible();

  const first = page.getByRole("group", { name: "Form des Nachweises" }).getByRole("checkbox").first();
  await first.setChecked(!(await first.isChecked()));
  await weigh(page).click();
  const clash = page.getByRole("region", { name: "Jemand anderes hat dasselbe geändert" });
  await expect(clash).toContainText("Open Badges");
  await look(page);
  await clash.getByLabel("Diesen übernehmen").check();
  await weigh(page).click();
  await expect(effect(page)).toContainText("Es gibt nichts zu speichern");
  await other.context().close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("something is stated that never was, and a phone holds it all", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await signInAs(page, await aMember("Ottilie", "editor"));
    await page.goto("/de/manage/statements/audience");
    const words = `Fragen Sie vor der Anmeldung, Zimmer ${Date.now()}.`;
    await page.getByLabel("Anmerkung zur Förderung · Deutsch").fill(words);
    await weigh(page).click();
    await expect(page.getByLabel("Anmerkung zur Förderung · Deutsch")).toHaveValue(words);
    await expect(effect(page)).toContainText("Wer sich gerade anmelden will: Die Bedingungen ändern sich.");
    await expectNoScrollingSideways(page, "the effect");
    await effect(page).getByRole("button", { name: "So speichern und veröffentlichen" }).click();
    await expect(page.getByRole("main")).toContainText(words);
    await expectNoScrollingSideways(page, "the statements");
    await page.goto("/de/manage/offerings?statement=fundingNote&stance=takes");
    await expect(page.getByRole("main").getByRole("row").nth(1)).toBeVisible();
    await expectNoScrollingSideways(page, "the list");
  });
});

test("who may only read sees it without a way to change it; where nothing is stated, the page says what it is for", async ({ page }) => {
  await signInAs(page, await aMember("Leo", "viewer"));
  await page.goto("/de/manage/statements");
  await expect(page.getByRole("link", { name: /übernehmen es$/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Ändern/ })).toHaveCount(0);

  const slug = `nothing-stated-${Date.now()}`;
  await sql`with made as (insert into organisations (slug, roles, provider_type, country, town) values (${slug}, '{provider}', 'adult-education', 'BE', 'Gent') returning id)
    insert into organisation_names (organisation_id, name, valid) select id, '{"de": "Neue Schule"}', daterange(null, null) from made`;
  await signInAs(page, await aMember("Nelli", "editor", slug));
  await page.goto("/de/manage/statements");
  await expect(page.getByRole("heading", { name: "Noch ist nichts für alle Angebote angegeben" })).toBeVisible();
  await look(page);
  await page.getByRole("link", { name: "Angeben: Wie die Qualität gesichert wird" }).click();
  await page.getByRole("group", { name: "Qualitätssicherung" }).getByRole("checkbox").first().check();
  await weigh(page).click();
  await expect(effect(page)).toContainText("Kein bestehendes Angebot ändert sich");
  await effect(page).getByRole("button", { name: "So speichern" }).click();
  await expect(page.getByRole("status")).toContainText("für alle Angebote angegeben");
});
