import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Conversation } from "@/components/applications/conversation";
import { EvidenceList } from "@/components/applications/evidence-list";
import { Stated } from "@/components/applications/stated";
import { DeskPage } from "@/components/desk/desk-page";
import { DecideForms } from "@/components/oversight/decide-forms";
import { ReviewStanding } from "@/components/oversight/review-standing";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { isUnderReview } from "@/lib/applications/application";
import { findApplication, listEvidence, listHolders, listMessages } from "@/lib/applications/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { askAction, refuseAction, registerAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/applications/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "oversight" });
  return { title: t("one"), robots: { index: false } };
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/applications/${id}`);
  const actor = actorOf(person);
  const application = await findApplication(actor, id);
  if (!application) notFound();
  const { content, status } = application;
  const open = isUnderReview(status);
  const [t, applications, desk, query, files, messages, holders] = await Promise.all([
    getTranslations("oversight"),
    getTranslations("application"),
    getTranslations("desk"),
    searchParams,
    listEvidence(application),
    listMessages(application),
    open ? listHolders(content.identifiers) : [],
  ]);

  return (
    <DeskPage
      person={person}
      part="oversight"
      title={plainText(content.identity.names, locale) || applications("unnamed")}
      intro={t("by", { name: application.applicant, email: application.applicantEmail })}
      done={query.done}
    >
      <ReviewStanding application={application} />
      <Section id="stated" title={t("stated")}>
        <Stated content={content} holders={holders} />
      </Section>
      <Section id="evidence" title={applications("step.evidence")}>
        <EvidenceList files={files} href={(file) => address(locale, `manage/applications/${id}/files/${file}`)} />
      </Section>
      <Section id="conversation" title={applications("conversation.title")}>
        <Conversation messages={messages} />
        {open && mayAtAll(actor, "application.ask") && (
          <ActionForm action={askAction.bind(null, id)} problemsTitle={desk("problems")} className="mt-6 grid max-w-xl gap-4">
            <AreaField name="text" label={t("ask.label")} hint={t("ask.hint")} />
            <Button type="submit" look="quiet" className="justify-self-start">
              {t("ask.send")}
            </Button>
          </ActionForm>
        )}
      </Section>
      {open && mayAtAll(actor, "application.decide") && (
        <DecideForms content={content} day={today()} register={registerAction.bind(null, id)} refuse={refuseAction.bind(null, id)} />
      )}
    </DeskPage>
  );
}
