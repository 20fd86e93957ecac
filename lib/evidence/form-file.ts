import { evidenceLimits } from "./evidence";

/** What stands around a file in a form. */
const envelope = 64 * 1024;

/** The file that a form brings in its field `file`, and what it says to be; the code of a problem where it brings none, or too much. */
export async function fileInForm(
  request: Request,
): Promise<{ name: string; bytes: Uint8Array; document: string | null } | "evidenceTooLarge" | "evidenceEmpty"> {
  const body = await readAtMost(request, evidenceLimits.bytes + envelope);
  if (!body) return "evidenceTooLarge";
  const given = await formIn(body, request.headers.get("content-type") ?? "");
  const [file, document] = [given?.get("file"), given?.get("document")];
  if (!(file instanceof File)) return "evidenceEmpty";
  return {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    document: typeof document === "string" && document ? document : null,
  };
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

async function formIn(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | undefined> {
  // Whatever is no form of files throws when it is read as one.
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return undefined;
  }
}
