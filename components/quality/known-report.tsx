import { useTranslations } from "next-intl";
import type { QualityReportDocument } from "@/lib/quality/public/queries";
import { isSameAddress } from "@/lib/quality/report";

/** Where a report stands on the page that lists it, and by which a page of the register is asked for that has it. */
export function reportAnchor({ agency, localIdentifier }: Pick<QualityReportDocument, "agency" | "localIdentifier">): string {
  return `report-${agency.deqarId}-${localIdentifier.replace(/[^\w-]+/g, "-")}`;
}

/** Where the register shows a report among all of an organisation. */
export const reportPath = (slug: string, report: QualityReportDocument): string =>
  `register/${slug}?reports=${reportAnchor(report)}#${reportAnchor(report)}`;

type Known = { url: string | null; reports: QualityReportDocument[]; hrefOf: (report: QualityReportDocument) => string };

/** From an accreditation that rests on a report to what the agency reported, where it is known here. */
export function KnownReport({ url, reports, hrefOf }: Known) {
  const t = useTranslations("quality.public");
  const known =
    url === null ? undefined : reports.find(({ files, links }) => [...files, ...links].some((paper) => isSameAddress(paper.url, url)));
  if (!known) return null;
  return (
    <p>
      <a href={hrefOf(known)} className="inline-block py-0.5">
        {t("known", { agency: known.agency.acronym, report: known.localIdentifier })}
      </a>
    </p>
  );
}
