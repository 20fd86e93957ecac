import { useLocale, useTranslations } from "next-intl";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import type { ApplicationView } from "@/lib/applications/queries";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { QueueTable } from "./queue-table";

const shown = 5;

/** What the authority has to answer, for its first page: those that wait longest, and how many there are. */
export function WaitingApplications({ applications }: { applications: ApplicationView[] }) {
  const t = useTranslations("desk.home");
  const locale = useLocale();
  const count = applications.length > 0 ? ` (${formatNumber(applications.length, locale)})` : "";

  return (
    <Section id="waiting" title={`${t("waiting")}${count}`} aside={<a href={address(locale, "oversight/applications")}>{t("queue")}</a>}>
      {applications.length === 0 ? (
        <Nothing className="">{t("nothingWaits")}</Nothing>
      ) : (
        <QueueTable applications={applications.slice(0, shown)} />
      )}
    </Section>
  );
}
