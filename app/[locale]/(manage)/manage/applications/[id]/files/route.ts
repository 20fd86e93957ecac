import { addEvidence } from "@/lib/applications/evidence/commands";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { seeOther } from "@/lib/evidence/answer";
import { fileInForm } from "@/lib/evidence/form-file";
import { address } from "@/lib/i18n/address";

type Context = { params: Promise<{ locale: string; id: string }> };

/** Takes one file of evidence, and goes back to the page that it came from. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, id } = await params;
  const page = `manage/applications/${encodeURIComponent(id)}/evidence`;
  const back = (query: string) => seeOther(address(locale, `${page}?${query}`));
  // Browsers say so when another site sends the form; its cookie would not come along either (SameSite).
  if (request.headers.get("sec-fetch-site") === "cross-site") return back("problem=notAllowed");
  const person = await findPerson();
  if (!person) return seeOther(address(locale, `sign-in?${new URLSearchParams({ to: address(locale, page) })}`));

  const file = await fileInForm(request);
  if (typeof file === "string") return back(`problem=${file}`);
  const added = await addEvidence(actorOf(person), id, file, file.document);
  return back(added.ok ? "done=fileAdded" : `problem=${added.problems[0]?.code}`);
}
