import { getTranslations } from "next-intl/server";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { toUseFile } from "@/lib/guidance/uses/file";
import { listUse } from "@/lib/guidance/uses/queries";
import { problem } from "@/lib/problem-details";

/** The use of the service's own desk by month, as the page shows it, as CSV. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const person = await findPerson();
  const months = person && (await listUse(actorOf(person)));
  if (!months) return problem(404, "Not found", "There is no such file for you.");
  const t = await getTranslations({ locale, namespace: "guidance.use" });
  return new Response(
    toUseFile(months, (what) => t(`what.${what}`)),
    {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="guidance-use.csv"',
        "cache-control": "private, no-store",
      },
    },
  );
}
