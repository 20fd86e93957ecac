import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ResultLine } from "@/components/audits/summary-parts";
import { LocalParagraphs, LocalText } from "@/components/offerings/local-text";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { auditNumber } from "@/lib/audits/number";
import { findSummary } from "@/lib/audits/public/queries";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { pageMetadata } from "@/lib/i18n/metadata";
import { plainText } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/audits/summaries/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  const summary = (await findSummary(number)) ?? notFound();
  const t = await getTranslations({ locale, namespace: "audits.public" });
  const title = t("of", { what: plainText(summary.title ?? summary.provider, locale, summary.original ?? undefined) });
  return pageMetadata({ locale, path: `audits/summaries/${number}`, title, description: plainText(summary.text, locale).slice(0, 300) });
}

export default async function SummaryPage({ params }: Props) {
  const { locale, number } = await params;
  setRequestLocale(locale);
  const summary = (await findSummary(number)) ?? notFound();
  const t = await getTranslations("audits.public");
  const { provider, providerSlug, title, original, offeringSlug, plan, authority, result, closedOn, publishedOn, edition } = summary;

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb
        label={t("breadcrumb")}
        steps={[
          { href: address(locale, "audits"), name: t("title") },
          ...(plan ? [{ href: address(locale, `audits/${plan.slug}`), name: plainText(plan.title, locale) }] : []),
        ]}
      />
      <h1 className="mt-4 max-w-[60rem] text-4xl [overflow-wrap:anywhere]">
        {t.rich("ofWhat", { what: () => <LocalText texts={title ?? provider} {...(original ? { original } : {})} quiet /> })}
      </h1>
      <p className="mt-3 text-lg">
        <ResultLine result={result} />
      </p>
      <LocalParagraphs texts={summary.text} className="mt-5 text-lg" />
      <dl className="mt-8 grid max-w-[68ch] gap-x-8 gap-y-3 rounded-lg border border-line bg-raised p-5 [overflow-wrap:anywhere] sm:grid-cols-2">
        <div>
          <dt className="text-ink-2 text-sm">{t("about")}</dt>
          <dd>
            {title && offeringSlug && (
              <>
                <a href={address(locale, `offerings/${offeringSlug}`)}>
                  <LocalText texts={title} {...(original ? { original } : {})} quiet />
                </a>
                {" · "}
              </>
            )}
            <a href={address(locale, `providers/${providerSlug}`)}>
              <LocalText texts={provider} quiet />
            </a>
          </dd>
        </div>
        <div>
          <dt className="text-ink-2 text-sm">{t("by")}</dt>
          <dd>
            <LocalText texts={authority} quiet />
          </dd>
        </div>
        <div>
          <dt className="text-ink-2 text-sm">{t("number")}</dt>
          <dd>
            {auditNumber(summary.number)} · {t("closedOn", { day: formatDay(closedOn, locale) })}
          </dd>
        </div>
        <div>
          <dt className="text-ink-2 text-sm">{t("published")}</dt>
          <dd>
            {formatDay(publishedOn, locale)}
            {edition > 1 && <> · {t("edition", { edition })}</>}
          </dd>
        </div>
      </dl>
      <p className="mt-6 max-w-[66ch] text-ink-2">{t("what")}</p>
    </main>
  );
}
