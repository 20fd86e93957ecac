import { actorOf } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { findPerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { problem } from "@/lib/problem-details";
import { startQualityImport } from "@/lib/quality/imports/commands";
import { waitForQualityImport } from "@/lib/quality/imports/queries";
import { largestQualityFile } from "@/lib/quality/imports/read-file";

/** What stands around a file in a form. */
const envelope = 64 * 1024;

/** Takes a file from a form, tries it and goes to its page. A route and not an action, since an action's body is small by intent. */
export async function POST(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const to = (rest: string) => new Response(null, { status: 303, headers: { location: address(locale, rest) } });
  if (!isSameOrigin(request)) return problem(403, "Not from here", "This form was sent from another site.");
  const person = await findPerson();
  if (!person?.acting) return to(`sign-in?${new URLSearchParams({ to: address(locale, "oversight/quality/imports") })}`);
  const refused = (code: string) => to(`oversight/quality/imports?problem=${code}`);

  if (Number(request.headers.get("content-length") ?? 0) > largestQualityFile + envelope) return refused("qualityFileTooLarge");
  const file = await readFile(request);
  if (typeof file === "string") return refused(file);
  if (!file?.name) return refused("fileMissing");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const started = await startQualityImport(actorOf(person), { fileName: file.name, bytes, dryRun: true });
  if (!started.ok) return refused(started.problems[0]?.code ?? "fileUnreadable");
  await waitForQualityImport(started.value.importId);
  return to(`oversight/quality/imports/${started.value.importId}`);
}

/** The bytes are counted as they come, since a sender may not say how many there are. */
async function readFile(request: Request): Promise<File | "qualityFileTooLarge" | undefined> {
  let bytes = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytes += piece.byteLength;
        if (bytes > largestQualityFile + envelope) controller.error(new Error("too large"));
        else controller.enqueue(piece);
      },
    }),
  );
  try {
    // The body is what somebody sent: it may be no form at all.
    const form = await new Response(counted ?? null, { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData();
    const file = form.get("file");
    return file instanceof File ? file : undefined;
  } catch {
    return bytes > largestQualityFile + envelope ? "qualityFileTooLarge" : undefined;
  }
}
