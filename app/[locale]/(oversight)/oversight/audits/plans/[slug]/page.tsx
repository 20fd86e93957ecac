import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormPart } from "@/components/audits/form-part";
import { PlanFacts } from "@/components/audits/plan-facts";
import { SampleTable } from "@/components/audits/sample-table";
import { StandardList } from "@/components/audits/standard-list";
import { DeskPage } from "@/components/desk/desk-page";
import { LocalParagraphs } from "@/components/offerings/local-text";
import { TextField } from "@/components/ui/form-fields";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { findOwnPlan, findSamplePage } from "@/lib/audits/plans/view/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { drawPlanAction, stateSeedAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/audits/plans/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.plans" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OverseenPlanPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/audits/plans/${slug}`);
  const actor = actorOf(person);
  const plan = (await findOwnPlan(actor, slug)) ?? notFound();
  const [t, query] = await Promise.all([getTranslations("audits"), searchParams]);
  const sample = await findSamplePage(plan, "authority", query.page);
  const plans = mayAtAll(actor, "audit.plan") && !plan.drawnAt;
  const waits = plan.random > 0 && plan.seed === null;

  return (
    <DeskPage person={person} part="audits" title={plainText(plan.title, locale)} done={query.done}>
      <LocalParagraphs texts={plan.aim} className="mt-3 text-ink-2" />
      <div className="mt-6">
        <PlanFacts plan={plan} />
      </div>
      <p className="mt-3">
        <a href={address(locale, `audits/${slug}`)}>{t("plan.public")}</a>
      </p>
      {plans && (
        <Section id="now" title={t("do.title")}>
          {waits && plan.seedSource !== null ? (
            <FormPart
              title={t("plan.stateSeed")}
              text={t("plan.stateSeedText", { source: plan.seedSource })}
              action={stateSeedAction.bind(null, slug)}
              button={t("plan.stateSeedButton")}
            >
              <TextField name="seed" label={t("plan.seed")} autoComplete="off" />
            </FormPart>
          ) : (
            <FormPart
              title={t("plan.draw")}
              text={t(waits ? "plan.drawWaits" : "plan.drawText")}
              action={drawPlanAction.bind(null, slug)}
              button={t("plan.drawButton")}
            />
          )}
        </Section>
      )}
      <Section
        id="sample"
        title={t("sample.title")}
        aside={sample.total > 0 && <a href={address(locale, `oversight/audits?plan=${slug}&state=all`)}>{t("sample.queue")}</a>}
      >
        {sample.total === 0 ? (
          <Nothing className="">{t("sample.none")}</Nothing>
        ) : (
          <>
            <SampleTable plan={plan} rows={sample.rows} reader="authority" />
            <div className="mt-6">
              <Pagination
                page={sample.page}
                pages={sample.pages}
                href={(page) => `${address(locale, `oversight/audits/plans/${slug}`)}?page=${page}#sample`}
              />
            </div>
          </>
        )}
      </Section>
      <Section id="standards" title={t("plan.standards")}>
        <StandardList standards={plan.standards} />
      </Section>
      <p className="mt-10">
        <a href={address(locale, "oversight/audits")}>{t("list.back")}</a>
      </p>
    </DeskPage>
  );
}
