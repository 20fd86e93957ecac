import { addEvidence } from "@/lib/applications/evidence/commands";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { evidenceLimits } from "@/lib/evidence/evidence";
import { address } from "@/lib/i18n/address";

type Context = { params: Promise<{ locale: string; id: string }> };

/** What stands around a file in a form. */
const envelope = 64 * 1024;

/** Takes one file of evidence, and goes back to the page that it came from. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, id } = await params;
  const page = `manage/applications/${encodeURIComponent(id)}/evidence`;
  const back = (query: string) => seeOther(address(locale, `${page}?${query}`));
  // Browsers say so when another site sends the form; its cookie would not come along either (SameSite).
  if (request.headers.get("sec-fetch-site") === "cross-site") return back("problem=notAllowed");
  const person = await findPerson();
  if (!person) return seeOther(address(locale, `sign-in?${new URLSearchParams({ to: address(locale, page) })}`));

  const body = await readAtMost(request, evidenceLimits.bytes + envelope);
  if (!body) return back("problem=evidenceTooLarge");
  const file = await fileIn(body, request.headers.get("content-type") ?? "");
  if (!file) return back("problem=evidenceEmpty");
  const added = await addEvidence(actorOf(person), id, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  return back(added.ok ? "done=fileAdded" : `problem=${added.problems[0]?.code}`);
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

/** Reads on without keeping once it is too much: a browser hears the answer only after it has sent everything. */
async function readAtMost(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > limit) parts.length = 0;
    else parts.push(part);
    if (size > 20 * limit) break;
  }
  if (size > limit) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

async function fileIn(body: Uint8Array<ArrayBuffer>, type: string): Promise<File | undefined> {
  // Whatever is no form of files throws when it is read as one.
  try {
    const given = (await new Response(body, { headers: { "content-type": type } }).formData()).get("file");
    return given instanceof File ? given : undefined;
  } catch {
    return undefined;
  }
}
