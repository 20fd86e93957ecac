import { useLocale, useTranslations } from "next-intl";
import { CheckOption } from "@/components/ui/check-option";
import { FieldGroup } from "@/components/ui/field";
import { offeredProviders } from "@/lib/catalogue/offered";
import type { Facets } from "@/lib/catalogue/result";

const shownAtOnce = 6;

/** The providers that have most, and always those chosen; the next behind a summary. */
export function ProviderFilter({ chosen, counts, names }: { chosen: string[]; counts: Facets["provider"]; names: Record<string, string> }) {
  const t = useTranslations("search.filter");
  const locale = useLocale();
  const slugs = offeredProviders(chosen, counts);
  const first = slugs.slice(0, Math.max(shownAtOnce, chosen.length));
  const nameOf = (slug: string) => names[slug] ?? slug;
  const rest = slugs.slice(first.length).sort((a, b) => nameOf(a).localeCompare(nameOf(b), locale));
  const option = (slug: string) => (
    <CheckOption key={slug} name="provider" value={slug} label={nameOf(slug)} checked={chosen.includes(slug)} count={counts[slug] ?? 0} />
  );

  if (slugs.length === 0) return null;
  return (
    <FieldGroup legend={t("provider")}>
      {first.map(option)}
      {rest.length > 0 && (
        <details>
          <summary className="py-1.5 text-accent text-sm underline underline-offset-4">
            {t("moreProviders", { count: rest.length })}
          </summary>
          {rest.map(option)}
          {Object.keys(counts).length > slugs.length && (
            <p className="pt-2 text-sm">
              <a href={`/${locale}/providers`}>{t("allProviders")}</a>
            </p>
          )}
        </details>
      )}
    </FieldGroup>
  );
}
