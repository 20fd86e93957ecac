import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CaseAnswer, CaseReported, CaseSteps } from "@/components/reports/case-parts";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { today } from "@/lib/clock";
import { formatDay } from "@/lib/i18n/format";
import { findReportByLink } from "@/lib/reports/queries";
import { caseNumber, lateOn } from "@/lib/reports/report";
import { confirmReportEmailAction } from "./actions";

type Props = PageProps<"/[locale]/report/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "reports.list" });
  // The address is a secret: it is not told to where a link leads.
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function CasePage({ params, searchParams }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const [t, query, report] = await Promise.all([getTranslations("reports"), searchParams, findReportByLink(token)]);
  if (!report) notFound();
  const code = [query.code].flat()[0];
  const asks = report.mail === "unconfirmed" && code !== undefined;
  const due = { day: formatDay(report.dueOn, locale, "long") };

  return (
    <main id="main" className="wrap max-w-3xl py-8 sm:py-12">
      <h1 className="text-3xl">{t("case.title", { number: caseNumber(report.number) })}</h1>
      {(query.done === "1" || query.done === "confirmed") && (
        <p role="status" className="mt-5 rounded-md border-good border-s-4 bg-good-soft px-4 py-3 font-semibold text-good">
          {t(query.done === "1" ? "case.sent" : "case.confirmed")}
        </p>
      )}
      {!report.closedAt && <p className="mt-4 text-lg">{t(lateOn(report, today()) === "authority" ? "case.late" : "case.clock", due)}</p>}
      {asks && (
        <ActionForm action={confirmReportEmailAction.bind(null, token, code)} problemsTitle={t("give.problems")} className="mt-6">
          <p className="mb-3">{t("case.confirmText")}</p>
          <Button type="submit">{t("case.confirm")}</Button>
        </ActionForm>
      )}
      <CaseSteps report={report} />
      <Section id="answer" title={t("case.answer")}>
        <CaseAnswer report={report} />
        <p className="mt-3 text-ink-2 text-sm">
          {t(
            report.closedAt
              ? "case.mailGone"
              : ({ none: "case.mailNone", unconfirmed: "case.mailUnconfirmed", confirmed: "case.mailConfirmed" } as const)[report.mail],
          )}
        </p>
      </Section>
      <Section id="reported" title={t("case.reported")}>
        <CaseReported report={report} />
      </Section>
      <p className="mt-10 text-ink-2 text-sm">{t("case.secret")}</p>
    </main>
  );
}
