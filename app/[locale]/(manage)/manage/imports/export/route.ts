import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { findPerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { type ExportedCatalogue, findCatalogueToExport } from "@/lib/imports/template/queries";
import { type TemplateRow, toRows } from "@/lib/imports/template/rows";
import { exampleRow, templateColumns } from "@/lib/imports/template/template";
import { longestExcelCell, workbook } from "@/lib/imports/template/workbook";
import { csvHeader, csvRows } from "@/lib/imports/template/write";
import { problem } from "@/lib/problem-details";

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
    return download(bytesOf(format, columns, [rows]), `cairn-template.${format}`, format);
  }
  const catalogue = await findCatalogueToExport(actor, person.acting.organisationId);
  if (!catalogue) return problem(404, "Not found", "There is no such file for you.");
  const columns = templateColumns(country.languages, catalogue.used);
  const name = `${catalogue.slug}-${today()}.${format}`;
  if (format === "xlsx" && (await catalogue.hasCellOver(longestExcelCell)))
    return new Response(null, { status: 303, headers: { location: address(locale, "manage/imports?problem=cellTooLongForExcel") } });
  return download(bytesOf(format, columns, groupsOf(catalogue)), name, format);
}

function download(bytes: AsyncGenerator<Uint8Array>, name: string, format: keyof typeof types): Response {
  return new Response(streamOf(bytes), {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}

/** Goes out as it is read: a catalogue of any size costs the memory of a page of it. */
function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await bytes.next();
      if (done) return controller.close();
      controller.enqueue(value);
    },
    cancel: async () => void (await bytes.return(undefined)),
  });
}

/** The rows of each offering. */
async function* groupsOf({ pages, statements }: ExportedCatalogue): AsyncGenerator<TemplateRow[]> {
  for await (const page of pages()) for (const one of page) yield toRows(one, statements);
}

type Groups = AsyncIterable<TemplateRow[]> | Iterable<TemplateRow[]>;

function bytesOf(format: keyof typeof types, columns: string[], groups: Groups): AsyncGenerator<Uint8Array> {
  return format === "csv" ? csvBytes(columns, groups) : workbook(columns, groups);
}

async function* csvBytes(columns: string[], groups: Groups): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = csvHeader(columns);
  for await (const rows of groups) {
    text += csvRows(columns, rows);
    if (text.length < 100_000) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}
