import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlanList } from "@/components/audits/plan-list";
import { DeskPage } from "@/components/desk/desk-page";
import { Button, ButtonLink } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { publicAuditQuery } from "@/lib/audits/public/list";
import { listPlans } from "@/lib/audits/public/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";

type Props = PageProps<"/[locale]/oversight/audits/plans">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.plans" });
  return { title: t("title"), robots: { index: false } };
}

export default async function AuditPlansPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/audits/plans");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "audit.read")) notFound();
  const [t, asked] = await Promise.all([getTranslations("audits"), searchParams]);
  const { q, page } = publicAuditQuery.parse(asked);
  const found = await listPlans(page, { authorityId: actor.organisationId ?? "", q });
  const here = address(locale, "oversight/audits/plans");

  return (
    <DeskPage
      person={person}
      part="audits"
      title={t("plans.title")}
      intro={t("plans.intro")}
      actions={
        mayAtAll(actor, "audit.plan") && <ButtonLink href={address(locale, "oversight/audits/plans/new")}>{t("plans.new")}</ButtonLink>
      }
    >
      <search className="mt-7 block">
        <form action={here} className="grid max-w-2xl gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <InputField id="q" name="q" type="search" label={t("plans.q")} defaultValue={q} />
          <Button type="submit" look="quiet" className="self-end">
            {t("list.show")}
          </Button>
        </form>
      </search>
      <div className="mt-7">
        {found.total === 0 ? (
          <Nothing className="" action={q && <a href={here}>{t("plans.all")}</a>}>
            {t(q ? "plans.nothing" : "plans.none")}
          </Nothing>
        ) : (
          <PlanList rows={found.rows} path="oversight/audits/plans" />
        )}
      </div>
      <div className="mt-6">
        <Pagination page={found.page} pages={found.pages} href={(one) => `${here}?${new URLSearchParams({ q, page: String(one) })}`} />
      </div>
      <p className="mt-8">
        <a href={address(locale, "oversight/audits")}>{t("list.back")}</a>
      </p>
    </DeskPage>
  );
}
