import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlanList } from "@/components/audits/plan-list";
import { SummaryList } from "@/components/audits/summary-parts";
import { Button } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { type PublicAuditQuery, publicAuditQuery } from "@/lib/audits/public/list";
import { listPlans, listSummaries } from "@/lib/audits/public/queries";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";

type Props = PageProps<"/[locale]/audits">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "audits.public" });
  const noindex = Object.keys(await searchParams).length > 0;
  return pageMetadata({ locale, path: "audits", title: t("title"), description: t("description"), noindex });
}

export default async function PublicAuditsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = publicAuditQuery.parse(await searchParams);
  const [t, plans, summaries] = await Promise.all([getTranslations("audits"), listPlans(query.plans), listSummaries(query)]);
  const here = address(locale, "audits");
  const to = (change: Partial<PublicAuditQuery>, anchor: string) => {
    const { q, page, plans: shown } = { ...query, ...change };
    return `${here}?${new URLSearchParams({ q, page: String(page), plans: String(shown) })}#${anchor}`;
  };

  return (
    <main id="main" className="wrap pt-8 pb-8">
      <h1 className="text-4xl">{t("public.title")}</h1>
      <p className="mt-3 max-w-[66ch] text-lg">{t("public.intro")}</p>
      <p className="mt-3 max-w-[66ch] text-ink-2">{t("public.what")}</p>
      <Section id="plans" title={t("public.plans")}>
        {plans.total === 0 ? <Nothing className="">{t("public.noPlans")}</Nothing> : <PlanList rows={plans.rows} path="audits" />}
        <div className="mt-6">
          <Pagination page={plans.page} pages={plans.pages} href={(one) => to({ plans: one }, "plans")} />
        </div>
      </Section>
      <Section id="summaries" title={t("public.summaries")}>
        <search>
          <form action={here} className="mb-6 grid max-w-2xl gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
            <InputField id="q" name="q" type="search" label={t("public.q")} defaultValue={query.q} />
            <Button type="submit" look="quiet" className="self-end">
              {t("list.show")}
            </Button>
          </form>
        </search>
        {summaries.total === 0 ? (
          <Nothing className="" action={query.q && <a href={here}>{t("public.all")}</a>}>
            {t(query.q ? "public.nothing" : "public.noSummaries")}
          </Nothing>
        ) : (
          <>
            <p role="status" className="mb-2 font-semibold">
              {t("list.found", { count: summaries.total })}
            </p>
            <SummaryList rows={summaries.rows} />
          </>
        )}
        <div className="mt-6">
          <Pagination page={summaries.page} pages={summaries.pages} href={(one) => to({ page: one }, "summaries")} />
        </div>
      </Section>
    </main>
  );
}
