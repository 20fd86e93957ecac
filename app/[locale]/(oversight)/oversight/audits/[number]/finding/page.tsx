import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AuditGate } from "@/components/audits/audit-gate";
import { FindingForm, SettleForm } from "@/components/audits/finding-form";
import { FindingList } from "@/components/audits/finding-list";
import { FoldedPart } from "@/components/audits/form-part";
import { DeskPage } from "@/components/desk/desk-page";
import { Nothing } from "@/components/ui/nothing";
import { listInspected } from "@/lib/audits/findings/queries";
import { auditNumber } from "@/lib/audits/number";
import { findAudit } from "@/lib/audits/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { declareForFindingAction, draftFindingAction, dropDraftAction, settleFindingAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/audits/[number]/finding">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.finding" });
  return { title: t("title"), robots: { index: false } };
}

export default async function FindingPage({ params, searchParams }: Props) {
  const { locale, number } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/audits/${number}/finding`);
  const actor = actorOf(person);
  const found = mayAtAll(actor, "audit.act") ? await findAudit(actor, number) : undefined;
  if (!found) notFound();
  const [t, query] = await Promise.all([getTranslations("audits"), searchParams]);
  const back = (
    <p className="mt-10">
      <a href={address(locale, `oversight/audits/${number}`)}>{t("head.back", { number: auditNumber(found.audit.number) })}</a>
    </p>
  );
  if (found.gate !== "open")
    return (
      <DeskPage person={person} part="audits" title={t("finding.title")}>
        <AuditGate gate={found.gate} declare={declareForFindingAction.bind(null, number)} />
        {back}
      </DeskPage>
    );
  const { state, words, subject, audit } = found;
  const asked = state.findings.find((one) => String(one.number) === [query.finding].flat()[0]);
  const now = words.findLast((one) => one.number === asked?.number);
  const drafts = state.stage === "examined" && !asked?.dropped;
  const settles = state.stage === "answered" && asked && !asked.dropped && asked.settled === null;
  const title = asked ? t("finding.numbered", { number: asked.number }) : t("do.find");

  return (
    <DeskPage person={person} part="audits" title={title} intro={auditNumber(audit.number)}>
      {drafts && (
        <FindingForm
          number={asked?.number ?? state.findings.length + 1}
          offering={asked ? (now?.slug ?? "") : (subject.offeringSlug ?? "")}
          version={now?.versionNumber ? String(now.versionNumber) : !asked && subject.version ? String(subject.version) : ""}
          standards={audit.standards}
          now={now}
          action={draftFindingAction.bind(null, number)}
        />
      )}
      {drafts && asked && (
        <div className="mt-8">
          <FoldedPart
            title={t("find.drop")}
            text={t("find.dropText")}
            action={dropDraftAction.bind(null, number, asked.number)}
            button={t("find.dropButton")}
            look="quiet"
          />
        </div>
      )}
      {settles && (
        <>
          <div className="mt-8">
            <FindingList
              heading="h2"
              findings={[asked]}
              words={words}
              standards={audit.standards}
              views={await listInspected([asked], words)}
            />
          </div>
          <SettleForm standards={audit.standards} now={now} action={settleFindingAction.bind(null, number, asked.number)} />
        </>
      )}
      {!drafts && !settles && <Nothing>{t("find.notNow")}</Nothing>}
      {back}
    </DeskPage>
  );
}
