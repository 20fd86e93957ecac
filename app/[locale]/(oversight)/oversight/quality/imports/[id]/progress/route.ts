import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { isImportId } from "@/lib/imports/page";
import { problem } from "@/lib/problem-details";
import { findQualityImportFor } from "@/lib/quality/imports/queries";

/** How far the work on a file is, for the page that shows it. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const person = await findPerson();
  const shown = person && isImportId(id) ? await findQualityImportFor(actorOf(person), id) : undefined;
  if (!shown) return problem(404, "Not found", "There is no such import for you.");
  const { doneRows, totalRows, status } = shown;
  const isUnderWay = status === "queued" || status === "running";
  return Response.json({ doneRows, totalRows, isUnderWay }, { headers: { "cache-control": "private, no-store" } });
}
