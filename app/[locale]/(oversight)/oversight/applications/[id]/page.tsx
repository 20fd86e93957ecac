import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Conversation } from "@/components/applications/conversation";
import { EvidenceList } from "@/components/applications/evidence-list";
import { Stated } from "@/components/applications/stated";
import { CaseGate } from "@/components/casework/case-gate";
import { CasePath } from "@/components/casework/case-path";
import { DoNow } from "@/components/casework/do-now";
import { Guests } from "@/components/casework/guests";
import { Reasons } from "@/components/casework/reasons";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { ReviewStanding } from "@/components/oversight/review-standing";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { isUnderReview } from "@/lib/applications/application";
import { listEvidence, listHolders, listMessages } from "@/lib/applications/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { takesGuests } from "@/lib/casework/guests/commands";
import { listAssessors, listGuests, listInvitable } from "@/lib/casework/guests/queries";
import { findCase } from "@/lib/casework/review/queries";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { askAction, assignAction, checkAction, declareAction, inviteGuestAction, takeAction, takeBackGuestAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/applications/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "oversight" });
  return { title: t("one"), robots: { index: false } };
}

export default async function CasePage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/applications/${id}`);
  const actor = actorOf(person);
  const found = await findCase(actor, id);
  if (!found) notFound();
  const { application } = found;
  const { content, status } = application;
  const [t, words, casework, desk, query] = await Promise.all([
    getTranslations("oversight"),
    getTranslations("application"),
    getTranslations("casework"),
    getTranslations("desk"),
    searchParams,
  ]);
  const title = plainText(content.identity.names, locale) || words("unnamed");
  if (found.gate !== "open")
    return (
      <DeskPage person={person} part="oversight" title={title} done={query.done}>
        {actor.organisationId !== application.authorityId && (
          <p className="mt-5 max-w-[62ch]">{casework("guests.you", { authority: plainText(application.authority, locale) })}</p>
        )}
        <CaseGate gate={found.gate} declare={declareAction.bind(null, id)} />
      </DeskPage>
    );
  const open = isUnderReview(status);
  const invites = mayAtAll(actor, "case.check") && takesGuests(found.state);
  const [files, messages, holders, assessors, guests, invitable] = await Promise.all([
    listEvidence(application),
    listMessages(application),
    open ? listHolders(content.identifiers) : [],
    found.state.stage === "assessment" ? listAssessors(application) : [],
    invites ? listGuests(application) : [],
    invites ? listInvitable(application) : [],
  ]);
  const { form: asked } = found.criteria.content;
  const fileAt = (file: string) => address(locale, `manage/applications/${id}/files/${file}`);
  const forms = {
    check: checkAction.bind(null, id),
    assign: assignAction.bind(null, id),
    take: takeAction.bind(null, id),
  };

  return (
    <DeskPage
      person={person}
      part="oversight"
      title={title}
      intro={t("by", { who: [...new Set([application.applicant, application.applicantEmail])].join(", ") })}
      done={query.done}
    >
      <ProblemSaid code={query.problem} />
      {actor.organisationId !== application.authorityId && (
        <div className="mt-5">
          <Notice>{casework("guests.you", { authority: plainText(application.authority, locale) })}</Notice>
        </div>
      )}
      <ReviewStanding application={application} />
      <CasePath state={found.state} day={today()} criteria={found.criteria} names={found.names} />
      <DoNow found={found} actor={actor} assessors={assessors} forms={forms} base={address(locale, `oversight/applications/${id}`)} />
      {invites && (
        <Guests
          guests={guests}
          invitable={invitable}
          invite={inviteGuestAction.bind(null, id)}
          takeBack={(guest) => takeBackGuestAction.bind(null, { id, person: guest })}
        />
      )}
      {found.state.decisions.length > 0 && (
        <Section id="decisions" title={casework("own.reasons")}>
          <Reasons decisions={found.state.decisions} content={found.criteria.content} />
        </Section>
      )}
      <Section id="stated" title={t("stated")}>
        <Stated content={content} holders={holders} asked={asked} />
      </Section>
      <Section id="evidence" title={words("step.evidence")}>
        <EvidenceList files={files} href={fileAt} documents={asked.documents} />
      </Section>
      <Section id="conversation" title={words("conversation.title")}>
        <Conversation messages={messages} />
        {open && !found.state.stoppedSince && mayAtAll(actor, "application.ask") && (
          <ActionForm action={askAction.bind(null, id)} problemsTitle={desk("problems")} className="mt-6 grid max-w-xl gap-4">
            <AreaField name="text" label={t("ask.label")} hint={t("ask.hint")} />
            <Button type="submit" look="quiet" className="justify-self-start">
              {t("ask.send")}
            </Button>
          </ActionForm>
        )}
      </Section>
    </DeskPage>
  );
}
