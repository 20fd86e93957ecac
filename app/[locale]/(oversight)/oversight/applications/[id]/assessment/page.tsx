import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AssessmentForm } from "@/components/casework/assessment-form";
import { CaseShut } from "@/components/casework/case-shut";
import { Comparison } from "@/components/casework/comparison";
import { EarlierRounds } from "@/components/casework/earlier-rounds";
import { DeskPage } from "@/components/desk/desk-page";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { findOwnDraft } from "@/lib/casework/drafts/queries";
import { findCase } from "@/lib/casework/review/queries";
import { whyNot } from "@/lib/casework/why-not";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatTime } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { assessAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/applications/[id]/assessment">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "casework" });
  return { title: t("stage.assessment"), robots: { index: false } };
}

export default async function AssessmentPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/applications/${id}/assessment`);
  const actor = actorOf(person);
  const found = await findCase(actor, id);
  if (!found) notFound();
  const [t, { done }] = await Promise.all([getTranslations("casework"), searchParams]);
  const name = plainText(found.application.content.identity.names, locale);
  const frame = { person, part: "oversight" as const, title: t("assess.title", { name }), done };
  const back = <a href={address(locale, `oversight/applications/${id}`)}>{t("back")}</a>;
  if (found.gate !== "open")
    return (
      <DeskPage {...frame}>
        <CaseShut gate={found.gate} href={address(locale, `oversight/applications/${id}`)} />
      </DeskPage>
    );
  const { state, personId, criteria, names } = found;
  const nothing = { answers: {}, levels: [], fields: [] };
  const assesses = mayAtAll(actor, "case.assess") && whyNot(state, { kind: "assessed", assessment: nothing }, personId) === null;
  const [[own], kept] = [state.assessments, assesses ? await findOwnDraft(actor, id) : undefined];

  return (
    <DeskPage {...frame} actions={back} {...(assesses ? { intro: t("assess.intro") } : {})}>
      {kept && (
        <p className="mt-6 font-semibold">
          {t("assess.kept", { day: formatDay(dayOf(kept.savedAt), locale, "long"), time: formatTime(kept.savedAt, locale) })}
        </p>
      )}
      {assesses && (
        <AssessmentForm
          content={criteria.content}
          answers={found.application.content.answers}
          given={kept?.draft ?? {}}
          button={t("assess.button")}
          keep={t("assess.keep")}
          action={assessAction.bind(null, id)}
        />
      )}
      {!assesses && !own && <p className="mt-8 text-ink-2">{t("assess.hidden")}</p>}
      {own && (
        <Section id="assessments" title={t(state.assessments.length === 2 ? "compare.title" : "stage.assessment")}>
          {state.assessments.length < 2 && <p className="mb-4">{t("assess.waitsOther")}</p>}
          <Comparison
            content={criteria.content}
            found={state.assessments.map((one) => ({ name: names.get(one.personId) ?? "", assessment: one.assessment }))}
            compared={state.assessments.map(({ assessment }) => assessment)}
          />
        </Section>
      )}
      <EarlierRounds rounds={found.earlier} content={criteria.content} names={names} />
    </DeskPage>
  );
}
