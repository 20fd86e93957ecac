import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalText } from "@/components/offerings/local-text";
import { Section } from "@/components/ui/section";
import { addDays, type Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import type { QualityReportDocument } from "@/lib/quality/public/queries";
import { reportAnchor } from "./known-report";
import { ProgrammeList, ReportMark, ReportPapers, ReportValidity } from "./report-facts";

type Props = {
  reports: QualityReportDocument[];
  day: Day;
  /** The way to those that are not shown. */
  children?: ReactNode;
};

/** What quality agencies reported about an organisation, for everybody; nothing where nobody did. */
export function QualityReports({ reports, day, children }: Props) {
  const t = useTranslations("quality.public");
  if (reports.length === 0) return null;
  return (
    <Section id="quality-reports" title={t("title")}>
      <p className="mb-3 max-w-[66ch] text-ink-2 text-sm">{t("lead")}</p>
      <ul className="max-w-[62rem] divide-y divide-line border-line border-y">
        {reports.map((report) => (
          <li
            key={`${report.agency.deqarId} ${report.localIdentifier} ${report.predecessor?.slug}`}
            id={reportAnchor(report)}
            className="scroll-mt-4 break-inside-avoid py-4"
          >
            <Report report={report} day={day} />
          </li>
        ))}
      </ul>
      {children}
    </Section>
  );
}

/** So many of the newest are shown beside other things; the register has all. */
const latestShown = 5;

export function LatestQualityReports({ reports, day, slug }: { reports: QualityReportDocument[]; day: Day; slug: string }) {
  const t = useTranslations("quality.public");
  const locale = useLocale();
  return (
    <QualityReports reports={reports.slice(0, latestShown)} day={day}>
      {reports.length > latestShown && (
        <p className="mt-3">
          <a href={address(locale, `register/${slug}#quality-reports`)}>{t("all", { count: reports.length })}</a>
        </p>
      )}
    </QualityReports>
  );
}

function Report({ report, day }: { report: QualityReportDocument; day: Day }) {
  const t = useTranslations("quality");
  const locale = useLocale();
  const { agency, decision, from, lastDay, predecessor, programmes } = report;
  const valid = { from, until: lastDay === null ? null : addDays(lastDay, 1) };
  return (
    <div className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="space-y-1">
        <p className="font-semibold">
          {t(`type.${report.type}`)}: {t(`decision.${decision}`)}
        </p>
        <p className="text-sm">
          <span lang="en">{agency.name}</span> ({agency.acronym}), <Eqar term={agency.inEqar} />
        </p>
        {predecessor && (
          <p className="text-sm">
            {t.rich("public.predecessor", {
              name: () => (
                <a href={address(locale, `register/${predecessor.slug}`)}>
                  <LocalText texts={predecessor.name} quiet />
                </a>
              ),
            })}
          </p>
        )}
        {programmes.length > 0 && (
          <div className="text-sm">
            <ProgrammeList programmes={programmes} />
          </div>
        )}
        <ReportPapers files={report.files} links={report.links} />
      </div>
      <div>
        <ReportMark decision={decision} valid={valid} day={day} />
        <p className="text-sm">
          <ReportValidity valid={valid} />
        </p>
        <p className="text-ink-2 text-sm [overflow-wrap:anywhere]">
          {t(`status.${report.status}`)} · {report.localIdentifier}
        </p>
      </div>
    </div>
  );
}

function Eqar({ term }: { term: QualityReportDocument["agency"]["inEqar"] }) {
  const t = useTranslations("quality.public");
  if (!term) return t("notInEqar");
  return t.rich("inEqar", {
    period: () => <ReportValidity valid={{ from: term.from, until: term.lastDay === null ? null : addDays(term.lastDay, 1) }} />,
  });
}
