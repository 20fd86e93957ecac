import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AuditList } from "@/components/audits/audit-list";
import { DeskPage } from "@/components/desk/desk-page";
import { auditQuery } from "@/lib/audits/queue/list";
import { listAudits } from "@/lib/audits/queue/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";

type Props = PageProps<"/[locale]/manage/audits">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OwnAuditsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/audits");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "audit.own")) notFound();
  const [t, asked] = await Promise.all([getTranslations("audits.list"), searchParams]);
  const query = auditQuery.parse(asked);

  return (
    <DeskPage person={person} part="ownAudits" title={t("title")} intro={t("manage")} done={asked.done}>
      <AuditList found={await listAudits(actor, query, "provider")} query={query} path="manage/audits" />
    </DeskPage>
  );
}
