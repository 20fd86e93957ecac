import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { DeskPage } from "@/components/desk/desk-page";
import { AnswersOf } from "@/components/feedback/answers-of";
import { Invitations } from "@/components/feedback/invitations";
import { ResponseForm } from "@/components/feedback/response-form";
import { Responses, Reviews } from "@/components/feedback/reviews";
import { LocalText } from "@/components/offerings/local-text";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { findFeedback } from "@/lib/feedback/queries";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { inviteAction, respondAction, takeBackResponseAction } from "./actions";

type Props = PageProps<"/[locale]/manage/feedback/[slug]">;

/** The page and its title ask the same: once. */
const find = cache(async (slug: string) => {
  const person = await requirePerson(`manage/feedback/${slug}`);
  const view = (await findFeedback(actorOf(person), slug, today())) ?? notFound();
  return { person, view };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { view } = await find(slug);
  const t = await getTranslations({ locale, namespace: "feedback" });
  return { title: `${plainText(view.title, locale, view.original)}: ${t("title")}`, robots: { index: false } };
}

export default async function OfferingFeedbackPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { person, view } = await find(slug);
  const [t, desk] = await Promise.all([getTranslations("feedback"), getTranslations("desk")]);
  const actor = actorOf(person);
  const mayInvite = mayAtAll(actor, "feedback.invite");
  const mayRespond = mayAtAll(actor, "feedback.respond");

  return (
    <DeskPage
      person={person}
      part="feedback"
      title={<LocalText texts={view.title} original={view.original} />}
      done={(await searchParams).done}
      actions={
        <>
          <ButtonLink look="quiet" href={address(locale, "manage/feedback")}>
            {t("back")}
          </ButtonLink>
          <ButtonLink look="quiet" href={address(locale, `offerings/${slug}`)}>
            {t("page")}
          </ButtonLink>
        </>
      }
    >
      {mayInvite && (
        <Section id="invite" title={t("invite.title")}>
          <Invitations sessions={view.sessions.map((session) => ({ session, invite: inviteAction.bind(null, session.id) }))} />
        </Section>
      )}
      <Section id="results" title={t("results.title")}>
        <AnswersOf view={view} />
      </Section>
      <Section id="reviews" title={t("voices.reviews")}>
        {view.reviews.length > 0 ? <Reviews reviews={view.reviews} /> : <p className="text-ink-2">{t("reviews.none")}</p>}
      </Section>
      <Section id="respond" title={t("respond.title")}>
        <p className="mb-4 max-w-[62ch] text-ink-2">{t("respond.text")}</p>
        <Responses
          responses={view.responses}
          actions={({ id, text }) =>
            mayRespond && (
              <form action={takeBackResponseAction.bind(null, slug, id)}>
                <Button look="quiet" type="submit" aria-label={t("takeBackLong", { what: plainText(text, locale).slice(0, 60) })}>
                  {t("takeBack")}
                </Button>
              </form>
            )
          }
        />
        {mayRespond && <ResponseForm action={respondAction.bind(null, slug, view.id)} problemsTitle={desk("problems")} />}
      </Section>
    </DeskPage>
  );
}
