import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OpenAuditLink } from "@/components/audits/open-audit-link";
import { DeskPage } from "@/components/desk/desk-page";
import { CaseAnswer, CaseReported, CaseSteps } from "@/components/reports/case-parts";
import { CloseForm, ForwardForm } from "@/components/reports/handle-forms";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { findWhyNot } from "@/lib/decisions/queries";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { findReport } from "@/lib/reports/queries";
import { caseNumber, isOfSite, providerDays } from "@/lib/reports/report";
import { closeReportAction, forwardReportAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/reports/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "reports.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OverseenReportPage({ params, searchParams }: Props) {
  const { locale, number } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/reports/${number}`);
  const actor = actorOf(person);
  const report = (await findReport(actor, number, "authority")) ?? notFound();
  const ofSite = isOfSite(report.page);
  const [t, problems, query, why] = await Promise.all([
    getTranslations("reports"),
    getTranslations("problems"),
    searchParams,
    ofSite ? null : findWhyNot(actor, report.organisationId),
  ]);
  const mayHandle = mayAtAll(actor, "report.handle") && !report.closedAt;

  return (
    <DeskPage
      person={person}
      part="oversightReports"
      title={t("case.title", { number: caseNumber(report.number) })}
      intro={report.closedAt ? undefined : t("case.clock", { day: formatDay(report.dueOn, locale, "long") })}
      done={query.done}
    >
      <CaseReported report={report} />
      {!ofSite && (
        <p className="mt-3 flex flex-wrap gap-x-6">
          <a href={address(locale, `oversight/providers/${report.providerSlug}`)}>{t("handle.provider")}</a>
          {mayAtAll(actor, "audit.act") && <OpenAuditLink provider={report.providerSlug} offering={report.offeringSlug} />}
        </p>
      )}
      <CaseSteps report={report} />
      {report.closedAt && (
        <Section id="answer" title={t("case.answer")}>
          <CaseAnswer report={report} />
        </Section>
      )}
      {mayHandle && why && <p className="mt-10 max-w-[62ch] font-semibold">{problems(why)}</p>}
      {mayHandle && !why && !ofSite && !report.forwardedAt && (
        <ForwardForm action={forwardReportAction.bind(null, number)} dueOn={addDays(today(), providerDays)} />
      )}
      {mayHandle && !why && (
        <CloseForm
          action={closeReportAction.bind(null, number)}
          about={ofSite ? "site" : report.offeringSlug === null ? "provider" : "offering"}
        />
      )}
    </DeskPage>
  );
}
