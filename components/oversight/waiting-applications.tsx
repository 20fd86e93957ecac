import { useLocale, useTranslations } from "next-intl";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import type { QueuePage } from "@/lib/casework/queue/queries";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { QueueTable } from "./queue-table";

/** What the authority has to answer, for its first page: those that are due first, and how many there are. */
export function WaitingApplications({ queue: { rows, total } }: { queue: QueuePage }) {
  const t = useTranslations("desk.home");
  const locale = useLocale();
  const count = total > 0 ? ` (${formatNumber(total, locale)})` : "";

  return (
    <Section id="waiting" title={`${t("waiting")}${count}`} aside={<a href={address(locale, "oversight/applications")}>{t("queue")}</a>}>
      {total === 0 ? <Nothing className="">{t("nothingWaits")}</Nothing> : <QueueTable rows={rows} />}
    </Section>
  );
}
