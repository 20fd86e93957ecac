import { actorOf } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/permissions";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { findPerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { startImport } from "@/lib/imports/commands";
import { largestFile } from "@/lib/imports/file";
import { waitForImport } from "@/lib/imports/queries";
import { takeRoom } from "@/lib/imports/uploads";
import { problem } from "@/lib/problem-details";
import { refuse } from "@/lib/result";

/** What stands around a file in a form. */
const envelope = 64 * 1024;

/** Takes a file from a form and goes to its page. A route and not an action, since an action's body is small by intent. */
export async function POST(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const to = (rest: string) => new Response(null, { status: 303, headers: { location: address(locale, rest) } });
  if (!isSameOrigin(request)) return problem(403, "Not from here", "This form was sent from another site.");
  const person = await findPerson();
  if (!person?.acting) return to(`sign-in?${new URLSearchParams({ to: address(locale, "manage/imports") })}`);
  const refused = (code: string) => to(`manage/imports?problem=${code}`);

  const length = Number(request.headers.get("content-length") ?? largestFile);
  if (length > largestFile + envelope) return refused("fileTooLarge");
  const free = takeRoom(person.acting.organisationId, length);
  if (typeof free === "string") return refused(free);
  const started = await takeIn(request, actorOf(person), person.acting.slug).finally(free);
  if (!started.ok) return refused(started.problems[0]?.code ?? "fileUnreadable");
  await waitForImport(started.value.importId);
  return to(`manage/imports/${started.value.importId}`);
}

async function takeIn(request: Request, actor: Actor, providerSlug: string) {
  const file = await readFile(request);
  if (typeof file === "string") return refuse({ code: file });
  if (!file?.name) return refuse({ code: "fileMissing" });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return await startImport(actor, { providerSlug, fileName: file.name, bytes, dryRun: true });
}

/** The file of the form; the bytes are counted as they come, since a sender may not say how many there are. */
async function readFile(request: Request): Promise<File | "fileTooLarge" | undefined> {
  let bytes = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytes += piece.byteLength;
        if (bytes > largestFile + envelope) controller.error(new Error("too large"));
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
    return bytes > largestFile + envelope ? "fileTooLarge" : undefined;
  }
}
