import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";
import { reportPath } from "@/lib/reports/report";

/** At the end of a public page: where one says that something on it is wrong. */
export function ReportLink({ page }: { page: string }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  return (
    <p className="mt-12 border-line border-t pt-4 text-sm print:hidden">
      <a href={address(locale, reportPath({ page }))} rel="nofollow" className="inline-flex min-h-8 items-center">
        {t("link")}
      </a>
    </p>
  );
}
