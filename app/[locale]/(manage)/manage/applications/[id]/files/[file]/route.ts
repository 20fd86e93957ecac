import { openEvidence } from "@/lib/applications/evidence/commands";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { toDownload } from "@/lib/evidence/answer";

type Context = { params: Promise<{ id: string; file: string }> };

/** One file of evidence, for the applicant and the authority. To everybody else it is not there. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, file: fileId } = await params;
  const person = await findPerson();
  const file = person && (await openEvidence(actorOf(person), id, fileId));
  return file ? toDownload(file) : new Response(null, { status: 404 });
}
