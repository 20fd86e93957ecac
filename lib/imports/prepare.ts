import type { CatalogueStatements } from "@/lib/offerings/content";
import { catalogueStatements } from "@/lib/offerings/content";
import type { Problem, Result } from "@/lib/result";
import { ok } from "@/lib/result";
import { type Columns, cellValue, hasField, matchColumns } from "./columns";
import { type FileFacts, factsOf } from "./facts";
import { parseTarget, propertyOf } from "./fields";
import { cleanLine } from "./html";
import { readOffering, readStatements } from "./json-form";
import { isRecord } from "./json-table";
import type { Mapping } from "./mapping";
import { readSource } from "./read-file";
import { type Cell, newDraft, type ReadContext } from "./reading";
import { type Repairs, repairCells, rowKey, valueIn } from "./repair";
import { repairDocument, valueAt } from "./repair-document";
import { type RowReading, readCell, readRow } from "./row";
import { isEmptyRow, type Source, type Table, toCell } from "./table";

/** A file ready to be read group by group: `groups` holds the place of every row, by offering, in the order of the file. */
export type Prepared = {
  facts: FileFacts;
  totalRows: number;
  groups: number[][];
  statements: CatalogueStatements | null;
  fileStatements: CatalogueStatements;
  read: (place: number) => RowReading;
};

type Place = { id: string; read: () => RowReading };

/** Finds tables, columns and the rows of each offering. The same bytes and mapping always give the same groups in the same order. */
export async function prepare(bytes: Uint8Array, mapping: Mapping, context: ReadContext, repairs: Repairs = {}): Promise<Result<Prepared>> {
  const source = await readSource(bytes, mapping);
  if (!source.ok) return source;
  return ok(
    source.value.offerings
      ? prepareOwnForm(source.value, source.value.offerings, mapping, { context, repairs })
      : prepareTables(source.value, mapping, { context, repairs }),
  );
}

type Reading = { context: ReadContext; repairs: Repairs };

function prepareOwnForm(source: Source, written: unknown[], mapping: Mapping, { context, repairs }: Reading): Prepared {
  const offerings = written.map((offering, index) => repairDocument(offering, repairs[rowKey({ sheet: "", row: index + 1 })]));
  const facts = factsOf(source, []);
  // Rows are read as they are worked through, so this list grows until the end.
  const note = (path: string) => {
    if (facts.unknownNames.length < 100 && !facts.unknownNames.includes(path)) facts.unknownNames.push(path);
  };
  const stated = source.catalogue ? readStatements(source.catalogue, context, note) : undefined;
  const places = offerings.map(
    (offering, index): Place => ({
      id: isRecord(offering) ? cleanLine(toCell(String(offering.id ?? ""))) : "",
      read: () => ({ ...readOffering(index + 1, offering, context, note), valueIn: (column) => valueAt(offering, column) }),
    }),
  );
  if (stated) {
    facts.stated = Object.keys(statementsIn(stated.content)).sort();
    facts.statementProblems = stated.problems;
  }
  return assemble(facts, places, stated ? statementsIn(stated.content) : null, mapping, context);
}

function prepareTables(source: Source, mapping: Mapping, reading: Reading): Prepared {
  const matched = source.tables.map((table) => ({ table, columns: matchColumns(table, mapping) }));
  const some = matched.some(({ columns }) => hasField(columns, "id"));
  const read = matched.filter(({ columns }) => !some || hasField(columns, "id"));
  const places = read.flatMap(({ table, columns }) => placesOf(table, columns, mapping, reading));
  const facts = factsOf(
    source,
    matched.map(({ table, columns }) => ({ table, columns, read: read.some((one) => one.table === table) })),
  );
  return assemble(facts, places, null, mapping, reading.context);
}

function placesOf(table: Table, { columns }: Columns, mapping: Mapping, { context, repairs }: Reading): Place[] {
  const idColumn = columns.find(({ target }) => target.field === "id");
  const constants = Object.entries(mapping.constants).flatMap(([name, value]) => {
    const target = parseTarget(name);
    const property = target && propertyOf(target.field);
    return target && !(property && property in catalogueStatements.shape) ? [{ name, target, value: String(value) }] : [];
  });
  const broken = table.broken.map(
    ({ row, cells }): Place => ({ id: "", read: () => refusedRow(table.sheet, row, "jsonLineBroken", cells[0] ?? "") }),
  );
  const cellsIn = (row: number, cells: string[]) =>
    repairCells(
      columns.map((column): Cell => ({ column: column.header, ...column.target, value: cellValue(cells, column) })),
      repairs[rowKey({ sheet: table.sheet, row })],
    );
  const idIn = (row: number, cells: string[]) =>
    repairs[rowKey({ sheet: table.sheet, row })] ? valueIn(cellsIn(row, cells), "id") : idColumn ? cellValue(cells, idColumn) : "";
  const rows = table.rows.map(
    ({ row, cells }): Place => ({
      id: cleanLine(idIn(row, cells)),
      read: () => {
        if (isHeaderAgain(cells, table)) return refusedRow(table.sheet, row, "headerRepeated", cells[0] ?? "");
        const read = cellsIn(row, cells);
        for (const { name, target, value } of constants) {
          if (!read.some((cell) => cell.field === target.field && cell.language === target.language && cell.value.trim() !== ""))
            read.push({ column: name, ...target, value });
        }
        return readRow({ sheet: table.sheet, row }, read, context);
      },
    }),
  );
  return [...rows, ...broken];
}

function isHeaderAgain(cells: string[], { headers, headerRow }: Table): boolean {
  return (
    headerRow > 0 &&
    headers.length > 1 &&
    !isEmptyRow(cells) &&
    headers.every((header, index) => header.startsWith("column ") || (cells[index] ?? "").replace(/\s+/g, " ").trim() === header)
  );
}

function refusedRow(sheet: string, row: number, code: "jsonLineBroken" | "headerRepeated", value: string): RowReading {
  const refused: Problem[] = [{ code, value: value.slice(0, 160) }];
  return {
    sheet,
    row,
    externalId: null,
    title: null,
    language: "en",
    content: undefined,
    describes: false,
    publish: false,
    sessions: [],
    problems: [],
    sessionProblems: [],
    notes: [],
    refused,
    valueIn: () => "",
  };
}

function assemble(
  facts: FileFacts,
  places: Place[],
  statements: CatalogueStatements | null,
  mapping: Mapping,
  context: ReadContext,
): Prepared {
  const byId = new Map<string, number[]>();
  const groups: number[][] = [];
  places.forEach(({ id }, index) => {
    const known = id === "" ? undefined : byId.get(id);
    if (known) known.push(index);
    else {
      const group = [index];
      groups.push(group);
      if (id !== "") byId.set(id, group);
    }
  });
  return {
    facts,
    totalRows: places.length,
    groups,
    statements,
    fileStatements: constantStatements(mapping, context),
    read: (place) => places[place]?.read() ?? refusedRow("", place, "headerRepeated", ""),
  };
}

/** What a mapping says for every row is said for the catalogue, where it is something that can be. */
function constantStatements(mapping: Mapping, context: ReadContext): CatalogueStatements {
  const draft = newDraft(context.defaultLanguage);
  for (const [name, value] of Object.entries(mapping.constants)) {
    const target = parseTarget(name);
    if (target) readCell({ column: name, ...target, value: String(value) }, draft, context);
  }
  return statementsIn(draft.content);
}

function statementsIn(content: object): CatalogueStatements {
  return Object.fromEntries(Object.entries(content).filter(([property]) => property in catalogueStatements.shape)) as CatalogueStatements;
}
