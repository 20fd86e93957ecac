import { openAuditFile } from "@/lib/audits/evidence/commands";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { toDownload } from "@/lib/evidence/answer";

type Context = { params: Promise<{ number: string; file: string }> };

/** One file of an audit, for its provider and for those of the authority who see into it. To everybody else it is not there. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { number, file: fileId } = await params;
  const person = await findPerson();
  const file = person && (await openAuditFile(actorOf(person), number, fileId));
  return file ? toDownload(file) : new Response(null, { status: 404 });
}
