import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Conversation } from "@/components/applications/conversation";
import { EvidenceList } from "@/components/applications/evidence-list";
import { Standing } from "@/components/applications/standing";
import { Stated } from "@/components/applications/stated";
import { StepList } from "@/components/applications/step-list";
import { CasePath } from "@/components/casework/case-path";
import { Contest } from "@/components/casework/contest";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { authorityOf, isEditable, isUnderReview, type Missing, missingIn, stepsOf } from "@/lib/applications/application";
import { findAsked } from "@/lib/applications/asked/queries";
import { findOwnApplication, listEvidence, listHolders, listMessages } from "@/lib/applications/queries";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { readOwnCase } from "@/lib/casework/review/queries";
import { today } from "@/lib/clock";
import { emptyForm } from "@/lib/criteria/form/form";
import { address } from "@/lib/i18n/address";
import { findCompetence } from "@/lib/jurisdictions/queries";
import { plainText } from "@/lib/texts/texts";
import { answerAction, appealAction, representAction, submitApplicationAction } from "./actions";

type Props = PageProps<"/[locale]/manage/applications/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "application" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ApplicationPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/applications/${id}`);
  const application = await findOwnApplication(actorOf(person), id);
  if (!application) notFound();
  const { status, content } = application;
  const [t, desk, query, files, messages, holders, own, competence, asked] = await Promise.all([
    getTranslations("application"),
    getTranslations("desk"),
    searchParams,
    listEvidence(application),
    listMessages(application),
    listHolders(content.identifiers),
    status === "draft" ? undefined : readOwnCase(application),
    findCompetence(today()),
    findAsked(application),
  ]);
  const held: Missing[] = holders.length > 0 ? [{ step: "identifiers", code: "identifierHeld" }] : [];
  const missing = [...missingIn(content, files, asked, today(), competence), ...held];
  const authority = authorityOf(content, competence);
  const base = `manage/applications/${id}`;

  return (
    <DeskPage
      person={person}
      part="applications"
      title={plainText(content.identity.names, locale) || t("unnamed")}
      intro={t("intro")}
      done={query.done}
    >
      <ProblemSaid code={query.problem} />
      <Standing application={application} />
      {own && <CasePath state={own.state} day={today()} criteria={own.criteria} />}
      {own && <Contest {...own} day={today()} represent={representAction.bind(null, id)} appeal={appealAction.bind(null, id)} />}
      {messages.length > 0 && (
        <Section id="conversation" title={t("conversation.title")}>
          <Conversation messages={messages} />
          {status === "questioned" && (
            <ActionForm action={answerAction.bind(null, id)} problemsTitle={desk("problems")} className="mt-6 grid max-w-xl gap-4">
              <AreaField name="text" label={t("conversation.answer")} hint={t("conversation.answerHint")} />
              <Button type="submit" className="justify-self-start">
                {t("conversation.send")}
              </Button>
            </ActionForm>
          )}
        </Section>
      )}
      {isEditable(status) ? (
        <Section id="steps" title={t("steps")}>
          <StepList steps={stepsOf(asked)} missing={missing} href={(step) => address(locale, `${base}/${step}`)} />
          {status === "draft" && (
            <div className="mt-6 max-w-[62ch]">
              {missing.length > 0 ? (
                <p className="text-ink-2">{t("submit.notYet", { count: missing.length })}</p>
              ) : (
                <form action={submitApplicationAction.bind(null, id)}>
                  <p className="mb-4">{t("submit.text", { authority: plainText(authority?.names, locale) })}</p>
                  <Button type="submit">{t("submit.button")}</Button>
                </form>
              )}
            </div>
          )}
        </Section>
      ) : (
        <>
          <Section id="stated" title={t("stated.title")}>
            <Stated content={content} holders={isUnderReview(status) ? holders : []} asked={asked ?? emptyForm} />
          </Section>
          <Section id="evidence" title={t("step.evidence")}>
            <EvidenceList files={files} href={(file) => address(locale, `${base}/files/${file}`)} documents={asked?.documents ?? []} />
          </Section>
        </>
      )}
      {(isEditable(status) || isUnderReview(status)) && (
        <p className="mt-12 border-line border-t pt-5">
          <ButtonLink look="quiet" href={address(locale, `${base}/withdraw`)}>
            {t("withdraw.short")}
          </ButtonLink>
        </p>
      )}
    </DeskPage>
  );
}
