import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionList } from "@/components/audits/action-list";
import { AuditHead } from "@/components/audits/audit-head";
import { AuditHistory } from "@/components/audits/audit-history";
import { AuditPath } from "@/components/audits/audit-path";
import { FilesOf } from "@/components/audits/files-of";
import { FindingList } from "@/components/audits/finding-list";
import { AnswerForm, AskedFor, HandIn, StateForm } from "@/components/audits/own-now";
import { ResultLine } from "@/components/audits/summary-parts";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { Section } from "@/components/ui/section";
import type { Action } from "@/lib/audits/actions/action";
import { turnOf } from "@/lib/audits/audit";
import { listInspected } from "@/lib/audits/findings/queries";
import { auditNumber } from "@/lib/audits/number";
import { type AuditView, findOwnAudit } from "@/lib/audits/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { answerFindingsAction, handInEvidenceAction, removeAuditFileAction, stateAuditAction } from "./actions";

type Props = PageProps<"/[locale]/manage/audits/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OwnAuditPage({ params, searchParams }: Props) {
  const { locale, number } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/audits/${number}`);
  const actor = actorOf(person);
  const found = (await findOwnAudit(actor, number)) ?? notFound();
  const [t, query] = await Promise.all([getTranslations("audits"), searchParams]);
  const { audit, subject, state, words, files, acts, summary } = found;
  const answers = mayAtAll(actor, "audit.answer");
  const { turn, dueOn } = turnOf(state);
  const day = today();
  const isAsked = state.stage === "asked";
  const uploads = answers && (isAsked || state.actions.some((one) => one.state === "open"));
  const handedIn = acts.some(({ kind }) => kind === "handedIn");

  return (
    <DeskPage
      person={person}
      part="ownAudits"
      title={t("head.title", { number: auditNumber(audit.number) })}
      intro={turn === "provider" && dueOn ? t(dueOn < day ? "own.late" : "own.by", { day: formatDay(dueOn, locale, "long") }) : undefined}
      done={query.done}
    >
      <ProblemSaid code={query.problem} />
      <AuditHead audit={audit} subject={subject} side="provider" />
      <AuditPath state={state} day={day} />
      {state.result && (
        <div className="mt-6 text-lg">
          <ResultLine result={state.result} />
          {summary && (
            <p className="ps-6 text-base">
              <a href={address(locale, `audits/summaries/${number}`)}>{t("summary.read")}</a>
            </p>
          )}
        </div>
      )}
      <AskedFor items={state.items} />
      {(state.items.length > 0 || files.length > 0 || uploads) && (
        <Section id="files" title={t("files.own")}>
          <FilesOf
            files={files}
            number={number}
            upload={uploads ? address(locale, `manage/audits/${number}/files`) : null}
            side="provider"
            remove={answers && isAsked && !handedIn ? (id) => removeAuditFileAction.bind(null, number, id) : undefined}
          />
          {isAsked && answers && (
            <div className="mt-6">
              <HandIn action={handInEvidenceAction.bind(null, number)} />
            </div>
          )}
        </Section>
      )}
      {state.stage === "sent" && answers && (
        <AnswerForm state={state} words={words} standards={audit.standards} action={answerFindingsAction.bind(null, number)} />
      )}
      <OwnActions audit={found} number={number} answers={answers} />
      {state.findings.length > 0 && (
        <Section id="findings" title={t("finding.title")}>
          <FindingList
            findings={state.findings}
            words={words}
            standards={audit.standards}
            views={await listInspected(state.findings, words)}
          />
        </Section>
      )}
      <Section id="history" title={t("history")}>
        <AuditHistory acts={acts.filter(({ kind }) => ownActs.includes(kind))} />
      </Section>
      <p className="mt-10">
        <a href={address(locale, "manage/audits")}>{t("list.back")}</a>
      </p>
    </DeskPage>
  );
}

/** What must be done, with a form for each that is open. */
async function OwnActions({ audit: { state, words }, number, answers }: { audit: AuditView; number: string; answers: boolean }) {
  const t = await getTranslations("audits.action");
  if (state.actions.length === 0) return null;
  const slugOf = (finding: number) => words.findLast((one) => one.number === finding)?.slug ?? null;
  const states = (action: Action) => answers && action.state === "open" && state.stage === "final";
  return (
    <Section id="actions" title={t("title")}>
      <ActionList
        actions={state.actions}
        day={today()}
        offeringOf={slugOf}
        below={(one) =>
          states(one) && (
            <StateForm
              of={one.number}
              action={stateAuditAction.bind(null, number, one.number)}
              withVersion={slugOf(one.finding) !== null}
            />
          )
        }
      />
    </Section>
  );
}

/** What the provider is told of: not what the authority does by itself. */
const ownActs = [
  "announced",
  "asked",
  "extended",
  "handedIn",
  "sent",
  "answered",
  "finalised",
  "demanded",
  "prolonged",
  "stated",
  "accepted",
  "returned",
  "closed",
  "ended",
  "published",
];
