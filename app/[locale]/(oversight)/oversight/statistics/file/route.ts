import { getTranslations } from "next-intl/server";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { problem } from "@/lib/problem-details";
import { isFigure } from "@/lib/statistics/figure";
import { toFile } from "@/lib/statistics/file";
import { yearOf } from "@/lib/statistics/page";
import { findOwnStatistics } from "@/lib/statistics/queries";

/** A figure of one's own authority as CSV. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const query = new URL(request.url).searchParams;
  const code = query.get("code") ?? "";
  const thisYear = Number(today().slice(0, 4));
  const year = yearOf(query.get("year") ?? undefined, thisYear);
  const person = await findPerson();
  const statistics = person && (await findOwnStatistics(actorOf(person), year === thisYear ? 0 : year));
  if (!statistics || !isFigure(code)) return problem(404, "Not found", "There is no such file for you.");
  return toFile(code, statistics, locale, await getTranslations({ locale, namespace: "statistics" }), "private, no-store");
}
