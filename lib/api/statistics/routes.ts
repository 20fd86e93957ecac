import { getTranslations } from "next-intl/server";
import { answerPublicly, readParameters, refusePublicly } from "@/lib/api/public-endpoint";
import { isLocale, sourceLocale } from "@/lib/i18n/locales";
import { ok } from "@/lib/result";
import { isPublicFigure, type PublicFigure, publicFigures } from "@/lib/statistics/figure";
import { toFile } from "@/lib/statistics/file";
import { readHistories } from "@/lib/statistics/history/queries";
import { nameOfCategory } from "@/lib/statistics/names";
import { regionOfAddress } from "@/lib/statistics/page";
import { readStatistics } from "@/lib/statistics/queries";
import { nameLabels } from "@/lib/terms/queries";

async function wordsFor(request: Request) {
  const asked = new URL(request.url).searchParams.get("lang") ?? undefined;
  const locale = isLocale(asked) ? asked : sourceLocale;
  return { locale, t: await getTranslations({ locale, namespace: "statistics" }) };
}

/** All figures that there are, with what each counts. */
export async function listFigures(request: Request): Promise<Response> {
  return await answerPublicly(request, async () => {
    const given = readParameters(new URL(request.url), ["lang"]);
    if (!given.ok) return given;
    const { t } = await wordsFor(request);
    const { countedAt } = await readStatistics();
    const items = publicFigures.map((code) => ({
      ...toldOf(code, t),
      json: `/api/v1/statistics/${code}`,
      csv: `/api/v1/statistics/${code}.csv`,
    }));
    return ok({ countedAt, items });
  });
}

type Translate = Awaited<ReturnType<typeof wordsFor>>["t"];

function toldOf(code: PublicFigure, t: Translate) {
  return { code, title: t(`figure.${code}.title`), definition: t(`figure.${code}.definition`) };
}

/** One figure as JSON, or as a file where its name ends in .csv; of a region, and by month, where that is asked for. */
export async function getFigure(request: Request, named: string): Promise<Response> {
  const given = readParameters(new URL(request.url), ["lang", "region", "history"]);
  if (!given.ok) return refusePublicly(request, given.problems);
  const query = new URL(request.url).searchParams;
  const region = query.get("region") ?? "";
  if (regionOfAddress(region) !== region) return refusePublicly(request, [{ code: "statisticsRegionUnknown", field: "region" }]);
  const code = named.replace(/\.csv$/, "");
  if (!isPublicFigure(code)) return refusePublicly(request, [{ code: "figureUnknown" }]);
  const { locale, t } = await wordsFor(request);
  const [statistics, labels] = await Promise.all([readStatistics(region), nameLabels(locale)]);
  const none = { months: [], courses: [] };
  const history = query.get("history") === "1" ? ((await readHistories(region === "" ? "country" : { region }))[code] ?? none) : undefined;
  if (named.endsWith(".csv")) return toFile({ code, statistics, labels, history }, locale, t, "no-cache");
  return await answerPublicly(request, async () => {
    const items = statistics.counts[code].map(({ category, part, count }) => ({
      category,
      name: nameOfCategory(code, category, locale, t, labels),
      ...(part === "" ? {} : { part }),
      count,
    }));
    return ok({ ...toldOf(code, t), countedAt: statistics.countedAt, items, ...(history ? { history } : {}) });
  });
}
