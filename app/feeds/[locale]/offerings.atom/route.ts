import { getTranslations } from "next-intl/server";
import { type Params, parseSearchQuery } from "@/lib/catalogue/query";
import { conditionalAnswer } from "@/lib/conditional-answer";
import { country } from "@/lib/country/country";
import { feedOf } from "@/lib/feeds/queries";
import { isLocale } from "@/lib/i18n/locales";
import { plainText } from "@/lib/texts/texts";

type Context = { params: Promise<{ locale: string }> };

/** Any search as an Atom feed, by the parameters of the search page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response("There is no feed in this language.", { status: 404 });
  const t = await getTranslations({ locale, namespace: "search.follow" });
  const { searchParams } = new URL(request.url);
  const asked: Params = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
  const feed = await feedOf(parseSearchQuery(asked), locale, { title: t("feedTitle", { site: plainText(country.name, locale) }) });
  // Readers ask often and all at once; what is five minutes old serves them too.
  const headers = { "cache-control": "public, max-age=300" };
  return conditionalAnswer(request, { ...feed, type: "application/atom+xml; charset=utf-8", headers });
}
