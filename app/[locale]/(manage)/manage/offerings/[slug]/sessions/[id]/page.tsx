import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferingFrame } from "@/components/publication/offering-frame";
import { PlanningTable } from "@/components/sessions/planning-table";
import { SessionFields } from "@/components/sessions/session-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import { listOwnSessions, toFacts } from "@/lib/offerings/sessions/queries";
import { seenMark } from "@/lib/offerings/sessions/seen";
import { cancelAction, changeAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/sessions/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sessions" });
  return { title: t("change"), robots: { index: false } };
}

export default async function SessionPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/sessions/${id}`);
  const actor = actorOf(person);
  const own = (await findOwnOffering(actor, slug)) ?? notFound();
  const found = ((await listOwnSessions(actor, slug)) ?? []).find((session) => session.id === id) ?? notFound();
  if (!mayAtAll(actor, "offering.write") || own.status === "archived") notFound();
  const [t, desk] = await Promise.all([getTranslations("sessions"), getTranslations("desk")]);
  const session = toFacts(found);
  const content = own.live?.content ?? own.pending?.content;
  const cancelled = session.cancelledOn !== null;

  return (
    <OfferingFrame person={person} own={own} tab="sessions" done={(await searchParams).done}>
      <Section id="now" title={t("now")}>
        <PlanningTable sessions={[session]} day={today()} caption={t("now")} />
        <form action={cancelAction.bind(null, slug, id, !cancelled)} className="mt-4 flex flex-wrap items-center gap-4">
          <Button look="quiet" type="submit">
            {t(cancelled ? "reinstate" : "cancel")}
          </Button>
          <span className="max-w-[52ch] text-ink-2 text-sm">{t(cancelled ? "reinstateText" : "cancelText")}</span>
        </form>
      </Section>
      <Section id="change" title={t("change")}>
        <p className="mb-6 max-w-[62ch] text-ink-2">{t(own.status === "published" ? "public" : "notPublic")}</p>
        <ActionForm action={changeAction.bind(null, slug, id)} problemsTitle={desk("problems")} className="grid max-w-3xl gap-8">
          <input type="hidden" name="seen" value={seenMark([session])} />
          <SessionFields session={session} original={content?.originalLanguage ?? locale} />
          <p className="flex flex-wrap gap-3">
            <Button type="submit">{t("save")}</Button>
            <ButtonLink look="quiet" href={address(locale, `manage/offerings/${slug}/sessions`)}>
              {t("back")}
            </ButtonLink>
          </p>
        </ActionForm>
      </Section>
    </OfferingFrame>
  );
}
