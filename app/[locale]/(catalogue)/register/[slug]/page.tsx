import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AuditedLines } from "@/components/audits/summary-parts";
import { AccreditationTable } from "@/components/providers/accreditations";
import { Registrations } from "@/components/providers/registrations";
import { KnownReport, reportAnchor } from "@/components/quality/known-report";
import { QualityReports } from "@/components/quality/quality-reports";
import { AnswerView } from "@/components/register/answer-view";
import { ClockSentence } from "@/components/register/clock-sentence";
import { DecisionHistory } from "@/components/register/decision-history";
import { NameHistory } from "@/components/register/name-history";
import { OrganisationHead } from "@/components/register/organisation-head";
import { QuestionForm } from "@/components/register/question-form";
import { ReceiptLine } from "@/components/register/receipt-line";
import { RegisterTimeline } from "@/components/register/register-timeline";
import { RestrictionList } from "@/components/register/restriction-list";
import { TermLines } from "@/components/register/term-lines";
import { WrongParameters } from "@/components/register/wrong-parameters";
import { ReportLink } from "@/components/reports/report-link";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { listSummariesOf } from "@/lib/audits/public/queries";
import { networkAddress } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { pagedAround } from "@/lib/pages/paged";
import type { QualityReportDocument } from "@/lib/quality/public/queries";
import { instant } from "@/lib/register/instant";
import { answerQuestion } from "@/lib/register/queries";
import { parseQuestion, type Question, questionParameters, questionParams } from "@/lib/register/question";
import { giveReceipt } from "@/lib/register/receipts/commands";
import { findRecord, type RegisterRecord } from "@/lib/register/record/queries";
import { plainText } from "@/lib/texts/texts";
import "@/components/register/print.css";

type Props = PageProps<"/[locale]/register/[slug]">;

/** The question of an address; where a part of it makes no sense, it is named and the rest is asked. */
async function read(searchParams: Props["searchParams"]) {
  const params = await searchParams;
  const now = instant();
  const given = Object.fromEntries(questionParameters.map((name) => [name, [params[name]].flat()[0]]));
  const parsed = parseQuestion(given, now);
  if (parsed.ok) return { question: parsed.value, problems: [], asks: params.ask !== undefined, ...listed(params), ...now };
  const wrong = parsed.problems.map(({ field }) => field);
  const left = parseQuestion(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.includes(name))), now);
  const question: Question = left.ok ? left.value : { eqf: null, field: null, validOn: now.today, asKnownOn: null };
  return { question, problems: parsed.problems, asks: false, ...listed(params), ...now };
}

/** Of long lists the entry that is asked for: its page is shown. */
function listed(params: Awaited<Props["searchParams"]>) {
  return { decision: Number([params.decisions].flat()[0]), report: [params.reports].flat()[0] };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { question, asks, today } = await read(searchParams);
  const record = (await findRecord(slug, question.validOn, question.asKnownOn)) ?? notFound();
  const t = await getTranslations({ locale, namespace: "register" });
  const name = plainText(record.name, locale) || slug;
  return pageMetadata({
    locale,
    path: `register/${slug}`,
    title: `${name} · ${t("title")}`,
    description: `${name}. ${t("description")}`,
    noindex: asks || question.validOn !== today || question.asKnownOn !== null,
  });
}

export default async function OrganisationPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { question, problems, asks, decision, report, today } = await read(searchParams);
  const record = (await findRecord(slug, question.validOn, question.asKnownOn)) ?? notFound();
  const [t, audits, audited] = await Promise.all([
    getTranslations("register"),
    getTranslations("audits.public"),
    listSummariesOf(record.id, 5),
  ]);
  const href = address(locale, `register/${slug}`);
  const clocks = questionParams({ asKnownOn: question.asKnownOn, ...(question.validOn === today ? {} : { validOn: question.validOn }) });
  const day = question.validOn;
  const history = pagedAround(record.decisions, ({ number }) => number === decision, 40);
  const hrefTo = (list: string, entry: string | number, anchor: string) =>
    `${href}?${new URLSearchParams([...clocks, [list, String(entry)]])}#${anchor}`;
  const decisionHref = (number: number) =>
    history.shown.some((one) => one.number === number) ? `#decision-${number}` : hrefTo("decisions", number, `decision-${number}`);
  const reports = pagedAround(record.qualityReports, (one) => reportAnchor(one) === report, 20);
  const reportHref = (one: QualityReportDocument) =>
    reports.shown.includes(one) ? `#${reportAnchor(one)}` : hrefTo("reports", reportAnchor(one), reportAnchor(one));

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb
        label={t("breadcrumb")}
        steps={[{ href: `${address(locale, "register")}${clocks.size > 0 ? `?${clocks}` : ""}`, name: t("title") }]}
      />
      <OrganisationHead record={record} clocks={clocks.toString()} />
      <div className="my-5">
        <ClockSentence clocks={question} today={today} back={href} />
      </div>
      <WrongParameters problems={problems} />
      <QuestionForm slug={slug} question={question} today={today} />
      {asks && <Answered record={record} question={question} today={today} hrefOf={decisionHref} />}
      <Section id="timeline" title={t("organisation.timelineTitle")}>
        <p className="mb-3 max-w-[66ch] text-ink-2 text-sm">{t("organisation.timelineLead")}</p>
        <div className="max-w-[62rem]">
          <RegisterTimeline record={record} day={day} today={today} />
        </div>
      </Section>
      <Section id="accreditations" title={t("organisation.accreditations")}>
        {record.accreditations.length === 0 ? (
          <p className="text-ink-2">{t("organisation.noAccreditations")}</p>
        ) : (
          <AccreditationTable
            accreditations={record.accreditations}
            day={day}
            basis={(one) => (
              <>
                <TermLines term={one.term} hrefOf={decisionHref} />
                <KnownReport url={one.reportUrl} reports={record.qualityReports} hrefOf={reportHref} />
              </>
            )}
          />
        )}
      </Section>
      <QualityReports reports={reports.shown} day={day}>
        <Pagination
          page={reports.page}
          pages={reports.pages}
          href={(to) => (reports.firsts[to - 1] ? reportHref(reports.firsts[to - 1] as QualityReportDocument) : href)}
        />
      </QualityReports>
      <RestrictionList record={record} day={day} hrefOf={decisionHref} />
      <Registrations registrations={record.registrations} day={day} basis={(one) => <TermLines term={one.term} hrefOf={decisionHref} />} />
      <DecisionHistory record={record} history={history} hrefOf={decisionHref} />
      {audited.length > 0 && question.asKnownOn === null && (
        <Section id="audits" title={audits("heading")}>
          <AuditedLines rows={audited} />
        </Section>
      )}
      <NameHistory record={record} />
      {record.isProvider && <ReportLink page={`register/${slug}`} />}
    </main>
  );
}

/** The answer to what was asked, with its receipt: made at the first asking, and the same at every other. */
async function Answered({
  record,
  question,
  today,
  hrefOf,
}: {
  record: RegisterRecord;
  question: Question;
  today: string;
  hrefOf: (decision: number) => string;
}) {
  const t = await getTranslations("register.answer");
  const document = await answerQuestion(record, question);
  const receipt = await giveReceipt(await networkAddress(), document);

  return (
    <section id="answer" aria-labelledby="answer-title" className="mt-8 scroll-mt-4">
      <h2 id="answer-title" className="mb-3 text-2xl">
        {t("title")}
      </h2>
      <AnswerView document={document} today={today} hrefOf={hrefOf}>
        <ReceiptLine receipt={receipt} site={env.SITE_URL} />
      </AnswerView>
    </section>
  );
}
