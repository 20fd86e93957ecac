import { getTranslations } from "next-intl/server";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { isImportId } from "@/lib/imports/page";
import { problem } from "@/lib/problem-details";
import { findQualityImportFor, listQualityImportRows } from "@/lib/quality/imports/queries";
import { qualityReportHeader, qualityReportLines } from "@/lib/quality/imports/report";

/** What became of every row, as CSV: it goes out as it is read, however long it is. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string; id: string }> }): Promise<Response> {
  const { locale, id } = await params;
  const person = await findPerson();
  const shown = person && isImportId(id) ? await findQualityImportFor(actorOf(person), id) : undefined;
  if (!shown) return problem(404, "Not found", "There is no such import for you.");
  const [problems, imports] = [
    await getTranslations({ locale, namespace: "problems" }),
    await getTranslations({ locale, namespace: "quality.imports" }),
  ];
  const words = {
    outcome: (code: string) => imports(`outcomes.${code as "added"}`),
    problem: (code: string) => String(problems.raw(code as "fileEmpty")),
  };
  const encoder = new TextEncoder();
  let after = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(qualityReportHeader())),
    async pull(controller) {
      const rows = await listQualityImportRows(id, { limit: 1000, after });
      after = rows.at(-1)?.row ?? after;
      if (rows.length > 0) controller.enqueue(encoder.encode(qualityReportLines(rows, words)));
      if (rows.length < 1000) controller.close();
    },
  });
  const name = `${shown.fileName.replace(/[^\w.-]+/g, "-")}.report.csv`;
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
