import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlanForm } from "@/components/audits/plan-form";
import { DeskPage } from "@/components/desk/desk-page";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { listCriteria } from "@/lib/criteria/queries";
import { address } from "@/lib/i18n/address";
import { announcePlanAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/audits/plans/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.plans" });
  return { title: t("new"), robots: { index: false } };
}

export default async function NewAuditPlanPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/audits/plans/new");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "audit.plan")) notFound();
  const [t, sets] = await Promise.all([getTranslations("audits"), listCriteria(actor)]);
  const published = sets.filter(({ publishedAt }) => publishedAt).map(({ id, number, content }) => ({ id, number, title: content.title }));

  return (
    <DeskPage person={person} part="audits" title={t("plans.new")} intro={t("planning.intro")}>
      <PlanForm id={randomUUID()} day={today()} criteria={published} action={announcePlanAction} />
      <p className="mt-10">
        <a href={address(locale, "oversight/audits")}>{t("list.back")}</a>
      </p>
    </DeskPage>
  );
}
