import { getTranslations } from "next-intl/server";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { isImportId } from "@/lib/imports/page";
import { findImportFor, listImportRows } from "@/lib/imports/queries";
import { type ReportMessages, reportHeader, reportLines } from "@/lib/imports/report";
import { problem } from "@/lib/problem-details";

/** What became of every row, as the command writes it: it goes out as it is read, however long it is. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string; id: string }> }): Promise<Response> {
  const { locale, id } = await params;
  const person = await findPerson();
  const shown = person && isImportId(id) ? await findImportFor(actorOf(person), id) : undefined;
  if (!shown) return problem(404, "Not found", "There is no such import for you.");
  const [problems, imports] = [
    await getTranslations({ locale, namespace: "problems" }),
    await getTranslations({ locale, namespace: "imports" }),
  ];
  const messages = { problems: rawOf(problems), outcomes: imports.raw("outcomes") } as ReportMessages;
  const encoder = new TextEncoder();
  let after: { sheet: string; row: number } | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(reportHeader())),
    async pull(controller) {
      const rows = await listImportRows(id, { limit: 1000, ...(after ? { after } : {}) });
      after = rows.at(-1);
      if (rows.length > 0) controller.enqueue(encoder.encode(reportLines(rows, messages)));
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

/** All sentences, each found when it is asked for. */
function rawOf(t: { raw: (code: "fileEmpty") => unknown }): Record<string, string> {
  return new Proxy({}, { get: (_, code) => t.raw(code as "fileEmpty") });
}
