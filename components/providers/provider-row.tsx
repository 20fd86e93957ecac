import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { address } from "@/lib/i18n/address";
import type { ProviderSummary } from "@/lib/providers/queries";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { StandingLine } from "./standing-line";

/** One provider of the list. */
export function ProviderRow({ provider }: { provider: ProviderSummary }) {
  const t = useTranslations("provider.list");
  const locale = useLocale();
  const { slug, name, type, town, offerings, standing } = provider;

  return (
    <article className="grid gap-x-8 gap-y-1 border-line border-t py-5 md:grid-cols-[minmax(0,1fr)_24rem]">
      <div>
        <h2 className="font-bold font-text text-lg leading-snug tracking-normal">
          <a href={address(locale, `providers/${slug}`)} className="text-ink hover:text-accent">
            <LocalText texts={name} quiet />
          </a>
        </h2>
        <p className="text-ink-2 text-sm">{[type && labelOf("providerTypes", type, locale), town].filter(Boolean).join(" · ")}</p>
      </div>
      <div className="text-sm">
        <StandingLine standing={standing} />
        <p className="ps-6">
          {offerings > 0 ? (
            <a href={`${address(locale, "offerings")}?provider=${slug}`}>{t("offerings", { count: offerings })}</a>
          ) : (
            <span className="text-ink-2">{t("noOfferings")}</span>
          )}
        </p>
        {standing.state === "suspended" && (
          <p className="mt-1.5 rounded-e-md border-bad border-s-4 bg-bad-soft px-3 py-2">{t("suspended")}</p>
        )}
      </div>
    </article>
  );
}
