import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RestrictionList } from "@/components/accreditations/restriction-list";
import { ConflictForm } from "@/components/deciding/conflict-form";
import { DecisionHistory } from "@/components/deciding/decision-history";
import { OverseenHead } from "@/components/deciding/overseen-head";
import { DeskPage } from "@/components/desk/desk-page";
import { LocalText } from "@/components/offerings/local-text";
import { Accreditations } from "@/components/providers/accreditations";
import { Registrations } from "@/components/providers/registrations";
import { KnownReport, reportPath } from "@/components/quality/known-report";
import { LatestQualityReports } from "@/components/quality/quality-reports";
import { NameHistory } from "@/components/register/name-history";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import type { RestrictionEntry } from "@/lib/accreditations/accreditation";
import { listAccreditations, listRegistrations, listRestrictions } from "@/lib/accreditations/queries";
import { recentOf } from "@/lib/accreditations/recent";
import { listAuditsBehind } from "@/lib/audits/proposals/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { listDrafts } from "@/lib/decisions/drafts/queries";
import { findOverseen, findWhyNot, listDecisions } from "@/lib/decisions/queries";
import { address } from "@/lib/i18n/address";
import { paged } from "@/lib/pages/paged";
import { listQualityReports } from "@/lib/quality/public/queries";
import { readRecord } from "@/lib/register/record/queries";
import { declareConflictAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/providers/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "deciding.list" });
  return { title: t("column.name"), robots: { index: false } };
}

export default async function OverseenProviderPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/providers/${slug}`);
  const actor = actorOf(person);
  const provider = (await findOverseen(actor, slug)) ?? notFound();
  const day = today();
  const [t, problems, query, registrations, accreditations, restrictions, decisions, audits, drafts, why, reports, record] =
    await Promise.all([
      getTranslations("deciding"),
      getTranslations("problems"),
      searchParams,
      listRegistrations(provider.id, day),
      listAccreditations([provider.id], day),
      listRestrictions(provider.id, day),
      listDecisions(provider.id),
      listAuditsBehind(provider.authority.id, provider.id),
      listDrafts(actor, provider),
      findWhyNot(actor, provider.id),
      listQualityReports(provider.id, day, null),
      readRecord(slug, { validOn: day, asKnownOn: null }),
    ]);
  const signs = mayAtAll(actor, "decision.sign");
  const mayDecide = signs && why === null;
  const decidePath = `oversight/providers/${slug}/decide`;
  const here = address(locale, `oversight/providers/${slug}`);
  const history = paged(decisions.toReversed(), query.page);

  return (
    <DeskPage
      person={person}
      part="providers"
      title={<LocalText texts={provider.name} quiet />}
      done={query.done}
      actions={mayDecide && <ButtonLink href={address(locale, decidePath)}>{t("provider.decide")}</ButtonLink>}
    >
      <OverseenHead provider={provider} registrations={registrations} accreditations={accreditations.get(provider.id) ?? []} day={day} />
      {signs && why && <p className="mt-4 max-w-[62ch] border-warn border-s-4 bg-warn-soft px-4 py-3">{problems(why)}</p>}
      {drafts.length > 0 && mayDecide && <Drafts drafts={drafts} decidePath={decidePath} />}
      <Accreditations
        accreditations={accreditations.get(provider.id) ?? []}
        day={day}
        report={(one) => (
          <KnownReport url={one.reportUrl} reports={reports} hrefOf={(report) => address(locale, reportPath(slug, report))} />
        )}
      />
      <LatestQualityReports reports={reports} day={day} slug={slug} />
      {record && (
        <NameHistory record={record} aside={mayDecide && <a href={address(locale, `${decidePath}?kind=record`)}>{t("kind.record")}</a>} />
      )}
      <Restricted restrictions={restrictions} day={day} />
      {registrations.length > 0 ? (
        <Registrations registrations={registrations} day={day} />
      ) : (
        <p className="mt-8">{t("provider.noRegistration")}</p>
      )}
      <Section id="decisions" title={t("provider.decisions")}>
        {decisions.length === 0 ? (
          <p className="text-ink-2">{t("provider.noDecisions")}</p>
        ) : (
          <>
            <DecisionHistory
              decisions={history.shown}
              authorityId={provider.authority.id}
              decidePath={mayDecide ? decidePath : null}
              audits={audits}
            />
            <Pagination page={history.page} pages={history.pages} href={(to) => `${here}?page=${to}#decisions`} />
          </>
        )}
      </Section>
      {mayDecide && (
        <Section id="conflict" title={t("conflict.title")}>
          <ConflictForm action={declareConflictAction.bind(null, slug)} />
        </Section>
      )}
    </DeskPage>
  );
}

/** What is limited or warned of, and the last of what was. */
function Restricted({ restrictions, day }: { restrictions: RestrictionEntry[]; day: Day }) {
  const t = useTranslations("deciding");
  const { shown, left } = recentOf(restrictions, day);

  return (
    <Section id="restrictions" title={t("provider.restrictions")}>
      {restrictions.length === 0 ? (
        <p className="text-ink-2">{t("provider.noRestrictions")}</p>
      ) : (
        <>
          <RestrictionList restrictions={shown.toReversed()} day={day} />
          {left > 0 && <p className="mt-4">{t("provider.restrictionsLeft", { count: left })}</p>}
        </>
      )}
    </Section>
  );
}

/** What was filled in and nobody has signed yet. */
function Drafts({ drafts, decidePath }: { drafts: Awaited<ReturnType<typeof listDrafts>>; decidePath: string }) {
  const t = useTranslations("deciding");
  const locale = useLocale();

  return (
    <Section id="drafts" title={t("provider.drafts")}>
      <ul className="list-disc space-y-1 ps-5">
        {drafts.map(({ id, kind }) => (
          <li key={id}>
            <a href={address(locale, `${decidePath}/${id}`)}>{t("provider.draft", { kind: t(`name.${kind}`) })}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
