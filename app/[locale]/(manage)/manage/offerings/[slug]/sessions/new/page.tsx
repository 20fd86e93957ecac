import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferingFrame } from "@/components/publication/offering-frame";
import { SessionFields } from "@/components/sessions/session-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import { listOwnSessions } from "@/lib/offerings/sessions/queries";
import { nextOwnId } from "@/lib/sessions/planning";
import { addAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/sessions/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sessions" });
  return { title: t("new"), robots: { index: false } };
}

export default async function NewSessionPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/sessions/new`);
  const actor = actorOf(person);
  const own = (await findOwnOffering(actor, slug)) ?? notFound();
  if (!mayAtAll(actor, "offering.write") || own.status === "archived") notFound();
  const [t, desk] = await Promise.all([getTranslations("sessions"), getTranslations("desk")]);
  const ids = ((await listOwnSessions(actor, slug)) ?? []).map(({ externalId }) => externalId);
  const content = own.live?.content ?? own.pending?.content;

  return (
    <OfferingFrame person={person} own={own} tab="sessions">
      <Section id="new" title={t("new")}>
        <p className="mb-6 max-w-[62ch] text-ink-2">{t(own.status === "published" ? "public" : "notPublic")}</p>
        <ActionForm action={addAction.bind(null, slug)} problemsTitle={desk("problems")} className="grid max-w-3xl gap-8">
          {/* Made once for this form: sent twice, it adds one session. */}
          <input type="hidden" name="token" value={randomUUID()} />
          <SessionFields
            session={{ externalId: nextOwnId(ids.at(-1) ?? own.externalId, new Set(ids)) }}
            original={content?.originalLanguage ?? locale}
          />
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
