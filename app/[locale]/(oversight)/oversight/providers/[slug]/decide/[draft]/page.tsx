import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DryRunParts } from "@/components/deciding/dry-run-parts";
import { SignForm } from "@/components/deciding/sign-form";
import { SignedNotice } from "@/components/deciding/signed-notice";
import { DeskPage } from "@/components/desk/desk-page";
import { auditNumber } from "@/lib/audits/number";
import { findAuditBehind } from "@/lib/audits/proposals/queries";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { findDraft } from "@/lib/decisions/drafts/queries";
import { runDraft } from "@/lib/decisions/dry-run/queries";
import { findOverseen, findWhyNot, listDecisions } from "@/lib/decisions/queries";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { languageName } from "@/lib/vocabularies/vocabulary";
import { discardDraftAction, signDecisionAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/providers/[slug]/decide/[draft]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "deciding.run" });
  return { title: t("sign.title"), robots: { index: false } };
}

export default async function DryRunPage({ params, searchParams }: Props) {
  const { locale, slug, draft: id } = await params;
  setRequestLocale(locale);
  const path = `oversight/providers/${slug}`;
  const person = await requirePerson(`${path}/decide/${id}`);
  const actor = actorOf(person);
  const provider = (await findOverseen(actor, slug)) ?? notFound();
  const draft = (await findDraft(actor, provider, id)) ?? notFound();
  const [t, problems, query, why, audit] = await Promise.all([
    getTranslations("deciding"),
    getTranslations("problems"),
    searchParams,
    findWhyNot(actor, provider.id),
    findAuditBehind(provider.authority.id, draft.id),
  ]);
  const from = audit !== undefined && (
    <p className="mt-4">
      <a href={address(locale, `oversight/audits/${audit}`)}>{t("provider.fromAudit", { number: auditNumber(audit) })}</a>
    </p>
  );
  const page = {
    person,
    part: "providers",
    title: t("run.title", { kind: t(`name.${draft.kind}`) }),
    intro: plainText(provider.name, locale),
    done: query.done,
  } as const;
  if (draft.decisionId) {
    const number = (await listDecisions(provider.id)).find((one) => one.id === draft.decisionId)?.number ?? 0;
    return (
      <DeskPage {...page}>
        {from}
        <SignedNotice number={number} path={path} />
      </DeskPage>
    );
  }
  const run = await runDraft(provider, draft);
  const edit = `${path}/decide?draft=${id}`;
  const wrong = why ? [problems(why)] : run.ok ? [] : run.problems.map(({ code, field }) => inLanguage(problems(code), field, locale));

  return (
    <DeskPage {...page}>
      {from}
      {wrong.length > 0 && (
        <div className="mt-6 max-w-[62ch] border-bad border-s-4 bg-bad-soft px-4 py-3">
          <p className="font-semibold">{t("run.cannot")}</p>
          <ul className="list-disc ps-5">
            {wrong.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      {run.ok && <DryRunParts run={run.value} page={Number(query.page) || 1} here={`${path}/decide/${id}`} />}
      {!why && (
        <SignForm
          run={run.ok ? run.value : null}
          authority={provider.authority.name}
          edit={address(locale, edit)}
          sign={signDecisionAction.bind(null, slug, id)}
          discard={discardDraftAction.bind(null, slug, id)}
        />
      )}
    </DeskPage>
  );
}

/** A sentence is asked for in each language: in which it is missing or too long, the field says. */
function inLanguage(message: string, field: string | undefined, locale: string): string {
  const language = field?.startsWith("statement.") ? field.slice("statement.".length) : undefined;
  return language ? `${languageName(language, locale)}: ${message}` : message;
}
