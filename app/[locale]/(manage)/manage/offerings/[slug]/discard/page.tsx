import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ChangeList } from "@/components/offerings/change-list";
import { OfferingTabs } from "@/components/offerings-desk/offering-tabs";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import { whatChanged } from "@/lib/offerings/what-changed";
import { nameLabels } from "@/lib/terms/queries";
import { discardAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/discard">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "editor.discard" });
  return { title: t("title"), robots: { index: false } };
}

/** What would be given up, before it is. */
export default async function DiscardPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/discard`);
  const own = await findOwnOffering(actorOf(person), slug);
  if (!own || !mayAtAll(actorOf(person), "offering.write")) notFound();
  const editor = address(locale, `manage/offerings/${slug}/edit/learn`);
  if (!own.live || !own.pending) redirect(editor);
  const [t, desk] = await Promise.all([getTranslations("editor.discard"), getTranslations("desk")]);
  const { live, pending } = own;

  return (
    <DeskPage person={person} part="offerings" title={t("title")}>
      <OfferingTabs slug={slug} externalId={own.externalId} current="edit" />
      <div className="mt-6 max-w-[68ch] space-y-4">
        {(await searchParams).meanwhile && <Notice>{t("meanwhile")}</Notice>}
        <p>
          {t("text", { number: live.number })} {pending.publishOn && t("scheduled", { day: formatDay(pending.publishOn, locale, "long") })}
        </p>
      </div>
      <ActionForm
        action={discardAction.bind(null, { slug, revision: pending.revision })}
        problemsTitle={desk("problems")}
        className="mt-6 flex flex-wrap gap-3"
      >
        <Button type="submit">{t("button")}</Button>
        <ButtonLink href={editor} look="quiet">
          {t("back")}
        </ButtonLink>
      </ActionForm>
      <h2 className="mt-10 mb-2 text-2xl">{t("changes")}</h2>
      <ChangeList
        labels={await nameLabels(locale)}
        changes={whatChanged(live.content, pending.content)}
        original={pending.content.originalLanguage}
      />
    </DeskPage>
  );
}
