import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { findPerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { type ExportedCatalogue, findCatalogueToExport } from "@/lib/imports/template/queries";
import { type TemplateRow, toRows } from "@/lib/imports/template/rows";
import { exampleRow, templateColumns } from "@/lib/imports/template/template";
import { csvHeader, csvRows, longestExcelCell, workbook } from "@/lib/imports/template/write";
import { problem } from "@/lib/problem-details";

/** A workbook is made in memory: about 60 kB an offering while it is. CSV has no limit, since it goes out as it is read. */
const mostInExcel = 10_000;

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The template, filled with the provider's own catalogue or empty with an example row. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const query = new URL(request.url).searchParams;
  const format = query.get("format") === "csv" ? "csv" : "xlsx";
  const person = await findPerson();
  const actor = person && actorOf(person);
  if (!person?.acting || !actor || !mayAtAll(actor, "catalogue.read")) return problem(404, "Not found", "There is no such file for you.");

  if (query.get("empty")) {
    const columns = templateColumns(country.languages);
    const rows = [exampleRow(locale, country.currency, Number(today().slice(0, 4)) + 1)];
    const body = format === "csv" ? csvHeader(columns) + csvRows(columns, rows) : await workbook(columns, rows);
    return download(body, `cairn-template.${format}`, format);
  }
  const catalogue = await findCatalogueToExport(actor, person.acting.organisationId);
  if (!catalogue) return problem(404, "Not found", "There is no such file for you.");
  const columns = templateColumns(country.languages, catalogue.used);
  const name = `${catalogue.slug}-${today()}.${format}`;
  if (format === "csv") return download(csvStream(catalogue, columns), name, format);
  const rows = await rowsForExcel(catalogue);
  if (!rows)
    return new Response(null, { status: 303, headers: { location: address(locale, "manage/imports?problem=catalogueTooLargeForExcel") } });
  return download(await workbook(columns, rows), name, format);
}

function download(body: string | Uint8Array | ReadableStream, name: string, format: keyof typeof types): Response {
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}

function csvStream({ pages, statements }: ExportedCatalogue, columns: string[]): ReadableStream<Uint8Array> {
  const reading = pages();
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(csvHeader(columns))),
    async pull(controller) {
      const { value, done } = await reading.next();
      if (done) return controller.close();
      controller.enqueue(
        encoder.encode(
          csvRows(
            columns,
            value.flatMap((one) => toRows(one, statements)),
          ),
        ),
      );
    },
    cancel: async () => void (await reading.return(undefined)),
  });
}

async function rowsForExcel({ offerings, pages, statements }: ExportedCatalogue): Promise<TemplateRow[] | undefined> {
  if (offerings > mostInExcel) return undefined;
  const rows: TemplateRow[] = [];
  for await (const page of pages()) rows.push(...page.flatMap((one) => toRows(one, statements)));
  return rows.some((row) => Object.values(row).some((text) => text.length > longestExcelCell)) ? undefined : rows;
}
