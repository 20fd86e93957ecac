import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlanFacts } from "@/components/audits/plan-facts";
import { SampleTable } from "@/components/audits/sample-table";
import { StandardList } from "@/components/audits/standard-list";
import { LocalParagraphs } from "@/components/offerings/local-text";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { findPlan, findSamplePage } from "@/lib/audits/plans/view/queries";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { plainText, textIn } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/audits/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const plan = (await findPlan(slug)) ?? notFound();
  const title = plainText(plan.title, locale);
  return pageMetadata({ locale, path: `audits/${slug}`, title, description: plainText(plan.aim, locale).slice(0, 300) });
}

export default async function PublicPlanPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const plan = (await findPlan(slug)) ?? notFound();
  const [t, { page: asked }] = await Promise.all([getTranslations("audits"), searchParams]);
  const sample = await findSamplePage(plan, "public", asked);
  const title = textIn(plan.title, locale);
  const api = `${env.SITE_URL}/api/v1/audits/${slug}`;
  const unnamed = plan.random + plan.risk - sample.total;

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("public.breadcrumb")} steps={[{ href: address(locale, "audits"), name: t("public.title") }]} />
      <h1 className="mt-4 text-4xl [overflow-wrap:anywhere]" lang={title?.foreign ? title.language : undefined}>
        {title?.text}
      </h1>
      <LocalParagraphs texts={plan.aim} className="mt-3 mb-6 text-lg" />
      <PlanFacts plan={plan} />
      <Section id="sample" title={t("sample.title")}>
        {sample.total === 0 ? (
          <Nothing className="">{t(plan.drawnAt ? "sample.noneNamed" : "sample.none")}</Nothing>
        ) : (
          <>
            <SampleTable plan={plan} rows={sample.rows} reader="public" />
            <div className="mt-6">
              <Pagination
                page={sample.page}
                pages={sample.pages}
                href={(page) => `${address(locale, `audits/${slug}`)}?page=${page}#sample`}
              />
            </div>
          </>
        )}
        {plan.drawnAt && unnamed > 0 && <p className="mt-4 max-w-[66ch] text-ink-2">{t("sample.unnamed", { count: unnamed })}</p>}
      </Section>
      {plan.random > 0 && (
        <Section id="redraw" title={t("redraw.title")}>
          <div className="max-w-[66ch] space-y-3">
            <p>{t("redraw.rule")}</p>
            <p>{t("redraw.why")}</p>
            <p>{t("redraw.tools")}</p>
          </div>
          <ul className="mt-3 max-w-[76ch] space-y-1 font-mono text-sm [overflow-wrap:anywhere]">
            <li>
              <a href={`/api/v1/audits/${slug}`}>{api}</a>
            </li>
            <li>
              <a href={`/api/v1/audits/${slug}/frame`}>{api}/frame</a>
            </li>
          </ul>
        </Section>
      )}
      <Section id="standards" title={t("plan.standards")}>
        <StandardList standards={plan.standards} />
      </Section>
    </main>
  );
}
