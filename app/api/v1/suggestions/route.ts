import { getTranslations } from "next-intl/server";
import { parseSearchQuery, usualRadius } from "@/lib/catalogue/query";
import { isTouchedBy } from "@/lib/catalogue/touched";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { tell } from "@/lib/insight/telling";
import { ofSearch } from "@/lib/sources/sources";
import { suggest } from "@/lib/suggestions/queries";
import { type Suggestion, type SuggestionKind, suggestionKinds } from "@/lib/suggestions/suggestion";

const longest = 100;

/** What somebody may mean who has begun to write `q`, in groups that have a name, ready to be shown in the language `locale`. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("locale") ?? undefined;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const written = parseSearchQuery({ q: searchParams.get("q")?.slice(0, longest) ?? "" }).q;
  const [t, { suggestions, source }] = await Promise.all([getTranslations({ locale, namespace: "suggestions" }), suggest(written, locale)]);
  tell({ ...ofSearch(source), isTouchedBy: async (takenUp) => await isTouchedBy(parseSearchQuery({ q: written }), takenUp) });

  const note = (kind: SuggestionKind, { count, provider, words }: Suggestion) => {
    if (kind === "place") return words ? t("near", { words, km: usualRadius }) : t("nearPlace", { km: usualRadius });
    return provider ?? (count === undefined ? null : t("offerings", { count }));
  };
  const groups = suggestionKinds
    .filter((kind) => suggestions[kind].length > 0)
    .map((kind) => ({
      kind,
      name: t(kind),
      items: suggestions[kind].map((one) => ({ text: one.text, language: one.language ?? null, note: note(kind, one), href: one.href })),
    }));
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return Response.json({ said: t("found", { count }), groups });
}
