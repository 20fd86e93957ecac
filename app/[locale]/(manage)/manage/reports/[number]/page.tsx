import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { CaseAnswer, CaseReported, CaseSteps } from "@/components/reports/case-parts";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { findReport } from "@/lib/reports/queries";
import { caseNumber, reportState } from "@/lib/reports/report";
import { answerReportAction } from "./actions";

type Props = PageProps<"/[locale]/manage/reports/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "reports.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OwnReportPage({ params, searchParams }: Props) {
  const { locale, number } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/reports/${number}`);
  const actor = actorOf(person);
  const report = (await findReport(actor, number, "provider")) ?? notFound();
  const [t, desk, query] = await Promise.all([getTranslations("reports"), getTranslations("desk"), searchParams]);
  const waits = reportState(report) === "forwarded";
  const due = report.providerDueOn ?? today();

  return (
    <DeskPage
      person={person}
      part="reports"
      title={t("case.title", { number: caseNumber(report.number) })}
      intro={waits ? t(due < today() ? "own.overdue" : "own.due", { day: formatDay(due, locale, "long") }) : undefined}
      done={query.done}
    >
      <CaseReported report={report} />
      {report.offeringSlug && (
        <p className="mt-3">
          <a href={address(locale, `manage/offerings/${report.offeringSlug}/edit/learn`)}>{t("own.offering")}</a>
        </p>
      )}
      <CaseSteps report={report} />
      {waits && mayAtAll(actor, "report.answer") && (
        <Section id="give-answer" title={t("own.answer")}>
          <ActionForm action={answerReportAction.bind(null, number)} problemsTitle={desk("problems")} className="grid max-w-2xl gap-4">
            <AreaField name="text" rows={6} label={t("own.answer")} hint={t("own.answerHint")} />
            <Button type="submit" className="justify-self-start">
              {t("own.send")}
            </Button>
          </ActionForm>
        </Section>
      )}
      {report.closedAt && (
        <Section id="answer" title={t("case.answer")}>
          <CaseAnswer report={report} />
        </Section>
      )}
    </DeskPage>
  );
}
