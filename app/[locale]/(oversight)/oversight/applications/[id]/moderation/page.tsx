import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AssessmentForm } from "@/components/casework/assessment-form";
import { CaseShut } from "@/components/casework/case-shut";
import { Comparison } from "@/components/casework/comparison";
import { DeskPage } from "@/components/desk/desk-page";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { agreedIn } from "@/lib/casework/assessment";
import { findCase } from "@/lib/casework/review/queries";
import { whyNot } from "@/lib/casework/why-not";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { moderateAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/applications/[id]/moderation">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "casework" });
  return { title: t("stage.moderation"), robots: { index: false } };
}

export default async function ModerationPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/applications/${id}/moderation`);
  const actor = actorOf(person);
  const found = mayAtAll(actor, "case.moderate") ? await findCase(actor, id) : undefined;
  if (!found) notFound();
  const [t, { done }] = await Promise.all([getTranslations("casework"), searchParams]);
  const name = plainText(found.application.content.identity.names, locale);
  const frame = { person, part: "oversight" as const, title: t("moderate.title", { name }), done };
  const back = <a href={address(locale, `oversight/applications/${id}`)}>{t("back")}</a>;
  if (found.gate !== "open")
    return (
      <DeskPage {...frame}>
        <CaseShut gate={found.gate} href={address(locale, `oversight/applications/${id}`)} />
      </DeskPage>
    );
  const { state, personId, criteria, names } = found;
  const [one, other] = state.assessments;
  const moderated = state.moderatorId && state.result ? [{ name: t("compare.moderator"), assessment: state.result }] : [];
  const given = one && other ? agreedIn(one.assessment, other.assessment) : { answers: {}, levels: [], fields: [] };
  const moderates = whyNot(state, { kind: "moderated", assessment: given }, personId) === null;

  return (
    <DeskPage {...frame} actions={back}>
      {one && other ? (
        <Section id="assessments" title={t("compare.title")}>
          <Comparison
            content={criteria.content}
            found={[...state.assessments.map((of) => ({ name: names.get(of.personId) ?? "", assessment: of.assessment })), ...moderated]}
            compared={[one.assessment, other.assessment]}
          />
        </Section>
      ) : (
        <p className="mt-8 text-ink-2">{t("assess.hidden")}</p>
      )}
      {moderates && (
        <Section id="moderate" title={t("moderate.form")}>
          <p className="max-w-[62ch]">{t("moderate.intro")}</p>
          <AssessmentForm
            content={criteria.content}
            answers={found.application.content.answers}
            given={given}
            button={t("moderate.button")}
            action={moderateAction.bind(null, id)}
          />
        </Section>
      )}
    </DeskPage>
  );
}
