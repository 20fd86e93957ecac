import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { MonitoringFilters } from "@/components/monitoring/monitoring-filters";
import { MonitoringTable } from "@/components/monitoring/monitoring-table";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { monitoringQuery } from "@/lib/monitoring/input";
import { listMonitored } from "@/lib/monitoring/queries";
import { acknowledgeAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/monitoring">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "monitoring" });
  return { title: t("title"), robots: { index: false } };
}

export default async function MonitoringPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/monitoring");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "monitoring.read")) notFound();
  const [t, asked] = await Promise.all([getTranslations("monitoring"), searchParams]);
  const query = monitoringQuery.parse(asked);
  const { rows, total, page, pages } = await listMonitored(actor, query);
  const here = address(locale, "oversight/monitoring");
  const at = (number: number) => new URLSearchParams({ ...query, page: String(number) }).toString();
  const taken = { count: Number([asked.count].flat()[0]) || 0 };

  return (
    <DeskPage person={person} part="monitoring" title={t("title")} intro={t("intro")} done={asked.done} doneValues={taken}>
      <MonitoringFilters query={query} />
      {total === 0 ? (
        <Nothing>{t("nothing")}</Nothing>
      ) : (
        <>
          <p role="status" className="mt-6 mb-2 font-semibold">
            {t("found", { count: total })}
          </p>
          <MonitoringTable rows={rows} {...(mayAtAll(actor, "monitoring.act") ? { action: acknowledgeAction.bind(null, at(page)) } : {})} />
        </>
      )}
      <div className="mt-6">
        <Pagination page={page} pages={pages} href={(to) => `${here}?${at(to)}`} />
      </div>
    </DeskPage>
  );
}
