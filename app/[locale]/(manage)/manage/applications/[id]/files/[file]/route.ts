import { openEvidence } from "@/lib/applications/evidence/commands";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";

type Context = { params: Promise<{ id: string; file: string }> };

/** One file of evidence, for the applicant and the authority. To everybody else it is not there. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, file: fileId } = await params;
  const person = await findPerson();
  const file = person && (await openEvidence(actorOf(person), id, fileId));
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "content-type": file.mediaType,
      "content-disposition": `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, "_")}`,
      // What strangers hand in is saved, never run in the name of this site.
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}
