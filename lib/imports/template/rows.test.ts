import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decide, type Existing } from "@/lib/imports/decide";
import { catalogues, type Kept, languages } from "@/lib/imports/fixtures/catalogues";
import { context } from "@/lib/imports/fixtures/context";
import { groupRows } from "@/lib/imports/group";
import { mappingInput } from "@/lib/imports/mapping";
import { prepare } from "@/lib/imports/prepare";
import { type CatalogueStatements, offeringContent } from "@/lib/offerings/content";
import { anyCoverage } from "@/lib/offerings/coverage";
import { problemsWithPublishing } from "@/lib/offerings/publication";
import { aSessionRecord } from "@/lib/testing/records";
import { toRows } from "./rows";
import { templateColumns } from "./template";
import { workbook } from "./workbook";
import { csvHeader, csvRows } from "./write";

/** Some offerings have what was said for the whole catalogue, as an import leaves them. */
function existingOf({ content, stated, sessions }: Kept, statements: CatalogueStatements, index: number): Existing {
  const said = Object.fromEntries(
    Object.entries(statements).filter(
      ([property, value]) => stated.includes(property) && value !== null && Object.keys(value ?? {}).length > 0,
    ),
  );
  const full = { ...content, ...said, statedForCatalogue: Object.keys(said).sort() };
  const isDraft = problemsWithPublishing(full).length > 0 || full.title[full.originalLanguage] === undefined;
  return {
    id: `o${index}`,
    slug: `o${index}`,
    status: isDraft ? "draft" : "published",
    live: isDraft ? null : { content: full, number: 1, versionId: "v" },
    pending: isDraft ? full : null,
    undone: false,
    sessions: new Map(sessions.map((one) => [one.externalId, one])),
  };
}

async function outcomes(bytes: Uint8Array, known: Map<string, Existing>, statements: CatalogueStatements) {
  const prepared = await prepare(bytes, mappingInput.parse({}), {
    ...context,
    isProvider: (slug) => /^(garden|other)-college$/.test(slug),
  });
  if (!prepared.ok) throw new Error(prepared.problems[0]?.code);
  const { groups, read } = prepared.value;
  return groups.map((places) => {
    const group = groupRows(places.map(read));
    const existing = known.get(group.externalId ?? "");
    const { change, rows } = decide(group, existing, { statements, today: context.today, coverage: anyCoverage });
    return { changed: change !== null, refused: rows.some(({ outcome }) => outcome === "refused"), rows };
  });
}

test.each([
  ["csv", 150],
  ["xlsx", 40],
] as const)(
  "%s: what was taken out and is put in again untouched changes nothing, whatever the catalogue holds",
  async (format, numRuns) => {
    await fc.assert(
      fc.asyncProperty(catalogues, async ({ statements, kept }) => {
        const existing = kept.map((one, index) => existingOf(one, statements, index));
        const columns = templateColumns(languages);
        const groups = existing.map(({ live, pending, sessions }, index) => {
          const said = live?.content ?? pending;
          if (!said) throw new Error("an offering without content");
          return toRows({ externalId: `00${index}`, isDraft: live === null, content: said, sessions: [...sessions.values()] }, statements);
        });
        const bytes =
          format === "csv" ? Buffer.from(csvHeader(columns) + csvRows(columns, groups.flat())) : await buffer(workbook(columns, groups));
        const known = new Map(existing.map((one, index) => [`00${index}`, one]));
        const results = await outcomes(bytes, known, statements);
        expect(results).toHaveLength(kept.length);
        for (const { changed, refused, rows } of results)
          expect({ changed, refused }, JSON.stringify(rows)).toEqual({ changed: false, refused: false });
      }),
      { numRuns },
    );
  },
  120_000,
);

test("an offering without runs is one row, and a run in several places has one a line", () => {
  const one = offeringContent.parse({ originalLanguage: "en", title: { en: "A" }, summary: {}, description: {} });
  const offering = { externalId: "A", isDraft: true, content: one };
  expect(toRows({ ...offering, sessions: [] }, {})).toMatchObject([{ id: "A", title_en: "A", publish: "no" }]);
  const places = [
    { town: "Gent", address: "Kaai 12; bus 3" },
    { town: "Brugge", postalCode: "8000" },
  ];
  const run = { ...aSessionRecord(), places, windows: [], prices: [] };
  expect(toRows({ ...offering, sessions: [run] }, {})).toMatchObject([
    { town: "Gent\nBrugge", address: "Kaai 12; bus 3\n–", postal_code: "–\n8000" },
  ]);
});
