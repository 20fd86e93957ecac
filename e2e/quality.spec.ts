import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { look } from "./checks";
import { signInAs } from "./invented";
import { foundSchool } from "./school";
import { button, done } from "./steps";

test("a registrar imports a report, sees its rows, confirms an equal name; the public reads it, and a flag asks where it differs", async ({
  page,
}) => {
  const school = await foundSchool();
  const [first = ""] = school.offerings.digital;
  const identifier = `KW-${school.slug}`;
  const report = {
    agency: "KEUR",
    local_identifier: identifier,
    activity: "Institutional accreditation",
    status: "1",
    decision: "2",
    valid_from: "15/03/2024",
    valid_to: "14/03/2095",
    date_format: "%d/%m/%Y",
    report_files: [{ original_location: "https://keurwater.example/school.pdf", display_name: "Rapport", report_language: ["dut"] }],
    institutions: [
      { deqar_id: `DEMO-${school.slug}`, name_official: school.name.toUpperCase(), locations: [{ country: "BE", city: "Gent" }] },
    ],
    programmes: [
      { name_primary: `Decided data ${school.slug.slice(-6)}`, qf_ehea_level: "second cycle", workload_ects: "3", degree_outcome: "no" },
    ],
  };
  const bad = { ...report, local_identifier: `${identifier}-2`, agency: "NOBODY" };

  await signInAs(page, "Bram Registers");
  await page.goto("/en/oversight/quality/imports");
  await look(page, "the imports");
  await page.getByLabel("Choose a file").setInputFiles({ name: "picture.json", mimeType: "application/json", buffer: Buffer.from("[{]") });
  await button(page, "Try the file").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("not valid JSON");
  await page.goto("/en/oversight/quality/imports");
  await page
    .getByLabel("Choose a file")
    .setInputFiles({ name: `${identifier}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify([report, bad])) });
  await button(page, "Try the file").click();
  await expect(page.getByText("Tried, nothing written")).toBeVisible();
  await expect(page.getByText("1 proposed by name.")).toBeVisible();
  await expect(page.getByText("No agency of this acronym or number is known here.")).toBeVisible();
  await look(page, "what a file would do");
  await button(page, "Import it").click();
  await expect(page.getByText(/^Imported/)).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Rows as CSV" }).click()]);
  expect(readFileSync(await download.path(), "utf8")).toContain("No agency of this acronym");

  await page.goto(`/en/oversight/quality?q=${identifier}&state=proposed`);
  await look(page, "the reports");
  await page.getByRole("link", { name: identifier }).click();
  await expect(page.getByText("A name alone decides nothing")).toBeVisible();
  await look(page, "a report with an equal name");
  await button(page, "It is the same organisation").click();
  await expect(done(page)).toHaveText("The report belongs to this organisation now.");
  await expect(page.getByText("Confirmed by a registrar")).toBeVisible();
  await look(page, "a report that was matched");

  for (const [folder, as] of [
    ["register", "the register"],
    ["providers", "the provider"],
  ]) {
    await page.goto(`/en/${folder}/${school.slug}`);
    const reports = page.getByRole("region", { name: "External quality reports" });
    await expect(reports.getByText("Positive with conditions")).toBeVisible();
    await expect(reports.getByRole("link", { name: "Rapport" })).toHaveAttribute("href", "https://keurwater.example/school.pdf");
    await look(page, `the reports on the page of ${as}`);
  }
  await page.goto(`/en/register/${school.slug}?asKnownOn=2025-01-01`);
  await expect(page.getByRole("region", { name: "External quality reports" })).toHaveCount(0);

  // The worker looks for flags once a minute.
  await expect(async () => {
    await page.goto(`/en/oversight/monitoring/${first}`);
    await expect(page.getByText(`Report ${identifier} of KEUR is about a programme of this title`)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 240_000, intervals: [3000] });

  await page.goto("/en/oversight/quality/agencies");
  await expect(page.getByRole("row", { name: /KWAD/ })).toContainText("Not in EQAR today");
  await expect(page.getByRole("row", { name: /VAK/ })).toContainText("Never registered");
  await look(page, "the agencies");
});
