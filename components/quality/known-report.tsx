import { useTranslations } from "next-intl";
import type { QualityReportDocument } from "@/lib/quality/public/queries";
import { isSameAddress } from "@/lib/quality/report";

/** Where a report stands on the page that lists it. */
export function reportAnchor({ agency, localIdentifier }: Pick<QualityReportDocument, "agency" | "localIdentifier">): string {
  return `report-${agency.deqarId}-${localIdentifier.replace(/[^\w-]+/g, "-")}`;
}

/** From an accreditation that rests on a report to what the agency reported, where it is known here. */
export function KnownReport({ url, reports }: { url: string | null; reports: QualityReportDocument[] }) {
  const t = useTranslations("quality.public");
  const known =
    url === null ? undefined : reports.find(({ files, links }) => [...files, ...links].some((paper) => isSameAddress(paper.url, url)));
  if (!known) return null;
  return (
    <p>
      <a href={`#${reportAnchor(known)}`} className="inline-block py-0.5">
        {t("known", { agency: known.agency.acronym, report: known.localIdentifier })}
      </a>
    </p>
  );
}
