import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OpenAuditLink } from "@/components/audits/open-audit-link";
import { DeskPage } from "@/components/desk/desk-page";
import { FlagList } from "@/components/monitoring/flag-list";
import { NoteList } from "@/components/monitoring/note-list";
import { CommentForm, DismissForm, ShareForm, VerifyForm } from "@/components/monitoring/officer-forms";
import { ReviewChanges } from "@/components/monitoring/review-changes";
import { SeenForm } from "@/components/monitoring/seen-form";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { findWhyNot } from "@/lib/decisions/queries";
import { address } from "@/lib/i18n/address";
import { findMonitored, listOtherAuthorities } from "@/lib/monitoring/queries";
import { nameLabels } from "@/lib/terms/queries";
import { plainText } from "@/lib/texts/texts";
import { acknowledgeOneAction, commentAction, dismissFlagAction, shareAction, verifyAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/monitoring/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "monitoring" });
  return { title: t("title"), robots: { index: false } };
}

export default async function MonitoredPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/monitoring/${slug}`);
  const actor = actorOf(person);
  const offering = (await findMonitored(actor, slug)) ?? notFound();
  const [t, problems, query, others, why] = await Promise.all([
    getTranslations("monitoring.one"),
    getTranslations("problems"),
    searchParams,
    listOtherAuthorities(actor),
    findWhyNot(actor, offering.providerId),
  ]);
  const { now, number, own, provider, providerSlug, seen } = offering;
  const acts = own && why === null && mayAtAll(actor, "monitoring.act");
  const open = offering.flags.filter(({ dismissedReason }) => dismissedReason === null);

  return (
    <DeskPage
      person={person}
      part="monitoring"
      title={plainText(now.title, locale, now.originalLanguage)}
      intro={t("byline", { provider: plainText(provider, locale), number: String(number) })}
      done={query.done}
    >
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        <a href={address(locale, `offerings/${slug}`)}>{t("public")}</a>
        {own && <a href={address(locale, `oversight/providers/${providerSlug}`)}>{t("providerPage")}</a>}
        {own && mayAtAll(actor, "audit.act") && <OpenAuditLink provider={providerSlug} offering={slug} />}
      </p>
      {!own && <p className="mt-5 font-semibold">{t("sharedOnly")}</p>}
      {own && why && <p className="mt-5 max-w-[62ch] font-semibold">{problems(why)}</p>}
      <ReviewChanges offering={offering} labels={await nameLabels(locale)} />
      {acts && seen < number && <SeenForm offering={offering} action={acknowledgeOneAction.bind(null, slug)} />}
      <Section id="flags" title={t("flags")}>
        <FlagList flags={offering.flags} />
        {acts && open.length > 0 && <DismissForm flags={open} action={dismissFlagAction.bind(null, slug)} />}
      </Section>
      <Section id="notes" title={t("notes")}>
        <NoteList notes={offering.notes} />
      </Section>
      {acts && (
        <>
          <CommentForm action={commentAction.bind(null, slug)} />
          <ShareForm action={shareAction.bind(null, slug)} authorities={others} />
          <VerifyForm action={verifyAction.bind(null, slug)} eqf={now.eqf} ects={now.ects} />
        </>
      )}
    </DeskPage>
  );
}
