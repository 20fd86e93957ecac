import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferingFrame } from "@/components/publication/offering-frame";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { TickField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import { archiveAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/publication/archive">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "publication" });
  return { title: t("archive.title"), robots: { index: false } };
}

/** Says that it is final, before it is. */
export default async function ArchivePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/publication/archive`);
  const actor = actorOf(person);
  const own = (await findOwnOffering(actor, slug)) ?? notFound();
  if (own.status === "archived" || !mayAtAll(actor, "offering.archive")) notFound();
  const [t, desk] = await Promise.all([getTranslations("publication"), getTranslations("desk")]);

  return (
    <OfferingFrame person={person} own={own} tab="publication">
      <Section id="archive" title={t("archive.title")}>
        <ul className="mb-6 max-w-[62ch] list-disc space-y-2 ps-5">
          {(["final", "page", "id", "instead"] as const).map((point) => (
            <li key={point}>{t(`archive.${point}`)}</li>
          ))}
        </ul>
        <ActionForm action={archiveAction.bind(null, slug)} problemsTitle={desk("problems")} className="grid gap-5 sm:max-w-xl">
          <TickField name="sure" label={t("archive.sure")} />
          <p className="flex flex-wrap gap-3">
            <Button type="submit">{t("archive.submit")}</Button>
            <ButtonLink look="quiet" href={address(locale, `manage/offerings/${slug}/publication`)}>
              {t("back")}
            </ButtonLink>
          </p>
        </ActionForm>
      </Section>
    </OfferingFrame>
  );
}
