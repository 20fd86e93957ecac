import { getTranslations } from "next-intl/server";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { problem } from "@/lib/problem-details";
import { casesFile } from "@/lib/statistics/cases/file";
import { listCaseAges } from "@/lib/statistics/cases/queries";
import { isFigure } from "@/lib/statistics/figure";
import { toFile, toResponse } from "@/lib/statistics/file";
import { readHistories } from "@/lib/statistics/history/queries";
import { yearOf } from "@/lib/statistics/page";
import { findOwnScope, findOwnStatistics } from "@/lib/statistics/queries";
import { nameLabels } from "@/lib/terms/queries";

/** A figure of one's own authority as CSV, by month with `history=1`; or the ages of its cases. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const query = new URL(request.url).searchParams;
  const code = query.get("code") ?? "";
  const thisYear = Number(today().slice(0, 4));
  const year = yearOf(query.get("year") ?? undefined, thisYear);
  const person = await findPerson();
  const actor = person && actorOf(person);
  const scope = actor && (await findOwnScope(actor));
  const none = () => problem(404, "Not found", "There is no such file for you.");
  if (!scope) return none();
  const t = await getTranslations({ locale, namespace: "statistics" });
  if (code === "cases") {
    const csv = casesFile(await listCaseAges(actor, today()), t("cases.definition"), (kind) => t(`cases.kind.${kind}`));
    return toResponse(csv, code, privately);
  }
  const statistics = await findOwnStatistics(actor, year === thisYear ? 0 : year);
  if (!statistics || !isFigure(code)) return none();
  const history = query.get("history") === "1" ? ((await readHistories(scope))[code] ?? { months: [], courses: [] }) : undefined;
  return toFile({ code, statistics, labels: await nameLabels(locale), history }, locale, t, privately);
}

const privately = "private, no-store";
