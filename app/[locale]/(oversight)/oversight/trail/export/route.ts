import { getTranslations } from "next-intl/server";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { problem } from "@/lib/problem-details";
import { beginTrailExport } from "@/lib/trail/exporting/commands";
import { trailHeader, trailLines } from "@/lib/trail/exporting/csv";
import { trailQuery } from "@/lib/trail/input";
import { nameTrail } from "@/lib/trail/naming/queries";
import { readTrail } from "@/lib/trail/queries";
import { sentenceOf } from "@/lib/trail/sentence";

/** What the trail shows under a filter, as CSV: it goes out as it is read, however long it is. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const filter = trailQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const person = await findPerson();
  const begun = person && (await beginTrailExport(actorOf(person), filter));
  if (!begun?.ok) {
    const wrong = begun?.problems.find(({ code }) => code !== "notAllowed");
    if (!wrong) return problem(404, "Not found", "There is no such file for you.");
    const problems = await getTranslations({ locale, namespace: "problems" });
    return problem(400, "Not understood", problems(wrong.code));
  }
  const t = await getTranslations({ locale, namespace: "trail" });
  return new Response(streamOf(readTrail(begun.value, filter), { locale, sentence: (type) => sentenceOf(t, type) }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="trail-${today()}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}

type Pages = ReturnType<typeof readTrail>;

function streamOf(pages: Pages, words: Parameters<typeof trailLines>[2]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(trailHeader())),
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(trailLines(value, await nameTrail(value), words)));
    },
    cancel: async () => void (await pages.return(undefined)),
  });
}
