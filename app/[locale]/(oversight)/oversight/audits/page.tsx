import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AuditList } from "@/components/audits/audit-list";
import { PlanList } from "@/components/audits/plan-list";
import { DeskPage } from "@/components/desk/desk-page";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import { listPlans } from "@/lib/audits/public/queries";
import { auditQuery } from "@/lib/audits/queue/list";
import { listAuditors, listAudits } from "@/lib/audits/queue/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";

type Props = PageProps<"/[locale]/oversight/audits">;

/** Plans that one chooses from by name; older ones are found by words. */
const shownInFilter = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function AuditsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/audits");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "audit.read")) notFound();
  const [t, asked] = await Promise.all([getTranslations("audits"), searchParams]);
  const query = auditQuery.parse(asked);
  const [found, auditors, plans] = await Promise.all([
    listAudits(actor, query, "authority"),
    listAuditors(actor),
    listPlans(1, { authorityId: actor.organisationId ?? "", perPage: shownInFilter }),
  ]);
  const acts = mayAtAll(actor, "audit.act");

  return (
    <DeskPage
      person={person}
      part="audits"
      title={t("list.title")}
      intro={t("list.oversight")}
      done={asked.done}
      actions={
        acts && (
          <>
            <ButtonLink href={address(locale, "oversight/audits/plans/new")}>{t("plans.new")}</ButtonLink>
            <ButtonLink look="quiet" href={address(locale, "oversight/audits/new")}>
              {t("opening.title")}
            </ButtonLink>
          </>
        )
      }
    >
      <AuditList found={found} query={query} path="oversight/audits" auditors={auditors} plans={plans.rows} />
      <Section
        id="plans"
        title={t("plans.title")}
        aside={plans.total > 5 && <a href={address(locale, "oversight/audits/plans")}>{t("plans.all")}</a>}
      >
        {plans.total === 0 ? (
          <Nothing className="">{t("plans.none")}</Nothing>
        ) : (
          <PlanList rows={plans.rows.slice(0, 5)} path="oversight/audits/plans" />
        )}
      </Section>
    </DeskPage>
  );
}
