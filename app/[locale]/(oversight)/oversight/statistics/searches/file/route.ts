import { getTranslations } from "next-intl/server";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { themesFile, wordsFile } from "@/lib/insight/demand/file";
import { demandQuery } from "@/lib/insight/demand/input";
import { findDemand } from "@/lib/insight/demand/queries";
import { problem } from "@/lib/problem-details";
import { regionName } from "@/lib/statistics/names";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** More words than this are no list that anybody reads. */
const mostWords = 100_000;

/** What is looked for, as the page shows it, as CSV: `of=words`, else themes by region. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const person = await findPerson();
  const query = { ...demandQuery.parse(asked), page: 1 };
  const found = person && (await findDemand(actorOf(person), today(), query, mostWords));
  if (!found) return problem(404, "Not found", "There is no such file for you.");
  const t = await getTranslations({ locale, namespace: "statistics.demand" });
  const names = {
    theme: (code: string) => (code === "" ? t("otherWords") : labelOf("fields", code, locale)),
    region: (code: string) => regionName(code, locale),
  };
  const ofWords = asked.of === "words";
  const file = ofWords ? wordsFile(found.words.rows, t("words.definition"), names) : themesFile(found.regions, t("definition"), names);
  return new Response(file, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="searches-${ofWords ? "words" : "themes"}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
