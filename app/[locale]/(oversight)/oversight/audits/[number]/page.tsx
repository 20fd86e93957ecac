import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DemandForm, ProlongForm, ProposeForm, ReviewForm } from "@/components/audits/action-forms";
import { ActionList } from "@/components/audits/action-list";
import { AuditGate } from "@/components/audits/audit-gate";
import { AuditHead } from "@/components/audits/audit-head";
import { AuditHistory } from "@/components/audits/audit-history";
import { AuditPath } from "@/components/audits/audit-path";
import { DoNow } from "@/components/audits/do-now";
import { FilesOf } from "@/components/audits/files-of";
import { FindingLinks, FindingList } from "@/components/audits/finding-list";
import { ProposalList } from "@/components/audits/proposal-list";
import { RiskParts } from "@/components/audits/sample-table";
import { ResultLine } from "@/components/audits/summary-parts";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { listInspected } from "@/lib/audits/findings/queries";
import { auditNumber } from "@/lib/audits/number";
import { findAudit, type OpenAudit } from "@/lib/audits/queries";
import { listAuditors } from "@/lib/audits/queue/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import {
  announceAuditAction,
  askEvidenceAction,
  assignAuditorAction,
  closeAuditAction,
  declareForAuditAction,
  demandAuditAction,
  endAuditAction,
  extendDeadlineAction,
  finaliseAction,
  proceedAction,
  prolongAuditAction,
  proposeDecisionAction,
  reviewAuditAction,
  sendFindingsAction,
} from "./actions";

type Props = PageProps<"/[locale]/oversight/audits/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OverseenAuditPage({ params, searchParams }: Props) {
  const { locale, number } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/audits/${number}`);
  const actor = actorOf(person);
  const found = (await findAudit(actor, number)) ?? notFound();
  const [t, query] = await Promise.all([getTranslations("audits"), searchParams]);
  const mayAct = mayAtAll(actor, "audit.act");
  const page = { person, part: "audits", title: t("head.title", { number: auditNumber(found.audit.number) }), done: query.done } as const;
  if (found.gate !== "open")
    return (
      <DeskPage {...page}>
        <AuditHead audit={{ ...found.audit, cause: null }} subject={found.subject} side="authority" />
        <AuditGate gate={found.gate} declare={declareForAuditAction.bind(null, number)} />
      </DeskPage>
    );
  const { state } = found;
  const isOpen = state.stage !== "closed";

  return (
    <DeskPage {...page}>
      <ProblemSaid code={query.problem} />
      <AuditHead audit={found.audit} subject={found.subject} side="authority" />
      {found.risk && (
        <div className="mt-2">
          <RiskParts risk={found.risk} />
        </div>
      )}
      <AuditPath state={state} day={today()} />
      {state.result && (
        <div className="mt-6 text-lg">
          <ResultLine result={state.result} />
        </div>
      )}
      {mayAct && isOpen && (
        <DoNow
          state={state}
          day={today()}
          path={`oversight/audits/${number}`}
          auditors={await listAuditors(actor)}
          actions={{
            assign: assignAuditorAction.bind(null, number),
            announce: announceAuditAction.bind(null, number),
            ask: askEvidenceAction.bind(null, number),
            extend: extendDeadlineAction.bind(null, number),
            proceed: proceedAction.bind(null, number),
            send: sendFindingsAction.bind(null, number),
            finalise: finaliseAction.bind(null, number),
            close: closeAuditAction.bind(null, number),
            end: endAuditAction.bind(null, number),
          }}
        />
      )}
      <Found audit={found} number={number} locale={locale} mayAct={mayAct} />
      <Section id="files" title={t("files.title")}>
        <FilesOf
          files={found.files}
          number={number}
          upload={mayAct && isOpen ? address(locale, `oversight/audits/${number}/files`) : null}
          side="authority"
        />
      </Section>
      {(found.proposals.length > 0 || (mayAct && ["examined", "sent", "answered", "final"].includes(state.stage))) && (
        <Section id="proposals" title={t("propose.heading")}>
          <ProposalList proposals={found.proposals} providerSlug={found.subject.providerSlug} signs={mayAtAll(actor, "decision.sign")} />
          {mayAct && isOpen && <ProposeForm action={proposeDecisionAction.bind(null, number)} />}
        </Section>
      )}
      {!isOpen && state.result !== "discontinued" && (
        <Section id="summary" title={t("summary.title")}>
          <p className="max-w-[62ch]">{t(found.summary ? "summary.published" : "summary.none")}</p>
          <p className="mt-4 flex flex-wrap gap-4">
            {mayAct && (
              <ButtonLink look={found.summary ? "quiet" : "main"} href={address(locale, `oversight/audits/${number}/summary`)}>
                {t(found.summary ? "summary.correct" : "summary.write")}
              </ButtonLink>
            )}
            {found.summary && (
              <a href={address(locale, `audits/summaries/${number}`)} className="self-center">
                {t("summary.read")}
              </a>
            )}
          </p>
        </Section>
      )}
      {found.acts.length > 0 && (
        <Section id="history" title={t("history")}>
          <AuditHistory acts={found.acts} names={found.names} />
        </Section>
      )}
      <p className="mt-10">
        <a href={address(locale, "oversight/audits")}>{t("list.back")}</a>
      </p>
    </DeskPage>
  );
}

/** Findings with what the inspected versions say, and the corrective actions that follow from them. */
async function Found({ audit, number, locale, mayAct }: { audit: OpenAudit; number: string; locale: string; mayAct: boolean }) {
  const t = await getTranslations("audits");
  const { state, words } = audit;
  const day = today();
  const views = await listInspected(state.findings, words);
  const offeringOf = (finding: number) => words.findLast((one) => one.number === finding)?.slug ?? null;

  return (
    <>
      {(state.findings.length > 0 || state.stage === "examined") && (
        <Section id="findings" title={t("finding.title")}>
          <FindingList
            findings={state.findings}
            words={words}
            standards={audit.audit.standards}
            views={views}
            below={(finding) =>
              mayAct && <FindingLinks state={state} finding={finding} path={address(locale, `oversight/audits/${number}/finding`)} />
            }
          />
        </Section>
      )}
      {(state.actions.length > 0 || state.stage === "final") && (
        <Section id="actions" title={t("action.title")}>
          <ActionList
            actions={state.actions}
            day={day}
            offeringOf={offeringOf}
            below={(action) =>
              mayAct &&
              state.stage === "final" && (
                <>
                  {action.state === "stated" && (
                    <ReviewForm of={action.number} day={day} action={reviewAuditAction.bind(null, number, action.number)} />
                  )}
                  {action.state === "open" && (
                    <ProlongForm
                      of={action.number}
                      dueOn={action.dueOn}
                      day={day}
                      action={prolongAuditAction.bind(null, number, action.number)}
                    />
                  )}
                </>
              )
            }
          />
          {mayAct && state.stage === "final" && <DemandForm state={state} day={day} action={demandAuditAction.bind(null, number)} />}
        </Section>
      )}
    </>
  );
}
