import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { isImportId } from "@/lib/imports/page";
import { findImportFor } from "@/lib/imports/queries";
import { importState, isUnderWay } from "@/lib/imports/state";
import { countUndo } from "@/lib/imports/undo/queries";
import { problem } from "@/lib/problem-details";

/** How far the work on a file is, for the page that shows it. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const person = await findPerson();
  const shown = person && isImportId(id) ? await findImportFor(actorOf(person), id) : undefined;
  if (!shown) return problem(404, "Not found", "There is no such import for you.");
  const state = importState({ ...shown, undoAsked: shown.undoAskedAt !== null, undone: shown.undoneAt !== null });
  const undo = state === "undoing" ? await countUndo(id) : undefined;
  const [doneRows, totalRows] = undo
    ? [undo.undone, undo.undone + undo.created + undo.drafts + undo.updated]
    : [shown.doneRows, shown.totalRows];
  return Response.json({ doneRows, totalRows, isUnderWay: isUnderWay(state) }, { headers: { "cache-control": "private, no-store" } });
}
