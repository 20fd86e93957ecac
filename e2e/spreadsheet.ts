import { expect, type Page } from "@playwright/test";

/** 200 offerings as people write them, twelve of them with a slip. */
const slips: Record<number, [column: number, value: string]> = {
  5: [3, ""],
  20: [4, "twaalf"],
  33: [1, ""],
  47: [8, "32/13/2028"],
  60: [6, "met de hond"],
  75: [2, ""],
  90: [5, "duinen"],
  105: [11, "veel geld"],
  120: [3, "drie"],
  135: [4, ""],
  150: [7, "raadsel"],
  199: [9, "01/01/2020"],
};

/** `more` holds what every row says besides, by column: a provider that is new has stated nothing for its whole catalogue. */
export function catalogue(prefix: string, more: Record<string, string> = {}): Buffer {
  const header = "Kenmerk;titel;leerresultaten;ects;eqf niveau;isced;vorm;toetsvorm;startdatum;einde;plaats;prijs;interne nota";
  const rows = Array.from({ length: 200 }, (_, n) => {
    const row =
      `${prefix}-${n};${prefix} duinen ${n};kennis: Benoemt planten van strook ${n};3;6;0522;blended;portfolio;14/01/2028;08/04/2028;Gent;240;x`.split(
        ";",
      );
    const slip = slips[n];
    if (slip) row[slip[0]] = slip[1];
    return [...row, ...Object.values(more)].join(";");
  });
  return Buffer.from([[header, ...Object.keys(more)].join(";"), ...rows].join("\n"));
}

export async function handIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/en/manage/imports");
  await page.getByLabel("Your file").setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible();
}

const repairs: [string, string][] = [
  ["Row 7 ", "3"],
  ["Row 22 ", "6"],
  ["Row 35 ", "Duinen met een titel"],
  ["Row 49 ", "14/01/2028"],
  ["Row 62 ", "online"],
  ["Row 77 ", "skill: Leest een duin"],
  ["Row 92 ", "0522"],
  ["Row 107 ", "240"],
  ["Row 122 ", "3"],
  ["Row 137 ", "6"],
  ["Row 152 ", "portfolio"],
];

/** Writes what is right into the twelve rows; saving is left to the caller. */
export async function repair(page: Page): Promise<void> {
  for (const [row, value] of repairs)
    await page
      .getByRole("region", { name: row })
      .getByRole("textbox")
      .or(page.getByRole("region", { name: row }).getByRole("combobox"))
      .first()
      .fill(value);
  await page.getByRole("region", { name: "Row 201 " }).getByLabel("Last day").fill("08/04/2028");
}

/** Says which column is the own id, and that one column is of no use here. */
export async function mapColumns(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Columns" }).click();
  await expect(page.getByLabel("Column of your file: titel")).toHaveValue("title");
  await page.getByLabel("Column of your file: Kenmerk").selectOption("id");
  await page.getByLabel("Column of your file: interne nota").selectOption("");
}
